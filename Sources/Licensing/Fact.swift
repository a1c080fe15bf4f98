/// A fact that a pack's expressions may ask about.
///
/// This list is the whole vocabulary of packs; `docs/formats/pack.md` explains each. Every fact has a fixed list
/// of values. What is
/// known of it is the set of values it may have, so that "unknown" is all of them, and a doubt between two is
/// those two.
public enum Fact: Int, CaseIterable, Hashable, Sendable {
    case access, bodyWhole, documentText
    case robotsAllows, reservationNone
    case siteEvidenceFresh, pageSignalsFresh
    case licenceID, licenceCovers, licenceConflict
    case objection, registryAsked
    case purpose, commercial, actor, researchEvidence, preferentialAccess, redistributesText, styleTarget, modelRelease,
        sme, outputGuard, deduplicated
    case copied
    case refusalExplicit, refusalWords, refusalOthers, refusalPurpose, refusalOffer, grant, terms
    case listInfringing, listSellers, listDatabases, listOffers, listRefused, listNoMarket, listPersonalData
    case workClass, substitution, workDated, termExpired, workOfficial
    case cluster, duplicated, titleClear
    case contract, contractOpens, notice, noticeAttested, mandate, mandateCertain, mandateDisputed
    case objectionAged
    case sourceInfringing, order, legalHold, contentIllegal
    case refusalSearch
    case licenceOpposed

    /// As packs write it.
    public var name: String {
        switch self {
        case .access: "access"
        case .bodyWhole: "body.whole"
        case .documentText: "document.text"
        case .robotsAllows: "robots.allows"
        case .reservationNone: "reservation.none"
        case .siteEvidenceFresh: "age.site-evidence"
        case .pageSignalsFresh: "age.page-signals"
        case .licenceID: "licence.id"
        case .licenceCovers: "licence.covers"
        case .licenceConflict: "licence.conflict"
        case .objection: "objection"
        case .registryAsked: "registry.asked"
        case .purpose: "profile.purpose"
        case .commercial: "profile.commercial"
        case .actor: "profile.actor"
        case .researchEvidence: "profile.research-evidence"
        case .preferentialAccess: "profile.preferential-access"
        case .redistributesText: "profile.redistributes-text"
        case .styleTarget: "profile.style-target"
        case .modelRelease: "profile.model-release"
        case .sme: "profile.sme"
        case .outputGuard: "profile.output-guard"
        case .deduplicated: "profile.deduplicated"
        case .copied: "page.copied"
        case .refusalExplicit: "refusal.explicit"
        case .refusalWords: "refusal.words"
        case .refusalOthers: "refusal.other-agents"
        case .refusalPurpose: "refusal.ai-tokens"
        case .refusalOffer: "terms.offered"
        case .grant: "preference.allows"
        case .terms: "terms.rsl"
        case .listInfringing: "list.infringing"
        case .listSellers: "list.sellers"
        case .listDatabases: "list.databases"
        case .listOffers: "list.offers"
        case .listRefused: "list.refused"
        case .listNoMarket: "list.no-market"
        case .listPersonalData: "list.personal-data"
        case .workClass: "work.class"
        case .substitution: "work.substituted"
        case .workDated: "work.dated"
        case .termExpired: "term.expired"
        case .workOfficial: "work.official"
        case .cluster: "cluster"
        case .duplicated: "cluster.crowded"
        case .titleClear: "cluster.title-clear"
        case .contract: "contract"
        case .contractOpens: "contract.opens-access"
        case .notice: "notice"
        case .noticeAttested: "notice.attested"
        case .mandate: "mandate"
        case .mandateCertain: "mandate.certain"
        case .mandateDisputed: "mandate.disputed"
        case .objectionAged: "objection.aged"
        case .sourceInfringing: "source.infringing"
        case .order: "order"
        case .legalHold: "order.legal-hold"
        case .contentIllegal: "content.illegal"
        case .refusalSearch: "refusal.search"
        case .licenceOpposed: "licence.opposed"
        }
    }

    /// The values it may have, in the order of their bits.
    public var values: [String] {
        switch self {
        case .access: AccessValue.allCases.map(\.rawValue)
        case .licenceID: LicenceID.allCases.map(\.rawValue)
        case .objection: ObjectionValue.allCases.map(\.rawValue)
        case .purpose: UseProfile.Purpose.allCases.map(\.rawValue)
        case .actor: UseProfile.Actor.allCases.map(\.rawValue)
        case .modelRelease: UseProfile.ModelRelease.allCases.map(\.rawValue)
        case .terms: TermsValue.allCases.map(\.rawValue)
        case .listInfringing, .listSellers, .listDatabases, .listOffers, .listRefused, .listNoMarket, .listPersonalData:
            ListValue.allCases.map(\.rawValue)
        case .workClass: WorkClass.allCases.map(\.rawValue)
        case .cluster: ClusterValue.allCases.map(\.rawValue)
        case .contract: ContractValue.allCases.map(\.rawValue)
        case .notice: NoticeValue.allCases.map(\.rawValue)
        case .mandate: MandateValue.allCases.map(\.rawValue)
        case .order: OrderValue.allCases.map(\.rawValue)
        default: ["no", "yes"]
        }
    }

    /// Whether it is answered by yes or no, so that an expression may name it alone.
    public var isTruth: Bool { values == ["no", "yes"] }

    /// The set of protocols a pack must name before it may ask for this fact; nil if it needs none.
    var protocolSet: ProtocolSet.Name? {
        switch self {
        case .reservationNone: .reservation
        case .licenceID, .licenceCovers, .licenceConflict: .licence
        case .refusalExplicit, .licenceOpposed: .reservation
        default: nil
        }
    }

    static let named: [String: Fact] = Dictionary(uniqueKeysWithValues: allCases.map { ($0.name, $0) })
}
