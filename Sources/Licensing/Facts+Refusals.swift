internal import Provenance

extension FactReader {
    /// `refusal.…`, `terms.…` and `preference.allows`: one by one what `reservation.none` takes together, for laws that
    /// weigh one kind of refusal otherwise than another.
    func readRefusals(_ reservation: ProtocolSet?, _ terms: ProtocolSet?, into sheet: inout FactSheet) {
        let explicit = clusterReserves.or(signals.explicit)
        let isKnown = reservation.map(isAllKnown) ?? false
        sheet.set(.refusalExplicit, explicit == .no && !isKnown ? .unknown : explicit)
        sheet.set(.refusalWords, signals.words)
        sheet.set(.refusalOthers, signals.others)
        sheet.set(.refusalPurpose, signals.tokens)
        sheet.set(.refusalSearch, signals.searching)
        sheet.set(.refusalOffer, signals.offer)
        sheet[.terms] = termsMask(terms)
        sheet.set(.grant, Truth(signals.grant))
        sheet.set(.licenceOpposed, opposed(explicit, reservation))
    }

    /// `licence.opposed`: whether a protocol refuses to all what a licence may grant.
    ///
    /// What nobody looked at may refuse. A licence does not age and neither does what was said against it, so that all that
    /// counts is whether someone looked.
    private func opposed(_ explicit: Truth, _ reservation: ProtocolSet?) -> Truth {
        guard settings.honourOverOpenLicence else { return .no }
        let isRead = reservation.map { $0.mask & ~protocols.read == 0 } ?? false
        return explicit == .no && !isRead ? .unknown : explicit
    }

    /// What a refusal is made with.
    enum RefusalKind { case explicit, words, others, search }

    func kind(of signal: Signal) -> RefusalKind {
        if signal.source == .naturalLanguage { return .words }
        if speaksToOthers(signal) { return .others }
        if isDirective(signal, Self.searchRules) { return .search }
        return .explicit
    }

    func counts(_ signal: Signal) -> Bool {
        guard signal.isTaken, signal.scope != .asset else { return false }
        return moment != .fetch || signal.moments.isEmpty || signal.moments.contains(.fetch)
    }

    /// Product tokens that no crawler fetches by: to refuse them speaks of training and of nothing else.
    /// Source: the operators' pages on Google-Extended and Applebot-Extended, read 2026-11-23.
    private static let trainingTokens = ["google-extended", "applebot-extended"]

    func namesOnlyTraining(_ signal: Signal) -> Bool {
        signal.source == .robotsAIAgents
            && signal.conditions.contains { Self.trainingTokens.contains($0.lowercased()) }
    }

    /// Terms that are held out and that nobody has taken: a price, a token, or a use for others.
    func isOffer(_ signal: Signal) -> Bool {
        if signal.source.offersTerms { return signal.value == .conditional && holds(signal.conditions) != .yes }
        return isTDMOffer(signal)
    }

    private func isTDMOffer(_ signal: Signal) -> Bool {
        switch signal.source {
        case .tdmrepFile, .tdmrepHeader, .tdmrepMeta, .tdmrepEmbedded:
            signal.value == .deny && signal.conditions.contains { $0.hasPrefix("duty ") }
        default: false
        }
    }

    func allowsTraining(_ signal: Signal) -> Bool {
        guard signal.value == .allow, signal.source != .robots else { return false }
        return switch signal.category {
        case .train, .tdm: true
        default: false
        }
    }

    /// What RSL terms come to.
    private func termsMask(_ set: ProtocolSet?) -> UInt64 {
        guard signals.terms == 0 else { return signals.terms }
        let isKnown = set.map(isAllKnown) ?? true
        return isKnown ? TermsValue.none.bit : FactSheet.everything[Fact.terms.rawValue]
    }

    func terms(of signal: Signal) -> UInt64 {
        switch signal.value {
        case .deny: return TermsValue.refused.bit
        case .unknown, .invalid: return FactSheet.everything[Fact.terms.rawValue]
        case .allow: return granted(signal)
        case .conditional:
            switch holds(signal.conditions) {
            case .yes: return granted(signal)
            case .no: return TermsValue.outside.bit
            case .unknown: return TermsValue.offered.bit
            }
        }
    }

    private func granted(_ signal: Signal) -> UInt64 {
        let isFree = !signal.conditions.contains(TermsCondition.attribution.text)
        return isFree ? TermsValue.free.bit : TermsValue.attribution.bit
    }
}
