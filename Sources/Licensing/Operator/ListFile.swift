internal import Canonical
internal import Provenance

/// The operator's lists of sources, its classes of works and its matrix of products.
struct ListFile {
    private(set) var entries: [(hit: ListHit, scopes: [GroundScope])] = []
    private(set) var names: Set<String> = []
    let until: Timestamp
    let crowd: Int
    let product: String
    let substitutes: [String: Set<WorkClass>]?

    private static let lists = FactReader.lists.map(\.name)

    init(_ node: ConfigNode) throws(ConfigError) {
        let map = try node.map(["as_of", "max_age", "lists", "classes", "product", "substitutes", "crowd"])
        let asOf = try node.due("as_of", in: map)
        guard let day = Timestamp(rfc3339: "\(try asOf.date())T00:00:00Z") else {
            throw asOf.fault("a day is due here")
        }
        let age = try map["max_age"]?.milliseconds() ?? 90 * 86_400_000
        until = day.adding(seconds: Int64(age / 1000))
        crowd = try map["crowd"]?.integer(in: 1...1_000_000) ?? 8
        product = try map["product"]?.filledText() ?? "web.general"
        substitutes = try map["substitutes"].map { (node) throws(ConfigError) in try Self.matrix(node) }
        for (name, value) in try node.due("lists", in: map).entries() {
            guard Self.lists.contains(name) else {
                throw value.fault("unknown list; known: \(Self.lists.joined(separator: ", "))")
            }
            names.insert(name)
            entries.append((ListHit(list: name), try Self.scopes(value)))
        }
        for (name, value) in try map["classes"]?.entries() ?? [] {
            guard WorkClass(rawValue: name) != nil else {
                let known = WorkClass.allCases.map(\.rawValue).joined(separator: ", ")
                throw value.fault("unknown class; known: \(known)")
            }
            entries.append((ListHit(list: "classes", value: name), try Self.scopes(value)))
        }
    }

    static func scopes(_ node: ConfigNode) throws(ConfigError) -> [GroundScope] {
        var scopes: [GroundScope] = []
        for item in try node.list() { scopes.append(try GroundScope(item)) }
        return scopes
    }

    private static func matrix(_ node: ConfigNode) throws(ConfigError) -> [String: Set<WorkClass>] {
        var products: [String: Set<WorkClass>] = [:]
        for (name, value) in try node.entries() {
            var classes: Set<WorkClass> = []
            for item in try value.list() { classes.insert(try item.oneOf(WorkClass.self)) }
            products[name] = classes
        }
        return products
    }
}
