internal import CLibXML2
internal import Glibc

/// Reads XML 1.0 with namespaces into an ``XMLReading``.
///
/// Nothing is fetched and no DTD read. A document that declares entities is read up to the declaration, since what
/// follows may be made of them. Sloppy documents (an undefined entity, a stray `&`) are read on, with the first fault
/// kept. Pure: the same bytes give the same reading.
public enum XMLReader {
    /// - Parameters:
    ///   - payload: Content-decoded.
    ///   - transportCharset: The `charset` of the Content-Type header, as it was sent; nil if none.
    public static func read(
        _ payload: [UInt8], transportCharset: String? = nil, limits: XMLLimits = XMLLimits()
    ) -> XMLReading {
        let (bytes, space, fault) = text(payload, transportCharset)
        let cut = bytes.count > limits.bytes
        let source = cut ? Array(bytes.prefix(limits.bytes)) : bytes
        var state = XMLReaderState(XMLReading(space: space, source: source), limits)
        if let fault { state.fail(fault) } else { parse(source, &state) }
        if cut { state.fail(MarkupError(code: .tooManyBytes, offset: limits.bytes)) }
        return state.finished()
    }

    /// The document as UTF-8. XML knows its encoding by byte order mark, transport and declaration, and is UTF-8 otherwise
    /// (XML 1.0, section 4.3.3, read 2026-11-24).
    private static func text(_ payload: [UInt8], _ charset: String?) -> ([UInt8], PageText.Space, MarkupError?) {
        let (encoding, _) = EncodingSniffer.sniffXML(payload, transportCharset: charset)
        if encoding == .utf8 { return (payload, .payload, nil) }
        do throws(MarkupError) {
            return (try TextDecoder.decode(payload, from: encoding).text, .utf8, nil)
        } catch {
            return ([], .utf8, error)
        }
    }

    private static func parse(_ source: [UInt8], _ state: inout XMLReaderState) {
        xmlInitParser()
        var handler = handler()
        withUnsafeMutablePointer(to: &state) { state in
            source.withUnsafeBytes { raw in
                let chars = raw.baseAddress?.assumingMemoryBound(to: CChar.self)
                guard let chars, let parser = xmlCreateMemoryParserCtxt(chars, Int32(raw.count)) else {
                    return state.pointee.fail(MarkupError(code: .malformed, detail: "the document is empty"))
                }
                defer { xmlFreeParserCtxt(parser) }
                withUnsafeMutablePointer(to: &handler) { handler in
                    // The context's own handler is libxml2's to free, so it is put back.
                    let own = parser.pointee.sax
                    parser.pointee.sax = handler
                    parser.pointee.userData = UnsafeMutableRawPointer(state)
                    let options = XML_PARSE_NONET.rawValue | XML_PARSE_RECOVER.rawValue | XML_PARSE_IGNORE_ENC.rawValue
                    _ = xmlCtxtUseOptions(parser, Int32(options))
                    state.pointee.parser = parser
                    state.pointee.base = raw.baseAddress
                    _ = xmlParseDocument(parser)
                    if parser.pointee.wellFormed == 0 {
                        state.pointee.fail(MarkupError(code: .malformed, offset: state.pointee.firstError))
                    }
                    state.pointee.parser = nil
                    parser.pointee.sax = own
                }
            }
        }
    }

    private static func handler() -> xmlSAXHandler {
        var handler = xmlSAXHandler()
        handler.initialized = UInt32(XML_SAX2_MAGIC)
        handler.startElementNs = { user, name, _, namespace, _, _, count, _, attributes in
            XMLReaderState.at(user)?.pointee.start(name, namespace, Int(count), attributes)
        }
        handler.endElementNs = { user, _, _, _ in XMLReaderState.at(user)?.pointee.end() }
        handler.characters = { user, text, count in XMLReaderState.at(user)?.pointee.text(text, Int(count)) }
        handler.cdataBlock = handler.characters
        handler.ignorableWhitespace = handler.characters
        handler.entityDecl = { user, _, _, _, _, _ in
            XMLReaderState.at(user)?.pointee.halt(MarkupError(code: .forbiddenDeclaration, detail: "ENTITY"))
        }
        handler.serror = { user, _ in XMLReaderState.at(user)?.pointee.noteError() }
        return handler
    }
}
