internal import CLibXML2
internal import Glibc

/// Reads HTML pages with libxml2.
///
/// One parser serves one worker: it keeps libxml2's context and name dictionary from page to page and is not
/// `Sendable`.
///
/// A page is never refused: what cannot be read is named in `PageReading.faults`, and `complete` is false where a
/// limit was met. Nothing is fetched, no entity is loaded, nothing is printed.
public final class HTMLParser {
    public let limits: MarkupLimits
    private let context: htmlParserCtxtPtr
    private let memory = ScannerMemory()

    /// - Throws: `MarkupError.outOfMemory` if libxml2 cannot allocate a context.
    public init(limits: MarkupLimits = MarkupLimits()) throws(MarkupError) {
        xmlInitParser()
        guard let context = htmlNewParserCtxt() else { throw MarkupError(code: .outOfMemory) }
        self.limits = limits
        self.context = context
        install()
    }

    deinit { htmlFreeParserCtxt(context) }

    /// Reads a page that was brought to UTF-8.
    public func read(_ page: PageText) -> PageReading {
        var reading = page.bytes.withUnsafeBufferPointer { read(utf8: $0) }
        reading.decoding = page.decoding
        return reading
    }

    /// Reads a page that is UTF-8 already.
    ///
    /// Malformed sequences are passed on as they stand.
    public func read(utf8 bytes: [UInt8]) -> PageReading {
        bytes.withUnsafeBufferPointer { read(utf8: $0) }
    }

    public func read(utf8 bytes: UnsafeBufferPointer<UInt8>) -> PageReading {
        read(bytes, isWhole: false)
    }

    /// Reads a page with libxml2 given every well-formed attribute and all text instead of bare tags: slowly, and to show that
    /// what was left out changes nothing.
    package func readWhole(utf8 bytes: UnsafeBufferPointer<UInt8>) -> PageReading { read(bytes, isWhole: true) }

    private func read(_ bytes: UnsafeBufferPointer<UInt8>, isWhole: Bool) -> PageReading {
        var scanner = PageScanner(bytes, limits: limits, memory: memory)
        scanner.scan()
        var reading = isWhole ? buildWholeTree(scanner, bytes) : buildTree(scanner)
        reading.attributes = scanner.attributes
        reading.buffer = [UInt8](UnsafeBufferPointer(start: scanner.buffer, count: scanner.bufferCount))
        reading.complete = reading.complete && scanner.complete
        reading.faultCount += scanner.faultCount
        reading.faults = (scanner.faults + reading.faults).sorted { $0.offset < $1.offset }
        memory.keep(&scanner.items)
        return reading
    }

    private func buildWholeTree(
        _ scanner: borrowing PageScanner, _ bytes: UnsafeBufferPointer<UInt8>
    ) -> PageReading {
        let whole = WholeSkeleton(scanner, bytes)
        return whole.items.withUnsafeBufferPointer { items in
            whole.bytes.withUnsafeBufferPointer { bytes in
                guard let skeleton = bytes.baseAddress else { return PageReading() }
                var builder = TreeBuilder(items: items, skeleton: skeleton, context: context, limits: limits)
                builder.nameEnds = whole.nameEnds
                return withUnsafeMutablePointer(to: &builder) { builder in
                    // The bytes behind are those that libxml2 looks at past the end.
                    run(skeleton, count: bytes.count - WholeSkeleton.padding, builder)
                    return builder.pointee.finish()
                }
            }
        }
    }

    private func buildTree(_ scanner: borrowing PageScanner) -> PageReading {
        let skeleton = UnsafePointer(scanner.skeleton)
        return scanner.items.withUnsafeBufferPointer { items in
            var builder = TreeBuilder(items: items, skeleton: skeleton, context: context, limits: limits)
            return withUnsafeMutablePointer(to: &builder) { builder in
                run(skeleton, count: scanner.skeletonCount, builder)
                return builder.pointee.finish()
            }
        }
    }

    /// The skeleton is given as it lies: ASCII, so no conversion. (libxml2 2.9.14 steps back too far
    /// when it shrinks a buffer it does not own, so it gets a copy.)
    private func run(_ skeleton: UnsafePointer<UInt8>, count: Int, _ builder: UnsafeMutablePointer<TreeBuilder>) {
        guard count > 0 else { return }
        htmlCtxtReset(context)
        _ = htmlCtxtUseOptions(
            context, Int32(HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NONET.rawValue | HTML_PARSE_IGNORE_ENC.rawValue))
        context.pointee.userData = UnsafeMutableRawPointer(builder)
        context.pointee.html = 1
        context.pointee.charset = Int32(XML_CHAR_ENCODING_UTF8.rawValue)
        let bytes = UnsafeRawPointer(skeleton).assumingMemoryBound(to: CChar.self)
        guard let source = xmlParserInputBufferCreateMem(bytes, Int32(count), XML_CHAR_ENCODING_NONE) else { return }
        guard let stream = xmlNewIOInputStream(context, source, XML_CHAR_ENCODING_NONE) else {
            return xmlFreeParserInputBuffer(source)
        }
        inputPush(context, stream)
        htmlParseDocument(context)
    }

    private func install() {
        guard let handler = context.pointee.sax else { return }
        memset(handler, 0, MemoryLayout<htmlSAXHandler>.size)
        handler.pointee.initialized = UInt32(XML_SAX2_MAGIC)
        handler.pointee.startElement = { user, name, _ in
            guard let user, let name else { return }
            user.assumingMemoryBound(to: TreeBuilder.self).pointee.start(name)
        }
        handler.pointee.endElement = { user, _ in
            user?.assumingMemoryBound(to: TreeBuilder.self).pointee.end()
        }
        handler.pointee.characters = { user, _, _ in user?.assumingMemoryBound(to: TreeBuilder.self).pointee.content() }
        handler.pointee.ignorableWhitespace = handler.pointee.characters
        handler.pointee.cdataBlock = handler.pointee.characters
        handler.pointee.comment = { user, _ in user?.assumingMemoryBound(to: TreeBuilder.self).pointee.content() }
        // Without a receiver of its own libxml2 prints to standard error. What it finds in a skeleton (unknown tags,
        // stray end tags) says nothing about the page that the scanner has not said.
        handler.pointee.serror = { _, _ in }
    }
}
