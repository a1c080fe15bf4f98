/// How much of an XML document is read. Meeting a limit makes the reading incomplete; it never stops the process.
public struct XMLLimits: Hashable, Sendable {
    public var bytes = 32 << 20
    public var elements = 500_000
    /// Elements open at once.
    public var depth = 128
    /// Bytes of the character data of one element.
    public var text = 1 << 20

    public init() {}
}
