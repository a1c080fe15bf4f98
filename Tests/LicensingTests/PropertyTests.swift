import Canonical
import Foundation
import Provenance
import Testing

@testable import Licensing

@Suite("What must hold of every decision (licensing bases 0.0.1)")
struct PropertyTests {
    /// `MUNIMENT_PROPERTY_ROUNDS=100000` tries more; each round forgets every fact once, so that the fewest make over
    /// 200,000 cases.
    static let rounds = Int(ProcessInfo.processInfo.environment["MUNIMENT_PROPERTY_ROUNDS"] ?? "") ?? 4000
    /// Fewer where each round takes many whole decisions.
    static let pages = max(rounds * 3 / 20, 600)

    /// The least a verdict may become when something is known no longer: a permission no softer, a refusal at best
    /// on hold.
    static func floor(_ verdict: Verdict) -> Verdict { min(verdict, .hold) }

    @Test("(a) and (b): knowing less of any fact never softens, and never does better than hold for what was refused")
    func forgetFacts() throws {
        var dice = Dice(seed: 1)
        let packs = try Samples.ruleset(Samples.packs).packs
        var admitted = 0
        for _ in 0..<Self.rounds {
            let pack = dice.pick(packs)
            let moment = dice.pick(Moment.allCases)
            let sheet = dice.sheet()
            let before = PackEvaluation(pack: pack, facts: scored(sheet, pack), moment: moment).verdict
            if before.admits { admitted += 1 }
            for fact in Fact.allCases {
                var less = sheet
                less[fact] |= dice.next() & FactSheet.everything[fact.rawValue]
                let after = PackEvaluation(pack: pack, facts: scored(less, pack), moment: moment).verdict
                #expect(after >= Self.floor(before), "\(pack.id) \(moment) \(fact.name)")
            }
        }
        #expect(admitted > Self.rounds / 20)
    }

    private func scored(_ sheet: FactSheet, _ pack: Pack) -> FactSheet {
        var sheet = sheet
        sheet.add(pack.scores.map { $0.mask(sheet) })
        return sheet
    }

    @Test("(a) and (b) on the truths of the bases themselves")
    func forgetTruths() throws {
        var dice = Dice(seed: 2)
        let pack = try Samples.ruleset(["eu"]).packs[0]
        let evaluation = PackEvaluation(pack: pack, facts: FactSheet(), moment: .use)
        for _ in 0..<Self.rounds {
            let truths = pack.bases.map { _ in dice.pick(Truth.allCases) }
            let before = evaluation.bases(truths).verdict
            for place in truths.indices {
                var less = truths
                less[place] = .unknown
                #expect(evaluation.bases(less).verdict >= (truths[place] == .yes ? before : Self.floor(before)))
            }
        }
    }

    @Test("(c) adding a refusal never softens")
    func addRefusal() throws {
        var dice = Dice(seed: 3)
        let rules = try Samples.ruleset(["cn-proposed", "jp", "us"])
        let eu = try Samples.ruleset(["eu"])
        for _ in 0..<Self.pages {
            let page = dice.considered()
            let profile = dice.profile()
            let moment = dice.pick(Moment.allCases)
            var refused = page
            refused.signals.append(
                Samples.signal(dice.pick(RightsProtocol.allCases), dice.pick(UseCategory.allCases), .deny))
            var objected = page
            if case .matches(let matches) = page.registry {
                objected.registry = .matches(matches + [Samples.objection()])
            }
            for ruleset in [rules, eu] {
                let before = decide(page, profile: profile, ruleset: ruleset, moment: moment, at: Samples.now).verdict
                for harder in [refused, objected] {
                    let after = decide(harder, profile: profile, ruleset: ruleset, moment: moment, at: Samples.now)
                        .verdict
                    #expect(after >= before)
                }
            }
        }
    }

    @Test("(c) adding a pack never softens")
    func addPack() throws {
        var dice = Dice(seed: 4)
        let one = try Samples.ruleset(["eu"])
        let other = try Samples.ruleset(["open-only"])
        let both = try Samples.ruleset(["eu", "open-only"])
        var admitted = 0
        for _ in 0..<Self.pages {
            let page = dice.considered()
            let profile = dice.profile()
            let moment = dice.pick(Moment.allCases)
            let verdicts = [one, other, both].map {
                decide(page, profile: profile, ruleset: $0, moment: moment, at: Samples.now).verdict
            }
            #expect(verdicts[2] == max(verdicts[0], verdicts[1]))
            if verdicts[0].admits { admitted += 1 }
        }
        #expect(admitted > Self.pages / 20)
    }

    @Test("the order of packs, gates, signals and grounds changes no verdict, and the same inputs give the same bytes")
    func order() throws {
        var dice = Dice(seed: 7)
        let rules = try Samples.ruleset(Samples.packs)
        let turned = Ruleset(packs: rules.packs.reversed(), settings: rules.settings, known: rules.known)
        for _ in 0..<Self.pages / 4 {
            let page = dice.considered()
            var other = page
            other.signals.reverse()
            other.siteFiles.reverse()
            other.grounds.contracts.reverse()
            other.grounds.mandates.reverse()
            other.grounds.notices.reverse()
            other.grounds.lists.reverse()
            let profile = dice.profile()
            let moment = dice.pick(Moment.allCases)
            let one = decide(page, profile: profile, ruleset: rules, moment: moment, at: Samples.now)
            let two = decide(other, profile: profile, ruleset: turned, moment: moment, at: Samples.now)
            #expect(one.verdict == two.verdict && one.obligations == two.obligations && one.doubts == two.doubts)
            #expect(one.packs.map(\.verdict) == two.packs.reversed().map(\.verdict))
            #expect(one == decide(page, profile: profile, ruleset: rules, moment: moment, at: Samples.now))
        }
    }

    @Test("every pack admits something and denies something")
    func reach() throws {
        var dice = Dice(seed: 8)
        for pack in try Samples.ruleset(Samples.packs).packs {
            var verdicts: Set<Verdict> = []
            for _ in 0..<3000 {
                let sheet = scored(dice.sheet(), pack)
                verdicts.insert(PackEvaluation(pack: pack, facts: sheet, moment: .use).verdict)
            }
            #expect(verdicts.isSuperset(of: [.allowWithObligations, .hold, .deny, .purge]), "\(pack.id)")
        }
    }

    @Test("losing any protocol state, site file, page or text never softens")
    func loseInputs() throws {
        var dice = Dice(seed: 5)
        let rules = try Samples.ruleset(["eu"])
        let open = try Samples.ruleset(["open-only"])
        for _ in 0..<Self.pages {
            let page = dice.considered()
            let profile = dice.profile()
            let moment = dice.pick(Moment.allCases)
            let lesser = Self.losses(of: page, at: moment, &dice)
            for ruleset in [rules, open] {
                let before = decide(page, profile: profile, ruleset: ruleset, moment: moment, at: Samples.now).verdict
                for less in lesser {
                    let after = decide(less, profile: profile, ruleset: ruleset, moment: moment, at: Samples.now)
                        .verdict
                    #expect(after >= Self.floor(before), "\(moment) \(less)")
                }
            }
        }
    }

    /// The page with one thing lost: a state, a protocol with all it said, a site file, its access, its page.
    private static func losses(of page: Considered, at moment: Moment, _ dice: inout Dice) -> [Considered] {
        let source = dice.pick(RightsProtocol.allCases)
        let state = dice.pick([ProtocolState.notChecked, .unreadable])
        var unread = page
        unread.statesAtFetch[source] = state
        unread.statesAtUse[source] = state
        var silent = unread
        silent.signals.removeAll { $0.source == source }
        if source == .licencePage || source == .licenceHeader { silent.licence = .none }
        var robotless = page
        robotless.siteFiles.removeAll { $0.kind == .robots }
        var fileless = page
        fileless.siteFiles = []
        // At fetch the page is not read yet; whether it is open is asked again at use.
        var blind = page
        if moment != .fetch { blind.access = .unknown }
        var textless = page
        textless.document = nil
        return [unread, robotless, fileless, blind, textless] + (requiredOrHarmless(source, page) ? [silent] : [])
    }

    /// A protocol that the packs do not require may fall silent without being missed; only one they require is.
    private static func requiredOrHarmless(_ source: RightsProtocol, _ page: Considered) -> Bool {
        let required: Set<RightsProtocol> = [
            .robots, .robotsAIAgents, .aiprefRobots, .aiprefHeader, .contentSignalRobots, .contentSignalHeader,
            .tdmrepFile, .tdmrepHeader, .tdmrepMeta, .xRobotsTag, .metaRobots, .aiTxt,
            .trustTxt, .rslRobots, .rslHeader, .rslPage, .licenceHeader, .licencePage,
        ]
        return required.contains(source) || !page.signals.contains { $0.source == source }
    }

    @Test("the same arguments give the same decision, and doubts name settings that do admit")
    func pureAndDoubts() throws {
        var dice = Dice(seed: 6)
        let rules = try Samples.ruleset(["eu"])
        var doubted = 0
        for _ in 0..<Self.pages {
            let page = dice.considered()
            let profile = dice.profile()
            let decision = decide(page, profile: profile, ruleset: rules, moment: .use, at: Samples.now)
            #expect(decision == decide(page, profile: profile, ruleset: rules, moment: .use, at: Samples.now))
            #expect(decision.doubts.isEmpty || !decision.verdict.admits)
            for name in decision.doubts {
                doubted += 1
                var settings = rules.settings
                try #require(DoubtSetting(rawValue: name)).soften(&settings)
                let softer = Ruleset(packs: rules.packs, settings: settings, known: rules.known)
                #expect(decide(page, profile: profile, ruleset: softer, moment: .use, at: Samples.now).verdict.admits)
            }
            for code in decision.packs.flatMap(\.reasons) {
                #expect(!ReasonText.explain(code).contains("not known to this"))
            }
        }
        #expect(doubted > 0)
    }
}
