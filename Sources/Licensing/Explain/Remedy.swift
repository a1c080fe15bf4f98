internal import Canonical
internal import Provenance
internal import WebAddress

/// A change in the world, the rules or the use that might turn a refusal into a permission.
struct Remedy: Sendable {
    /// What `considered`, use and settings are.
    struct State {
        var considered: Considered
        var profile: UseProfile
        var settings: DoubtSettings
        var known: KnownGrounds
        let at: Timestamp
    }

    /// Completes "would be admitted if …".
    let words: String
    let change: @Sendable (inout State) -> Void

    /// From what is nearest at hand to what is farthest off.
    static let all: [Remedy] = settings + evidence + grounds + uses

    private static let settings: [Remedy] = DoubtSetting.allCases.map { setting in
        Remedy(words: "the setting \(setting.rawValue) were at its softest") { setting.soften(&$0.settings) }
    }

    private static let evidence: [Remedy] = [
        Remedy(words: "every site file and page signal had been looked for in time, and nothing more been found") {
            lookAgain(&$0)
        },
        Remedy(words: "the page were fetched again now and said the same") { $0.considered.fetch(at: $0.at) },
        Remedy(words: "the page were open to all") { $0.considered.access = .open },
        Remedy(words: "nothing that was read reserved the text") {
            $0.considered.signals.removeAll { $0.source != .robots && $0.category != .licence }
            lookAgain(&$0)
        },
        Remedy(words: "robots.txt allowed our agent this URL") {
            $0.considered.signals.removeAll { $0.source == .robots }
            lookAgain(&$0)
        },
        Remedy(words: "no objection covered it") {
            if case .matches = $0.considered.registry { $0.considered.registry = .matches([]) }
        },
        Remedy(words: "an objection registry were asked and had none") {
            if $0.considered.registry == .notAsked { $0.considered.registry = .matches([]) }
        },
        Remedy(words: "the page were licensed under CC BY 4.0") {
            let by = LicenceReference(
                id: "cc-by", url: "https://creativecommons.org/licenses/by/4.0/", version: "4.0", jurisdiction: "")
            $0.considered.licence = LicenceFinding(outcome: .covers, licences: [by], reason: "tried")
            for source in [RightsProtocol.licenceHeader, .licencePage] { $0.considered.statesAtUse[source] = .stated }
        },
    ]

    private static let grounds: [Remedy] = [
        Remedy(words: "a contract granted training") { state in
            state.considered.grounds.contracts = [
                ContractMatch(
                    contract: "tried", training: .granted, from: Timestamp(seconds: 0), to: nil, opensAccess: true,
                    fits: true, tariff: "")
            ]
        },
        Remedy(words: "a society's licence covered it") { $0.considered.grounds.mandates = [mandate(.member)] },
        Remedy(words: "a default licence covered it") { $0.considered.grounds.mandates = [mandate(.byDefault)] },
        Remedy(words: "a public notice for it were in effect") { state in
            state.considered.grounds.notices = [
                NoticeMatch(
                    notice: "tried", version: 1, effectiveFrom: state.at, effectiveTo: state.at.adding(seconds: 1),
                    isContinuous: .yes, isSelfAttested: false, tariff: "")
            ]
        },
        Remedy(words: "the lists that gates ask were at hand and named nobody") { state in
            for list in gateLists {
                state.known.lists[list] = state.at.adding(seconds: 1)
            }
            state.considered.grounds.lists.removeAll { gateLists.contains($0.list) }
        },
        Remedy(words: "the operator's lists did not name the source") { $0.considered.grounds.lists = [] },
        Remedy(words: "no earlier copy of another were known") { $0.considered.grounds.clusters = [] },
    ]

    private static let gateLists: Set = ["infringing", ListFile.orders, ListFile.illegalContent]

    private static let uses: [Remedy] = [
        Remedy(words: "the use were not commercial") { $0.profile.commercial = false },
        Remedy(words: "the text stayed in house") { $0.profile.redistributesText = false },
        Remedy(words: "no creator's style were aimed at") { $0.profile.styleTarget = false },
        Remedy(words: "an output guard and the removal of copies were declared") {
            $0.profile.outputGuard = "tried"
            $0.profile.deduplicated = true
        },
        Remedy(words: "the actor were a research organisation without commerce, with evidence") {
            $0.profile.actor = .researchOrganisation
            $0.profile.commercial = false
            $0.profile.research = ResearchStanding(evidence: "tried", preferentialAccess: false)
        },
    ]

    private static func mandate(_ kind: MandateMatch.Kind) -> MandateMatch {
        MandateMatch(
            mandate: "tried", kind: kind, work: "tried", isCertain: true, from: Timestamp(seconds: 0), to: nil,
            optedOut: nil, fits: true, isDisputed: false, tariff: "")
    }

    /// Everything that was not known becomes looked for and absent; what was read stays as it is.
    private static func lookAgain(_ state: inout State) {
        for source in RightsProtocol.allCases {
            if state.considered.statesAtFetch[source] != .stated { state.considered.statesAtFetch[source] = .absent }
            if state.considered.statesAtUse[source] != .stated { state.considered.statesAtUse[source] = .absent }
        }
        state.considered.refreshSiteFiles(at: state.at)
    }
}

extension Considered {
    /// The same answers of the site, asked for when they were needed.
    fileprivate mutating func refreshSiteFiles(at: Timestamp) {
        let fetched = capture?.fetched ?? at
        let others = siteFiles.filter { $0.origin != url.origin }
        let own = SiteFileKind.allCases.filter { $0.path != nil }.flatMap { kind in
            [(Moment.fetch, fetched), (.use, at)].map { moment, time in
                SiteFileFact(
                    kind: kind, origin: url.origin, moment: moment, outcome: .absent, fetched: time,
                    expires: time.adding(seconds: 86_400), digest: nil)
            }
        }
        siteFiles = others + own
    }

    fileprivate mutating func fetch(at: Timestamp) {
        guard let old = capture else { return }
        capture = Capture(
            id: old.id, hops: old.hops, status: old.status, fetched: at, payloadDigest: old.payloadDigest,
            payloadBytes: old.payloadBytes, bodyState: old.bodyState, contentType: old.contentType,
            encoding: old.encoding, encodingBy: old.encodingBy)
        refreshSiteFiles(at: at)
    }
}
