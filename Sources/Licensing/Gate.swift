public import Provenance

/// A hard gate of a pack: what fires it, and what it then imposes whatever the bases say.
public struct Gate: Sendable {
    public let id: String
    /// The verdict when it fired, `hold` or harder.
    public let verdict: Verdict
    public let moments: [Moment]
    public let source: String
    public let asOf: String
    /// Whether it is law, case law or design.
    public let kind: Pack.Kind
    let fires: Expression

    /// What an answer imposes: a gate that may have fired holds.
    func verdict(for fired: Truth) -> Verdict {
        switch fired {
        case .yes: verdict
        case .unknown: .hold
        case .no: .allow
        }
    }
}
