internal import Canonical
internal import Provenance

extension Expression {
    /// Reads an expression.
    ///
    /// - Throws: ``ConfigError`` for an unknown form, fact, value, word or score, or a word defined by itself.
    init(_ node: ConfigNode, _ context: PackContext) throws(ConfigError) {
        if case .scalar = node.content {
            self = .constant(try Self.constant(node))
            return
        }
        let map = try node.map(["fact", "is", "in", "not", "all", "any", "use", "score"])
        let forms = ["fact", "not", "all", "any", "use", "score"].filter { map[$0] != nil }
        guard forms.count == 1 else { throw node.fault("exactly one of fact, not, all, any, use, score is due here") }
        if let fact = map["fact"] {
            self = try Self.test(fact, is: map["is"], in: map["in"], node)
            return
        }
        if let score = map["score"] {
            self = try Self.score(score, is: node.due("is", in: map), context)
            return
        }
        guard map["is"] == nil, map["in"] == nil else { throw node.fault("is and in belong to fact only") }
        if let inner = map["not"] {
            self = .not(try Expression(inner, context))
        } else if let parts = map["all"] {
            self = .all(try Self.parts(parts, context))
        } else if let parts = map["any"] {
            self = .any(try Self.parts(parts, context))
        } else if let word = map["use"] {
            self = try context.meaning(of: word.string(), at: word)
        } else {
            throw node.fault("exactly one of fact, not, all, any, use, score is due here")
        }
    }

    private static func score(
        _ name: ConfigNode, is value: ConfigNode, _ context: PackContext
    ) throws(ConfigError) -> Expression {
        guard let place = context.scores.firstIndex(of: try name.string()) else {
            throw name.fault("no such score; known: \(context.scores.joined(separator: ", "))")
        }
        let bit: Score.Value = try value.choice(["clear", "conflict"]) == "clear" ? .clear : .conflict
        return .test(fact: Fact.allCases.count + place, accepted: bit.bit)
    }

    private static func constant(_ node: ConfigNode) throws(ConfigError) -> Truth {
        switch try node.choice(["always", "never", "unevidenced"]) {
        case "always": .yes
        case "never": .no
        default: .unknown
        }
    }

    private static func parts(_ node: ConfigNode, _ context: PackContext) throws(ConfigError) -> [Expression] {
        var parts: [Expression] = []
        for item in try node.list() { parts.append(try Expression(item, context)) }
        guard !parts.isEmpty else { throw node.fault("an empty list of conditions says nothing") }
        return parts
    }

    private static func test(
        _ name: ConfigNode, is single: ConfigNode?, in several: ConfigNode?, _ node: ConfigNode
    ) throws(ConfigError) -> Expression {
        let text = try name.string()
        guard let fact = Fact.named[text] else {
            throw name.fault("unknown fact \(text); known: \(Fact.named.keys.sorted().joined(separator: ", "))")
        }
        guard single == nil || several == nil else { throw node.fault("either is or in, not both") }
        var accepted: UInt64 = 0
        if let single {
            accepted = try bit(of: single, fact)
        } else if let several {
            for item in try several.list() {
                let one = try bit(of: item, fact)
                guard accepted & one == 0 else { throw item.fault("the value stands here twice") }
                accepted |= one
            }
            guard accepted != 0 else { throw several.fault("an empty list of values accepts nothing") }
        } else {
            guard fact.isTruth else { throw node.fault("\(text) is not a yes or no; add is or in") }
            accepted = FactSheet.yes
        }
        return .test(fact: fact.rawValue, accepted: accepted)
    }

    private static func bit(of node: ConfigNode, _ fact: Fact) throws(ConfigError) -> UInt64 {
        let text = try node.string()
        guard let place = fact.values.firstIndex(of: text) else {
            throw node.fault(
                "\(text) is no value of \(fact.name); its values: \(fact.values.joined(separator: ", "))")
        }
        return 1 << UInt64(place)
    }
}
