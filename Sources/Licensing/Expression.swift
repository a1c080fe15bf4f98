internal import Provenance

/// A condition over facts, compiled: a fact is a number, its accepted values are bits.
indirect enum Expression: Hashable, Sendable {
    case constant(Truth)
    /// True if every value the fact may have is in `accepted`, false if none is, else unknown. The scores of a pack
    /// follow the facts in number.
    case test(fact: Int, accepted: UInt64)
    case not(Expression)
    case all([Expression])
    case any([Expression])

    func truth(_ facts: FactSheet) -> Truth {
        switch self {
        case .constant(let truth): return truth
        case .test(let fact, let accepted): return facts.truth(fact, in: accepted)
        case .not(let inner): return inner.truth(facts).negated
        case .all(let parts):
            var joined = Truth.yes
            for part in parts {
                joined = joined.and(part.truth(facts))
                if joined == .no { break }
            }
            return joined
        case .any(let parts):
            var joined = Truth.no
            for part in parts {
                joined = joined.or(part.truth(facts))
                if joined == .yes { break }
            }
            return joined
        }
    }

    /// Whether it asks for a score, which follows the facts in number.
    var asksScores: Bool {
        switch self {
        case .constant: false
        case .test(let fact, _): Fact(rawValue: fact) == nil
        case .not(let inner): inner.asksScores
        case .all(let parts), .any(let parts): parts.contains(where: \.asksScores)
        }
    }

    /// The facts it asks for.
    var facts: [Fact] {
        switch self {
        case .constant: []
        case .test(let fact, _): [Fact(rawValue: fact)].compactMap { $0 }
        case .not(let inner): inner.facts
        case .all(let parts), .any(let parts): parts.flatMap(\.facts)
        }
    }
}
