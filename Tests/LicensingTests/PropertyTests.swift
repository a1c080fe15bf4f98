import Canonical
import Provenance
import Testing

@testable import Licensing

@Suite("What must hold of every decision (licensing bases 0.0.1)")
struct PropertyTests {
    static let rounds = 4000
    /// Fewer where each round takes many whole decisions.
    static let pages = 1200

    /// The least a verdict may become when something is known no longer: a permission no softer, a refusal at best
    /// on hold.
    static func floor(_ verdict: Verdict) -> Verdict { min(verdict, .hold) }

    @Test("(a) and (b): knowing less of any fact never softens, and never does better than hold for what was refused")
    func forgetFacts() throws {
        var dice = Dice(seed: 1)
        let packs = try Samples.ruleset(["eu", "open-only"]).packs
        var admitted = 0
        for _ in 0..<Self.rounds {
            let pack = dice.pick(packs)
            let moment = dice.pick(Moment.allCases)
            let sheet = dice.sheet()
            let before = PackEvaluation(pack: pack, facts: sheet, moment: moment).verdict
            if before.admits { admitted += 1 }
            for fact in Fact.allCases {
                var less = sheet
                less[fact] |= dice.next() & FactSheet.everything[fact.rawValue]
                let after = PackEvaluation(pack: pack, facts: less, moment: moment).verdict
                #expect(after >= Self.floor(before), "\(pack.id) \(moment) \(fact.name)")
            }
        }
        #expect(admitted > Self.rounds / 20)
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
        let rules = try Samples.ruleset(["eu", "open-only"])
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
