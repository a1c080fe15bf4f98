import Canonical
import Provenance
import Testing

@testable import Licensing

@Suite("What an objection to a text comes to for a document that is like it, licensing bases 0.0.8")
struct NearCopyTests {
    struct Case: CustomTestStringConvertible {
        let places: Int
        let containment: Int
        var settings: String?
        let verdict: Verdict

        var testDescription: String { "\(places) places, \(containment) of 1000, \(settings ?? "default")" }
    }

    static let cases = [
        Case(places: 64, containment: 1000, verdict: .deny), Case(places: 24, containment: 800, verdict: .deny),
        Case(places: 23, containment: 1000, verdict: .hold), Case(places: 40, containment: 799, verdict: .hold),
        Case(places: 12, containment: 400, verdict: .hold),
        Case(places: 12, containment: 399, verdict: .allowWithObligations),
        Case(places: 40, containment: 799, settings: "near_copy_deny: 700", verdict: .deny),
        Case(places: 12, containment: 399, settings: "near_copy_hold: 300", verdict: .hold),
        Case(places: 8, containment: 900, settings: "near_copy_places: 8", verdict: .deny),
    ]

    static func page(_ places: Int, _ containment: Int, blocking: Bool = true) -> Considered {
        Samples.page {
            $0.registry = .matches([
                ObjectionMatch(
                    objection: "o1", scope: "text", key: "text", state: "EFFECTIVE", isBlocking: blocking,
                    isUncertain: false, effectiveFrom: Samples.now.adding(seconds: -100), effectiveTo: nil,
                    similarity: TextSimilarity(places: places, containment: containment, resemblance: 500))
            ])
        }
    }

    private func decision(_ page: Considered, _ settings: String?) throws -> Decision {
        decide(
            page, profile: Samples.company, ruleset: try Samples.ruleset(["eu"], settings: settings), moment: .use,
            at: Samples.now)
    }

    @Test("A copy is denied, what may be one is held, a stranger is not touched", arguments: cases)
    func verdicts(_ one: Case) throws {
        #expect(try decision(Self.page(one.places, one.containment), one.settings).verdict == one.verdict)
    }

    @Test("An objection that does not block bars no copy")
    func ended() throws {
        #expect(try decision(Self.page(64, 1000, blocking: false), nil).verdict.admits)
    }

    @Test("What hangs on the threshold alone says so, and thresholds are part of the ruleset's digest")
    func doubts() throws {
        #expect(try decision(Self.page(12, 400), nil).doubts == ["near_copy_hold"])
        #expect(try decision(Self.page(64, 1000), nil).doubts == [])
        let digests = try [nil, "near_copy_deny: 900", "near_copy_hold: 500", "near_copy_places: 30"].map {
            try Samples.ruleset(["eu"], settings: $0).digest
        }
        #expect(Set(digests).count == 4)
    }

    @Test(
        "Thresholds that contradict each other, or are no shares, are refused",
        arguments: [
            "{near_copy_hold: 900, near_copy_deny: 800}", "near_copy_deny: 1001", "near_copy_hold: 0",
            "near_copy_places: 65",
            "near_copy_deny: high",
        ])
    func refused(_ settings: String) {
        #expect(throws: ConfigError.self) { try Samples.ruleset(["eu"], settings: settings) }
    }
}
