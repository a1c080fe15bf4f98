internal import CLibXML2
internal import Glibc

/// libxml2 reading a page by itself, its events counted and nothing kept: what a reading of ours is measured against.
///
/// Not `Sendable`: it keeps libxml2's context from page to page.
public final class BarePass {
    private let context: htmlParserCtxtPtr
    private var handler = htmlSAXHandler()

    /// - Throws: `MarkupError.outOfMemory` if libxml2 cannot allocate a context.
    public init() throws(MarkupError) {
        xmlInitParser()
        guard let context = htmlNewParserCtxt() else { throw MarkupError(code: .outOfMemory) }
        self.context = context
        install(context)
    }

    deinit { htmlFreeParserCtxt(context) }

    /// - Returns: How many elements began and ended, and how many runs of text there were.
    public func run(utf8 bytes: [UInt8]) -> Int {
        var count = 0
        withUnsafeMutablePointer(to: &count) { count in
            bytes.withUnsafeBytes { raw in
                guard let start = raw.baseAddress else { return }
                htmlCtxtReset(context)
                _ = htmlCtxtUseOptions(
                    context,
                    Int32(HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NONET.rawValue | HTML_PARSE_IGNORE_ENC.rawValue))
                context.pointee.userData = UnsafeMutableRawPointer(count)
                context.pointee.html = 1
                context.pointee.charset = Int32(XML_CHAR_ENCODING_UTF8.rawValue)
                let chars = start.assumingMemoryBound(to: CChar.self)
                guard let source = xmlParserInputBufferCreateMem(chars, Int32(raw.count), XML_CHAR_ENCODING_NONE) else {
                    return
                }
                guard let stream = xmlNewIOInputStream(context, source, XML_CHAR_ENCODING_NONE) else {
                    return xmlFreeParserInputBuffer(source)
                }
                inputPush(context, stream)
                htmlParseDocument(context)
            }
        }
        return count
    }

    private func install(_ context: htmlParserCtxtPtr) {
        guard let handler = context.pointee.sax else { return }
        memset(handler, 0, MemoryLayout<htmlSAXHandler>.size)
        handler.pointee.initialized = UInt32(XML_SAX2_MAGIC)
        handler.pointee.startElement = { user, _, _ in user?.assumingMemoryBound(to: Int.self).pointee += 1 }
        handler.pointee.endElement = { user, _ in user?.assumingMemoryBound(to: Int.self).pointee += 1 }
        handler.pointee.characters = { user, _, _ in user?.assumingMemoryBound(to: Int.self).pointee += 1 }
        handler.pointee.cdataBlock = { user, _, _ in user?.assumingMemoryBound(to: Int.self).pointee += 1 }
        handler.pointee.serror = { _, _ in }
    }
}
