/// A row that cannot be run as its format asks.
struct VectorFault: Error, Hashable, Sendable, CustomStringConvertible {
    let description: String

    init(_ description: String) { self.description = description }
}
