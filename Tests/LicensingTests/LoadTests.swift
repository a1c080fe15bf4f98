import Canonical
import Provenance
import Testing

@testable import Licensing

@Suite("Loading packs, settings and profiles")
struct LoadTests {
    static let pack = """
        id: small
        version: "1"
        as_of: 2026-11-23
        title: Small
        kind: design
        protocols:
          reservation: {required: [robots], at: [fetch, use]}
        gates:
          - id: HG4
            fires: {not: {fact: robots.allows}}
            verdict: deny
            source: RFC 9309
            as_of: 2026-11-23
            kind: law
        bases:
          - id: exc.small
            trigger: always
            conditions:
              reservation: {fact: reservation.none}
            obligations: [OB.GUARD]
            source: house
            as_of: 2026-11-23
            kind: design
            status: in-force
        otherwise: exc.none
        """

    static let twice = """
              status: in-force
          - id: exc.other
            trigger: always
            conditions: {reservation: {fact: reservation.none}, open: {fact: access, is: open}}
            obligations: [OB.GUARD]
            source: house
            as_of: 2026-11-23
            kind: design
            status: in-force
        """

    struct Fault: Sendable, CustomTestStringConvertible {
        let name: String
        let line: Int
        let key: String
        let old: String
        let new: String
        let says: String

        var testDescription: String { name }
    }

    static let faults: [Fault] = [
        Fault(
            name: "a rule of terms without a source", line: 6, key: "term", old: "protocols:",
            new: "term: {life: 70, as_of: 2026-11-24, kind: law}\nprotocols:", says: "source is missing"),
        Fault(
            name: "a score without a date", line: 7, key: "scores[0]", old: "protocols:",
            new:
                "scores:\n  - {id: s, clear: 1, conflict: 2, factors: {a: {hard: never}}, source: x, kind: design}\nprotocols:",
            says: "as_of is missing"),
        Fault(name: "unknown key", line: 5, key: "kid", old: "kind: design", new: "kid: design", says: "unknown key"),
        Fault(name: "unknown kind", line: 5, key: "kind", old: "design", new: "opinion", says: "none of"),
        Fault(
            name: "missing as_of of the pack", line: 1, key: "", old: "as_of: 2026-11-23\ntitle", new: "title",
            says: "as_of is missing"),
        Fault(
            name: "no such day", line: 3, key: "as_of", old: "as_of: 2026-11-23\ntitle",
            new: "as_of: 2026-02-30\ntitle", says: "a day"),
        Fault(
            name: "unknown protocol", line: 7, key: "protocols.reservation.required[0]", old: "[robots]",
            new: "[robot]", says: "unknown protocol"),
        Fault(
            name: "unknown set", line: 7, key: "protocols.reserved", old: "reservation: {req", new: "reserved: {req",
            says: "unknown set"),
        Fault(
            name: "unknown moment", line: 7, key: "protocols.reservation.at[0]", old: "[fetch, use]", new: "[tag]",
            says: "none of"),
        Fault(
            name: "set not given", line: 16, key: "bases[0]",
            old: "  reservation: {required: [robots], at: [fetch, use]}",
            new: "  licence: {required: [licence.page], at: [use]}", says: "protocols.reservation is not given"),
        Fault(
            name: "unknown fact", line: 10, key: "gates[0].fires.not.fact", old: "robots.allows", new: "robots.likes",
            says: "unknown fact"),
        Fault(
            name: "unknown value", line: 10, key: "gates[0].fires.is", old: "{not: {fact: robots.allows}}",
            new: "{fact: access, is: opened}", says: "no value of access"),
        Fault(
            name: "a choice without a value", line: 10, key: "gates[0].fires", old: "{not: {fact: robots.allows}}",
            new: "{fact: access}", says: "add is or in"),
        Fault(
            name: "two forms", line: 10, key: "gates[0].fires", old: "{not: {fact: robots.allows}}",
            new: "{not: always, any: [always]}", says: "exactly one"),
        Fault(
            name: "unknown verdict", line: 11, key: "gates[0].verdict", old: "verdict: deny", new: "verdict: refuse",
            says: "none of"),
        Fault(
            name: "a gate that opens", line: 9, key: "gates[0]", old: "verdict: deny", new: "verdict: allow",
            says: "would open it"),
        Fault(
            name: "gate without kind", line: 9, key: "gates[0]", old: "    kind: law\n", new: "",
            says: "kind is missing"),
        Fault(
            name: "a part that is not there", line: 9, key: "gates[0].include", old: "  - id: HG4",
            new: "  - include: gates\n  - id: HG4", says: "no part gates"),
        Fault(
            name: "a word that is not given", line: 10, key: "gates[0].fires.use", old: "{not: {fact: robots.allows}}",
            new: "{use: shut}", says: "not given under let"),
        Fault(
            name: "a score that is not there", line: 10, key: "gates[0].fires.score",
            old: "{not: {fact: robots.allows}}", new: "{score: market, is: clear}", says: "no such score"),
        Fault(
            name: "words that lead back to themselves", line: 9, key: "let.a", old: "gates:",
            new: "let:\n  a: {not: {use: b}}\n  b: {use: a}\ngates:", says: "a cycle: "),
        Fault(
            name: "no value left", line: 16, key: "bases[0]", old: "reservation: {fact: reservation.none}",
            new:
                "reservation: {fact: reservation.none}\n      o: {fact: access, is: open}\n      p: {fact: access, is: offer}",
            says: "no value of access meets all"),
        Fault(
            name: "gate without source", line: 9, key: "gates[0]", old: "    source: RFC 9309\n", new: "",
            says: "source is missing"),
        Fault(
            name: "unknown obligation", line: 20, key: "bases[0].obligations[0]", old: "OB.GUARD", new: "OB.THANKS",
            says: "none of"),
        Fault(
            name: "basis without as_of", line: 16, key: "bases[0]", old: "    as_of: 2026-11-23\n    kind: design",
            new: "    kind: design", says: "as_of is missing"),
        Fault(
            name: "basis without source", line: 16, key: "bases[0]", old: "    source: house\n", new: "",
            says: "source is missing"),
        Fault(
            name: "never reached", line: 16, key: "bases[0]", old: "trigger: always", new: "trigger: never",
            says: "can never be reached"),
        Fault(
            name: "hidden by an earlier basis", line: 25, key: "bases[1]", old: "      status: in-force", new: twice,
            says: "exc.small stands whenever"),
        Fault(
            name: "the same basis twice", line: 25, key: "bases[1]", old: "      status: in-force",
            new: twice.replacing("exc.other", with: "exc.small"), says: "stands here twice"),
        Fault(
            name: "a name that would break the codes", line: 16, key: "bases[0].id", old: "exc.small", new: "exc small",
            says: "no name"),
    ]

    @Test("a pack in which no denial can be reached is refused")
    func noDenial() throws {
        let open = Self.pack.replacing("reservation: {fact: reservation.none}", with: "reservation: always")
        #expect(throws: Never.self) { try Pack(open, file: "small.yaml") }
        let error = #expect(throws: ConfigError.self) {
            try Pack(open.replacing("verdict: deny", with: "verdict: hold"), file: "small.yaml")
        }
        #expect(error?.problem.contains("no denial can be reached") == true)
    }

    @Test("a part is read in the place of its include, and one that includes itself is refused")
    func parts() throws {
        let pack = Self.pack.replacing("gates:\n", with: "gates:\n  - include: more\n")
        func part(_ text: String) -> (String) -> (file: String, text: String)? {
            { $0 == "more" ? ("more.yaml", text) : nil }
        }
        let gate =
            "gates:\n  - {id: HG9, fires: {fact: access, is: offer}, verdict: hold, source: x, as_of: 2026-11-23, kind: design}\n"
        #expect(try Pack(pack, file: "small.yaml", parts: part(gate)).gates.map(\.id) == ["HG9", "HG4"])
        let cycle = #expect(throws: ConfigError.self) {
            try Pack(pack, file: "small.yaml", parts: part(gate + "  - include: more\n"))
        }
        #expect(cycle?.file == "more.yaml" && cycle?.line == 3 && cycle?.problem.contains("a cycle") == true)
        let unknown = #expect(throws: ConfigError.self) {
            try Pack(pack, file: "small.yaml", parts: part(gate.replacing("kind: design", with: "kin: design")))
        }
        #expect(unknown?.file == "more.yaml" && unknown?.line == 2)
    }

    @Test("a small pack loads")
    func loads() throws {
        let pack = try Pack(Self.pack, file: "small.yaml")
        #expect(pack.id == "small")
        #expect(pack.bases.map(\.conditions) == [["reservation"]])
        #expect(pack.requiredProtocols == [.robots])
    }

    @Test("a fault is told with file, line and key", arguments: faults)
    func fault(_ given: Fault) throws {
        let old = given.old == "      status: in-force" ? "    status: in-force" : given.old
        let new = given.old == "      status: in-force" ? Self.unindented(given.new) : given.new
        let text = Self.pack.replacing(old, with: new, maxReplacements: 1)
        #expect(text != Self.pack)
        let error = #expect(throws: ConfigError.self) { try Pack(text, file: "small.yaml") }
        #expect(error?.file == "small.yaml")
        #expect(error?.line == given.line, "\(String(describing: error))")
        #expect(error?.key == given.key)
        #expect(error?.problem.contains(given.says) == true, "\(String(describing: error))")
    }

    private static func unindented(_ text: String) -> String {
        text.split(separator: "\n").enumerated().map { $0 == 0 ? String($1.dropFirst(2)) : String($1) }.joined(
            separator: "\n")
    }

    @Test("no active pack, or one that is not there, is an error and never an allow")
    func activePacks() throws {
        let file = (file: "small.yaml", text: Self.pack)
        #expect(throws: ConfigError.self) { try Ruleset.load(packs: [file], active: [], settings: nil) }
        #expect(throws: ConfigError.self) { try Ruleset.load(packs: [file], active: ["big"], settings: nil) }
        #expect(throws: ConfigError.self) { try Ruleset.load(packs: [file, file], active: ["small"], settings: nil) }
        #expect(try Ruleset.load(packs: [file], active: ["small"], settings: nil).packs.count == 1)
    }

    @Test("the digest changes with every rule and setting, not with comments")
    func digests() throws {
        func digest(_ text: String, _ settings: String? = nil) throws -> Digest {
            let node = try settings.map { try ConfigNode.read($0, file: "s") }
            return try Ruleset.load(packs: [("small.yaml", text)], active: ["small"], settings: node).digest
        }
        let plain = try digest(Self.pack)
        #expect(try digest("# a comment\n" + Self.pack) == plain)
        #expect(try digest(Self.pack.replacing("OB.GUARD", with: "OB.NC")) != plain)
        #expect(try digest(Self.pack, "noarchive: record") != plain)
        #expect(try digest(Self.pack, "noarchive: deny") == plain)
    }

    @Test("settings of doubt refuse unknown keys and values")
    func settings() throws {
        func read(_ text: String) throws -> DoubtSettings { try DoubtSettings(ConfigNode.read(text, file: "s.yaml")) }
        #expect(try read("site_evidence_age_use: 2d").siteEvidenceAgeUse == 172_800)
        #expect(try read("nl_reservation: deny").naturalLanguage == .deny)
        #expect(throws: ConfigError.self) { try read("nl_reservations: hold") }
        #expect(throws: ConfigError.self) { try read("noarchive: allow") }
        #expect(throws: ConfigError.self) { try read("registry_age: 500ms") }
    }

    static let profile = """
        purpose: pretrain
        commercial: true
        actor: company
        place_of_copying: [DE]
        market: [FR, DE]
        redistributes_text: false
        style_target: false
        model_release: closed
        sme: false
        """

    @Test("a use profile is read whole or not at all")
    func useProfile() throws {
        func read(_ text: String) throws -> UseProfile { try UseProfile(ConfigNode.read(text, file: "p.yaml")) }
        let profile = try read(Self.profile)
        #expect(profile.market == ["DE", "FR"])
        #expect(profile.research == nil)
        #expect(
            try read(Self.profile + "\nresearch_org: {evidence: x}").research
                == ResearchStanding(evidence: "x", preferentialAccess: nil))
        #expect(try read(Self.profile.replacing("[FR, DE]", with: "[DE, FR]")).digest == profile.digest)
        for line in Self.profile.split(separator: "\n") {
            #expect(throws: ConfigError.self) {
                try read(Self.profile.replacing(line + "\n", with: "").replacing("\n" + line, with: ""))
            }
        }
        #expect(throws: ConfigError.self) { try read(Self.profile.replacing("[DE]", with: "[Germany]")) }
        #expect(throws: ConfigError.self) { try read(Self.profile + "\nhobby: true") }
    }

    @Test("the delivered packs load, and name only what this version reads")
    func delivered() throws {
        let rules = try Samples.ruleset(["eu", "open-only"])
        #expect(rules.packs.map(\.id) == ["eu", "open-only"])
        #expect(rules.requiredProtocols.isDisjoint(with: [.embeddedXMP, .licenceFeed]))
        for pack in rules.packs {
            for name in pack.bases.flatMap(\.conditions) { #expect(ReasonText.conditions[name] != nil, "\(name)") }
            for gate in pack.gates { #expect(!ReasonText.explain("gate.\(gate.id)").contains("of the pack")) }
        }
    }
}
