import Canonical
import Provenance
import Testing
import WebAddress

@testable import Licensing

@Suite("How fresh the site files are on which a protocol rests")
struct SiteEvidenceTests {
    private func freshness(_ source: RightsProtocol, _ files: [(SiteFileKind, Int64, SiteFileOutcome)])
        -> SiteEvidence.Freshness?
    {
        let facts = files.map { kind, age, outcome in
            SiteFileFact(
                kind: kind, asked: "https://ex.com/\(age)", origin: Samples.url.origin, moment: .use, outcome: outcome,
                fetched: Samples.now.adding(seconds: -age), expires: Samples.now, digest: nil)
        }
        return SiteEvidence(
            facts.compactMap { .init($0, of: Samples.url.origin) }, fetched: Samples.now, at: Samples.now,
            fetchAge: 86_400, useAge: 3600
        ).freshness(of: source, .use)
    }

    @Test("RSL by robots.txt rests on robots.txt and on the worst of the documents it names")
    func rsl() {
        #expect(freshness(.rslRobots, []) == .missing)
        #expect(freshness(.rslRobots, [(.rsl, 0, .found)]) == .missing)
        #expect(freshness(.rslRobots, [(.robots, 0, .found)]) == .fresh)
        #expect(freshness(.rslRobots, [(.robots, 0, .found), (.rsl, 1, .found), (.rsl, 7200, .found)]) == .stale)
        #expect(freshness(.rslRobots, [(.robots, 0, .found), (.rsl, 1, .unreachable)]) == .unreachable)
        #expect(freshness(.robots, [(.robots, 0, .found), (.rsl, 7200, .found)]) == .fresh)
    }

    @Test("trust.txt rests on the well-known one too where that was asked for")
    func trust() {
        #expect(freshness(.trustTxt, [(.trustTxtWellKnown, 0, .found)]) == .missing)
        #expect(freshness(.trustTxt, [(.trustTxt, 0, .absent)]) == .fresh)
        #expect(freshness(.trustTxt, [(.trustTxt, 0, .absent), (.trustTxtWellKnown, 7200, .found)]) == .stale)
    }

    @Test("A header rests on no site file")
    func header() { #expect(freshness(.tdmrepHeader, []) == nil) }
}
