import Provenance
import Testing

@testable import Licensing

@Suite("Terms on offer against the use profile (RSL 1.0, sections 3.1.1 and 3.5)")
struct TermsTests {
    static let company = Samples.company
    static let amateur = Samples.profile {
        $0.actor = .individual
        $0.commercial = false
    }
    static let institute = Samples.profile {
        $0.actor = .researchOrganisation
        $0.commercial = false
    }
    static let exporter = Samples.profile { $0.market = ["DE", "US"] }

    static let cases: [(UseProfile, [String], Truth)] = [
        (company, ["user=commercial"], .yes), (company, ["user=non-commercial education"], .no),
        (company, ["user!=commercial"], .no), (company, ["user!=personal"], .yes), (company, ["user="], .no),
        (company, ["user=robots"], .unknown), (amateur, ["user=personal"], .yes), (amateur, ["user=commercial"], .no),
        (institute, ["user=non-commercial"], .yes), (institute, ["user=education"], .unknown),
        (institute, ["user!=government"], .unknown), (institute, ["user=education non-commercial"], .yes),
        (company, ["geo=DE"], .yes), (company, ["geo=EU"], .yes), (company, ["geo=US CA"], .no),
        (company, ["geo!=EU"], .no), (company, ["geo!=US"], .yes), (exporter, ["geo=EU"], .unknown),
        (exporter, ["geo=EU US"], .yes), (exporter, ["geo!=US"], .unknown), (exporter, ["geo!=FR"], .yes),
        (company, ["payment=crawl 0.015 USD"], .unknown), (company, ["token=https://l/"], .unknown),
        (company, ["process=/ask"], .unknown), (company, ["reporting=audit https://p/"], .unknown),
        (company, ["attribution", "standard=https://l/"], .yes), (company, ["nobody knows"], .unknown),
        (company, [], .unknown), (company, ["payment=crawl", "geo=US"], .no),
        (company, ["user=personal", "or", "user=commercial"], .yes),
        (company, ["user=personal", "or", "user=commercial", "payment=use"], .unknown),
        (company, ["attribution", "or", "payment=use"], .unknown),
        (company, ["user=personal", "or", "geo=US"], .no), (amateur, ["user=personal", "or", "user=commercial"], .yes),
    ]

    @Test("An excluded user or place is left out, a doubt is open, a price reserves", arguments: cases)
    func holds(_ profile: UseProfile, _ conditions: [String], _ truth: Truth) {
        let reader = FactReader(Samples.page(), profile, Samples.settings, .none, .use, Samples.now)
        #expect(reader.holds(conditions) == truth)
        let signal = Samples.signal(.rslRobots, .train, .conditional, conditions: conditions)
        // What must be paid for is reserved until it is.
        #expect(reader.absence(by: signal) == (reader.hasPrice(conditions) ? .no : truth))
    }

    @Test("Terms that were announced and could not be read hold, whatever became of them")
    func advertised() {
        let reader = FactReader(Samples.page(), Self.company, Samples.settings, .none, .use, Samples.now)
        for value in [SignalValue.unknown, .invalid] {
            let signal = Samples.signal(.rslPage, .train, value, notes: ["terms-advertised"])
            #expect(reader.absence(by: signal) == .unknown)
        }
    }

    @Test("Only the carriers of terms are read so; another protocol's condition stays a doubt")
    func others() {
        let reader = FactReader(Samples.page(), Self.company, Samples.settings, .none, .use, Samples.now)
        #expect(
            reader.absence(by: Samples.signal(.tdmrepFile, .tdm, .conditional, conditions: ["attribution"])) == .unknown
        )
        #expect(
            reader.absence(by: Samples.signal(.rslRobots, .search, .conditional, conditions: ["user=personal"])) == .yes
        )
    }

    @Test("Adding a condition never opens an offer")
    func harder() {
        let reader = FactReader(Samples.page(), Self.company, Samples.settings, .none, .use, Samples.now)
        let order: [Truth] = [.no, .unknown, .yes]
        for (_, conditions, _) in Self.cases where !conditions.isEmpty && !conditions.contains("or") {
            for more in ["user=personal", "geo=EU", "payment=use", "user!=commercial"] {
                let (before, after) = (reader.holds(conditions), reader.holds(conditions + [more]))
                #expect(order.firstIndex(of: after)! <= order.firstIndex(of: before)!)
            }
        }
    }

    @Test("In the EU pack an excluded user and a price are refused, a grant and its absence alike")
    func verdicts() throws {
        let expected: [([String], SignalValue, Verdict)] = [
            (["user=non-commercial"], .conditional, .deny), (["payment=crawl"], .conditional, .deny),
            (["geo=EU"], .conditional, .allowWithObligations), ([], .allow, .allowWithObligations), ([], .deny, .deny),
        ]
        let ruleset = try Samples.ruleset(["eu"])
        for (conditions, value, verdict) in expected {
            let page = Samples.page { $0.signals = [Samples.signal(.rslRobots, .train, value, conditions: conditions)] }
            let decision = decide(page, profile: Self.company, ruleset: ruleset, moment: .use, at: Samples.now)
            #expect(decision.verdict == verdict, "\(conditions)")
        }
    }
}
