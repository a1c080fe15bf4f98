public import Canonical
public import Provenance

/// What one pack asked and what it was answered, in its order, each answer with the statement it rests on.
public struct PackTrace: Sendable {
    public struct Gate: Sendable {
        public let id: String
        public let fired: Truth
        public let verdict: Verdict
        /// The statement that shuts it; nil if none does alone.
        public let cause: Signal?
    }

    public struct Basis: Sendable {
        public let id: String
        public let raised: Truth
        /// Of the trigger and every condition together.
        public let truth: Truth
        /// The first condition that failed or is unknown; empty if none did.
        public let condition: String
        public let conditionTruth: Truth
        public let cause: Signal?
    }

    /// A sum of factors, each with what it rests on.
    public struct Score: Sendable {
        public struct Factor: Sendable {
            public let id: String
            public let truth: Truth
            /// Nil for one that decides alone.
            public let weight: Int?
            /// When the oldest evidence it rests on was taken, and when the first of it is too old; nil where none ages.
            public let observed: Timestamp?
            public let until: Timestamp?
        }

        public let id: String
        /// `clear`, `conflict`, or `undetermined` where the two bounds do not settle it.
        public let value: String
        public let factors: [Factor]
    }

    public let pack: String
    public let title: String
    public let verdict: Verdict
    public let gates: [Gate]
    /// Those raised, in order of preference.
    public let bases: [Basis]
    public let scores: [Score]
}

/// Follows a decision through the packs once more, for people who ask why.
public struct DecisionTrace {
    let considered: Considered
    let profile: UseProfile
    let ruleset: Ruleset
    let moment: Moment
    let at: Timestamp

    public init(
        _ considered: Considered, profile: UseProfile, ruleset: Ruleset, moment: Moment, at: Timestamp
    ) {
        self.considered = considered
        self.profile = profile
        self.ruleset = ruleset
        self.moment = moment
        self.at = at
    }

    /// One per active pack.
    public func packs() -> [PackTrace] {
        ruleset.packs.map { pack in
            let facts = facts(considered, pack)
            let evaluation = PackEvaluation(pack: pack, facts: facts, moment: moment)
            let gates = pack.gates.filter { $0.moments.contains(moment) }.map { gate in
                let fired = gate.fires.truth(facts)
                return PackTrace.Gate(
                    id: gate.id, fired: fired, verdict: gate.verdict(for: fired),
                    cause: fired == .no ? nil : cause(of: gate.fires, pack))
            }
            let bases = moment == .fetch ? [] : pack.bases.compactMap { trace($0, facts, pack) }
            let scores = moment == .fetch ? [] : pack.scores.map { trace($0, facts) }
            return PackTrace(
                pack: pack.id, title: pack.title, verdict: evaluation.verdict, gates: gates, bases: bases,
                scores: scores)
        }
    }

    private func trace(_ basis: Basis, _ facts: FactSheet, _ pack: Pack) -> PackTrace.Basis? {
        let raised = basis.trigger.truth(facts)
        guard raised != .no else { return nil }
        let truths = basis.needs.map { $0.truth(facts) }
        let place = truths.firstIndex(of: .no) ?? truths.firstIndex(of: .unknown)
        return PackTrace.Basis(
            id: basis.id, raised: raised, truth: truths.reduce(raised) { $0.and($1) },
            condition: place.map { basis.conditions[$0] } ?? "", conditionTruth: place.map { truths[$0] } ?? .yes,
            cause: place.flatMap { cause(of: basis.needs[$0], pack) })
    }

    private func trace(_ score: Score, _ facts: FactSheet) -> PackTrace.Score {
        let lives = EvidenceLives(FactReader(considered, profile, ruleset.settings, ruleset.known, moment, at))
        let factors = zip(score.factors, score.truths(facts)).map { factor, truth in
            let life = lives.life(of: factor.facts)
            return PackTrace.Score.Factor(
                id: factor.id, truth: truth, weight: factor.weight, observed: life.observed, until: life.until)
        }
        let mask = score.mask(facts)
        let value = Score.Value.allCases.first { $0.bit == mask }.map { "\($0)" } ?? "undetermined"
        return PackTrace.Score(id: score.id, value: value, factors: factors)
    }

    private func facts(_ considered: Considered, _ pack: Pack) -> FactSheet {
        let reader = FactReader(considered, profile, ruleset.settings, ruleset.known, moment, at)
        return reader.complete(reader.shared(), for: pack)
    }

    /// The first statement that alone gives the answer, found by trying: with all statements taken away the answer
    /// changes, and with this one put back it is there again.
    private func cause(of expression: Expression, _ pack: Pack) -> Signal? {
        guard !considered.signals.isEmpty else { return nil }
        let answer = expression.truth(facts(considered, pack))
        var silent = considered
        silent.signals = []
        guard expression.truth(facts(silent, pack)) != answer else { return nil }
        return considered.signals.first { signal in
            silent.signals = [signal]
            return expression.truth(facts(silent, pack)) == answer
        }
    }
}
