import Canonical
import Provenance
import Testing

@testable import Licensing

@Suite("Ages and settings of doubt")
struct AgeTests {
    static let day: Int64 = 86_400

    func decision(_ page: Considered, settings: String? = nil, at: Timestamp = Samples.now) throws -> Decision {
        decide(
            page, profile: Samples.company, ruleset: try Samples.ruleset(["eu"], settings: settings), moment: .use,
            at: at)
    }

    static func aged(site: Int64, page: Int64) -> Considered {
        Samples.page {
            let then = Samples.now.adding(seconds: -page)
            $0.capture = Samples.capture(fetched: then)
            $0.siteFiles =
                Samples.siteFiles(.fetch, fetched: then)
                + Samples.siteFiles(.use, fetched: Samples.now.adding(seconds: -site))
        }
    }

    @Test("site evidence at use lasts seven days, to the second")
    func siteEvidence() throws {
        #expect(try decision(Self.aged(site: 7 * Self.day, page: 0)).verdict.admits)
        let late = try decision(Self.aged(site: 7 * Self.day + 1, page: 0))
        #expect(late.verdict == .hold)
        #expect(late.packs[0].reasons.contains("needs-recheck.use.tdmrep.file"))
        #expect(late.doubts == ["site_evidence_age_use"])
    }

    @Test("a page's signals last ninety days for Art. 4")
    func pageSignals() throws {
        #expect(try decision(Self.aged(site: 0, page: 90 * Self.day)).verdict.admits)
        let late = try decision(Self.aged(site: 0, page: 90 * Self.day + 1))
        #expect(late.verdict == .hold)
        #expect(late.packs[0].reasons.contains("needs-recheck.use.tdmrep.meta"))
        #expect(late.doubts == ["page_signal_age_use"])
    }

    @Test("evidence from after the decision is unknown, and no setting changes that")
    func later() throws {
        let page = Samples.page {
            $0.siteFiles =
                Samples.siteFiles(.fetch, fetched: Samples.now)
                + Samples.siteFiles(.use, fetched: Samples.now.adding(seconds: 1))
        }
        let early = try decision(page)
        #expect(early.verdict == .hold)
        #expect(early.doubts.isEmpty)
        #expect(try decision(Samples.page(), at: Samples.now.adding(seconds: -1)).verdict == .hold)
    }

    @Test("a refusal does not grow old")
    func oldRefusal() throws {
        var page = Self.aged(site: 30 * Self.day, page: 0)
        page.signals = [Samples.signal(.tdmrepFile, .tdm, .deny)]
        #expect(try decision(page).verdict == .deny)
    }

    @Test("archive_origin_absence: require holds what nobody looked for at fetch, and says that it alone does")
    func archive() throws {
        let archived = Samples.page {
            for source in RightsProtocol.allCases where source.siteFileKind != nil {
                $0.statesAtFetch[source] = .notChecked
            }
            $0.siteFiles = Samples.siteFiles(.use, fetched: Samples.now)
        }
        let strict = try decision(archived)
        #expect(strict.verdict == .hold)
        #expect(strict.doubts == ["archive_origin_absence"])
        #expect(try decision(archived, settings: "archive_origin_absence: accept_at_acquisition").verdict.admits)
    }

    @Test("accept_at_acquisition does not reach what was looked at and could not be read")
    func archiveUnreadable() throws {
        let page = Samples.page { $0.statesAtFetch[.robots] = .unreadable }
        #expect(try decision(page, settings: "archive_origin_absence: accept_at_acquisition").verdict == .hold)
    }

    struct Weighed: Sendable {
        let setting: String
        let signal: Signal
    }

    static let weighed: [Weighed] = [
        Weighed(
            setting: "noarchive", signal: Samples.signal(.metaRobots, .train, .conditional, conditions: ["nocache"])),
        Weighed(
            setting: "noarchive", signal: Samples.signal(.xRobotsTag, .train, .conditional, conditions: ["noarchive"])),
        Weighed(setting: "infer_ai_optout", signal: Samples.signal(.robotsAIAgents, .crawl, .deny)),
    ]

    @Test("noarchive and infer_ai_optout: record, hold, deny; deny without a word", arguments: weighed)
    func weights(_ given: Weighed) throws {
        let page = Samples.page { $0.signals = [given.signal] }
        #expect(try decision(page).verdict == .deny)
        #expect(try decision(page).doubts == [given.setting])
        #expect(try decision(page, settings: "\(given.setting): hold").verdict == .hold)
        #expect(try decision(page, settings: "\(given.setting): record").verdict.admits)
    }

    @Test("honour_over_open_licence: false waives an objection only for what was licensed before it")
    func honour() throws {
        var page = Samples.page {
            $0.licence = Samples.licence("cc-by")
            $0.registry = .matches([Samples.objection(from: Samples.now.adding(seconds: 1))])
        }
        let rule = "honour_over_open_licence: false"
        let at = Samples.now.adding(seconds: 2)
        #expect(try decision(page, at: at).verdict == .deny)
        #expect(try decision(page, at: at).doubts == ["honour_over_open_licence"])
        #expect(try decision(page, settings: rule, at: at).verdict.admits)
        page.registry = .matches([Samples.objection(from: Samples.now)])
        #expect(try decision(page, settings: rule, at: at).verdict == .deny)
        page.licence = Samples.licence("house-terms")
        #expect(try decision(page, settings: rule, at: at).verdict == .deny)
    }

    @Test("a registry snapshot is fresh for its age and never from later")
    func registryAge() {
        let settings = DoubtSettings()
        #expect(settings.isRegistryFresh(asOf: Samples.now, at: Samples.now.adding(seconds: Self.day)))
        #expect(!settings.isRegistryFresh(asOf: Samples.now, at: Samples.now.adding(seconds: Self.day + 1)))
        #expect(!settings.isRegistryFresh(asOf: Samples.now.adding(seconds: 1), at: Samples.now))
    }
}
