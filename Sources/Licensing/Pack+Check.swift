internal import Canonical
internal import Provenance

extension Pack {
    /// What only the whole pack can tell: facts whose protocols it does not name, and bases that can never win.
    static func check(
        _ gates: [Gate], _ bases: [Basis], _ sets: [ProtocolSet], gateNodes: [ConfigNode],
        baseNodes: [ConfigNode], top: ConfigNode
    ) throws(ConfigError) {
        for (gate, node) in zip(gates, gateNodes) { try require(sets, for: [gate.fires], node) }
        for (basis, node) in zip(bases, baseNodes) {
            try require(sets, for: [basis.trigger] + basis.needs, node)
        }
        for (place, node) in baseNodes.enumerated() {
            try reachable(bases[place], after: bases[..<place], node)
        }
        try deniable(gates, bases, top)
    }

    /// A pack that can say no to nothing is a mistake: it would admit whatever the others do.
    private static func deniable(_ gates: [Gate], _ bases: [Basis], _ top: ConfigNode) throws(ConfigError) {
        let always = Expression.constant(.yes)
        let isOpen = bases.contains { $0.trigger == always && $0.needs.allSatisfy { $0 == always } }
        let shuts = gates.contains {
            $0.verdict >= .deny && $0.fires != .constant(.no) && $0.fires != .constant(.unknown)
        }
        guard isOpen, !shuts else { return }
        throw top.fault("no denial can be reached: a basis always stands and no gate denies")
    }

    private static func require(
        _ sets: [ProtocolSet], for expressions: [Expression], _ node: ConfigNode
    ) throws(ConfigError) {
        for fact in expressions.flatMap(\.facts) {
            guard let name = fact.protocolSet, !sets.contains(where: { $0.name == name }) else { continue }
            throw node.fault("\(fact.name) is asked for, but protocols.\(name.rawValue) is not given")
        }
    }

    /// A basis is out of reach if something in it is never true, or if an earlier one no harder stands whenever it
    /// does.
    private static func reachable(
        _ basis: Basis, after earlier: ArraySlice<Basis>, _ node: ConfigNode
    ) throws(ConfigError) {
        guard basis.trigger != .constant(.no), !basis.needs.contains(.constant(.no)) else {
            throw node.fault("basis \(basis.id) can never be reached: it holds a condition that is never true")
        }
        if let fact = contradiction(in: [basis.trigger] + basis.needs) {
            throw node.fault("basis \(basis.id) can never be reached: no value of \(fact.name) meets all it asks")
        }
        for other in earlier where other.verdict <= basis.verdict {
            let sameTrigger = other.trigger == basis.trigger || other.trigger == .constant(.yes)
            if sameTrigger, Set(other.needs).isSubset(of: basis.needs) {
                throw node.fault("basis \(basis.id) can never be reached: \(other.id) stands whenever it would")
            }
        }
    }

    /// A fact of which several tests, all of which must hold, leave no value.
    private static func contradiction(in expressions: [Expression]) -> Fact? {
        var masks: [Int: UInt64] = [:]
        for expression in expressions {
            for (fact, mask) in expression.demands { masks[fact, default: .max] &= mask }
        }
        return masks.filter { $0.value == 0 }.keys.min().flatMap(Fact.init(rawValue:))
    }
}

extension Expression {
    /// The values of facts without which it cannot be true.
    fileprivate var demands: [(fact: Int, mask: UInt64)] {
        switch self {
        case .constant, .any: return []
        case .test(let fact, let accepted): return [(fact, accepted)]
        case .not(.test(let fact, let accepted)):
            guard let known = Fact(rawValue: fact) else { return [] }
            return [(fact, FactSheet.everything[known.rawValue] & ~accepted)]
        case .not: return []
        case .all(let parts): return parts.flatMap(\.demands)
        }
    }
}
