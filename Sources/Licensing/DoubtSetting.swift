/// A setting of doubt that may alone stand between a document and its use.
enum DoubtSetting: String, CaseIterable {
    case archiveOriginAbsence = "archive_origin_absence"
    case contentSignalUse = "content_signal_use"
    case honourOverOpenLicence = "honour_over_open_licence"
    case illegalContentList = "illegal_content_list"
    case inferAIOptOut = "infer_ai_optout"
    case infringingList = "infringing_list"
    case nearCopyHold = "near_copy_hold"
    case naturalLanguage = "nl_reservation"
    case noarchive
    case noindex
    case orderList = "order_list"
    case pageSignalAgeUse = "page_signal_age_use"
    case siteEvidenceAgeUse = "site_evidence_age_use"
    case siteFileAgeFetch = "site_file_age_fetch"
    case waiverOrigin = "waiver_origin"

    /// Gives the setting its softest value.
    func soften(_ settings: inout DoubtSettings) {
        switch self {
        case .archiveOriginAbsence: settings.archiveOriginAbsence = .accept
        case .contentSignalUse: settings.contentSignalUse = .record
        case .honourOverOpenLicence: settings.honourOverOpenLicence = false
        case .illegalContentList: Self.waive(&settings.illegalContentList)
        case .inferAIOptOut: settings.inferAIOptOut = .record
        case .infringingList: Self.waive(&settings.infringingList)
        case .nearCopyHold: settings.nearCopyHold = .max
        case .naturalLanguage: settings.naturalLanguage = .record
        case .noarchive: settings.noarchive = .record
        case .noindex: settings.noindex = .record
        case .orderList: Self.waive(&settings.orderList)
        case .pageSignalAgeUse: settings.pageSignalAgeUse = .max
        case .siteEvidenceAgeUse: settings.siteEvidenceAgeUse = .max
        case .siteFileAgeFetch: settings.siteFileAgeFetch = .max
        case .waiverOrigin: settings.waiverOrigin = .accept
        }
    }

    /// Gives the setting its default, the strict value.
    func reset(_ settings: inout DoubtSettings) {
        let strict = DoubtSettings()
        switch self {
        case .archiveOriginAbsence: settings.archiveOriginAbsence = strict.archiveOriginAbsence
        case .contentSignalUse: settings.contentSignalUse = strict.contentSignalUse
        case .honourOverOpenLicence: settings.honourOverOpenLicence = strict.honourOverOpenLicence
        case .illegalContentList: settings.illegalContentList = strict.illegalContentList
        case .inferAIOptOut: settings.inferAIOptOut = strict.inferAIOptOut
        case .infringingList: settings.infringingList = strict.infringingList
        case .nearCopyHold: settings.nearCopyHold = strict.nearCopyHold
        case .naturalLanguage: settings.naturalLanguage = strict.naturalLanguage
        case .noarchive: settings.noarchive = strict.noarchive
        case .noindex: settings.noindex = strict.noindex
        case .orderList: settings.orderList = strict.orderList
        case .pageSignalAgeUse: settings.pageSignalAgeUse = strict.pageSignalAgeUse
        case .siteEvidenceAgeUse: settings.siteEvidenceAgeUse = strict.siteEvidenceAgeUse
        case .siteFileAgeFetch: settings.siteFileAgeFetch = strict.siteFileAgeFetch
        case .waiverOrigin: settings.waiverOrigin = strict.waiverOrigin
        }
    }

    private static func waive(_ demand: inout ListDemand) {
        if demand == .require { demand = .waived(because: "tried") }
    }
}
