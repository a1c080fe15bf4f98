internal import Archive
internal import Canonical
internal import Extraction
internal import Foundation
internal import Markup
internal import Provenance
internal import Rights
internal import WebAddress

/// The parts that targets share: a reader with the project's tables, an address, a time.
struct Bench: Sendable {
    static let shared = Bench()

    let tables: SignalTables
    let reader: RightsReader
    let url: CanonicalURL
    let now = Timestamp(seconds: 1_790_000_000)

    private init() {
        do {
            let folder = ProcessInfo.processInfo.environment["MUNIMENT_SIGNALS"] ?? "config/signals"
            tables = try SignalTables(folder: folder) { path in
                FileManager.default.contents(atPath: path).flatMap { String(data: $0, encoding: .utf8) }
            }
            guard let agent = ProductToken("MunimentBot") else { preconditionFailure("no product token") }
            reader = RightsReader(agent: agent, tables: tables)
            url = try CanonicalURL("https://ex.com/a/b.html?c=d")
        } catch {
            preconditionFailure("the signal tables cannot be read, name their folder with MUNIMENT_SIGNALS: \(error)")
        }
    }

    func response(_ headers: [(name: String, value: String)] = [], status: Int = 200) -> ResponseInput {
        ResponseInput(url: url, hops: [], status: status, headers: headers, fetched: now)
    }

    /// Reads a page as a run does.
    func page(_ html: [UInt8]) -> RightsReading? {
        do {
            let text = try PageText(payload: html)
            let page = try HTMLParser().read(text)
            let document = Extractor().read(page)
            return reader.read(
                response(), page: page, blocks: document.blocks, textBytes: document.text.count, space: text.space,
                source: text.bytes, site: SiteEvidence(atFetch: nil, atUse: nil))
        } catch {
            return nil
        }
    }
}
