import Canonical
import Provenance
import Testing

@testable import Licensing

@Suite("An open licence beside a protocol that refuses training (hard case 58)")
struct OpposedLicenceTests {
    /// A statement beside a licence, and whether it leaves the licence in doubt.
    struct Opposed: Sendable {
        let name: String
        let holds: Bool
        let change: @Sendable (inout Considered) -> Void
    }

    static let opposed: [Opposed] = [
        Opposed(name: "nothing", holds: false) { _ in },
        Opposed(name: "a refusal of training", holds: true) {
            $0.signals = [Samples.signal(.tdmrepHeader, .tdm, .deny)]
        },
        Opposed(name: "a refusal at fetch alone", holds: true) {
            $0.signals = [Samples.signal(.aiprefRobots, .train, .deny, moments: [.fetch])]
        },
        Opposed(name: "terms in doubt", holds: true) {
            $0.signals = [Samples.signal(.contentSignalRobots, .train, .unknown)]
        },
        Opposed(name: "a refusal that was meant and is void", holds: true) {
            $0.signals = [Samples.signal(.tdmrepMeta, .tdm, .invalid, notes: ["restrictive-intent"])]
        },
        Opposed(name: "a refusal that was dropped", holds: false) {
            $0.signals = [Samples.signal(.tdmrepHeader, .tdm, .deny, dropped: "subject is another resource")]
        },
        Opposed(name: "a refusal for a picture", holds: false) {
            $0.signals = [Samples.signal(.xRobotsTag, .train, .deny, scope: .asset)]
        },
        Opposed(name: "a refusal of search", holds: false) {
            $0.signals = [Samples.signal(.aiprefHeader, .search, .deny)]
        },
        Opposed(name: "a protocol that nobody looked at", holds: true) { $0.statesAtUse[.tdmrepFile] = .notChecked },
        Opposed(name: "a protocol that could not be read", holds: true) { $0.statesAtUse[.aiTxt] = .unreadable },
        Opposed(name: "a protocol that no pack requires, not looked at", holds: false) {
            $0.statesAtUse[.embeddedXMP] = .notChecked
        },
        Opposed(name: "a page as old as the hills", holds: false) {
            $0.capture = Samples.capture(fetched: Samples.now.adding(seconds: -5000 * AgeTests.day))
            $0.siteFiles =
                Samples.siteFiles(.fetch, fetched: Samples.now.adding(seconds: -5000 * AgeTests.day))
                + Samples.siteFiles(.use, fetched: Samples.now)
        },
    ]

    @Test(
        "honour_over_open_licence: what speaks against an open licence leaves it in doubt, unless it is false",
        arguments: opposed)
    func opposedLicence(_ given: Opposed) throws {
        // What no exception admits, so that the licence alone decides.
        let rules = { try Samples.ruleset(["open-only"], settings: $0) }
        var page = Samples.page { $0.licence = Samples.licence("cc-by") }
        given.change(&page)
        let strict = decide(page, profile: Samples.company, ruleset: try rules(nil), moment: .use, at: Samples.now)
        #expect(strict.verdict == (given.holds ? .hold : .allowWithObligations), "\(given.name)")
        #expect(strict.doubts == (given.holds ? ["honour_over_open_licence"] : []), "\(given.name)")
        let kind = decide(
            page, profile: Samples.company, ruleset: try rules("honour_over_open_licence: false"), moment: .use,
            at: Samples.now)
        #expect(kind.verdict == .allowWithObligations, "\(given.name)")
        #expect(kind.doubts == (given.holds ? ["honour_over_open_licence"] : []), "\(given.name)")
    }
}
