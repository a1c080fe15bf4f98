internal import Provenance

/// What one pack makes of the facts at one moment.
struct PackEvaluation {
    let pack: Pack
    let facts: FactSheet
    let moment: Moment

    /// The verdict alone.
    var verdict: Verdict {
        let gates = pack.gates.reduce(Verdict.allow) { hardest, gate in
            guard gate.moments.contains(moment) else { return hardest }
            return max(hardest, gate.verdict(for: gate.fires.truth(facts)))
        }
        // Before the page is read no basis can be known, so that only what forbids taking it counts.
        return moment == .fetch || gates > .deny ? gates : max(gates, bases(pack.bases.map { $0.truth(facts) }).verdict)
    }

    /// The best of the bases, given the truth of each: the softest that stands, the first among equals; else
    /// `hold` if
    /// one is in doubt; else `deny`.
    func bases(_ truths: [Truth]) -> (verdict: Verdict, standing: Basis?) {
        var best: Basis?
        for (basis, truth) in zip(pack.bases, truths) where truth == .yes {
            if best.map({ basis.verdict < $0.verdict }) ?? true { best = basis }
        }
        if let best { return (best.verdict, best) }
        return (truths.contains(.unknown) ? .hold : .deny, nil)
    }

    /// Everything the pack has to say.
    func decision(_ reader: FactReader) -> PackDecision {
        let gates = gateOutcomes()
        let imposed = gates.map(\.verdict).max() ?? .allow
        guard moment != .fetch else {
            let reasons = Reasons(self, reader, gates: gates, bases: [], standing: nil).codes
            return PackDecision(
                pack: pack.id, verdict: imposed, basis: "", gates: gates, bases: [], obligations: [], reasons: reasons)
        }
        let (outcomes, best) = baseOutcomes()
        let verdict = max(imposed, best.verdict)
        let standing = verdict.admits ? best.standing : nil
        return PackDecision(
            pack: pack.id, verdict: verdict, basis: standing?.id ?? "", gates: gates, bases: outcomes,
            obligations: standing?.obligations.map(\.rawValue) ?? [],
            reasons: Reasons(self, reader, gates: gates, bases: outcomes, standing: best.standing).codes,
            scores: pack.scores.map { ScoreOutcome(id: $0.id, factors: $0.truths(facts)) })
    }

    private func gateOutcomes() -> [GateOutcome] {
        var outcomes: [GateOutcome] = []
        outcomes.reserveCapacity(pack.gates.count)
        for gate in pack.gates where gate.moments.contains(moment) {
            let fired = gate.fires.truth(facts)
            outcomes.append(GateOutcome(id: gate.id, fired: fired, verdict: gate.verdict(for: fired)))
        }
        return outcomes
    }

    /// The bases that were raised, in the order of the pack, and the best of them.
    private func baseOutcomes() -> (raised: [BasisOutcome], best: (verdict: Verdict, standing: Basis?)) {
        var outcomes: [BasisOutcome] = []
        var best: Basis?
        var isInDoubt = false
        for basis in pack.bases {
            let raised = basis.trigger.truth(facts)
            guard raised != .no else { continue }
            let outcome = BasisOutcome(id: basis.id, raised: raised, conditions: basis.needs.map { $0.truth(facts) })
            outcomes.append(outcome)
            switch outcome.truth {
            case .yes: if best.map({ basis.verdict < $0.verdict }) ?? true { best = basis }
            case .unknown: isInDoubt = true
            case .no: break
            }
        }
        if let best { return (outcomes, (best.verdict, best)) }
        return (outcomes, (isInDoubt ? .hold : .deny, nil))
    }
}
