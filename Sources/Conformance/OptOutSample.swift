internal import Canonical
internal import Foundation
internal import Markup
internal import Provenance
internal import Rights
internal import WebAddress

/// A file by which sites refuse collectors for training, as people publish it: told by the end of its name, since no row
/// says what it is. Every statement in it must be read as the refusal it is.
enum OptOutSample {
    private typealias Check = @Sendable ([UInt8]) throws(VectorFault) -> [(String, VectorOutcome)]

    private static let kinds: [(ending: String, check: Check)] = [
        ("robots.txt", robots), ("ai.txt", aiTxt), ("tdmrep.json", tdmrep), ("headers.txt", headers),
        ("meta-tags.html", page), ("agents.json", agents),
    ]

    static func isSample(_ path: String) -> Bool { kinds.contains { path.lowercased().hasSuffix($0.ending) } }

    static func check(_ bytes: [UInt8], path: String, into report: inout FileReport) {
        guard let kind = kinds.first(where: { path.lowercased().hasSuffix($0.ending) }) else { return }
        do throws(VectorFault) {
            for (name, outcome) in try kind.check(bytes) { report.add(outcome, id: name) }
        } catch {
            report.add(.failed(expected: "a sample that can be read", got: "\(error)"), id: kind.ending)
        }
    }

    private static func outcome(_ isRight: Bool, _ expected: String, got: String = "something else") -> VectorOutcome {
        isRight ? .passed : .failed(expected: expected, got: got)
    }

    private static let address = "https://example.com/a/b"

    private static func reader() throws(VectorFault) -> RightsReader {
        guard let agent = ProductToken("ExampleBot") else { throw VectorFault("no product token") }
        return RightsReader(agent: agent, tables: try Tables.shared())
    }

    private static func siteSignals(_ kind: SiteFileKind, _ bytes: [UInt8]) throws(VectorFault) -> [Signal] {
        let url = try RightsVectorFormat.page(address)
        let now = Timestamp(seconds: 1_790_000_000)
        let file = SiteFile(
            kind: kind, origin: url.origin, fetched: now, hops: [], outcome: .found, body: bytes,
            expires: now.adding(seconds: 3600))
        return try reader().beforeFetch(url: url, site: SiteRules([file])).signals
    }

    private static func refuses(_ signals: [Signal], _ source: RightsProtocol) -> Bool {
        signals.contains { $0.source == source && $0.isTaken && $0.value == .deny }
    }

    /// Every agent that has a product token is refused, ours, which is not named, is not; and it is a reservation.
    private static func robots(_ bytes: [UInt8]) throws(VectorFault) -> [(String, VectorOutcome)] {
        let file = RobotsFile.parse(bytes)
        let lines = String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline)
        let names = lines.filter { $0.lowercased().hasPrefix("user-agent:") }.map {
            $0.dropFirst(11).drop { $0 == " " }
        }
        var out: [(String, VectorOutcome)] = names.compactMap { name in
            guard let token = ProductToken(prefixOf: String(name)) else { return nil }
            let verdict = file.verdict(agent: token, pathAndQuery: "/a/b")
            return (String(name), outcome(!verdict.allowed, "disallow", got: "allow"))
        }
        let signals = try siteSignals(.robots, bytes)
        out.append(("training", outcome(refuses(signals, .robotsAIAgents), "a reservation against training")))
        out.append(("others", outcome(!refuses(signals, .robots), "allow for an agent that is not named")))
        return out
    }

    private static func aiTxt(_ bytes: [UInt8]) throws(VectorFault) -> [(String, VectorOutcome)] {
        [("training", outcome(refuses(try siteSignals(.aiTxt, bytes), .aiTxt), "a refusal of training"))]
    }

    private static func tdmrep(_ bytes: [UInt8]) throws(VectorFault) -> [(String, VectorOutcome)] {
        [("mining", outcome(refuses(try siteSignals(.tdmrep, bytes), .tdmrepFile), "a reservation"))]
    }

    /// One header a line, each of which refuses.
    private static func headers(_ bytes: [UInt8]) throws(VectorFault) -> [(String, VectorOutcome)] {
        let url = try RightsVectorFormat.page(address)
        let reader = try reader()
        return String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline).map { line in
            let parts = line.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
            let header = (name: String(parts[0]), value: String(parts.last ?? "").trimmingCharacters(in: .whitespaces))
            let response = ResponseInput(
                url: url, hops: [], status: 200, headers: [header], fetched: Timestamp(seconds: 1_790_000_000))
            let signals = reader.onHeaders(response, site: SiteEvidence(atFetch: nil, atUse: nil)).signals
            return (String(line), outcome(signals.contains { $0.isTaken && $0.value == .deny }, "a refusal"))
        }
    }

    private static func page(_ bytes: [UInt8]) throws(VectorFault) -> [(String, VectorOutcome)] {
        let page = try RightsVectorFormat.reading(bytes)
        let rules = XRobotsTag.names(in: page, tables: try Tables.shared())
        return [
            ("noai", outcome(rules.contains("noai"), "noai", got: rules.joined(separator: ", "))),
            ("mining", outcome(TDMRep.meta(in: page).reservation == .reserved, "a reservation")),
        ]
    }

    /// The names of crawlers that a public list holds: each is one of the table's.
    private static func agents(_ bytes: [UInt8]) throws(VectorFault) -> [(String, VectorOutcome)] {
        let value: JSONValue
        do throws(JSONError) { value = try JSONReader.read(bytes) } catch { throw VectorFault("\(error)") }
        let known = Set(try Tables.shared().agents.agents.map(\.token))
        return (value.members ?? []).map { member in
            let token = ProductToken(prefixOf: member.key)
            return (member.key, outcome(token.map(known.contains) ?? false, "an agent of the table", got: "none"))
        }
    }
}

extension XRobotsTag {
    /// The names of the directives of a page's robots meta elements that bind all crawlers.
    fileprivate static func names(in page: PageReading, tables: SignalTables) -> [String] {
        MetaRobots.directives(in: page, agents: tables.agents).filter { $0.agent == nil }.map(\.name)
    }
}
