public import Canonical
internal import Provenance

extension DoubtSettings {
    /// Settings that are lengths of time.
    static let ages = ["site_file_age_fetch", "site_evidence_age_use", "page_signal_age_use", "registry_age"]

    static let keys =
        ages + [
            "archive_origin_absence", "noarchive", "noindex", "content_signal_use", "infer_ai_optout", "nl_reservation",
            "honour_over_open_licence", "waiver_origin", "infringing_list", "order_list", "illegal_content_list",
            "near_copy_deny", "near_copy_hold", "near_copy_places",
        ]

    /// Reads settings; what is not named keeps its strict default.
    ///
    /// - Throws: ``ConfigError`` with file, line and key.
    public init(_ node: ConfigNode) throws(ConfigError) {
        self.init()
        let map = try node.map(Self.keys)
        if let age = map["site_file_age_fetch"] { siteFileAgeFetch = try Self.seconds(age) }
        if let age = map["site_evidence_age_use"] { siteEvidenceAgeUse = try Self.seconds(age) }
        if let age = map["page_signal_age_use"] { pageSignalAgeUse = try Self.seconds(age) }
        if let age = map["registry_age"] { registryAge = try Self.seconds(age) }
        if let choice = map["archive_origin_absence"] { archiveOriginAbsence = try choice.oneOf(OriginAbsence.self) }
        if let choice = map["noarchive"] { noarchive = try choice.oneOf(Weight.self) }
        if let choice = map["noindex"] { noindex = try choice.oneOf(Weight.self) }
        if let choice = map["content_signal_use"] { contentSignalUse = try choice.oneOf(Weight.self) }
        if let choice = map["infer_ai_optout"] { inferAIOptOut = try choice.oneOf(Weight.self) }
        if let choice = map["nl_reservation"] { naturalLanguage = try choice.oneOf(Weight.self) }
        if let choice = map["waiver_origin"] {
            waiverOrigin = try choice.choice(["require", "accept"]) == "accept" ? .accept : .require
        }
        if let demand = map["infringing_list"] { infringingList = try Self.demand(demand) }
        if let demand = map["order_list"] { orderList = try Self.demand(demand) }
        if let demand = map["illegal_content_list"] { illegalContentList = try Self.demand(demand) }
        if let choice = map["honour_over_open_licence"] { honourOverOpenLicence = try choice.bool() }
        if let share = map["near_copy_deny"] { nearCopyDeny = try share.integer(in: 1...1000) }
        if let share = map["near_copy_hold"] { nearCopyHold = try share.integer(in: 1...1000) }
        if let places = map["near_copy_places"] { nearCopyPlaces = try places.integer(in: 1...TextSketch.placeCount) }
        guard nearCopyHold <= nearCopyDeny else {
            throw node.fault("near_copy_hold is \(nearCopyHold), and near_copy_deny no more than \(nearCopyDeny)")
        }
    }

    private static func demand(_ node: ConfigNode) throws(ConfigError) -> ListDemand {
        let text = try node.string()
        if text == ListDemand.require.text { return .require }
        let reason = text.dropFirst(ListDemand.waiver.count)
        guard text.hasPrefix(ListDemand.waiver), reason.contains(where: { !$0.isWhitespace }) else {
            throw node.fault("either require, or \"\(ListDemand.waiver)…\" with the reason, is due here")
        }
        return .waived(because: String(reason))
    }

    private static func seconds(_ node: ConfigNode) throws(ConfigError) -> Int64 {
        let milliseconds = try node.milliseconds()
        guard milliseconds.isMultiple(of: 1000) else { throw node.fault("whole seconds are due here") }
        return Int64(milliseconds / 1000)
    }
}
