import Canonical
import Provenance
import Testing

@testable import Licensing

@Suite("Decisions at fetch")
struct FetchTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        let verdict: Verdict
        let change: @Sendable (inout Considered) -> Void

        var testDescription: String { name }
    }

    static let cases: [Case] = [
        Case(name: "robots allows and nothing objects", verdict: .allow) { _ in },
        Case(name: "robots forbids", verdict: .deny) { $0.signals = [Samples.signal(.robots, .crawl, .deny)] },
        Case(name: "robots forbids only since", verdict: .allow) {
            $0.signals = [Samples.signal(.robots, .crawl, .deny, moments: [.use])]
        },
        Case(name: "robots was not looked for", verdict: .hold) { $0.statesAtFetch[.robots] = .notChecked },
        Case(name: "robots is unreadable", verdict: .hold) { $0.statesAtFetch[.robots] = .unreadable },
        Case(name: "robots was out of reach", verdict: .hold) {
            $0.siteFiles = Samples.siteFiles(.fetch, fetched: Samples.now, outcome: .unreachable)
        },
        Case(name: "robots is older than its age", verdict: .hold) {
            $0.siteFiles = Samples.siteFiles(.fetch, fetched: Samples.now.adding(seconds: -86_401))
        },
        Case(name: "robots is from later", verdict: .hold) {
            $0.siteFiles = Samples.siteFiles(.fetch, fetched: Samples.now.adding(seconds: 1))
        },
        Case(name: "no robots file among the facts", verdict: .hold) { $0.siteFiles = [] },
        Case(name: "an objection blocks", verdict: .deny) { $0.registry = .matches([Samples.objection()]) },
        Case(name: "an objection may block", verdict: .hold) {
            $0.registry = .matches([Samples.objection(uncertain: true)])
        },
        Case(name: "a text reserved by tdmrep may carry a licence yet", verdict: .allow) {
            $0.signals = [Samples.signal(.tdmrepFile, .tdm, .deny)]
        },
        Case(name: "headers of a 200 are here", verdict: .allow) { $0.capture = Samples.capture(body: .notTaken) },
        Case(name: "headers of a 403 are here", verdict: .deny) {
            $0.capture = Samples.capture(body: .notTaken, status: 403)
            $0.access = .refused
        },
        Case(name: "headers of another status, access unknown", verdict: .hold) {
            $0.capture = Samples.capture(body: .notTaken, status: 300)
        },
    ]

    @Test("only gates count, before the request and before the body", arguments: cases)
    func fetch(_ given: Case) throws {
        var page = Considered(
            url: Samples.url, statesAtFetch: Samples.states(),
            siteFiles: Samples.siteFiles(.fetch, fetched: Samples.now),
            registry: .matches([]))
        given.change(&page)
        let decision = decide(
            page, profile: Samples.company, ruleset: try Samples.ruleset(["eu", "open-only"]), moment: .fetch,
            at: Samples.now)
        #expect(decision.verdict == given.verdict)
        #expect(decision.packs.allSatisfy { $0.bases.isEmpty && $0.basis.isEmpty })
    }
}
