internal import CLibXML2
internal import Glibc

/// What the sitemap callbacks share.
///
/// It lives in the reader; libxml2 sees its address only during one chunk.
struct SitemapState {
    private enum Field { case location, modified }

    var entries: [SitemapEntry] = []
    var fault: MarkupError?
    var sawRoot = false
    var parser: xmlParserCtxtPtr?

    private var total = 0
    private var depth = 0
    private var kind = SitemapEntry.Kind.page
    /// Elements of other namespaces (images, news, translations) have `loc` of their own.
    private var foreignDepth = 0
    private var field: Field?
    private var location: [UInt8] = []
    private var modified: [UInt8] = []

    static func at(_ user: UnsafeMutableRawPointer?) -> UnsafeMutablePointer<SitemapState>? {
        user?.assumingMemoryBound(to: SitemapState.self)
    }

    mutating func fail(_ error: MarkupError) {
        if fault == nil { fault = error }
    }

    mutating func halt(_ error: MarkupError) {
        fail(error)
        if let parser { xmlStopParser(parser) }
    }

    mutating func add(_ entry: SitemapEntry, offset: Int) {
        guard total < SitemapReader.entryLimit else { return halt(MarkupError(code: .tooManyEntries, offset: offset)) }
        total += 1
        entries.append(entry)
    }

    mutating func start(_ name: UnsafePointer<UInt8>?, _ namespace: UnsafePointer<UInt8>?) {
        guard fault == nil, let name else { return }
        depth += 1
        if depth > 64 { return halt(MarkupError(code: .malformed, detail: "nested too deep")) }
        if foreignDepth > 0 || depth > 1 && !Self.isSitemap(namespace) {
            foreignDepth += 1
            return
        }
        switch (depth, String(cString: name)) {
        case (1, "urlset"): (kind, sawRoot) = (.page, true)
        case (1, "sitemapindex"): (kind, sawRoot) = (.sitemap, true)
        case (1, _): halt(MarkupError(code: .notASitemap, detail: String(cString: name)))
        case (2, _):
            location.removeAll(keepingCapacity: true)
            modified.removeAll(keepingCapacity: true)
        case (3, "loc"): field = .location
        case (3, "lastmod"): field = .modified
        default: break
        }
    }

    /// The sitemap namespace of any version, or none at all, as many sitemaps have it.
    private static func isSitemap(_ namespace: UnsafePointer<UInt8>?) -> Bool {
        guard let namespace else { return true }
        let name = String(cString: namespace)
        return name.contains("/schemas/sitemap/") && !name.contains("sitemap-") || name.isEmpty
    }

    mutating func text(_ bytes: UnsafePointer<UInt8>?, _ count: Int) {
        guard fault == nil, foreignDepth == 0, let bytes else { return }
        let run = UnsafeBufferPointer(start: bytes, count: count)
        switch field {
        case .location where location.count + count <= 8192: location.append(contentsOf: run)
        case .modified where modified.count + count <= 64: modified.append(contentsOf: run)
        default: break
        }
    }

    mutating func end() {
        guard fault == nil else { return }
        depth -= 1
        if foreignDepth > 0 {
            foreignDepth -= 1
            return
        }
        field = nil
        guard depth == 1 else { return }
        let text = Self.trimmed(location)
        guard !text.isEmpty else { return }
        let date = Self.trimmed(modified)
        let offset = parser.map { Int(xmlByteConsumed($0)) } ?? 0
        add(SitemapEntry(kind: kind, location: text, lastModified: date.isEmpty ? nil : date), offset: offset)
    }

    private static func trimmed(_ bytes: [UInt8]) -> String {
        let text = bytes.drop(while: isHTMLSpace)
        return String(decoding: text.reversed().drop(while: isHTMLSpace).reversed(), as: UTF8.self)
    }
}
