internal import Canonical
internal import Provenance

/// A sum of factors with two bounds, as a pack states it: hard factors decide alone, soft ones add up.
///
/// What is unknown of a soft factor counts at its worst for the upper bound and at its best for the lower. Source:
/// licensing bases 0.0.2, read 2026-11-24.
struct Score: Sendable {
    /// The values it has as a fact.
    enum Value: Int, CaseIterable {
        case clear, conflict

        var bit: UInt64 { self == .clear ? 1 : 2 }
    }

    struct Factor: Sendable {
        let id: String
        let when: Expression
        /// Nil for a hard factor.
        let weight: Int?
        /// The facts it rests on.
        let facts: [Fact]

        init(id: String, when: Expression, weight: Int?) {
            (self.id, self.when, self.weight, facts) = (id, when, weight, when.facts)
        }
    }

    let id: String
    let factors: [Factor]
    /// An upper bound up to this is clear.
    let clear: Int
    /// A lower bound from this on is a conflict.
    let conflict: Int
    let source: String
    let asOf: String
    /// Whether it is law, case law or design.
    let kind: Pack.Kind

    /// What it came to: one value, or both where it cannot be told.
    func mask(_ facts: FactSheet) -> UInt64 {
        var (low, high) = (0, 0)
        var isHardUnknown = false
        for factor in factors {
            let truth = factor.when.truth(facts)
            guard let weight = factor.weight else {
                if truth == .yes { return Value.conflict.bit }
                if truth == .unknown { isHardUnknown = true }
                continue
            }
            switch truth {
            case .yes: (low, high) = (low + weight, high + weight)
            case .unknown: (low, high) = (low + min(weight, 0), high + max(weight, 0))
            case .no: break
            }
        }
        if isHardUnknown { return Value.clear.bit | Value.conflict.bit }
        if high <= clear { return Value.clear.bit }
        return low >= conflict ? Value.conflict.bit : Value.clear.bit | Value.conflict.bit
    }

    /// The truth of each factor, in their order.
    func truths(_ facts: FactSheet) -> [Truth] { factors.map { $0.when.truth(facts) } }

    /// The truths with how long what they rest on speaks.
    func outcome(_ truths: [Truth], _ lives: EvidenceLives) -> ScoreOutcome {
        ScoreOutcome(id: id, factors: truths, lives: factors.map { lives.life(of: $0.facts) })
    }
}

extension Score {
    init(_ node: ConfigNode, _ context: PackContext) throws(ConfigError) {
        let map = try node.map(["id", "clear", "conflict", "factors", "source", "as_of", "kind"])
        id = try node.due("id", in: map).identifier()
        clear = try node.due("clear", in: map).integer(in: -100...100)
        conflict = try node.due("conflict", in: map).integer(in: -100...100)
        guard clear < conflict else { throw node.fault("clear must be less than conflict") }
        source = try node.due("source", in: map).filledText()
        asOf = try node.due("as_of", in: map).date()
        kind = try node.due("kind", in: map).oneOf(Pack.Kind.self)
        var factors: [Factor] = []
        for (name, value) in try node.due("factors", in: map).entries() {
            let map = try value.map(["hard", "soft", "when"])
            let id = try ConfigNode.checked(identifier: name, at: value)
            if let hard = map["hard"] {
                guard map["soft"] == nil, map["when"] == nil else { throw value.fault("either hard, or soft and when") }
                factors.append(Factor(id: id, when: try Expression(hard, context), weight: nil))
            } else {
                let weight = try value.due("soft", in: map).integer(in: -20...20)
                let when = try Expression(value.due("when", in: map), context)
                factors.append(Factor(id: id, when: when, weight: weight))
            }
        }
        guard !factors.isEmpty else { throw node.fault("a score without a factor says nothing") }
        self.factors = factors
    }
}
