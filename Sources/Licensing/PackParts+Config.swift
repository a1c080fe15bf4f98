internal import Canonical
internal import Provenance

extension ProtocolSet {
    init(_ name: Name, _ node: ConfigNode) throws(ConfigError) {
        let map = try node.map(["required", "at"])
        var required: Set<RightsProtocol> = []
        for item in try node.due("required", in: map).list() {
            let text = try item.string()
            guard let known = RightsProtocol(rawValue: text) else {
                let names = RightsProtocol.allCases.map(\.rawValue).joined(separator: ", ")
                throw item.fault("unknown protocol \(text); known: \(names)")
            }
            guard required.insert(known).inserted else { throw item.fault("\(text) stands here twice") }
        }
        guard !required.isEmpty else { throw node.fault("a set of protocols without a protocol demands nothing") }
        let moments = try node.due("at", in: map).moments([.fetch, .use])
        self.init(name: name, required: RightsProtocol.allCases.filter(required.contains), moments: moments)
    }
}

extension Gate {
    init(_ node: ConfigNode, _ context: PackContext) throws(ConfigError) {
        let map = try node.map(["id", "fires", "verdict", "at", "source", "as_of", "kind"])
        id = try node.due("id", in: map).identifier()
        fires = try Expression(node.due("fires", in: map), context)
        verdict = try node.due("verdict", in: map).oneOf(Verdict.self)
        guard verdict >= .hold else {
            throw node.fault("a gate can only hold, deny or purge; \(verdict.rawValue) would open it")
        }
        kind = try node.due("kind", in: map).oneOf(Pack.Kind.self)
        moments = try map["at"]?.moments(Moment.allCases) ?? Moment.allCases
        source = try node.due("source", in: map).filledText()
        asOf = try node.due("as_of", in: map).date()
    }
}

extension Basis {
    init(_ node: ConfigNode, _ context: PackContext) throws(ConfigError) {
        let map = try node.map([
            "id", "trigger", "conditions", "obligations", "flags", "source", "as_of", "kind", "status",
        ])
        id = try node.due("id", in: map).identifier()
        trigger = try Expression(node.due("trigger", in: map), context)
        var names: [String] = []
        var needs: [Expression] = []
        for (name, value) in try node.due("conditions", in: map).entries() {
            names.append(try ConfigNode.checked(identifier: name, at: value))
            needs.append(try Expression(value, context))
        }
        conditions = names
        self.needs = needs
        obligations = try Self.obligations(node.due("obligations", in: map))
        source = try node.due("source", in: map).filledText()
        asOf = try node.due("as_of", in: map).date()
        kind = try node.due("kind", in: map).oneOf(Pack.Kind.self)
        flags = try map["flags"].map { (node) throws(ConfigError) in try Self.flags(node, context) } ?? []
        status = try node.due("status", in: map).oneOf(Status.self)
        guard !needs.isEmpty else { throw node.fault("basis \(id) has no condition; what is it evidenced by?") }
    }

    private static func flags(_ node: ConfigNode, _ context: PackContext) throws(ConfigError) -> [Flag] {
        var flags: [Flag] = []
        for (name, value) in try node.entries() {
            let id = try ConfigNode.checked(identifier: name, at: value)
            flags.append(Flag(id: id, when: try Expression(value, context)))
        }
        return flags
    }

    private static func obligations(_ node: ConfigNode) throws(ConfigError) -> [Obligation] {
        var found: Set<Obligation> = []
        for item in try node.list() {
            guard found.insert(try item.oneOf(Obligation.self)).inserted else {
                throw item.fault("the obligation stands here twice")
            }
        }
        return found.sorted { $0.rawValue < $1.rawValue }
    }
}
