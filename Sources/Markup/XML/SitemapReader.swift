internal import CLibXML2
internal import Glibc

/// Reads a sitemap as it arrives (sitemaps.org protocol 0.9, read 2026-11-23): `urlset`, `sitemapindex`, or plain text with
/// one URL a line.
///
/// Feed it chunks, take the entries found so far after each. An error ends the reading; entries found before it stay.
/// No DTD is read, no entity expanded, nothing fetched. Not `Sendable`: one reader, one sitemap, one thread.
public final class SitemapReader {
    /// Uncompressed bytes and entries that sitemaps.org allows one file.
    public static let byteLimit = 50 << 20
    public static let entryLimit = 50_000

    private var state = SitemapState()
    private var parser: xmlParserCtxtPtr?
    private var fed = 0
    private var isText: Bool?
    private var line: [UInt8] = []

    public init() {}

    deinit { release() }

    /// The error that ended the reading; nil while all is well.
    public var fault: MarkupError? { state.fault }

    /// The entries found since the last call.
    public func takeEntries() -> [SitemapEntry] {
        defer { state.entries.removeAll() }
        return state.entries
    }

    /// Reads the next bytes of the content-decoded sitemap.
    ///
    /// After an error it does nothing.
    public func feed(_ chunk: [UInt8]) {
        guard state.fault == nil, !chunk.isEmpty else { return }
        let room = Self.byteLimit - fed
        fed += chunk.count
        decideForm(chunk)
        if isText == true {
            feedText(chunk.prefix(max(room, 0)))
        } else {
            feedXML(Array(chunk.prefix(max(room, 0))), last: false)
        }
        if chunk.count > room { state.fail(MarkupError(code: .tooManyBytes, offset: Self.byteLimit)) }
    }

    /// Says that the sitemap has ended.
    ///
    /// A sitemap that ends early is `malformed`.
    public func finish() {
        if isText == true {
            endLine()
        } else if state.fault == nil {
            feedXML([], last: true)
            if state.fault == nil, !state.sawRoot { state.fail(MarkupError(code: .notASitemap, offset: fed)) }
        }
        release()
    }

    private func decideForm(_ chunk: [UInt8]) {
        guard isText == nil else { return }
        let start = chunk.starts(with: [0xEF, 0xBB, 0xBF]) ? chunk.dropFirst(3) : chunk[...]
        guard let first = start.first(where: { !isHTMLSpace($0) }) else { return }
        // UTF-16 starts with a byte order mark or has a NUL in its first two bytes; it is XML's to read.
        isText = first != UInt8(ascii: "<") && first < 0xFE && first != 0 && !chunk.prefix(2).contains(0)
    }

    private func feedText(_ bytes: ArraySlice<UInt8>) {
        for byte in bytes {
            if byte == 0x0A || byte == 0x0D { endLine() } else if line.count < 8192 { line.append(byte) }
            if state.fault != nil { return }
        }
    }

    private func endLine() {
        defer { line.removeAll(keepingCapacity: true) }
        let text = String(decoding: line, as: UTF8.self).drop { $0 == "\u{FEFF}" || $0.isWhitespace }
        guard text.lowercased().hasPrefix("http://") || text.lowercased().hasPrefix("https://") else { return }
        let location = text.prefix { !$0.isWhitespace }
        state.add(SitemapEntry(kind: .page, location: String(location), lastModified: nil), offset: fed)
    }

    private func feedXML(_ bytes: [UInt8], last: Bool) {
        withUnsafeMutablePointer(to: &state) { state in
            guard let parser = parser ?? open() else { return state.pointee.fail(MarkupError(code: .outOfMemory)) }
            self.parser = parser
            parser.pointee.userData = UnsafeMutableRawPointer(state)
            state.pointee.parser = parser
            bytes.withUnsafeBytes { raw in
                let chars = raw.baseAddress?.assumingMemoryBound(to: CChar.self)
                _ = xmlParseChunk(parser, chars, Int32(raw.count), last ? 1 : 0)
            }
            state.pointee.parser = nil
            guard state.pointee.fault == nil, parser.pointee.wellFormed == 0 else { return }
            state.pointee.fail(MarkupError(code: .malformed, offset: fed, detail: Self.words(of: parser)))
        }
    }

    private static func words(of parser: xmlParserCtxtPtr) -> String {
        guard let message = parser.pointee.lastError.message else { return "" }
        return String(String(cString: message).prefix { $0 != "\n" })
    }

    private func open() -> xmlParserCtxtPtr? {
        xmlInitParser()
        var handler = xmlSAXHandler()
        handler.initialized = UInt32(XML_SAX2_MAGIC)
        handler.startElementNs = { user, name, _, namespace, _, _, _, _, _ in
            SitemapState.at(user)?.pointee.start(name, namespace)
        }
        handler.endElementNs = { user, name, _, _ in SitemapState.at(user)?.pointee.end() }
        handler.characters = { user, text, count in SitemapState.at(user)?.pointee.text(text, Int(count)) }
        handler.cdataBlock = handler.characters
        handler.internalSubset = { user, _, _, _ in
            SitemapState.at(user)?.pointee.halt(MarkupError(code: .forbiddenDeclaration, detail: "DOCTYPE"))
        }
        handler.serror = { _, _ in }
        guard let parser = xmlCreatePushParserCtxt(&handler, nil, nil, 0, nil) else { return nil }
        _ = xmlCtxtUseOptions(parser, Int32(XML_PARSE_NONET.rawValue))
        return parser
    }

    private func release() {
        guard let open = parser else { return }
        parser = nil
        xmlFreeParserCtxt(open)
    }
}
