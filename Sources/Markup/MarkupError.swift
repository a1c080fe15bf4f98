/// Why a page or sitemap could not be read at all.
public struct MarkupError: Error, Hashable, CustomStringConvertible {
    public enum Code: String, Sendable {
        case outOfMemory
        /// The encoding is one that must not be decoded (hz-gb-2312, iso-2022-kr …), or this system cannot.
        case undecodable
        case malformed, tooManyBytes, tooManyEntries, notASitemap, forbiddenDeclaration
    }

    public let code: Code
    /// Bytes from the start of the input; 0 where no place can be named.
    public let offset: Int
    /// The C library's own words, or the label that was not understood.
    public let detail: String

    init(code: Code, offset: Int = 0, detail: String = "") {
        self.code = code
        self.offset = offset
        self.detail = detail
    }

    public var description: String {
        let place = offset > 0 ? " at byte \(offset)" : ""
        return "\(code.rawValue)\(place)\(detail.isEmpty ? "" : ": \(detail)"); \(advice)"
    }

    private var advice: String {
        switch code {
        case .outOfMemory: "give the process more memory or read fewer pages at once"
        case .undecodable: "treat the page as unreadable"
        case .malformed, .notASitemap, .forbiddenDeclaration:
            "use the entries before the fault; treat the rest as unreadable"
        case .tooManyBytes, .tooManyEntries:
            "use the entries before the limit; the sitemap breaks sitemaps.org's limits"
        }
    }
}
