public import Canonical
internal import Provenance

extension Pack {
    /// Reads a pack from the text of its file and checks all of it.
    ///
    /// - Throws: ``ConfigError`` with file, line and key at the first thing that is unknown, missing, said twice
    ///   or can never take effect.
    public init(_ text: String, file: String) throws(ConfigError) {
        let node = try ConfigNode.read(text, file: file)
        let map = try node.map([
            "id", "version", "as_of", "title", "kind", "protocols", "gates", "not_read", "bases", "otherwise",
        ])
        func due(_ key: String) throws(ConfigError) -> ConfigNode { try node.due(key, in: map) }
        self.file = file
        id = try due("id").identifier()
        version = try due("version").filledText()
        asOf = try due("as_of").date()
        title = try due("title").filledText()
        kind = try due("kind").oneOf(Kind.self)
        otherwise = try due("otherwise").identifier()
        protocolSets = try Self.protocolSets(due("protocols"))
        gates = try Self.gates(due("gates"))
        bases = try Self.bases(due("bases"))
        notRead = try map["not_read"].map(Self.notRead) ?? []
        json = node.json
        try Self.check(gates, bases, protocolSets, gateNodes: due("gates"), baseNodes: due("bases"))
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

    private static func gates(_ node: ConfigNode) throws(ConfigError) -> [Gate] {
        var gates: [Gate] = []
        for item in try node.list() {
            let gate = try Gate(item)
            guard !gates.contains(where: { $0.id == gate.id }) else {
                throw item.fault("gate \(gate.id) stands here twice")
            }
            gates.append(gate)
        }
        return gates
    }

    private static func bases(_ node: ConfigNode) throws(ConfigError) -> [Basis] {
        var bases: [Basis] = []
        for item in try node.list() {
            let basis = try Basis(item)
            guard !bases.contains(where: { $0.id == basis.id }) else {
                throw item.fault("basis \(basis.id) stands here twice")
            }
            bases.append(basis)
        }
        guard !bases.isEmpty else { throw node.fault("a pack without a basis can admit nothing") }
        return bases
    }

    private static func notRead(_ node: ConfigNode) throws(ConfigError) -> [NotRead] {
        var out: [NotRead] = []
        for (key, value) in try node.entries() { out.append(NotRead(id: key, why: try value.filledText())) }
        return out
    }
}
