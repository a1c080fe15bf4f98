import Canonical
import Provenance
import Testing

@testable import Licensing

@Suite("Bases of the delivered packs")
struct BasisTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        let pack: String
        let verdict: Verdict
        let basis: String
        var profile = Samples.company
        let change: @Sendable (inout Considered) -> Void

        init(
            _ name: String, _ pack: String, _ verdict: Verdict, _ basis: String, profile: UseProfile = Samples.company,
            change: @escaping @Sendable (inout Considered) -> Void
        ) {
            self.name = name
            self.pack = pack
            self.verdict = verdict
            self.basis = basis
            self.profile = profile
            self.change = change
        }

        var testDescription: String { name }
    }

    static let amateur = Samples.profile { $0.commercial = false }
    static let publisher = Samples.profile { $0.redistributesText = true }
    static let institute = Samples.profile {
        $0.actor = .researchOrganisation
        $0.commercial = false
        $0.research = ResearchStanding(evidence: "https://register.example/1", preferentialAccess: false)
    }

    static func licensed(_ id: String, version: String = "4.0") -> @Sendable (inout Considered) -> Void {
        { $0.licence = Samples.licence(id, version: version) }
    }

    static let licences: [Case] = [
        Case("CC0", "open-only", .allow, "pd.cc0", change: licensed("cc0", version: "1.0")),
        Case("Public Domain Mark alone", "open-only", .hold, "", change: licensed("pdm", version: "1.0")),
        Case("CC BY", "open-only", .allowWithObligations, "open.cc-by", change: licensed("cc-by")),
        Case("CC BY-SA", "open-only", .allowWithObligations, "open.cc-by-sa", change: licensed("cc-by-sa")),
        Case("CC BY-NC, commercial", "open-only", .deny, "", change: licensed("cc-by-nc")),
        Case(
            "CC BY-NC, not", "open-only", .allowWithObligations, "open.cc-by-nc", profile: amateur,
            change: licensed("cc-by-nc")),
        Case(
            "CC BY-NC-SA, not commercial", "open-only", .allowWithObligations, "open.cc-by-nc-sa", profile: amateur,
            change: licensed("cc-by-nc-sa")),
        Case("CC BY-ND in house", "open-only", .allowWithObligations, "open.cc-by-nd", change: licensed("cc-by-nd")),
        Case("CC BY-ND handed on", "open-only", .deny, "", profile: publisher, change: licensed("cc-by-nd")),
        Case(
            "CC BY-NC-ND 1.0 spelling", "open-only", .allowWithObligations, "open.cc-by-nc-nd", profile: amateur,
            change: licensed("cc-by-nd-nc", version: "1.0")),
        Case("retired", "open-only", .hold, "", change: licensed("cc-sampling-plus", version: "1.0")),
        Case("the Scottish port", "open-only", .hold, "") {
            let port = LicenceReference(id: "cc-by", url: "", version: "2.5", jurisdiction: "scotland")
            $0.licence = LicenceFinding(outcome: .covers, licences: [port], reason: "test")
        },
        Case("no version", "open-only", .hold, "", change: licensed("cc-by", version: "")),
        Case("unknown to us", "open-only", .hold, "", change: licensed("my-own")),
        Case("none", "open-only", .deny, "") { _ in },
        Case("none, its carrier unread", "open-only", .hold, "") { $0.statesAtUse[.licencePage] = .unreadable },
        Case("CC BY, another carrier not looked at", "open-only", .hold, "") {
            $0.licence = Samples.licence("cc-by")
            $0.statesAtUse[.licenceHeader] = .notChecked
        },
        Case("two versions of one licence", "open-only", .allowWithObligations, "open.cc-by") {
            $0.licence = Samples.licence("cc-by", "cc-by")
        },
        Case("CC BY against CC BY-NC", "open-only", .hold, "") {
            $0.licence = Samples.licence("cc-by", "cc-by-nc", outcome: .conflict)
        },
        Case("a licence that cannot be told", "open-only", .hold, "") {
            $0.licence = LicenceFinding(outcome: .unclear, licences: [], reason: "test")
        },
        Case("an old capture keeps its licence", "open-only", .allowWithObligations, "open.cc-by") {
            $0.licence = Samples.licence("cc-by")
            let then = Samples.now.adding(seconds: -400 * 86_400)
            $0.capture = Samples.capture(fetched: then)
            $0.siteFiles = Samples.siteFiles(.fetch, fetched: then) + Samples.siteFiles(.use, fetched: Samples.now)
        },
        Case("CC BY where nobody looked for what may speak against it", "eu", .hold, "") {
            $0.licence = Samples.licence("cc-by")
            $0.statesAtUse[.tdmrepMeta] = .notChecked
        },
        Case("CC BY where it was not looked for at fetch", "eu", .allowWithObligations, "open.cc-by") {
            $0.licence = Samples.licence("cc-by")
            $0.statesAtFetch[.tdmrepFile] = .notChecked
        },
        Case("CC BY against CC BY-NC, Art. 4 does not settle it", "eu", .hold, "") {
            $0.licence = Samples.licence("cc-by", "cc-by-nc", outcome: .conflict)
        },
    ]

    static let exceptions: [Case] = [
        Case("Art. 4, all looked for and absent", "eu", .allowWithObligations, "exc.eu.cdsm4") { _ in },
        Case("Art. 4, reserved", "eu", .deny, "") { $0.signals = [Samples.signal(.tdmrepHeader, .tdm, .deny)] },
        Case("Art. 4, reserved by what the pack does not require", "eu", .deny, "") {
            $0.signals = [Samples.signal(.trustTxt, .train, .deny)]
        },
        Case("Art. 4, reserved only since", "eu", .deny, "") {
            $0.signals = [Samples.signal(.aiprefRobots, .train, .deny, moments: [.use])]
        },
        Case("Art. 4, a statement that is not about the page", "eu", .allowWithObligations, "exc.eu.cdsm4") {
            $0.signals = [Samples.signal(.metaRobots, .train, .deny, dropped: "inside figure")]
        },
        Case("Art. 4, a price", "eu", .hold, "") { $0.signals = [Samples.signal(.tdmrepMeta, .tdm, .conditional)] },
        Case("Art. 4, void but meant to refuse", "eu", .hold, "") {
            $0.signals = [Samples.signal(.tdmrepHeader, .tdm, .invalid, notes: ["restrictive-intent"])]
        },
        Case("Art. 4, void and meaningless", "eu", .allowWithObligations, "exc.eu.cdsm4") {
            $0.signals = [Samples.signal(.tdmrepHeader, .tdm, .invalid)]
        },
        Case("Art. 4, unreadable tdmrep.json", "eu", .hold, "") { $0.statesAtUse[.tdmrepFile] = .unreadable },
        Case("Art. 4, nobody looked at fetch", "eu", .hold, "") { $0.statesAtFetch[.tdmrepFile] = .notChecked },
        Case("Art. 4, text handed on", "eu", .deny, "", profile: publisher) { _ in },
        Case("Art. 4, imitation", "eu", .hold, "", profile: Samples.profile { $0.styleTarget = true }) { _ in },
        Case("Art. 4, noimageai speaks of images", "eu", .allowWithObligations, "exc.eu.cdsm4") {
            $0.signals = [Samples.signal(.metaRobots, .train, .deny, scope: .asset)]
        },
        Case("Art. 4, unavailable_after a day to come", "eu", .allowWithObligations, "exc.eu.cdsm4") {
            $0.signals = [Samples.signal(.xRobotsTag, .all, .conditional, conditions: ["2026-11-23T12:00:01Z"])]
        },
        Case("Art. 4, unavailable_after a day that came", "eu", .deny, "") {
            $0.signals = [Samples.signal(.xRobotsTag, .all, .conditional, conditions: ["2026-11-23T12:00:00Z"])]
        },
        Case("Art. 4, noindex is no reservation", "eu", .allowWithObligations, "exc.eu.cdsm4") {
            $0.signals = [Samples.signal(.metaRobots, .index, .deny)]
        },
        Case("Art. 3 is not reserved against", "eu", .allowWithObligations, "exc.eu.cdsm3", profile: institute) {
            $0.signals = [Samples.signal(.tdmrepHeader, .tdm, .deny)]
        },
        Case(
            "Art. 3 without evidence", "eu", .deny, "",
            profile: Samples.profile {
                $0.actor = .heritage; $0.commercial = false
            }
        ) {
            $0.signals = [Samples.signal(.tdmrepHeader, .tdm, .deny)]
        },
        Case(
            "Art. 3, influence not said", "eu", .hold, "",
            profile: Samples.profile {
                $0.actor = .heritage
                $0.commercial = false
                $0.research = ResearchStanding(evidence: "x", preferentialAccess: nil)
            }
        ) { $0.signals = [Samples.signal(.tdmrepHeader, .tdm, .deny)] },
    ]

    @Test("each basis accepted, refused and in doubt (licensing bases 1.1, 1.2, 1.4)", arguments: licences + exceptions)
    func basis(_ given: Case) throws {
        let decision = decide(
            Samples.page(given.change), profile: given.profile, ruleset: try Samples.ruleset([given.pack]),
            moment: .use,
            at: Samples.now)
        #expect(decision.verdict == given.verdict, "\(decision.packs[0].reasons)")
        #expect(decision.packs[0].basis == given.basis)
        #expect(decision.obligations.isEmpty == (decision.verdict != .allowWithObligations))
    }

    @Test("across packs the hardest verdict wins, and each pack says its own")
    func packs() throws {
        let decision = decide(
            Samples.page(), profile: Samples.company, ruleset: try Samples.ruleset(["open-only", "eu"]), moment: .use,
            at: Samples.now)
        #expect(decision.verdict == .deny)
        #expect(decision.packs.map(\.pack) == ["eu", "open-only"])
        #expect(decision.packs.map(\.verdict) == [.allowWithObligations, .deny])
        #expect(decision.obligations == [])
    }

    @Test("tag looks neither at objections nor at grown age")
    func tag() throws {
        let page = Samples.page {
            $0.registry = .matches([Samples.objection()])
            $0.siteFiles =
                Samples.siteFiles(.fetch, fetched: Samples.now) + Samples.siteFiles(.use, fetched: Samples.now)
        }
        let later = Samples.now.adding(seconds: 100 * 86_400)
        let rules = try Samples.ruleset(["eu"])
        #expect(
            decide(page, profile: Samples.company, ruleset: rules, moment: .tag, at: later).basisText
                == "eu=exc.eu.cdsm4")
        #expect(decide(page, profile: Samples.company, ruleset: rules, moment: .use, at: later).verdict == .deny)
    }
}
