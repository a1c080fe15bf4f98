/// What one pack made of the facts.
public struct PackDecision: Hashable, Sendable {
    public let pack: String
    public let verdict: Verdict
    /// The basis that stands; empty if none does.
    public let basis: String
    public let gates: [GateOutcome]
    public let bases: [BasisOutcome]
    /// Sorted: `OB.ATTR` …
    public let obligations: [String]
    /// Codes of what led to the verdict, most telling first: `gate.HG4`, `condition.exc.eu.cdsm4.reservation` …
    public let reasons: [String]
    public let scores: [ScoreOutcome]

    public init(
        pack: String, verdict: Verdict, basis: String, gates: [GateOutcome], bases: [BasisOutcome],
        obligations: [String], reasons: [String], scores: [ScoreOutcome] = []
    ) {
        self.pack = pack
        self.verdict = verdict
        self.basis = basis
        self.gates = gates
        self.bases = bases
        self.obligations = obligations
        self.reasons = reasons
        self.scores = scores
    }
}
