internal import Archive
internal import Canonical
internal import Foundation
internal import Provenance
internal import Transfer
internal import WebAddress

/// Fetches one site file, following its redirects.
struct SiteFileFetch: Sendable {
    let fetcher: Fetcher
    /// Milliseconds between two requests to a host.
    let delay: Int

    /// What a fetch found, and what is archived of it.
    struct Found: Sendable {
        let file: SiteFile
        let records: [[UInt8]]
        /// What the host's behaviour was, for its politeness.
        let isSlowDown: Bool
    }

    /// - Throws: only cancellation; everything else is an outcome of the file.
    func fetch(_ kind: SiteFileKind, of origin: Origin) async throws(JobError) -> Found? {
        guard let path = kind.path else { return nil }
        guard let first = origin.resolve(path).canonical else { return nil }
        var url = first
        var hops: [Hop] = []
        var records: [[UInt8]] = []
        for _ in 0...SiteFile.maximumRedirects {
            let started = Timestamp.now
            let response: FetchedResponse
            do {
                response = try await fetcher.fetch(FetchRequest(url: url, bodyLimit: SiteFile.maximumBytes * 4)) { _ in
                    .take(limit: nil, meter: nil)
                }
            } catch {
                hops.append(Hop(url: url.text, status: 0))
                let file = SiteFile.unreachable(
                    SiteFileName(kind), origin: origin, hops: hops, at: started,
                    reason: String(error.description.prefix(300)))
                return Found(file: file, records: records, isSlowDown: false)
            }
            let capture = CaptureRecord(response: response, via: hops, decodedLimit: SiteFile.maximumBytes * 8)
            records += try capture.encode(keepPayload: true)
            hops = capture.taken.hops
            if let target = capture.taken.redirectTarget, hops.count <= SiteFile.maximumRedirects {
                try await Pause.sleep(delay)
                url = target
                continue
            }
            let file = SiteFile.of(capture.taken, SiteFileName(kind), origin: origin)
            return Found(file: file, records: records, isSlowDown: [429, 503].contains(response.status))
        }
        return nil
    }
}
