/// Something in a page that the HTML Standard calls a parse error, or that ended the reading early.
public struct MarkupFault: Sendable, Hashable, CustomStringConvertible {
    public enum Kind: String, Sendable {
        case endInTag, endInComment, endInRawText
        /// A limit of the reader was met; what follows it was not read.
        case tooManyBytes, tooManyNodes, tooDeep, attributeTooLong
    }

    public let kind: Kind
    /// Bytes from the start of the UTF-8 page.
    public let offset: Int

    public init(kind: Kind, offset: Int) {
        self.kind = kind
        self.offset = offset
    }

    public var description: String { "\(kind.rawValue) at byte \(offset)" }
}
