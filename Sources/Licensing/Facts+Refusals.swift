internal import Provenance

extension FactReader {
    /// `refusal.…`, `terms.…` and `preference.allows`: one by one what `reservation.none` takes together, for laws that
    /// weigh one kind of refusal otherwise than another.
    func readRefusals(_ reservation: ProtocolSet?, _ terms: ProtocolSet?, into sheet: inout FactSheet) {
        var explicit = clusterReserves
        var words = Truth.no
        var others = Truth.no
        var tokens = Truth.no
        var offer = Truth(considered.access == .offer)
        for signal in considered.signals where counts(signal) {
            let refused = absence(by: signal).negated
            switch kind(of: signal) {
            case .words: words = words.or(refused)
            case .others:
                others = others.or(refused)
                if namesOnlyTraining(signal) { tokens = tokens.or(refused) }
            case .search: break
            case .explicit: explicit = explicit.or(refused)
            }
            if isOffer(signal) { offer = .yes }
        }
        let isKnown = reservation.map(isAllKnown) ?? false
        sheet.set(.refusalExplicit, explicit == .no && !isKnown ? .unknown : explicit)
        sheet.set(.refusalWords, words)
        sheet.set(.refusalOthers, others)
        sheet.set(.refusalPurpose, tokens)
        sheet.set(.refusalOffer, offer)
        sheet[.terms] = termsMask(terms)
        sheet.set(.grant, Truth(considered.signals.contains { counts($0) && allowsTraining($0) }))
    }

    /// What a refusal is made with.
    private enum Kind { case explicit, words, others, search }

    private func kind(of signal: Signal) -> Kind {
        if signal.source == .naturalLanguage { return .words }
        if speaksToOthers(signal) { return .others }
        if isDirective(signal, ["noarchive", "nocache", "noindex", "none"]) { return .search }
        return .explicit
    }

    private func counts(_ signal: Signal) -> Bool {
        guard signal.isTaken, signal.scope != .asset else { return false }
        return moment != .fetch || signal.moments.isEmpty || signal.moments.contains(.fetch)
    }

    /// Product tokens that no crawler fetches by: to refuse them speaks of training and of nothing else.
    /// Source: the operators' pages on Google-Extended and Applebot-Extended, read 2026-11-23.
    private static let trainingTokens: Set<String> = ["google-extended", "applebot-extended"]

    private func namesOnlyTraining(_ signal: Signal) -> Bool {
        signal.source == .robotsAIAgents
            && signal.conditions.contains { Self.trainingTokens.contains($0.lowercased()) }
    }

    /// Terms that are held out and that nobody has taken: a price, a token, or a use for others.
    private func isOffer(_ signal: Signal) -> Bool {
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

    private func allowsTraining(_ signal: Signal) -> Bool {
        guard signal.value == .allow, signal.source != .robots else { return false }
        return switch signal.category {
        case .train, .tdm: true
        default: false
        }
    }

    /// What RSL terms come to. Documents that differ leave every answer of theirs open.
    private func termsMask(_ set: ProtocolSet?) -> UInt64 {
        var mask: UInt64 = 0
        for signal in considered.signals where counts(signal) && signal.source.offersTerms {
            guard signal.category == .train else { continue }
            if signal.value == .deny { return TermsValue.refused.bit }
            mask |= terms(of: signal)
        }
        if mask == 0 {
            let isKnown = set.map(isAllKnown) ?? true
            return isKnown ? TermsValue.none.bit : FactSheet.everything[Fact.terms.rawValue]
        }
        return mask
    }

    private func terms(of signal: Signal) -> UInt64 {
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
