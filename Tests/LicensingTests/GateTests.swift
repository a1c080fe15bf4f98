import Canonical
import Provenance
import Testing

@testable import Licensing

@Suite("Gates of the delivered packs")
struct GateTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        let gate: String
        let fired: Truth
        let verdict: Verdict
        let change: @Sendable (inout Considered) -> Void
        var moment = Moment.use

        var testDescription: String { name }
    }

    static let cases: [Case] = [
        Case(name: "HG1 clear on an open page", gate: "HG1", fired: .no, verdict: .allowWithObligations) { _ in },
        Case(name: "HG1 shut by a paywall", gate: "HG1", fired: .yes, verdict: .deny) { $0.access = .paywalled },
        Case(name: "HG1 in doubt on an unreadable page", gate: "HG1", fired: .unknown, verdict: .hold) {
            $0.access = .unknown
        },
        Case(name: "HG3 shut by a refusal", gate: "HG3", fired: .yes, verdict: .deny) { $0.access = .refused },
        Case(name: "HG3 shut by a challenge page", gate: "HG3", fired: .yes, verdict: .deny) { $0.access = .blocked },
        Case(name: "HG3 in doubt", gate: "HG3", fired: .unknown, verdict: .hold) { $0.access = .unknown },
        Case(name: "no basis without an answer", gate: "HG3", fired: .no, verdict: .deny) { $0.access = .unavailable },
        Case(name: "HG4 shut by robots.txt", gate: "HG4", fired: .yes, verdict: .deny) {
            $0.signals = [Samples.signal(.robots, .crawl, .deny)]
        },
        Case(name: "HG4 shut by a refusal since", gate: "HG4", fired: .yes, verdict: .deny) {
            $0.signals = [Samples.signal(.robots, .crawl, .deny, moments: [.use])]
        },
        Case(name: "HG4 in doubt on an unreadable robots.txt", gate: "HG4", fired: .unknown, verdict: .hold) {
            $0.statesAtUse[.robots] = .unreadable
        },
        Case(name: "HG4 in doubt where nobody looked", gate: "HG4", fired: .unknown, verdict: .hold) {
            $0.statesAtFetch[.robots] = .notChecked
        },
        Case(name: "HG4 unmoved by a rule for other agents", gate: "HG4", fired: .no, verdict: .deny) {
            $0.signals = [Samples.signal(.robotsAIAgents, .crawl, .deny)]
        },
        Case(name: "HG5 clear with an empty answer", gate: "HG5", fired: .no, verdict: .allowWithObligations) { _ in },
        Case(name: "HG5 shut by an objection", gate: "HG5", fired: .yes, verdict: .deny) {
            $0.registry = .matches([Samples.objection()])
        },
        Case(name: "HG5 outvotes an open licence", gate: "HG5", fired: .yes, verdict: .deny) {
            $0.registry = .matches([Samples.objection()])
            $0.licence = Samples.licence("cc-by")
        },
        Case(name: "HG5 clear by the operator's word", gate: "HG5", fired: .no, verdict: .allowWithObligations) {
            $0.registry = .notAsked
        },
        Case(name: "HG5.uncertain holds on a near match", gate: "HG5.uncertain", fired: .yes, verdict: .hold) {
            $0.registry = .matches([Samples.objection(uncertain: true)])
        },
        Case(
            name: "HG5.ended holds what was captured under an objection", gate: "HG5.ended", fired: .yes, verdict: .hold
        ) {
            $0.capture = Samples.capture(fetched: Samples.now.adding(seconds: -50))
            $0.siteFiles =
                Samples.siteFiles(.fetch, fetched: Samples.now.adding(seconds: -60))
                + Samples.siteFiles(.use, fetched: Samples.now)
            $0.registry = .matches([Samples.objection(blocking: false, to: Samples.now.adding(seconds: -10))])
        },
        Case(name: "BODY shut by a broken body", gate: "BODY", fired: .yes, verdict: .deny) {
            $0.capture = Samples.capture(body: .truncated)
        },
        Case(name: "BODY shut without a request", gate: "BODY", fired: .yes, verdict: .deny) { $0.capture = nil },
        Case(name: "TEXT shut without text", gate: "TEXT", fired: .yes, verdict: .deny) { $0.document = nil },
    ]

    @Test("each gate when clear, shut and in doubt (licensing bases 0.2)", arguments: cases)
    func gate(_ given: Case) throws {
        let decision = decide(
            Samples.page(given.change), profile: Samples.company, ruleset: try Samples.ruleset(["eu"]),
            moment: given.moment,
            at: Samples.now)
        let outcome = try #require(decision.packs[0].gates.first { $0.id == given.gate })
        #expect(outcome.fired == given.fired)
        #expect(decision.verdict == given.verdict)
        if given.fired == .yes { #expect(decision.packs[0].reasons.contains("gate.\(given.gate)")) }
        if given.fired == .unknown { #expect(decision.packs[0].reasons.contains("gate-unknown.\(given.gate)")) }
    }

    @Test("a 402 holds or harder, and its gate says hold")
    func offer() throws {
        let page = Samples.page { $0.access = .offer }
        let decision = decide(
            page, profile: Samples.company, ruleset: try Samples.ruleset(["eu"]), moment: .fetch, at: Samples.now)
        #expect(decision.verdict == .hold)
    }

    @Test("a registry not asked is always said")
    func notAsked() throws {
        let page = Samples.page { $0.registry = .notAsked }
        let decision = decide(
            page, profile: Samples.company, ruleset: try Samples.ruleset(["eu"]), moment: .use, at: Samples.now)
        #expect(decision.packs[0].reasons.contains("registry.not-asked"))
    }
}
