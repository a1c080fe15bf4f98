internal import Provenance
internal import WebAddress

extension TakenCapture {
    /// Where a redirect of this capture leads; nil if it is none or leads nowhere that can be asked.
    var redirectTarget: CanonicalURL? {
        guard [301, 302, 303, 307, 308].contains(status), let location = header("location") else { return nil }
        do throws(WebURLError) { return try CanonicalURL(location, base: url.url) } catch { return nil }
    }

    /// The same capture with the hops that led to it.
    func arriving(from earlier: TakenCapture) -> TakenCapture {
        TakenCapture(
            id: id, url: url, hops: earlier.hops + hops, status: status, headers: headers, fetched: fetched, body: body,
            bodyState: bodyState, payloadDigest: payloadDigest, payloadBytes: payloadBytes, trouble: trouble)
    }
}
