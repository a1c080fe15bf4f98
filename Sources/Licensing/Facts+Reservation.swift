internal import Canonical
internal import Provenance

extension FactReader {
    /// `reservation.none`: whether it is known that no one reserved the text against this use.
    ///
    /// A refusal by any protocol, required or not and however old, is a reservation. Its absence is only known if
    /// every
    /// required protocol is known at every moment the pack names.
    func reservationNone(_ set: ProtocolSet) -> Truth {
        let answer = signals.unreserved.and(clusterReserves.negated)
        guard answer == .yes else { return answer }
        return isAllKnown(set) ? .yes : .unknown
    }

    /// Whether every protocol of a set is known at every moment it names.
    func isAllKnown(_ set: ProtocolSet) -> Bool {
        if set.atFetch, set.mask & ~protocols.atFetch != 0 { return false }
        return !set.atUse || moment == .fetch || set.mask & ~protocols.atUse == 0
    }

    /// What one statement does to the absence of a reservation: nothing (`yes`), doubt, or its end (`no`).
    func absence(by signal: Signal) -> Truth {
        // What speaks of an asset alone (`noimageai`) leaves the text untouched.
        guard signal.isTaken, signal.scope != .asset else { return .yes }
        if moment == .fetch, !signal.moments.isEmpty, !signal.moments.contains(.fetch) { return .yes }
        if speaksToOthers(signal) {
            let weight = weigh(settings.inferAIOptOut)
            switch signal.value {
            case .deny: return weight
            case .conditional, .unknown: return weight == .yes ? .yes : .unknown
            case .allow, .invalid: return .yes
            }
        }
        if signal.source == .naturalLanguage { return absence(byWords: signal.value) }
        if isDirective(signal, Self.archiveRules) { return weigh(settings.noarchive) }
        if isDirective(signal, Self.indexRules) {
            return weigh(settings.noindex).and(profile.purpose == .search ? .no : .yes)
        }
        if capsUse(signal) { return weigh(settings.contentSignalUse) }
        if let availability = availability(signal) { return availability }
        guard let weight = weight(of: signal.category) else { return .yes }
        switch signal.value {
        case .deny: return weight
        case .conditional where signal.source.offersTerms:
            let answer = holds(signal.conditions)
            // What must be paid for is reserved until it is.
            return answer == .no || hasPrice(signal.conditions) ? weight : answer
        case .conditional, .unknown: return .unknown
        case .allow, .invalid: return signal.notes.contains(where: Self.doubts.contains) ? .unknown : .yes
        }
    }

    static let archiveRules = ["noarchive", "nocache"]
    static let indexRules = ["noindex", "none"]
    static let searchRules = archiveRules + indexRules

    /// Notes that keep a statement from being passed over: it was meant as a refusal, or there are words that nobody
    /// could read. No pack need require the protocol for that.
    private static let doubts = [restrictiveIntent, "terms-advertised", Signal.unreadFile]

    /// Words that grant are never a permission: they leave in doubt what words that reserve would end.
    private func absence(byWords value: SignalValue) -> Truth {
        let weight = weigh(settings.naturalLanguage)
        switch value {
        case .deny: return weight
        case .conditional, .unknown, .invalid: return weight == .yes ? .yes : .unknown
        case .allow: return .yes
        }
    }

    /// What a refusal of a category means for the purpose; nil if it does not concern it.
    private func weight(of category: UseCategory) -> Truth? {
        switch category {
        case .train, .tdm, .all: .no
        case .trainNonGenerative: .unknown
        case .aiInput: profile.purpose == .ragIndex ? .no : nil
        case .index, .search: profile.purpose == .search ? .no : nil
        case .crawl, .display, .licence, .access: nil
        }
    }

    private func weigh(_ weight: DoubtSettings.Weight) -> Truth {
        switch weight {
        case .record: .yes
        case .hold: .unknown
        case .deny: .no
        }
    }

    /// A refusal that names another crawler, in robots.txt or in a robots meta or header.
    func speaksToOthers(_ signal: Signal) -> Bool {
        signal.source == .robotsAIAgents || (isOfRobotsTag(signal) && signal.notes.contains("speaks-to-other-agents"))
    }

    private func isOfRobotsTag(_ signal: Signal) -> Bool {
        signal.source == .xRobotsTag || signal.source == .metaRobots
    }

    /// A rule of a robots meta or header that its reader names among the conditions.
    func isDirective(_ signal: Signal, _ names: [String]) -> Bool {
        isOfRobotsTag(signal) && signal.value != .allow && names.contains(where: signal.conditions.contains)
    }

    /// A `use=` of a Content-Signal that keeps less than the whole text.
    private func capsUse(_ signal: Signal) -> Bool {
        guard signal.source == .contentSignalRobots || signal.source == .contentSignalHeader else { return false }
        return signal.value == .deny
            && (signal.notes.contains("use=immediate") || signal.notes.contains("use=reference"))
    }

    /// What `unavailable_after` does: nothing before its day, an end to the use from then on. Nil for anything else.
    private func availability(_ signal: Signal) -> Truth? {
        guard isOfRobotsTag(signal), signal.category == .all, signal.value == .conditional,
            let text = signal.conditions.first, let day = Timestamp(rfc3339: text)
        else { return nil }
        return Truth(at < day)
    }
}
