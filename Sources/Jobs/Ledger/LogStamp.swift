public import Canonical
public import Ledger
internal import Shards
internal import Transfer
internal import WebAddress

/// Has the newest head of a log stamped by a time-stamping authority: `checkpoints/<size>.tsr`.
///
/// Source: RFC 3161, section 3.4 (over HTTP), date read 2026-11-30.
public struct LogStamp: Sendable {
    private static let longest = 1 << 20
    private let fetcher: Fetcher

    /// - Throws: ``JobError`` for settings that cannot be obeyed.
    public init(_ config: RunConfig) throws(JobError) {
        do { fetcher = try Fetcher(CrawlSettings(survey: config).fetchSettings(config)) } catch {
            throw JobError(error)
        }
    }

    public func close() { fetcher.close() }

    /// The file of a head's stamp.
    public static func file(_ log: OperatorLog, _ checkpoint: Checkpoint) -> String {
        "\(log.folder)/checkpoints/\(checkpoint.size).tsr"
    }

    /// - Parameters:
    ///   - authority: its URL.
    ///   - trusted: a PEM file of the authorities by which the answer is checked before it is kept.
    /// - Returns: The time in the stamp.
    public func stamp(_ log: OperatorLog, authority: String, trusted: String) async throws(JobError) -> Timestamp {
        guard let checkpoint = try log.newest() else {
            throw JobError(.usage, "\(log.folder) has no checkpoint; sign one with `muniment ledger checkpoint`")
        }
        do {
            var random = SystemRandomNumberGenerator()
            let nonce = (0..<8).map { _ in UInt8.random(in: 1...255, using: &random) }
            let url = try CanonicalURL(authority)
            let request = FetchRequest(
                url: url, bodyLimit: Self.longest,
                posted: .init(
                    type: "application/timestamp-query",
                    bytes: try TimeStamp.request(for: checkpoint.stamped, nonce: nonce)))
            let response = try await fetcher.fetch(request) { _ in .take() }
            guard response.status == 200, response.ending == .whole else {
                throw JobError(
                    .couldNotRun, "\(authority) answered \(response.status), \(response.ending); try again later")
            }
            let file = Self.file(log, checkpoint)
            let time = try TimeStamp.time(
                of: response.body, over: checkpoint.stamped, authorities: trusted, subject: authority)
            try OutputFile.replace(file, with: response.body)
            return time
        } catch {
            throw JobError(error)
        }
    }
}
