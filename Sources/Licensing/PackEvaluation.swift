internal import Provenance

/// What one pack makes of the facts at one moment.
struct PackEvaluation {
    /// A pack that is handed on without being copied.
    final class Box: Sendable {
        let pack: Pack
        let program: PackProgram
        let reservation: ProtocolSet?
        let licence: ProtocolSet?
        let terms: ProtocolSet?
        /// Nil for a pack that is asked once.
        let memo: PackMemo?

        init(_ pack: Pack, memo: PackMemo? = nil) {
            self.pack = pack
            self.memo = memo
            program = pack.program
            reservation = pack.protocolSet(.reservation)
            licence = pack.protocolSet(.licence)
            terms = pack.protocolSet(.terms)
        }
    }

    let box: Box
    let facts: FactSheet
    let moment: Moment
    /// Of the facts; nil if it is not known yet.
    private let mixed: UInt64?

    init(_ box: Box, _ facts: FactSheet, _ moment: Moment, mixed: UInt64? = nil) {
        self.box = box
        self.facts = facts
        self.moment = moment
        self.mixed = mixed
    }

    init(pack: Pack, facts: FactSheet, moment: Moment) { self.init(Box(pack), facts, moment) }

    /// Everything that follows from the facts alone.
    var outcome: PackOutcome {
        guard let memo = box.memo else { return madeOutcome }
        return memo.outcome(of: facts, mixed: mixed ?? facts.mixed, at: moment) { madeOutcome }
    }

    /// The verdict alone.
    var verdict: Verdict { box.memo == nil ? madeVerdict : outcome.verdict }

    private var madeVerdict: Verdict {
        box.program.with(facts) { run in
            var hardest = Verdict.allow
            for place in box.program.gates.indices where box.program.gates[place].applies(at: moment) {
                hardest = max(hardest, box.pack.gates[place].verdict(for: run.truth(box.program.gates[place].start)))
            }
            // Before the page is read no basis can be known, so that only what forbids taking it counts.
            guard moment != .fetch, hardest <= .deny else { return hardest }
            return max(hardest, bases(box.program.bases.indices.map { truth(ofBasis: $0, run) }).verdict)
        }
    }

    /// Whether a basis stands: its trigger and every condition.
    private func truth(ofBasis place: Int, _ run: PackProgram.Run) -> Truth {
        var joined = run.truth(box.program.bases[place].trigger)
        for need in box.program.bases[place].needs {
            if joined == .no { break }
            joined = joined.and(run.truth(need))
        }
        return joined
    }

    /// The best of the bases, given the truth of each: the softest that stands, the first among equals; else
    /// `hold` if one is in doubt; else `deny`.
    func bases(_ truths: [Truth]) -> (verdict: Verdict, standing: Basis?) {
        let best = Best(truths.enumerated(), box.program)
        return (best.verdict, best.place.map { box.pack.bases[$0] })
    }

    /// The best basis so far.
    private struct Best {
        private(set) var place: Int?
        private var softest = Verdict.deny
        private var isInDoubt = false

        init() {}

        init(_ truths: some Sequence<(offset: Int, element: Truth)>, _ program: PackProgram) {
            for (place, truth) in truths { add(place, truth, program.bases[place].verdict) }
        }

        var verdict: Verdict { place != nil ? softest : isInDoubt ? .hold : .deny }

        mutating func add(_ place: Int, _ truth: Truth, _ verdict: Verdict) {
            switch truth {
            case .yes: if self.place == nil || verdict < softest { (self.place, softest) = (place, verdict) }
            case .unknown: isInDoubt = true
            case .no: break
            }
        }
    }

    private var madeOutcome: PackOutcome {
        box.program.with(facts) { run in
            let gates = gateOutcomes(run)
            let imposed = gates.reduce(Verdict.allow) { max($0, $1.verdict) }
            var reasons = RuleReasons(gates, of: box.program, at: moment)
            guard moment != .fetch else {
                return PackOutcome(verdict: imposed, gates: gates, codes: reasons.codes, asks: .robots)
            }
            var best = Best()
            let raised = raisedBases(run, &best)
            let verdict = max(imposed, best.verdict)
            let standing = verdict.admits ? best.place : nil
            let isBarred = !reasons.codes.isEmpty
            if let place = best.place {
                reasons.addStanding(box.program.bases[place], flagged: !isBarred, run)
            } else {
                reasons.addFallen(box.program, raised)
            }
            return PackOutcome(
                verdict: verdict, gates: gates, bases: raised.map(\.outcome),
                basis: standing.map { box.pack.bases[$0].id } ?? "",
                obligations: standing.map { box.program.bases[$0].obligations } ?? [], codes: reasons.codes,
                factors: box.pack.scores.map { $0.truths(facts) },
                asks: best.place == nil ? .everything : isBarred ? .robots : .nothing)
        }
    }

    private func gateOutcomes(_ run: PackProgram.Run) -> [GateOutcome] {
        var outcomes: [GateOutcome] = []
        outcomes.reserveCapacity(box.pack.gates.count)
        for place in box.pack.gates.indices where box.program.gates[place].applies(at: moment) {
            let fired = run.truth(box.program.gates[place].start)
            outcomes.append(
                GateOutcome(
                    id: box.pack.gates[place].id, fired: fired, verdict: box.pack.gates[place].verdict(for: fired)))
        }
        return outcomes
    }

    /// A basis that was raised, by its place in the pack.
    typealias Raised = (place: Int, outcome: BasisOutcome)

    /// The bases that were raised, in the order of the pack.
    private func raisedBases(_ run: PackProgram.Run, _ best: inout Best) -> [Raised] {
        var outcomes: [Raised] = []
        for place in box.program.bases.indices {
            let raised = run.truth(box.program.bases[place].trigger)
            guard raised != .no else { continue }
            let outcome = BasisOutcome(
                id: box.pack.bases[place].id, raised: raised,
                conditions: box.program.bases[place].needs.map { run.truth($0) })
            outcomes.append((place, outcome))
            best.add(place, outcome.truth, box.program.bases[place].verdict)
        }
        return outcomes
    }
}
