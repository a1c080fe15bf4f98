/// One pattern of an `ai.txt` file.
struct AITxtPattern: Sendable {
    /// A path made ready for every pattern.
    struct Path {
        let bytes: [UInt8]
        /// What follows the last dot of the last part, in lower case; nil if there is none.
        let fileExtension: [UInt8]?

        init(_ pathAndQuery: String) {
            let text = pathAndQuery.isEmpty ? "/" : pathAndQuery
            bytes = PathPattern.path(Array(text.utf8.prefix { $0 != UInt8(ascii: "#") })[...], .rfc)
            let name =
                text.utf8.prefix { $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") }
                .split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).last ?? []
            let dot = name.lastIndex(of: UInt8(ascii: "."))
            fileExtension = dot.map { name[name.index(after: $0)...].map(ByteText.lower) }
        }
    }

    private enum Test {
        case nothing
        case fileExtension([UInt8])
        case path(PathPattern)
    }

    private let test: Test
    let text: String
    /// Bytes of the pattern: the longer one wins.
    let length: Int

    init(_ value: ArraySlice<UInt8>) {
        text = ByteText.string(value)
        length = value.count
        if let name = Self.fileExtension(value) {
            test = .fileExtension(name)
        } else {
            test = value.isEmpty ? .nothing : .path(PathPattern(value, .rfc))
        }
    }

    /// - Parameter isRefusal: What is refused of pages and texts is refused of a path that does not say what it is.
    func matches(_ path: Path, isRefusal: Bool) -> Bool {
        switch test {
        case .nothing: false
        case .fileExtension(let name):
            path.fileExtension == name || isRefusal && path.fileExtension == nil && Self.pages.contains(name)
        case .path(let pattern): pattern.matches(path.bytes)
        }
    }

    /// Extensions of what is served under paths that have none.
    private static let pages = Set(["html", "htm", "xhtml", "shtml", "txt", "php", "md"].map { Array($0.utf8) })

    /// Names of kinds of works, for which the form has patterns, and words for all: as a path each matches nothing.
    static let kinds: Set<String> = [
        "text", "texts", "txt", "html", "article", "articles", "writing", "words", "page", "pages", "website",
        "content",
        "all", "everything", "any", "site",
    ]

    /// Of `*.ext`, `/*.ext` and both with `$`, the extension in lower case; nil of any other pattern.
    private static func fileExtension(_ value: ArraySlice<UInt8>) -> [UInt8]? {
        var rest = value
        if rest.last == UInt8(ascii: "$") { rest.removeLast() }
        if rest.first == UInt8(ascii: "/") { rest.removeFirst() }
        guard rest.starts(with: [0x2A, 0x2E]) else { return nil }
        let name = rest.dropFirst(2)
        guard !name.isEmpty, name.allSatisfy({ ByteText.isLetter($0) || ByteText.isDigit($0) }) else { return nil }
        return name.map(ByteText.lower)
    }
}
