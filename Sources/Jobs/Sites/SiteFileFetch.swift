internal import Archive
internal import Canonical
internal import Foundation
internal import Provenance
internal import Transfer
internal import WebAddress

/// Fetches one site file, following its redirects.
struct SiteFileFetch: Sendable {
    let fetcher: Fetcher

    /// What a fetch found, and what is archived of it.
    struct Found: Sendable {
        let file: SiteFile
        let records: [[UInt8]]
        /// 429 or 503: the host is to be left alone for now.
        let isSlowDown: Bool

        /// No answer came at all, so nothing else of the host is asked for.
        var isSilent: Bool { file.outcome == .unreachable && file.status == 0 }
    }

    /// - Parameters:
    ///   - first: the URL asked.
    ///   - delay: milliseconds between two requests to a host.
    /// - Throws: only cancellation; everything else is an outcome of the file.
    func fetch(
        _ name: SiteFileName, at first: CanonicalURL, of origin: Origin, delay: Int
    ) async throws(JobError) -> Found {
        var url = first
        var hops: [Hop] = []
        var records: [[UInt8]] = []
        while true {
            let started = Timestamp.now
            let response: FetchedResponse
            do {
                response = try await fetcher.fetch(FetchRequest(url: url, bodyLimit: SiteFile.maximumBytes * 4)) { _ in
                    .take(limit: nil, meter: nil)
                }
            } catch {
                hops.append(Hop(url: url.text, status: 0))
                let file = SiteFile.unreachable(
                    name, origin: origin, hops: hops, at: started, reason: String(error.description.prefix(300)))
                return Found(file: file, records: records, isSlowDown: false)
            }
            let capture = CaptureRecord(
                response: response, via: hops, decodedLimit: SiteFile.maximumBytes * 8, siteFile: name.kind)
            records += try capture.encode(keepPayload: true)
            hops = capture.taken.hops
            guard let target = capture.taken.redirectTarget, hops.count <= SiteFile.maximumRedirects else {
                return Found(
                    file: SiteFile.of(capture.taken, name, origin: origin), records: records,
                    isSlowDown: [429, 503].contains(response.status))
            }
            try await Pause.sleep(delay)
            url = target
        }
    }
}
