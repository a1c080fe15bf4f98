internal import Provenance

/// A pack's gates and bases as flat rows: what every decision walks through, without following a tree or making a text.
///
/// It says the same as the pack's gates and bases, from which it is made.
struct PackProgram: Sendable {
    /// One part of a condition, its own parts behind it.
    struct Step: Sendable {
        enum Kind: UInt8 { case constant, test, not, all, any }

        let kind: Kind
        /// Of a constant.
        let truth: Truth
        /// Of a test.
        let fact: Int32
        /// The step behind this one's parts.
        var end: Int32
        /// Of a test: the accepted values.
        let accepted: UInt64
    }

    struct GateRow: Sendable {
        let start: Int
        let isAtFetch: Bool
        let isAtTag: Bool
        let isAtUse: Bool
        let firedCode: String
        let unknownCode: String

        func applies(at moment: Moment) -> Bool {
            switch moment {
            case .fetch: isAtFetch
            case .tag: isAtTag
            case .use: isAtUse
            }
        }
    }

    struct BasisRow: Sendable {
        let trigger: Int
        let needs: [Int]
        let verdict: Verdict
        let code: String
        let obligations: [String]
        /// For each condition, what is said where it is not met, and where that cannot be told.
        let fallenCodes: [String]
        let unknownCodes: [String]
        let flags: [(start: Int, code: String)]
    }

    private(set) var steps: [Step] = []
    private(set) var gates: [GateRow] = []
    private(set) var bases: [BasisRow] = []
    let otherwiseCode: String

    init(gates: [Gate], bases: [Basis], otherwise: String) {
        otherwiseCode = "otherwise.\(otherwise)"
        for gate in gates {
            let row = GateRow(
                start: add(gate.fires), isAtFetch: gate.moments.contains(.fetch), isAtTag: gate.moments.contains(.tag),
                isAtUse: gate.moments.contains(.use), firedCode: "gate.\(gate.id)",
                unknownCode: "gate-unknown.\(gate.id)")
            self.gates.append(row)
        }
        for basis in bases { self.bases.append(row(basis)) }
    }

    private mutating func row(_ basis: Basis) -> BasisRow {
        let trigger = add(basis.trigger)
        let needs = basis.needs.map { add($0) }
        return BasisRow(
            trigger: trigger, needs: needs, verdict: basis.verdict, code: "basis.\(basis.id)",
            obligations: basis.obligations.map(\.rawValue),
            fallenCodes: basis.conditions.map { "condition.\(basis.id).\($0)" },
            unknownCodes: basis.conditions.map { "condition-unknown.\(basis.id).\($0)" },
            flags: basis.flags.map { (add($0.when), "flag.\($0.id)") })
    }

    /// - Returns: The first step of the condition.
    private mutating func add(_ expression: Expression) -> Int {
        let start = steps.count
        func step(_ kind: Step.Kind, truth: Truth = .unknown, fact: Int = 0, accepted: UInt64 = 0) -> Step {
            Step(kind: kind, truth: truth, fact: Int32(fact), end: Int32(start + 1), accepted: accepted)
        }
        switch expression {
        case .constant(let truth): steps.append(step(.constant, truth: truth))
        case .test(let fact, let accepted): steps.append(step(.test, fact: fact, accepted: accepted))
        case .not(let inner):
            steps.append(step(.not))
            _ = add(inner)
        case .all(let parts):
            steps.append(step(.all))
            for part in parts { _ = add(part) }
        case .any(let parts):
            steps.append(step(.any))
            for part in parts { _ = add(part) }
        }
        steps[start].end = Int32(steps.count)
        return start
    }

    /// Lends the steps and the facts for the time of one evaluation.
    @inline(__always)
    func with<Result>(_ facts: FactSheet, _ body: (Run) -> Result) -> Result {
        steps.withUnsafeBufferPointer { steps in facts.withMasks { body(Run(steps: steps, masks: $0)) } }
    }

    /// Answers conditions from one sheet of facts.
    struct Run {
        fileprivate let steps: UnsafeBufferPointer<Step>
        fileprivate let masks: UnsafeBufferPointer<UInt64>

        func truth(_ start: Int) -> Truth {
            switch steps[start].kind {
            case .constant: return steps[start].truth
            case .test: return test(start)
            case .not: return truth(start + 1).negated
            case .all: return joined(start, stop: .no)
            case .any: return joined(start, stop: .yes)
            }
        }

        /// True if every value the fact may have is accepted, false if none is, else unknown.
        @inline(__always)
        private func test(_ start: Int) -> Truth {
            let possible = masks[Int(steps[start].fact)]
            let accepted = steps[start].accepted
            if possible & ~accepted == 0 { return .yes }
            return possible & accepted == 0 ? .no : .unknown
        }

        /// One part that is `stop` settles it; else one in doubt leaves it in doubt.
        private func joined(_ start: Int, stop: Truth) -> Truth {
            var (at, isInDoubt) = (start + 1, false)
            while at < Int(steps[start].end) {
                let truth = truth(at)
                if truth == stop { return stop }
                if truth == .unknown { isInDoubt = true }
                at = Int(steps[at].end)
            }
            return isInDoubt ? .unknown : stop.negated
        }
    }
}
