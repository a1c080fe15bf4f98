internal import Provenance

/// What a pack makes of facts at one moment, apart from what only the reading can tell: in which statements a refusal
/// stands, and why something is not known.
final class PackOutcome: Sendable {
    let verdict: Verdict
    let gates: [GateOutcome]
    /// Those raised, in the order of the pack.
    let bases: [BasisOutcome]
    /// The id of the basis that admits; empty if none does.
    let basis: String
    let obligations: [String]
    /// The codes of gates, bases and conditions, most telling first.
    let codes: [String]
    /// For each score of the pack the truth of its factors.
    let factors: [[Truth]]
    /// What the reading still has to say.
    let asks: Asks

    /// Which statements belong to the reasons.
    enum Asks { case nothing, robots, everything }

    init(
        verdict: Verdict, gates: [GateOutcome], bases: [BasisOutcome] = [], basis: String = "",
        obligations: [String] = [], codes: [String], factors: [[Truth]] = [], asks: Asks
    ) {
        (self.verdict, self.gates, self.bases, self.basis) = (verdict, gates, bases, basis)
        (self.obligations, self.codes, self.factors, self.asks) = (obligations, codes, factors, asks)
    }
}
