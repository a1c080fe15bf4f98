public import Canonical

/// What of the operator's files was loaded, apart from their entries: without it nobody could tell "not on the list"
/// from "no list". Part of the ruleset and its digest.
public struct KnownGrounds: Hashable, Sendable {
    /// The lists at hand, each with the end of the time in which it may say who is not on it.
    public var lists: [String: Timestamp]
    public var hasClusters: Bool
    /// Copies from which on a cluster is crowded.
    public var crowd: Int
    /// What the operator's product is, in the words of its matrix.
    public var product: String
    /// Products, and the classes of sources each may stand in for; nil without a matrix.
    public var substitutes: [String: Set<WorkClass>]?

    public init(
        lists: [String: Timestamp] = [:], hasClusters: Bool = false, crowd: Int = 8,
        product: String = "web.general", substitutes: [String: Set<WorkClass>]? = nil
    ) {
        self.lists = lists
        self.hasClusters = hasClusters
        self.crowd = crowd
        self.product = product
        self.substitutes = substitutes
    }

    /// Nothing was loaded.
    public static let none = KnownGrounds()

    /// Whether a list may still say at a time who is not on it.
    func has(_ list: String, at time: Timestamp) -> Bool { lists[list].map { time < $0 } ?? false }

    /// As an object, for its canonical bytes.
    public var json: JSONValue {
        let matrix = substitutes.map { products in
            JSONValue.object(
                products.map { .init($0, .array($1.map(\.rawValue).sorted().map { .string($0) })) })
        }
        return .object([
            .init("clusters", .bool(hasClusters)), .init("crowd", .integer(Int64(crowd))),
            .init("lists", .object(lists.map { .init($0, .string($1.description)) })),
            .init("product", .string(product)), .init("substitutes", matrix ?? .null),
        ])
    }
}
