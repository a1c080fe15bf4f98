public import Canonical

/// What all active packs together made of the facts at one moment: the hardest of their verdicts.
public struct Decision: Hashable, Sendable {
    public let moment: Moment
    public let at: Timestamp
    public let verdict: Verdict
    /// In the order of their names.
    public let packs: [PackDecision]
    /// The union over the packs, sorted; empty unless the verdict admits.
    public let obligations: [String]
    /// Settings of doubt on which the verdict hangs. Of a document that is not admitted those that alone hold or deny
    /// it; of one that is admitted those that were softened and without any one of which it would not be.
    public let doubts: [String]

    public init(
        moment: Moment, at: Timestamp, verdict: Verdict, packs: [PackDecision], obligations: [String], doubts: [String]
    ) {
        self.moment = moment
        self.at = at
        self.verdict = verdict
        self.packs = packs
        self.obligations = obligations
        self.doubts = doubts
    }

    /// `pack=basis` pairs, sorted, space-joined.
    public var basisText: String {
        packs.filter { !$0.basis.isEmpty }.map { "\($0.pack)=\($0.basis)" }.sorted().joined(separator: " ")
    }
}
