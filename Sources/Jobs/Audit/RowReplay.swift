internal import Canonical
internal import Licensing
internal import Provenance
internal import Registry
internal import Shards

/// Decides a row again from what it holds: evidence and match keys, no page, no clock, no network.
struct RowReplay: Sendable {
    /// Where objections come from.
    enum Objections: Sendable {
        /// From the row, as they were found.
        case stored
        /// From a snapshot, by the row's match keys; nil for doing without.
        case matched(Snapshot?)
    }

    let profile: UseProfile
    let ruleset: Ruleset
    var objections = Objections.stored
    /// The operator's files; nil for what the row holds of them.
    var grounds: OperatorGrounds?
    /// The time of `tag` and `use`; nil for that of the row. A page fetched then was fetched then.
    var at: Timestamp?

    /// The row as these rules have it.
    func row(_ row: UndecidedRow) -> EvidenceRow {
        guard let last = row.moments.last else { return row.decided([]) }
        let considered = look(row.considered, at: time(last))
        return row.decided(
            row.moments.map { decide($0, considered, isWhole: Self.isWhole(row)) }, considered: considered)
    }

    /// The last decision alone.
    func decision(_ row: UndecidedRow) -> Decision? {
        row.moments.last.map { last in
            decide(last, look(row.considered, at: time(last)), isWhole: Self.isWhole(row))
        }
    }

    private typealias Taken = (moment: Moment, at: Timestamp)

    /// Whether the page itself was read: then the decision at `fetch` knew less than the row.
    private static func isWhole(_ row: UndecidedRow) -> Bool { row.moments.contains { $0.moment == .tag } }

    private func time(_ taken: Taken) -> Timestamp {
        taken.moment == .fetch ? taken.at : at.map { max($0, taken.at) } ?? taken.at
    }

    private func decide(_ taken: Taken, _ considered: Considered, isWhole: Bool) -> Decision {
        let at = time(taken)
        let known = isWhole && taken.moment == .fetch ? atHeaders(considered, at: at) : considered
        return Licensing.decide(known, profile: profile, ruleset: ruleset, moment: taken.moment, at: at)
    }

    /// Asks registry and grounds by the match keys.
    private func look(_ considered: Considered, at: Timestamp) -> Considered {
        var considered = considered
        if case .matched(let snapshot) = objections {
            considered.registry = snapshot.map { .matches($0.match(considered.matchKeys, at: at)) } ?? .notAsked
        }
        if let grounds {
            let fetched = considered.capture?.fetched ?? at
            considered.grounds = grounds.grounds(
                for: considered.matchKeys, fetched: fetched, profile: profile, at: at)
        }
        return considered
    }

    /// What of a page's evidence was known before its body was taken.
    private func atHeaders(_ whole: Considered, at: Timestamp) -> Considered {
        var considered = whole
        considered.document = nil
        considered.licence = .none
        considered.signals = whole.signals.filter { Self.isOfHeaders($0.quote.space) }
        if let status = whole.capture?.status, (200..<300).contains(status) { considered.access = .unknown }
        considered.matchKeys.declared = []
        considered.matchKeys.text = nil
        considered.matchKeys.sketch = ""
        considered.matchKeys.identifiers = []
        // Fewer keys find no more than all did.
        guard considered.matchKeys != whole.matchKeys else { return considered }
        let isAsked = whole.registry != .notAsked && whole.registry != .matches([])
        if case .matched(let snapshot?) = objections, isAsked {
            considered.registry = .matches(snapshot.match(considered.matchKeys, at: at))
        }
        if let grounds, !whole.grounds.isEmpty {
            considered.grounds = grounds.grounds(
                for: considered.matchKeys, fetched: whole.capture?.fetched ?? at, profile: profile, at: at)
        }
        return considered
    }

    private static func isOfHeaders(_ space: Quote.Space) -> Bool {
        switch space {
        case .payload, .utf8: false
        default: true
        }
    }
}
