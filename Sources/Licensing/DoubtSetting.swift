/// A setting of doubt that may alone stand between a document and its use.
enum DoubtSetting: String, CaseIterable {
    case archiveOriginAbsence = "archive_origin_absence"
    case contentSignalUse = "content_signal_use"
    case honourOverOpenLicence = "honour_over_open_licence"
    case inferAIOptOut = "infer_ai_optout"
    case naturalLanguage = "nl_reservation"
    case noarchive
    case noindex
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
        case .inferAIOptOut: settings.inferAIOptOut = .record
        case .naturalLanguage: settings.naturalLanguage = .record
        case .noarchive: settings.noarchive = .record
        case .noindex: settings.noindex = .record
        case .pageSignalAgeUse: settings.pageSignalAgeUse = .max
        case .siteEvidenceAgeUse: settings.siteEvidenceAgeUse = .max
        case .siteFileAgeFetch: settings.siteFileAgeFetch = .max
        case .waiverOrigin: settings.waiverOrigin = .accept
        }
    }
}
