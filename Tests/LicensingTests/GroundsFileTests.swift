import Canonical
import Foundation
import Provenance
import Testing
import WebAddress

@testable import Licensing

@Suite("The operator's files are read whole or refused by file, line and key (docs/formats/grounds.md)")
struct GroundsFileTests {
    struct Fault: Sendable, CustomTestStringConvertible {
        let kind: OperatorGrounds.Kind
        let name: String
        let line: Int
        let key: String
        let old: String
        let new: String
        let says: String

        init(
            _ kind: OperatorGrounds.Kind, _ name: String, _ line: Int, _ key: String, _ old: String, _ new: String,
            _ says: String
        ) {
            (self.kind, self.name, self.line, self.key) = (kind, name, line, key)
            (self.old, self.new, self.says) = (old, new, says)
        }

        var testDescription: String { "\(kind.rawValue): \(name)" }
    }

    /// The example of each file as it is delivered.
    static func example(_ kind: OperatorGrounds.Kind) throws -> String {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        return try String(contentsOf: root.appending(path: "config/grounds/\(kind.rawValue).yaml"), encoding: .utf8)
    }

    static let texts: [OperatorGrounds.Kind: String] = [
        .lists: """
        as_of: 2026-11-24
        max_age: 30d
        lists:
          infringing: [pirate.example]
          sellers: []
        orders:
          deny: [order.example]
        classes:
          news: [gazette.example]
        substitutes:
          news.summary: [news]
        """,
        .contracts: """
        contracts:
          - id: C-1
            licensor: Press
            covers: [press.example]
            training: granted
            from: 2026-01-01
            to: 2026-12-31
            purposes: [pretrain]
        """,
        .notices: """
        notices:
          - id: N-1
            version: 1
            sources: [site.example]
            purposes: [pretrain]
            commercial: true
            territories: [CN]
            collection: {from: 2026-06-01, to: 2027-06-01}
            published: 2026-06-01
            period_days: 90
            probes:
              - {from: 2026-06-01, to: 2026-11-24}
        """,
        .mandates: """
        mandates:
          - id: M-1
            society: Writers
            kind: member
            rights: [training]
            territories: [CN]
            from: 2026-01-01
            to: 2026-12-31
            tariff: T-1
            repertoire:
              - work: W-1
                covers: [site.example]
                shares: {author: 700_000, translator: 300_000}
            opt_outs:
              - {covers: out.example, from: 2026-09-01}
        """,
        .works: """
        works:
          - work: W-1
            covers: [site.example]
            died: 1953
            evidence: register 3
        """,
        .clusters: """
        clusters:
          - id: K-1
            members: [one.example, two.example]
            origin: one.example
            proof: verified
        """,
    ]

    static let lists: [Fault] = [
        Fault(.lists, "an unknown key", 2, "max_ages", "max_age", "max_ages", "unknown key"),
        Fault(.lists, "no day", 1, "as_of", "2026-11-24", "yesterday", "a day is due"),
        Fault(.lists, "no day at all", 1, "", "as_of: 2026-11-24\n", "", "as_of is missing"),
        Fault(.lists, "an unknown list", 4, "lists.infringers", "infringing", "infringers", "unknown list"),
        Fault(.lists, "an unknown effect of an order", 7, "orders.denies", "  deny:", "  denies:", "unknown key"),
        Fault(.lists, "an unknown class", 9, "classes.novels", "  news:", "  novels:", "unknown class"),
        Fault(
            .lists, "an unknown class of the matrix", 11, "substitutes.news.summary[0]", "summary: [news]",
            "summary: [novels]", "none of"),
        Fault(.lists, "an address without scheme", 4, "lists.infringing[0]", "pirate.example", "a.example/b", "scheme"),
        Fault(.lists, "a time that is none", 2, "max_age", "30d", "a month", "time"),
    ]
    static let contracts: [Fault] = [
        Fault(.contracts, "an unknown key", 3, "contracts[0].licenser", "licensor", "licenser", "unknown key"),
        Fault(
            .contracts, "ends before it begins", 2, "contracts[0]", "to: 2026-12-31", "to: 2025-12-31",
            "before it begins"),
        Fault(.contracts, "no such day", 6, "contracts[0].from", "2026-01-01", "2026-02-30", "a day"),
        Fault(.contracts, "no such training", 5, "contracts[0].training", "granted", "yes", "none of"),
        Fault(.contracts, "covers nothing", 2, "contracts[0]", "[press.example]", "[]", "covers nothing"),
        Fault(.contracts, "no such purpose", 8, "contracts[0].purposes[0]", "[pretrain]", "[train]", "none of"),
        Fault(.contracts, "no list", 1, "contract", "contracts:", "contract:", "unknown key"),
    ]
    static let notices: [Fault] = [
        Fault(.notices, "an unknown key", 9, "notices[0].publish", "published", "publish", "unknown key"),
        Fault(.notices, "names no source", 2, "notices[0]", "[site.example]", "[]", "names no source"),
        Fault(
            .notices, "collects until before it begins", 8, "notices[0].collection", "to: 2027-06-01", "to: 2026-05-01",
            "before it begins"),
        Fault(.notices, "a window too short", 10, "notices[0].period_days", "90", "7", "30"),
        Fault(
            .notices, "no such day", 9, "notices[0].published", "published: 2026-06-01", "published: 2026-06-31",
            "a day"),
        Fault(
            .notices, "probes that end before they begin", 12, "notices[0].probes[0]", "to: 2026-11-24",
            "to: 2026-05-01", "before it begins"),
        Fault(.notices, "no version", 2, "notices[0]", "    version: 1\n", "", "version is missing"),
    ]
    static let mandates: [Fault] = [
        Fault(
            .mandates, "shares over the whole", 11, "mandates[0].repertoire[0]", "300_000", "300_001",
            "1000001 of 1000000"),
        Fault(
            .mandates, "shares under the whole", 11, "mandates[0].repertoire[0]", "300_000", "1",
            "not marked as partial"),
        Fault(
            .mandates, "ends before it begins", 2, "mandates[0]", "to: 2026-12-31", "to: 2025-12-31", "before it begins"
        ),
        Fault(.mandates, "an unknown kind", 4, "mandates[0].kind", "member", "membership", "none of"),
        Fault(.mandates, "an unknown right", 5, "mandates[0].rights[0]", "[training]", "[reading]", "none of"),
        Fault(.mandates, "no tariff", 2, "mandates[0]", "    tariff: T-1\n", "", "tariff is missing"),
        Fault(
            .mandates, "an opt-out without a day", 15, "mandates[0].opt_outs[0].from", "from: 2026-09-01", "from: soon",
            "a day"),
        Fault(
            .mandates, "an unknown key of a work", 12, "mandates[0].repertoire[0].cover", "    covers: [site",
            "    cover: [site", "unknown key"),
    ]
    static let others: [Fault] = [
        Fault(.works, "no evidence", 2, "works[0]", "\n    evidence: register 3", "", "evidence is missing"),
        Fault(.works, "no fact", 2, "works[0]", "    died: 1953\n", "", "one of died, published, official"),
        Fault(.works, "no year", 4, "works[0].died", "1953", "long ago", "number"),
        Fault(.clusters, "one member", 2, "clusters[0]", "[one.example, two.example]", "[one.example]", "one member"),
        Fault(.clusters, "an origin from elsewhere", 2, "clusters[0]", "origin: one", "origin: three", "no member"),
        Fault(.clusters, "an unknown proof", 5, "clusters[0].proof", "verified", "likely", "none of"),
    ]

    @Test("a fault", arguments: lists + contracts + notices + mandates + others)
    func fault(_ given: Fault) throws {
        let text = try #require(Self.texts[given.kind])
        let file = "\(given.kind.rawValue).yaml"
        var grounds = OperatorGrounds()
        try grounds.add(given.kind, ConfigNode.read(text, file: file))
        let broken = text.replacing(given.old, with: given.new, maxReplacements: 1)
        #expect(broken != text)
        let error = #expect(throws: ConfigError.self) {
            var grounds = OperatorGrounds()
            try grounds.add(given.kind, ConfigNode.read(broken, file: file))
        }
        #expect(error?.file == file)
        #expect(error?.line == given.line, "\(String(describing: error))")
        #expect(error?.key == given.key, "\(String(describing: error))")
        #expect(error?.problem.contains(given.says) == true, "\(String(describing: error))")
    }

    @Test("two mandates of one society claim no more than the whole of a work")
    func overlap() throws {
        let text = try #require(Self.texts[.mandates])
        let second = text.replacing("mandates:\n", with: "").replacing("M-1", with: "M-2")
        let error = #expect(throws: ConfigError.self) {
            var grounds = OperatorGrounds()
            try grounds.add(.mandates, ConfigNode.read(text + "\n" + second, file: "mandates.yaml"))
        }
        #expect(error?.problem.contains("2000000 millionths of work W-1") == true, "\(String(describing: error))")
        let twice = #expect(throws: ConfigError.self) {
            var grounds = OperatorGrounds()
            let again = second.replacing("Writers", with: "Translators").replacing("M-2", with: "M-1")
            try grounds.add(.mandates, ConfigNode.read(text + "\n" + again, file: "mandates.yaml"))
        }
        #expect(twice?.problem.contains("mandate M-1 stands twice") == true, "\(String(describing: twice))")
        let other = second.replacing("Writers", with: "Translators")
        var grounds = OperatorGrounds()
        try grounds.add(.mandates, ConfigNode.read(text + "\n" + other, file: "mandates.yaml"))
        let keys = MatchKeys(hops: [try CanonicalURL("https://site.example/a")])
        let found = grounds.grounds(for: keys, fetched: Samples.now, profile: Samples.company, at: Samples.now)
        #expect(found.mandates.count == 2 && found.mandates.allSatisfy(\.isDisputed))
    }

    @Test("every delivered example is read", arguments: OperatorGrounds.Kind.allCases)
    func examples(_ kind: OperatorGrounds.Kind) throws {
        var grounds = OperatorGrounds()
        try grounds.add(kind, ConfigNode.read(Self.example(kind), file: "\(kind.rawValue).yaml"))
        #expect(grounds.json.count == 1)
    }

    @Test(
        "a list says who is not on it until its time is over: a week for offers, a season for others, or as the file says"
    )
    func ages() throws {
        func known(_ text: String) throws -> KnownGrounds {
            var grounds = OperatorGrounds()
            try grounds.add(.lists, ConfigNode.read(text, file: "lists.yaml"))
            return grounds.known
        }
        let text = "as_of: 2026-11-24\nlists: {offers: [], sellers: []}\norders: {}"
        func day(_ text: String) -> Timestamp { Timestamp(rfc3339: "\(text)T00:00:00Z")! }
        let plain = try known(text)
        #expect(plain.lists["offers"] == day("2026-12-01"))
        #expect(plain.lists["sellers"] == day("2027-02-22") && plain.lists["orders"] == day("2027-02-22"))
        #expect(plain.lists["infringing"] == nil)
        #expect(plain.has("offers", at: day("2026-11-30")) && !plain.has("offers", at: day("2026-12-01")))
        let set = try known("max_age: 10d\n" + text)
        #expect(Set(set.lists.values) == [day("2026-12-04")])
    }

    @Test("a fact past its expiry is not known: neither that a source is listed nowhere, nor that a market is clear")
    func expiry() throws {
        let text = """
            as_of: 2026-11-20
            max_age: 5d
            lists: {databases: [], illegal-content: [], infringing: [], no-market: [], offers: [], refused: [], sellers: []}
            orders: {}
            substitutes: {web.general: []}
            """
        var grounds = OperatorGrounds()
        try grounds.add(.lists, ConfigNode.read(text, file: "lists.yaml"))
        var known = grounds.known
        known.hasClusters = true
        let profile = Samples.profile {
            $0.outputGuard = "test 1"
            $0.deduplicated = true
        }
        let rules = try Samples.ruleset(["cn-proposed"], known: known)
        func decision(_ at: Timestamp) -> Decision {
            let page = Samples.page {
                $0.capture = Samples.capture(fetched: at)
                $0.siteFiles = Samples.siteFiles(.fetch, fetched: at) + Samples.siteFiles(.use, fetched: at)
            }
            return decide(page, profile: profile, ruleset: rules, moment: .use, at: at)
        }
        #expect(decision(Samples.now).packs[0].basis == "prop.cn.iau")
        let late = decision(Timestamp(rfc3339: "2026-11-25T00:00:00Z")!)
        #expect(late.verdict == .hold)
        #expect(late.packs[0].reasons.contains("gate-unknown.HG2"))
        #expect(
            late.packs[0].reasons.contains("gate-unknown.HG6") && late.packs[0].reasons.contains("gate-unknown.HG7"))
        #expect(late.packs[0].reasons.contains("condition-unknown.prop.cn.iau.market"))
        // The whole vector of factors is kept: those that rest on lists are unknown, the others are as they were.
        let factors = late.packs[0].scores[0].factors
        #expect(
            factors == [.no, .unknown, .unknown, .unknown, .no, .unknown, .no, .no, .no, .yes, .no, .no, .no, .unknown])
        // With each factor stands how long what it rests on speaks.
        let lives = decision(Samples.now).packs[0].scores[0].lives
        let week = Samples.now.adding(seconds: 7 * 86_400)
        #expect(lives.count == factors.count)
        #expect(lives[0].observed == Samples.now)
        #expect(lives[4] == EvidenceLife(observed: Samples.now, until: week))
        #expect(lives[1].until == known.lists["infringing"] && lives[1].observed == nil)
        #expect(lives[9] == EvidenceLife())
    }
}
