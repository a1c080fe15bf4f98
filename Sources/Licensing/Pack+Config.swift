public import Canonical
internal import Provenance

extension Pack {
    /// Reads a pack from the text of its file and checks all of it.
    ///
    /// - Parameter parts: The text of a part that an `include` names; nil if there is none of that name.
    /// - Throws: ``ConfigError`` with file, line and key at the first thing that is unknown, missing, said twice
    ///   or can never take effect.
    public init(
        _ text: String, file: String,
        parts: @escaping (String) throws(ConfigError) -> (file: String, text: String)? = { _ in nil }
    )
        throws(ConfigError)
    {
        try self.init(ConfigNode.read(text, file: file), parts: parts)
    }

    /// Reads a pack from the node that holds it, and checks all of it.
    init(
        _ node: ConfigNode,
        parts: @escaping (String) throws(ConfigError) -> (file: String, text: String)? = { _ in nil }
    ) throws(ConfigError) {
        let map = try node.map([
            "id", "version", "as_of", "title", "kind", "protocols", "let", "scores", "term", "gates",
            "bases", "otherwise",
        ])
        func due(_ key: String) throws(ConfigError) -> ConfigNode { try node.due(key, in: map) }
        file = node.file
        id = try due("id").identifier()
        version = try due("version").filledText()
        asOf = try due("as_of").date()
        title = try due("title").filledText()
        kind = try due("kind").oneOf(Kind.self)
        otherwise = try due("otherwise").identifier()
        protocolSets = try Self.protocolSets(due("protocols"))
        var context = try PackContext(words: map["let"])
        scores = try map["scores"].map { (node) throws(ConfigError) in try Self.scores(node, &context) } ?? []
        term = try map["term"].map { (node) throws(ConfigError) in try TermRule(node) }
        let includes = Includes(parts)
        let gateNodes = try includes.items(of: due("gates"), key: "gates")
        let baseNodes = try includes.items(of: due("bases"), key: "bases")
        gates = try Self.gates(gateNodes, context)
        bases = try Self.bases(baseNodes, context, due("bases"))
        program = PackProgram(gates: gates, bases: bases, otherwise: otherwise)
        json = Self.json(node, gates: gateNodes, bases: baseNodes)
        try Self.check(gates, bases, protocolSets, gateNodes: gateNodes, baseNodes: baseNodes, top: node)
    }

    /// What the file says, with what it includes in its place.
    private static func json(_ node: ConfigNode, gates: [ConfigNode], bases: [ConfigNode]) -> JSONValue {
        guard case .map(let members) = node.content else { return node.json }
        return .object(
            members.map { member in
                switch member.key {
                case "gates": .init(member.key, .array(gates.map(\.json)))
                case "bases": .init(member.key, .array(bases.map(\.json)))
                default: .init(member.key, member.value.json)
                }
            })
    }

    private static func scores(_ node: ConfigNode, _ context: inout PackContext) throws(ConfigError) -> [Score] {
        var scores: [Score] = []
        for item in try node.list() {
            let score = try Score(item, context)
            guard !scores.contains(where: { $0.id == score.id }) else {
                throw item.fault("score \(score.id) stands here twice")
            }
            scores.append(score)
        }
        for score in scores { context.add(score: score.id) }
        return scores
    }

    private static func protocolSets(_ node: ConfigNode) throws(ConfigError) -> [ProtocolSet] {
        var sets: [ProtocolSet] = []
        for (key, value) in try node.entries() {
            guard let name = ProtocolSet.Name(rawValue: key) else {
                throw value.fault(
                    "unknown set; known: \(ProtocolSet.Name.allCases.map(\.rawValue).joined(separator: ", "))")
            }
            sets.append(try ProtocolSet(name, value))
        }
        return sets
    }

    private static func gates(_ nodes: [ConfigNode], _ context: PackContext) throws(ConfigError) -> [Gate] {
        var gates: [Gate] = []
        for item in nodes {
            let gate = try Gate(item, context)
            guard !gates.contains(where: { $0.id == gate.id }) else {
                throw item.fault("gate \(gate.id) stands here twice")
            }
            gates.append(gate)
        }
        return gates
    }

    private static func bases(
        _ nodes: [ConfigNode], _ context: PackContext, _ node: ConfigNode
    ) throws(ConfigError) -> [Basis] {
        var bases: [Basis] = []
        for item in nodes {
            let basis = try Basis(item, context)
            guard !bases.contains(where: { $0.id == basis.id }) else {
                throw item.fault("basis \(basis.id) stands here twice")
            }
            bases.append(basis)
        }
        guard !bases.isEmpty else { throw node.fault("a pack without a basis can admit nothing") }
        return bases
    }
}
