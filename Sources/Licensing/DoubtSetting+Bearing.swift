internal import Canonical
internal import Provenance

extension DoubtSetting {
    /// Whether anything was found that the setting's softest value might make another fact of. Where it does not, the
    /// decision is the same under both.
    func bears(on reader: FactReader, _ ruleset: Ruleset) -> Bool {
        switch self {
        case .archiveOriginAbsence: reader.moment != .fetch && Self.ofSites & ~reader.protocols.atFetch != 0
        case .contentSignalUse: reader.speaks(Self.contentSignals)
        case .honourOverOpenLicence: reader.isObjectedTo || reader.considered.licence.outcome != .none
        case .illegalContentList: reader.lacks(ListFile.illegalContent)
        case .inferAIOptOut: reader.speaks(Self.robotsTags | Self.bit(.robotsAIAgents))
        case .infringingList: reader.lacks("infringing")
        case .naturalLanguage: reader.speaks(Self.bit(.naturalLanguage))
        case .nearCopyHold: reader.isLikeText
        case .noarchive, .noindex: reader.speaks(Self.robotsTags)
        case .orderList: reader.lacks(ListFile.orders)
        case .pageSignalAgeUse: reader.isPageOld
        case .siteEvidenceAgeUse: reader.isSiteOldAtUse
        case .siteFileAgeFetch: reader.isSiteOldAtFetch
        case .waiverOrigin:
            ruleset.asks(.titleClear, at: reader.moment) && reader.considered.grounds.clusters.isEmpty
                && !reader.known.hasClusters
        }
    }

    private static func bit(_ source: RightsProtocol) -> UInt32 { 1 << UInt32(source.index) }

    private static let contentSignals = bit(.contentSignalRobots) | bit(.contentSignalHeader)
    private static let robotsTags = bit(.xRobotsTag) | bit(.metaRobots)
    /// The protocols that rest on a file of the site.
    private static let ofSites = RightsProtocol.allCases.filter { $0.siteFileKind != nil }.reduce(0) { $0 | bit($1) }
}

extension FactReader {
    fileprivate func speaks(_ sources: UInt32) -> Bool { signals.sources & sources != 0 }

    fileprivate func lacks(_ list: String) -> Bool { !subject.has(list) }

    fileprivate var isObjectedTo: Bool {
        guard case .matches(let matches) = considered.registry else { return false }
        return !matches.isEmpty
    }

    fileprivate var isLikeText: Bool {
        guard case .matches(let matches) = considered.registry else { return false }
        return matches.contains { $0.similarity != nil }
    }

    fileprivate var isPageOld: Bool {
        guard moment == .use, let capture = considered.capture else { return false }
        return at.seconds - capture.fetched.seconds > settings.pageSignalAgeUse
    }

    fileprivate var isSiteOldAtUse: Bool {
        moment == .use
            && subject.files.contains { !$0.isAtFetch && at.seconds - $0.fetched.seconds > settings.siteEvidenceAgeUse }
    }

    fileprivate var isSiteOldAtFetch: Bool {
        subject.files.contains { file in
            file.isAtFetch
                && (subject.fetched.seconds - file.fetched.seconds > settings.siteFileAgeFetch
                    || file.expires < subject.fetched)
        }
    }
}
