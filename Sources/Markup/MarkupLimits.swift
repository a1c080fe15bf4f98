/// How much of a page is read.
///
/// Meeting a limit makes the reading incomplete; it never stops the process.
public struct MarkupLimits: Sendable, Hashable {
    /// Bytes of UTF-8 read from the start of the page.
    public var bytes = 64 << 20
    public var nodes = 2_000_000
    /// Elements open at once.
    ///
    /// Blink closes at 512 too (`kMaximumHTMLParserDOMTreeDepth`).
    public var depth = 512
    /// Bytes of one kept attribute value.
    public var attribute = 1 << 20

    public init() {}
}
