internal import Archive
internal import Canonical
internal import Extraction
internal import Foundation
internal import Markup
internal import Provenance
internal import Rights
internal import WebAddress

/// What each stage of reading a page costs, beside libxml2 alone over the same bytes, in alternating rounds.
public struct SignalMeasure {
    /// CPU seconds over all pages, one value a round.
    public struct Stage {
        public let name: String
        public let rounds: [Double]

        /// Of an even number of rounds, the lower of the two in the middle.
        public var median: Double { rounds.sorted()[(rounds.count - 1) / 2] }
    }

    public let stages: [Stage]
    public let pages: Int
    public let bytes: Int

    /// - Parameters:
    ///   - warc: An archive of HTML pages.
    ///   - tables: The folder of the signal tables.
    ///   - rounds: At least 1.
    public init(warc: String, tables: String, rounds: Int) throws {
        let set = try PageSet(warc: warc)
        let measure = try Rounds(
            set,
            try SignalTables(folder: tables) { path in
                FileManager.default.contents(atPath: path).flatMap { String(data: $0, encoding: .utf8) }
            })
        var found: [[Double]] = []
        for _ in 0..<max(1, rounds) { found.append(measure.round()) }
        pages = set.pages.count
        bytes = set.bytes
        stages = Rounds.names.enumerated().map { index, name in
            Stage(name: name, rounds: found.map { $0[index] })
        }
    }

    /// One round after the other over the same pages.
    private final class Rounds {
        static let names = ["libxml2 alone", "page reading", "blocks and text", "signals"]

        private let set: PageSet
        private let bare: BarePass
        private let parser: HTMLParser
        private let extractor = Extractor()
        private let reader: RightsReader
        private let site: SiteEvidence
        private var kept = 0

        init(_ set: PageSet, _ tables: SignalTables) throws {
            self.set = set
            bare = try BarePass()
            parser = try HTMLParser()
            guard let agent = ProductToken("MunimentBench") else { throw MeasureError("no product token") }
            reader = RightsReader(agent: agent, tables: tables)
            site = try Self.silentSite()
        }

        /// Site files looked for and absent, robots.txt with a rule: parsed once, before the clock starts.
        private static func silentSite() throws -> SiteEvidence {
            let now = Timestamp(seconds: 1_790_000_000)
            let files = try SiteFileKind.allCases.filter { $0.path != nil }.map { kind in
                SiteFile(
                    kind: kind, origin: try CanonicalURL("https://example.com/").origin, fetched: now, hops: [],
                    outcome: kind == .robots ? .found : .absent, body: Array("User-agent: *\nAllow: /\n".utf8),
                    expires: now.adding(seconds: 86_400))
            }
            let rules = SiteRules(files)
            return SiteEvidence(atFetch: rules, atUse: rules)
        }

        func round() -> [Double] {
            var spent = [Double](repeating: 0, count: Self.names.count)
            for page in set.pages {
                spent[0] += time { kept &+= bare.run(utf8: page.text.bytes) }
                var reading = PageReading()
                spent[1] += time { reading = parser.read(page.text) }
                var document: ExtractedDocument?
                spent[2] += time { document = extractor.read(reading) }
                let response = ResponseInput(
                    url: page.url, hops: [], status: page.status, headers: page.headers,
                    fetched: Timestamp(seconds: 1_790_000_000))
                spent[3] += time {
                    let found = reader.read(
                        response, page: reading, blocks: document?.blocks, textBytes: document?.text.count ?? 0,
                        space: page.text.space, source: page.text.bytes, site: site)
                    kept &+= found.signals.count
                }
            }
            return spent
        }

        private func time(_ work: () -> Void) -> Double {
            let start = MeasureClock.thread()
            work()
            return MeasureClock.thread() - start
        }
    }
}
