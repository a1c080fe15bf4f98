internal import Provenance

/// What the statements of a capture come to, whichever protocols a pack requires: read once for all packs.
struct SignalFacts {
    /// Whether no statement reserves the text; what was not looked at is not in it.
    var unreserved = Truth.yes
    var explicit = Truth.no
    var words = Truth.no
    var others = Truth.no
    var tokens = Truth.no
    var searching = Truth.no
    var offer = Truth.no
    var grant = false
    /// Values of `terms.rsl`; 0 where nothing speaks of terms.
    var terms: UInt64 = 0
    /// The protocols whose statements speak for the text, a bit each.
    private(set) var sources: UInt32 = 0
    private var isRefused = false

    init() {}

    init(_ reader: FactReader) {
        offer = Truth(reader.considered.access == .offer)
        for signal in reader.considered.signals { add(signal, reader) }
    }

    private mutating func add(_ signal: Signal, _ reader: FactReader) {
        guard signal.isTaken, signal.scope != .asset else { return }
        sources |= 1 << UInt32(signal.source.index)
        let absence = reader.absence(by: signal)
        unreserved = unreserved.and(absence)
        guard reader.counts(signal) else { return }
        let refused = absence.negated
        switch reader.kind(of: signal) {
        case .words: words = words.or(refused)
        case .others:
            others = others.or(refused)
            if reader.namesOnlyTraining(signal) { tokens = tokens.or(refused) }
        case .search: searching = searching.or(.yes)
        case .explicit: explicit = explicit.or(refused)
        }
        if offer == .no, reader.isOffer(signal) { offer = .yes }
        grant = grant || reader.allowsTraining(signal)
        guard !isRefused, signal.source.offersTerms, signal.category == .train else { return }
        isRefused = signal.value == .deny
        // Documents that differ leave every answer of theirs open; one that refuses is the answer.
        terms = isRefused ? TermsValue.refused.bit : terms | reader.terms(of: signal)
    }
}
