internal import Provenance

/// Content-Signal statements as signals.
enum ContentSignalSignals {
    static func read(_ headers: HeaderList, into draft: inout ReadingDraft) {
        let found = headers.all("content-signal").flatMap {
            signals(
                .parse($0), .contentSignalHeader, carrier: "header", quote: Quote($0, in: .header, at: 0))
        }
        draft.add(found, as: .contentSignalHeader)
    }

    static func signals(
        _ statement: ContentSignal, _ source: RightsProtocol, carrier: String, quote: Quote,
        moments: Set<Moment> = [.fetch, .use]
    ) -> [Signal] {
        func signal(_ category: UseCategory, _ value: SignalValue, _ notes: [String] = []) -> Signal {
            Signal(
                source, carrier: carrier, scope: carrier == "header" ? .document : .path, category: category,
                value: value, quote: quote, notes: notes, moments: moments)
        }
        var signals = ContentSignal.Key.allCases.compactMap { key in
            statement.values[key].map { self.signal(key, $0, carrier, signal) }
        }
        if !statement.undefined.isEmpty {
            let isIntent = statement.undefined.contains { ByteText.contains(Array($0.utf8)[...], "ai") }
            signals.append(
                signal(.train, isIntent ? .invalid : .unknown, isIntent ? ["restrictive-intent"] : ["undefined"]))
        }
        return signals.isEmpty ? [signal(.all, .unknown)] : signals
    }

    /// A `yes` in a header is a default of the network that sends it, not a grant of the holder.
    private static func signal(
        _ key: ContentSignal.Key, _ value: String, _ carrier: String,
        _ make: (UseCategory, SignalValue, [String]) -> Signal
    ) -> Signal {
        let permits: SignalValue = carrier == "header" ? .unknown : .allow
        switch key {
        case .search: return make(.search, value == "yes" ? permits : .deny, [])
        case .aiInput: return make(.aiInput, value == "yes" ? permits : .deny, [])
        case .aiTrain: return make(.train, value == "yes" ? permits : .deny, [])
        case .use: return make(.train, value == "full" ? permits : .deny, ["use=" + value])
        }
    }
}
