public import Provenance

/// A basis of a pack: what raises it, what it needs, and what it obliges to.
public struct Basis: Sendable {
    public enum Status: String, CaseIterable, Hashable, Sendable {
        case inForce = "in-force"
        /// Out of use, still binding for what was released under it.
        case retired
        /// Its reach is disputed or undecided.
        case unsettled
    }

    /// A mark on what it admits: a risk, or a weakness of its evidence.
    struct Flag: Sendable {
        let id: String
        let when: Expression
    }

    public let id: String
    /// Names of the conditions, in the order of their truths.
    public let conditions: [String]
    /// In the order of their codes.
    public let obligations: [Obligation]
    public let source: String
    public let asOf: String
    public let status: Status
    /// Whether it is law, case law or design.
    public let kind: Pack.Kind
    let flags: [Flag]
    let trigger: Expression
    let needs: [Expression]

    /// The verdict when it stands.
    public var verdict: Verdict { obligations.isEmpty ? .allow : .allowWithObligations }

    /// Whether it stands: its trigger and every condition.
    func truth(_ facts: FactSheet) -> Truth {
        var joined = trigger.truth(facts)
        for need in needs {
            if joined == .no { break }
            joined = joined.and(need.truth(facts))
        }
        return joined
    }
}
