internal import Canonical
internal import Provenance

extension Pack {
    /// What only the whole pack can tell: facts whose protocols it does not name, and bases that can never win.
    static func check(
        _ gates: [Gate], _ bases: [Basis], _ sets: [ProtocolSet], gateNodes: ConfigNode, baseNodes: ConfigNode
    ) throws(ConfigError) {
        for (gate, node) in zip(gates, try gateNodes.list()) { try require(sets, for: [gate.fires], node) }
        for (basis, node) in zip(bases, try baseNodes.list()) {
            try require(sets, for: [basis.trigger] + basis.needs, node)
        }
        for (place, node) in try baseNodes.list().enumerated() {
            try reachable(bases[place], after: bases[..<place], node)
        }
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
        for other in earlier where other.verdict <= basis.verdict {
            let sameTrigger = other.trigger == basis.trigger || other.trigger == .constant(.yes)
            if sameTrigger, Set(other.needs).isSubset(of: basis.needs) {
                throw node.fault("basis \(basis.id) can never be reached: \(other.id) stands whenever it would")
            }
        }
    }
}
