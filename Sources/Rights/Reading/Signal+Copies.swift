internal import Provenance

extension Signal {
    /// The same statement, not taken for the reason given.
    func dropped(_ reason: String) -> Signal {
        Signal(
            source, carrier: carrier, scope: scope, subject: subject, category: category, value: value,
            conditions: conditions, quote: quote, notes: notes, dropped: reason, moments: moments)
    }

    /// The same statement, reaching something else.
    func of(_ scope: SignalScope) -> Signal {
        Signal(
            source, carrier: carrier, scope: scope, subject: subject, category: category, value: value,
            conditions: conditions, quote: quote, notes: notes, dropped: dropped, moments: moments)
    }

    /// The same statement with one more condition.
    func under(_ condition: String, note: String) -> Signal {
        Signal(
            source, carrier: carrier, scope: scope, subject: subject, category: category, value: value,
            conditions: conditions + [condition], quote: quote, notes: notes + [note], dropped: dropped,
            moments: moments)
    }

    /// The same statement with further conditions and notes.
    func with(conditions further: [String], notes more: [String]) -> Signal {
        Signal(
            source, carrier: carrier, scope: scope, subject: subject, category: category, value: value,
            conditions: conditions + further, quote: quote, notes: notes + more, dropped: dropped, moments: moments)
    }
}
