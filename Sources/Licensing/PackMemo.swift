internal import Provenance
internal import Synchronization

/// The answers a pack gave last, each under the exact facts it was given for: most captures of a run differ in nothing
/// that rules ask, and need not be judged anew.
///
/// It never grows: each set of facts has its place among a fixed number of rows, and the newer answer takes it. What is
/// answered is the same with it and without it.
final class PackMemo: Sendable {
    private struct Row {
        let facts: FactSheet
        let moment: Moment
        let outcome: PackOutcome
    }

    private static let count = 256
    private let rows = Mutex<[Row?]>(Array(repeating: nil, count: count))

    /// The answer kept for these facts, else the one made now.
    ///
    /// - Parameter mixed: ``FactSheet/mixed`` of the facts.
    func outcome(of facts: FactSheet, mixed: UInt64, at moment: Moment, make: () -> PackOutcome) -> PackOutcome {
        let place = Int(truncatingIfNeeded: mixed &+ UInt64(moment.bit)) & (Self.count - 1)
        let known = rows.withLock { rows -> PackOutcome? in
            guard let row = rows[place], row.moment == moment, row.facts == facts else { return nil }
            return row.outcome
        }
        if let known { return known }
        let made = make()
        rows.withLock { $0[place] = Row(facts: facts, moment: moment, outcome: made) }
        return made
    }
}
