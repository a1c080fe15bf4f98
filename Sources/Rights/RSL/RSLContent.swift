/// One `content` element: what it speaks of, and the licences offered for it.
public struct RSLContent: Sendable {
    /// As written: a path pattern, a URL, or empty for the place where the document is found.
    public let url: String
    /// The licence server from which a token is due before any access; nil if none.
    public let server: String?
    public let isEncrypted: Bool
    /// RFC 3339 as written; nil if there is none to be read.
    public let lastModified: String?
    public let licences: [RSLLicence]
    /// Human-readable terms; nil if none are named.
    public let terms: String?
    let reach: RSLReach
    /// From its start tag to the next element after it.
    let place: Range<Int>
}
