internal import Canonical
internal import Provenance

extension FactReader {
    /// `age.site-evidence` and `age.page-signals`: only asked at `use`, where evidence may have grown old.
    func readAges(into sheet: inout FactSheet) {
        guard moment == .use else { return }
        let robots = siteEvidence[.robots, .use]
        sheet.set(.siteEvidenceFresh, robots == .fresh ? .yes : robots == .stale ? .no : .unknown)
        sheet.set(.pageSignalsFresh, pageAge)
    }

    /// Whether what the page said is young enough; unknown if it is from after the decision or there is no page.
    private var pageAge: Truth {
        guard let capture = considered.capture, capture.fetched <= at else { return .unknown }
        return Truth(at.seconds - capture.fetched.seconds <= settings.pageSignalAgeUse)
    }

    /// What is known of a protocol at a moment.
    enum Knowledge {
        case known
        case unreadable
        case notChecked
        /// It was known, too long ago.
        case stale
        /// It rests on evidence from after the moment it would speak for.
        case later
        /// It rests on a site file that is not among the facts, or was unreachable.
        case unsupported
    }

    /// What was known of a protocol when the page was taken.
    ///
    /// Where nobody looked at a site in time, `archive_origin_absence: accept_at_acquisition` lets what is known
    /// at use
    /// stand in. What was looked at and could not be read stays unknown.
    func knowledgeAtFetch(_ source: RightsProtocol) -> Knowledge {
        let own = knowledge(considered.statesAtFetch[source], source, .fetch)
        guard moment != .fetch, settings.archiveOriginAbsence == .accept, source.siteFileKind != nil else { return own }
        switch own {
        case .notChecked, .stale, .later: return knowledgeAtUse(source)
        case .known, .unreadable, .unsupported: return own
        }
    }

    /// What is known of a protocol when the text is to be used.
    func knowledgeAtUse(_ source: RightsProtocol) -> Knowledge {
        let own = knowledge(considered.statesAtUse[source], source, .use)
        return own == .known && source.siteFileKind == nil ? pageAtUse : own
    }

    /// Whether what was looked at in the page is known when its text is to be used.
    var knowsPageAtUse: Bool { pageAtUse == .known }

    private var pageAtUse: Knowledge {
        guard moment == .use else { return .known }
        guard let capture = considered.capture else { return .unsupported }
        if capture.fetched > at { return .later }
        return at.seconds - capture.fetched.seconds > settings.pageSignalAgeUse ? .stale : .known
    }

    private func knowledge(_ state: ProtocolState, _ source: RightsProtocol, _ when: Moment) -> Knowledge {
        switch state {
        case .unreadable: return .unreadable
        case .notChecked: return .notChecked
        case .stated, .absent: break
        }
        switch siteEvidence.freshness(of: source, when) {
        case nil: return .known
        case .fresh: return .known
        case .stale: return .stale
        case .later: return .later
        case .unreachable, .missing: return .unsupported
        }
    }
}
