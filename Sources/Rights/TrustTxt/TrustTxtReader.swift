internal import Canonical
internal import Provenance

/// Reads `trust.txt` at its two places: what is refused at either is refused.
enum TrustTxtReader {
    static func read(_ rules: SiteRules, moments: Set<Moment>, into draft: inout ReadingDraft) {
        guard !rules.trustTxt.isEmpty else { return }
        var (found, states): ([Signal], [ProtocolState]) = ([], [])
        for file in rules.trustTxt {
            let (signal, state) = reading(file, moments)
            if let signal { found.append(signal) }
            states.append(state)
        }
        let state = state(states, found)
        draft.set(.trustTxt, state == .absent && !rules.isTrustTxtSettled ? .notChecked : state, moments)
        found.forEach { draft.add($0) }
    }

    /// A refusal at one place stands, whatever is the matter with the other.
    private static func state(_ states: [ProtocolState], _ found: [Signal]) -> ProtocolState {
        if found.contains(where: { $0.isTaken && $0.value == .deny }) { return .stated }
        if states.contains(.unreadable) { return .unreadable }
        return states.contains(.stated) ? .stated : .absent
    }

    private static func reading(_ file: SiteRules.Known<TrustTxt>, _ moments: Set<Moment>) -> (Signal?, ProtocolState) {
        switch file {
        case .absent: (nil, .absent)
        case .notImplemented:
            (signal(.unknown, .nothing, ["not-implemented"], moments, dropped: "no file of this protocol"), .absent)
        case .refused: (signal(.unknown, .nothing, ["trust-txt-forbidden"], moments), .unreadable)
        case .unreadable(let reason):
            (signal(.invalid, .nothing, ["unreadable: " + reason, Signal.unreadFile], moments), .unreadable)
        case .found(let file, let digest): answer(file, digest, moments)
        }
    }

    private static func answer(
        _ file: TrustTxt, _ digest: Digest, _ moments: Set<Moment>
    ) -> (Signal?, ProtocolState) {
        guard let record = file.deciding else { return (nil, .absent) }
        let quote = Quote(record.line, in: .siteFile(digest), at: record.offset)
        let repeated = file.records.count > 1 ? ["more-than-one-record"] : []
        switch file.answer {
        case .absent: return (nil, .absent)
        case .denied: return (signal(.deny, quote, repeated, moments), .stated)
        // A yes is a wish about training and no licence.
        case .allowed: return (signal(.allow, quote, ["no-licence"], moments), .stated)
        case .repeated: return (signal(.invalid, quote, repeated, moments), .unreadable)
        case .invalid(let isRefusal):
            let intent = isRefusal ? ["restrictive-intent"] : []
            return (signal(.invalid, quote, ["nonconformant"] + intent + repeated, moments), .unreadable)
        }
    }

    private static func signal(
        _ value: SignalValue, _ quote: Quote, _ notes: [String], _ moments: Set<Moment>, dropped: String = ""
    ) -> Signal {
        Signal(
            .trustTxt, carrier: "trust.txt", scope: .site, category: .train, value: value, quote: quote, notes: notes,
            dropped: dropped, moments: moments)
    }
}
