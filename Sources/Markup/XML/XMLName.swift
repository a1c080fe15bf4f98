/// A name in a namespace. Prefixes say nothing, so they are not kept.
public struct XMLName: Hashable, Sendable, CustomStringConvertible {
    /// The namespace's URI; empty for none.
    public let namespace: String
    public let local: String

    public init(_ local: String, in namespace: String = "") {
        self.namespace = namespace
        self.local = local
    }

    public var description: String { namespace.isEmpty ? local : "{\(namespace)}\(local)" }
}
