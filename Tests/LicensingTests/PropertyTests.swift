import Canonical
import Foundation
import Provenance
import Testing

@testable import Licensing

@Suite("What must hold of every decision (licensing bases 0.0.1)")
struct PropertyTests {
    /// `MUNIMENT_PROPERTY_ROUNDS=100000` tries more; each round forgets every fact once, so that the fewest make over
    /// 200,000 cases; `forgetFacts`, `refuseFacts` and `ruleOrder` each make over 100,000 over all ten packs.
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
        var (admitted, cases) = (0, 0)
        for round in 0..<Self.rounds {
            let pack = packs[round % packs.count]
            let moment = dice.pick(Moment.allCases)
            let sheet = dice.sheet()
            let before = PackEvaluation(pack: pack, facts: scored(sheet, pack), moment: moment).verdict
            if before.admits { admitted += 1 }
            for fact in Fact.allCases {
                var less = sheet
                less[fact] |= dice.next() & FactSheet.everything[fact.rawValue]
                let after = PackEvaluation(pack: pack, facts: scored(less, pack), moment: moment).verdict
                cases += 1
                #expect(after >= Self.floor(before), "\(pack.id) \(moment) \(fact.name)")
            }
        }
        #expect(cases >= 100_000)
        #expect(admitted > Self.rounds / 20)
    }

    private func scored(_ sheet: FactSheet, _ pack: Pack) -> FactSheet {
        var sheet = sheet
        sheet.add(pack.scores.map { $0.mask(sheet) })
        return sheet
    }

    /// A refusal as it changes facts; a fact that says it already stays as it is.
    private static let refusals: [(name: String, change: @Sendable (inout FactSheet) -> Void)] = [
        ("robots.txt forbids", { $0.set(.robotsAllows, .no) }),
        (
            "access refused",
            // A copy of what stands behind a wall is purged, and stays so.
            { if $0[.access] & AccessValue.paywalled.bit == 0 { $0[.access] = AccessValue.refused.bit } }
        ),
        (
            "a reservation by protocol",
            {
                $0.set(.reservationNone, .no)
                $0.set(.refusalExplicit, .yes)
                $0.set(.licenceOpposed, .yes)
            }
        ),
        (
            "a reservation in words",
            {
                $0.set(.reservationNone, .no)
                $0.set(.refusalWords, .yes)
            }
        ),
        ("other crawlers refused", { $0.set(.refusalOthers, .yes) }),
        ("terms held out for a price", { $0.set(.refusalOffer, .yes) }),
        ("an objection", { $0[.objection] = ObjectionValue.blocking.bit }),
        (
            "an objection in doubt",
            { if $0[.objection] == ObjectionValue.none.bit { $0[.objection] = ObjectionValue.uncertain.bit } }
        ),
        ("an infringing source", { $0.set(.sourceInfringing, .yes) }),
        ("an order", { if $0[.order] != OrderValue.purge.bit { $0[.order] = OrderValue.deny.bit } }),
        ("an order to remove", { $0[.order] = OrderValue.purge.bit }),
        ("illegal content", { $0.set(.contentIllegal, .yes) }),
        ("personal data", { $0[.listPersonalData] = ListValue.listed.bit }),
        ("a seller of databases", { $0[.listSellers] = ListValue.listed.bit }),
        ("a licence refused", { $0[.listRefused] = ListValue.listed.bit }),
        ("a rights holder who opted out", { $0[.mandate] = MandateValue.optedOut.bit }),
        ("a body that broke off", { $0.set(.bodyWhole, .no) }),
    ]

    @Test("(c) adding a refusal to the facts never softens: every pack, every refusal, at every moment")
    func refuseFacts() throws {
        var dice = Dice(seed: 9)
        let packs = try Samples.ruleset(Samples.packs).packs
        var (cases, softened) = (0, [String: Int]())
        for round in 0..<max(Self.rounds * 2, 8000) {
            let pack = packs[round % packs.count]
            let moment = dice.pick(Moment.allCases)
            let sheet = dice.sheet()
            let before = PackEvaluation(pack: pack, facts: scored(sheet, pack), moment: moment).verdict
            for (name, change) in Self.refusals {
                var refused = sheet
                change(&refused)
                let after = PackEvaluation(pack: pack, facts: scored(refused, pack), moment: moment).verdict
                cases += 1
                // What a refusal makes certain may settle a doubt of the same gravity, never a denial.
                if after < before { softened["\(pack.id) \(moment): \(name): \(before) -> \(after)", default: 0] += 1 }
            }
        }
        #expect(cases >= 100_000)
        #expect(softened.isEmpty, "\(softened)")
    }

    @Test("the order of gates, bases and packs changes no verdict: 100,000 cases over all ten packs")
    func ruleOrder() throws {
        var dice = Dice(seed: 10)
        let packs = try Samples.ruleset(Samples.packs).packs
        let turned = packs.map { $0.reordered(gates: $0.gates.reversed(), bases: $0.bases.reversed()) }
        for _ in 0..<max(Self.rounds * 5 / 2, 10_000) {
            let sheet = dice.sheet()
            let moment = dice.pick(Moment.allCases)
            var hardest = [Verdict.allow, .allow]
            for (one, other) in zip(packs, turned) {
                let facts = scored(sheet, one)
                let left = PackEvaluation(pack: one, facts: facts, moment: moment).verdict
                let right = PackEvaluation(pack: other, facts: facts, moment: moment).verdict
                #expect(left == right, "\(one.id)")
                hardest = [max(hardest[0], left), max(hardest[1], right)]
            }
            #expect(hardest[0] == hardest[1])
        }
    }

    @Test("(a) and (b) on the truths of the bases themselves, of every pack", arguments: Samples.packs)
    func forgetTruths(_ name: String) throws {
        var dice = Dice(seed: 2)
        let pack = try Samples.ruleset([name]).packs[0]
        let evaluation = PackEvaluation(pack: pack, facts: FactSheet(), moment: .use)
        for _ in 0..<Self.rounds / 4 {
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
        let all = try Samples.packs.map { try Samples.ruleset([$0]) }
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
            for ruleset in [dice.pick(all), dice.pick(all)] {
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
        let all = try Samples.packs.map { try Samples.ruleset([$0]) }
        for _ in 0..<Self.pages {
            let page = dice.considered()
            let profile = dice.profile()
            let moment = dice.pick(Moment.allCases)
            let lesser = Self.losses(of: page, at: moment, &dice)
            for ruleset in [dice.pick(all), dice.pick(all)] {
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

    @Test("the same arguments give the same decision, and doubts name the settings that alone would admit, all of them")
    func pureAndDoubts() throws {
        var dice = Dice(seed: 6)
        let rules = try Samples.ruleset(["eu"])
        var doubted = 0
        for _ in 0..<Self.pages {
            let page = dice.considered()
            let profile = dice.profile()
            let moment = dice.pick(Moment.allCases)
            let decision = decide(page, profile: profile, ruleset: rules, moment: moment, at: Samples.now)
            // What was decided before leaves no trace: rules that never saw another page answer the same.
            let fresh = Ruleset(packs: rules.packs, settings: rules.settings, known: rules.known)
            #expect(decision == decide(page, profile: profile, ruleset: fresh, moment: moment, at: Samples.now))
            // Nothing was softened, so nothing rests on it.
            #expect(decision.doubts.isEmpty || !decision.verdict.admits)
            for setting in DoubtSetting.allCases where !decision.verdict.admits {
                var settings = rules.settings
                setting.soften(&settings)
                let softer = Ruleset(packs: rules.packs, settings: settings, known: rules.known)
                let admits = decide(page, profile: profile, ruleset: softer, moment: moment, at: Samples.now).verdict
                    .admits
                #expect(decision.doubts.contains(setting.rawValue) == admits, "\(setting)")
                if admits { doubted += 1 }
            }
            for code in decision.packs.flatMap(\.reasons) {
                #expect(!ReasonText.explain(code).contains("not known to this"))
            }
        }
        #expect(doubted > 0)
    }

    @Test("of what softened settings admit, those are named without which it would not be")
    func softenedDoubts() throws {
        var dice = Dice(seed: 11)
        let strict = try Samples.ruleset(["eu"], known: .none)
        var settings = strict.settings
        for setting in DoubtSetting.allCases { setting.soften(&settings) }
        let soft = Ruleset(packs: strict.packs, settings: settings, known: strict.known)
        var named: Set<String> = []
        for _ in 0..<Self.pages {
            let page = dice.considered()
            let decision = decide(page, profile: Samples.company, ruleset: soft, moment: .use, at: Samples.now)
            guard decision.verdict.admits else { continue }
            for setting in DoubtSetting.allCases {
                var harder = settings
                setting.reset(&harder)
                let rules = Ruleset(packs: strict.packs, settings: harder, known: strict.known)
                let again = decide(page, profile: Samples.company, ruleset: rules, moment: .use, at: Samples.now)
                #expect(decision.doubts.contains(setting.rawValue) == !again.verdict.admits)
            }
            named.formUnion(decision.doubts)
        }
        #expect(named.isSuperset(of: ["illegal_content_list", "infringing_list", "order_list"]))
    }
}
