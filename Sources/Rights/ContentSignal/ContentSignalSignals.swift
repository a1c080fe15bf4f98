internal import Provenance

/// Content-Signal statements as signals.
enum ContentSignalSignals {
    static func read(_ headers: HeaderList, into draft: inout ReadingDraft) {
        let found = headers.all("content-signal").flatMap {
            signals(
                .parse($0), .contentSignalHeader, carrier: "header", quote: Quote($0, in: .header, at: 0))
        }
        draft.add(found, as: .contentSignalHeader)
        // A header of nothing but defaults is there, and says nothing for the holder.
        if !found.isEmpty, !found.contains(where: \.isTaken) { draft.set(.contentSignalHeader, .stated) }
    }

    static func signals(
        _ statement: ContentSignal, _ source: RightsProtocol, carrier: String, quote: Quote,
        notes fileNotes: [String] = [], moments: Set<Moment> = Moment.ofStatements
    ) -> [Signal] {
        let isHeader = carrier == "header"
        func signal(_ category: UseCategory, _ value: SignalValue, _ notes: [String] = []) -> Signal {
            // A permission in a header is a default of the network that sends it, not a grant of the holder.
            let isDefault = isHeader && value == .allow
            return Signal(
                source, carrier: carrier, scope: isHeader ? .document : .path, category: category,
                value: value, quote: quote, notes: notes + (value == .deny ? fileNotes : []),
                dropped: isDefault ? "a default of the network, no grant" : "", moments: moments)
        }
        var signals = ContentSignal.Key.allCases.compactMap { key in
            statement.values[key].map { self.signal(key, $0, signal) }
        }
        if !statement.undefined.isEmpty {
            let isIntent = statement.undefined.contains { ByteText.contains(Array($0.utf8)[...], "ai") }
            signals.append(
                signal(.train, isIntent ? .invalid : .unknown, isIntent ? ["restrictive-intent"] : ["undefined"]))
        }
        return signals.isEmpty ? [signal(.all, .unknown)] : signals
    }

    /// `use` caps what may be kept: anything but `full` refuses the whole text, which training needs. It is its
    /// vendor's extension, so a setting of doubt (`content_signal_use`) says what it counts for.
    private static func signal(
        _ key: ContentSignal.Key, _ value: String, _ make: (UseCategory, SignalValue, [String]) -> Signal
    ) -> Signal {
        switch key {
        case .search: make(.search, value == "yes" ? .allow : .deny, [])
        case .aiInput: make(.aiInput, value == "yes" ? .allow : .deny, [])
        case .aiTrain: make(.train, value == "yes" ? .allow : .deny, [])
        case .use: make(.train, value == "full" ? .allow : .deny, ["use=" + value])
        }
    }
}
