internal import Provenance

/// AIPREF statements as signals.
enum AIPrefSignals {
    /// The header's lines are one field (RFC 9651, section 4.2).
    static func read(_ headers: HeaderList, into draft: inout ReadingDraft) {
        let lines = headers.all("content-usage")
        guard !lines.isEmpty else { return draft.set(.aiprefHeader, .absent) }
        let quote = Quote(lines.joined(separator: ", "), in: .header, at: 0)
        draft.add(signals(.parse(lines: lines), .aiprefHeader, carrier: "header", quote: quote), as: .aiprefHeader)
    }

    static func signals(
        _ statement: AIPref, _ source: RightsProtocol, carrier: String, quote: Quote,
        moments: Set<Moment> = Moment.ofStatements
    ) -> [Signal] {
        func signal(_ category: UseCategory, _ value: SignalValue, _ notes: [String] = []) -> Signal {
            Signal(
                source, carrier: carrier, scope: carrier == "header" ? .document : .path, category: category,
                value: value, quote: quote, notes: notes, moments: moments)
        }
        guard statement.isParsed else {
            let intent = statement.restrictiveIntent.isEmpty ? [] : ["restrictive-intent"]
            return [signal(.all, .invalid, ["unparseable"] + intent)]
        }
        var signals = AIPref.Category.allCases.compactMap { category -> Signal? in
            switch statement[category] {
            case .allowed: signal(use(category), .allow)
            case .disallowed: signal(use(category), .deny)
            case .unknown: nil
            }
        }
        if !statement.restrictiveIntent.isEmpty {
            signals.append(signal(.train, .invalid, ["restrictive-intent"] + statement.restrictiveIntent))
        }
        if !statement.legacyDeny.isEmpty {
            signals.append(signal(.train, .invalid, ["restrictive-intent", "legacy-deny"] + statement.legacyDeny))
        }
        return signals.isEmpty ? [signal(.all, .unknown)] : signals
    }

    private static func use(_ category: AIPref.Category) -> UseCategory {
        switch category {
        case .trainAI: .train
        case .aiUse: .aiInput
        case .search: .search
        }
    }
}
