internal import Canonical
internal import Provenance

extension ConfigNode {
    /// A member that must be there.
    func due(_ key: String, in map: [String: ConfigNode]) throws(ConfigError) -> ConfigNode {
        guard let value = map[key] else { throw fault("\(key) is missing") }
        return value
    }

    /// A text that is not empty.
    func filledText() throws(ConfigError) -> String {
        let text = try string()
        guard text.utf8.contains(where: { $0 > 0x20 }) else { throw fault("a text is due here, and it is empty") }
        return text
    }

    /// Letters, digits, `.`, `_` and `-`: what may stand in a reason code and in a `pack=basis` pair.
    func identifier() throws(ConfigError) -> String { try Self.checked(identifier: try string(), at: self) }

    /// The id of a work or a party: a name, or a public identifier such as `iswc:T-034.524.680-1` in its one form.
    func identity() throws(ConfigError) -> String { try Self.checked(identity: try string(), at: self) }

    static func checked(identity text: String, at node: ConfigNode) throws(ConfigError) -> String {
        do throws(IdentifierError) {
            if let identifier = try Identifier.named(text) { return identifier.text }
        } catch { throw node.fault("\(error)") }
        return try checked(identifier: text, at: node)
    }

    static func checked(identifier text: String, at node: ConfigNode) throws(ConfigError) -> String {
        if let problem = PlainName.problem(text) { throw node.fault(problem) }
        return text
    }

    /// A day, `2026-11-23`.
    func date() throws(ConfigError) -> String {
        let text = try string()
        guard Timestamp(day: text) != nil else {
            throw fault("a day is due here (2026-11-23), not \(text)")
        }
        return text
    }

    /// A list of moments out of `allowed`, in their order.
    func moments(_ allowed: [Moment]) throws(ConfigError) -> [Moment] {
        var found: Set<Moment> = []
        for item in try list() {
            let name = try item.choice(allowed.map(\.rawValue))
            guard let moment = Moment(rawValue: name), found.insert(moment).inserted else {
                throw item.fault("\(name) stands here twice")
            }
        }
        guard !found.isEmpty else {
            throw fault("at least one of \(allowed.map(\.rawValue).joined(separator: ", ")) is due")
        }
        return Moment.allCases.filter(found.contains)
    }

    /// What the file says here, every scalar as text.
    var json: JSONValue {
        switch content {
        case .scalar(let text): isNull ? .null : .string(text)
        case .list(let items): .array(items.map(\.json))
        case .map(let members): .object(members.map { .init($0.key, $0.value.json) })
        }
    }
}
