internal import Archive
internal import Canonical
internal import Transfer
internal import WebAddress

/// Fetches single pages under the operator's identity: channels of notices, and places where an objector put a proof.
///
/// Redirects are followed on one host only: another host has not said what this one was asked.
public struct PageGetter: Sendable {
    /// A page as it was found.
    public struct Page: Sendable {
        public let status: Int
        /// Decoded.
        public let body: [UInt8]
        public let fields: [(name: String, value: String)]
    }

    private static let mostHops = 5
    private static let longest = 4 << 20

    private let fetcher: Fetcher
    private let needsTLS: Bool

    /// - Parameter needsTLS: Whether only https is spoken.
    public init(_ config: RunConfig, needsTLS: Bool) throws(JobError) {
        do {
            fetcher = try Fetcher(CrawlSettings(survey: config).fetchSettings(config))
        } catch {
            throw JobError(error)
        }
        self.needsTLS = needsTLS
    }

    public func close() { fetcher.close() }

    /// - Throws: ``JobError`` `couldNotRun` if no whole page came, another host was pointed to, or it is not https where
    ///   that is due.
    public func get(_ address: String) async throws(JobError) -> Page {
        do {
            var url = try CanonicalURL(address)
            let host = url.host
            for _ in 0..<Self.mostHops {
                guard url.host == host, !needsTLS || url.text.hasPrefix("https://") else {
                    throw JobError(
                        .couldNotRun, "\(address) leads to \(url); the answer must be on \(host) itself, by https")
                }
                let response = try await fetcher.fetch(FetchRequest(url: url, bodyLimit: Self.longest)) { _ in .take() }
                guard (300..<400).contains(response.status), let place = response.head.first("Location") else {
                    return try page(response, address)
                }
                url = try CanonicalURL(place, base: url.url)
            }
            throw JobError(.couldNotRun, "\(address) leads on and on")
        } catch {
            throw JobError(error)
        }
    }

    private func page(_ response: FetchedResponse, _ address: String) throws(JobError) -> Page {
        guard response.ending == .whole else {
            throw JobError(.couldNotRun, "\(address) did not come whole: \(response.ending)")
        }
        // Chunks are joined already; only the content coding is left to take off.
        let headers = HTTPHeaders(
            response.head.fields.filter { $0.isNamed("Content-Encoding") }.map { (name: $0.name, value: $0.value) })
        var limits = ContentDecoder.Limits()
        limits.maxBytes = Self.longest
        let body = ContentDecoder.decode(response.body, in: 0..<response.body.count, headers: headers, limits: limits)
        return Page(
            status: response.status, body: body.bytes,
            fields: response.head.fields.map { ($0.name, $0.value) })
    }
}
