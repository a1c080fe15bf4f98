internal import Canonical
internal import Provenance

/// The operator's lists of sources, its classes of works and its matrix of products.
struct ListFile {
    private(set) var entries: [(hit: ListHit, scopes: [GroundScope])] = []
    /// Each list named, with the end of the time in which it may say who is not on it.
    private(set) var until: [String: Timestamp] = [:]
    let crowd: Int
    let product: String
    let substitutes: [String: Set<WorkClass>]?

    private static let lists = (FactReader.lists.map(\.name) + [illegalContent]).sorted()

    static let illegalContent = "illegal-content"
    static let orders = "orders"
    static let legalHold = "legal-hold"
    /// What an order may do, as `orders` groups its sources.
    private static let effects = [OrderValue.deny.rawValue, OrderValue.purge.rawValue, legalHold]

    /// Days a list may speak where the file sets no age: offers change by the week (licensing bases 2(a), MC03).
    private static func days(_ list: String) -> Int64 { list == "offers" ? 7 : 90 }

    init(_ node: ConfigNode) throws(ConfigError) {
        let map = try node.map(["as_of", "max_age", "lists", "orders", "classes", "product", "substitutes", "crowd"])
        let asOf = try node.due("as_of", in: map)
        guard let day = Timestamp(day: try asOf.date()) else {
            throw asOf.fault("a day is due here")
        }
        let age = try map["max_age"].map { (node) throws(ConfigError) in Int64(try node.milliseconds() / 1000) }
        crowd = try map["crowd"]?.integer(in: 1...1_000_000) ?? 8
        product = try map["product"]?.filledText() ?? "web.general"
        substitutes = try map["substitutes"].map { (node) throws(ConfigError) in try Self.matrix(node) }
        for (name, value) in try node.due("lists", in: map).entries() {
            guard Self.lists.contains(name) else {
                throw value.fault("unknown list; known: \(Self.lists.joined(separator: ", "))")
            }
            until[name] = day.adding(seconds: age ?? Self.days(name) * 86_400)
            entries.append((ListHit(list: name), try Self.scopes(value)))
        }
        if let orders = map[Self.orders] {
            until[Self.orders] = day.adding(seconds: age ?? Self.days(Self.orders) * 86_400)
            for (effect, value) in try orders.map(Self.effects).sorted(by: { $0.key < $1.key }) {
                entries.append((ListHit(list: Self.orders, value: effect), try Self.scopes(value)))
            }
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
