import Canonical
import Provenance

@testable import Licensing

/// A small generator with a fixed seed, so that every run of a property test sees the same cases.
struct Dice {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    /// SplitMix64 (Steele, Lea, Flood 2014).
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    mutating func below(_ count: Int) -> Int { Int(next() % UInt64(count)) }
    mutating func often() -> Bool { below(8) != 0 }
    mutating func seldom() -> Bool { below(8) == 0 }
    mutating func pick<Item>(_ items: [Item]) -> Item { items[below(items.count)] }
}

extension Dice {
    mutating func profile() -> UseProfile {
        UseProfile(
            purpose: pick(UseProfile.Purpose.allCases), commercial: below(2) == 0,
            actor: pick(UseProfile.Actor.allCases),
            research: below(2) == 0
                ? nil : ResearchStanding(evidence: "e", preferentialAccess: pick([nil, true, false])),
            placeOfCopying: ["DE"], market: ["DE"], redistributesText: seldom(), styleTarget: seldom(),
            modelRelease: .closed,
            sme: false)
    }

    mutating func signal() -> Signal {
        Samples.signal(
            pick(RightsProtocol.allCases), pick(UseCategory.allCases), pick(SignalValue.allCases),
            notes: seldom() ? ["restrictive-intent"] : [], dropped: seldom() ? "other subject" : "",
            conditions: seldom() ? ["noarchive"] : [], moments: pick([[.fetch], [.use], [.fetch, .use]]))
    }

    mutating func files(_ moment: Moment) -> [SiteFileFact] {
        seldom()
            ? []
            : Samples.siteFiles(
                moment, fetched: Samples.now.adding(seconds: often() ? 0 : pick([-100_000, -1_000_000, 5])),
                outcome: seldom() ? .unreachable : .absent)
    }

    /// Mostly usable pages, so that a property about admitting has something to bite on.
    mutating func considered() -> Considered {
        Samples.page { page in
            for source in RightsProtocol.allCases where below(40) == 0 {
                page.statesAtFetch[source] = pick(ProtocolState.allCases)
                page.statesAtUse[source] = pick(ProtocolState.allCases)
            }
            for _ in 0..<below(3) where seldom() { page.signals.append(signal()) }
            let ids = LicenceID.allCases.map(\.rawValue)
            if below(2) == 0 {
                page.licence = Samples.licence(
                    pick(ids), pick(ids), version: often() ? "4.0" : "",
                    outcome: often() ? .covers : pick(LicenceFinding.Outcome.allCases))
            }
            if seldom() { page.access = pick(AccessFinding.allCases) }
            page.siteFiles = files(.fetch) + files(.use)
            if seldom() {
                page.registry = .matches([Samples.objection(blocking: below(2) == 0, uncertain: below(2) == 0)])
            } else if seldom() {
                page.registry = .notAsked
            }
            if seldom() {
                page.capture = Samples.capture(fetched: Samples.now.adding(seconds: pick([-10_000_000, 0, 5])))
            }
            if below(30) == 0 { page.document = nil }
            if seldom() { page.grounds = grounds() }
        }
    }

    private mutating func time() -> Timestamp {
        Samples.now.adding(seconds: pick([-1_000_000, -100, 0, 100, 1_000_000]))
    }

    mutating func grounds() -> Grounds {
        Grounds(
            lists: (0..<below(3)).map { _ in ListHit(list: pick(FactReader.lists).name) }
                + (often() ? [] : [ListHit(list: "orders", value: pick(["deny", "purge", "legal-hold"]))])
                + (often() ? [] : [ListHit(list: "illegal-content")])
                + (below(2) == 0 ? [] : [ListHit(list: "classes", value: pick(WorkClass.allCases).rawValue)]),
            contracts: (0..<below(3)).map { number in
                ContractMatch(
                    contract: "c\(number)", training: pick(ContractMatch.Training.allCases), from: time(),
                    to: below(2) == 0 ? nil : time(), opensAccess: below(2) == 0, fits: often(), tariff: "")
            },
            notices: (0..<below(3)).map { number in
                NoticeMatch(
                    notice: "n\(number)", version: 1, effectiveFrom: time(), effectiveTo: time(),
                    isContinuous: pick(Truth.allCases), isSelfAttested: below(2) == 0, tariff: "")
            },
            mandates: (0..<below(3)).map { number in
                MandateMatch(
                    mandate: "m\(number)", kind: pick(MandateMatch.Kind.allCases), work: "w", isCertain: often(),
                    from: time(), to: below(2) == 0 ? nil : time(), optedOut: often() ? nil : time(), fits: often(),
                    isDisputed: seldom(), tariff: "t")
            },
            works: (0..<below(2)).map { _ in
                WorkFacts(
                    work: "w", died: below(2) == 0 ? nil : 1900 + below(120),
                    published: below(2) == 0 ? nil : 1900 + below(120), country: pick(["", "US", "DE", "CN"]),
                    official: pick(["", "US"]))
            },
            clusters: (0..<below(2)).map { _ in
                ClusterFacts(
                    cluster: "k", size: below(20) + 2, hasEarlier: pick(Truth.allCases),
                    isReserved: pick(Truth.allCases))
            })
    }

    mutating func sheet() -> FactSheet {
        var sheet = FactSheet()
        for fact in Fact.allCases {
            let count = fact.values.count
            sheet[fact] = seldom() ? next() % (1 << UInt64(count) - 1) + 1 : 1 << UInt64(below(count))
        }
        // Left to chance, the gates would nearly always be shut.
        if often() {
            for fact in [Fact.robotsAllows, .bodyWhole, .documentText] { sheet.set(fact, .yes) }
            sheet[.listInfringing] = ListValue.unlisted.bit
            for fact in [Fact.sourceInfringing, .legalHold, .contentIllegal] { sheet.set(fact, .no) }
            sheet[.order] = OrderValue.none.bit
            sheet[.listPersonalData] = ListValue.unlisted.bit
            sheet[.cluster] = ClusterValue.single.bit
            sheet[.access] = AccessValue.open.bit
            sheet[.objection] = ObjectionValue.none.bit
        }
        return sheet
    }
}
