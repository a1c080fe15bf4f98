/// Finds a page's encoding (HTML Standard, section 13.2.3.2 "Determining the character encoding").
///
/// Byte order mark, then the HTTP charset, then `meta` (or an XML declaration), then UTF-8 if the bytes are valid and
/// not all ASCII, then windows-1252.
public enum EncodingSniffer {
    /// Bytes searched for a `meta`.
    ///
    /// The standard's prescan takes 1024 and changes the encoding later if the parser meets a `meta` further on;
    /// one longer search comes to the same.
    public static let prescanBytes = 16_384

    /// - Parameter transportCharset: the `charset` of the Content-Type header, as it was sent.
    public static func sniff(
        _ payload: [UInt8], transportCharset: String? = nil
    ) -> (encoding: TextEncoding, reason: PageText.Reason) {
        if let marked = byteOrderMark(payload) { return (marked, .byteOrderMark) }
        if let label = transportCharset, let encoding = TextEncoding(label: label) { return (encoding, .transport) }
        var prescan = MetaPrescan(payload, limit: prescanBytes)
        if let stated = prescan.find() ?? xmlDeclaration(payload) { return (asRead(stated), .meta) }
        return UTF8Check.check(payload) == .valid ? (.utf8, .validUTF8) : (.windows1252, .fallback)
    }

    /// The encoding of an XML document: byte order mark, transport, declaration, else UTF-8.
    static func sniffXML(
        _ payload: [UInt8], transportCharset: String? = nil
    ) -> (encoding: TextEncoding, reason: PageText.Reason) {
        if let marked = byteOrderMark(payload) { return (marked, .byteOrderMark) }
        if let unmarked = wideXML(payload) { return (unmarked, .meta) }
        if let label = transportCharset, let encoding = TextEncoding(label: label) { return (encoding, .transport) }
        if let stated = xmlDeclaration(payload) { return (asRead(stated), .meta) }
        return (.utf8, .validUTF8)
    }

    /// UTF-16 without a mark begins with a `<` beside a NUL.
    private static func wideXML(_ payload: [UInt8]) -> TextEncoding? {
        if payload.starts(with: [0x3C, 0x00]) { return .utf16LE }
        return payload.starts(with: [0x00, 0x3C]) ? .utf16BE : nil
    }

    private static func byteOrderMark(_ payload: [UInt8]) -> TextEncoding? {
        if payload.starts(with: [0xEF, 0xBB, 0xBF]) { return .utf8 }
        if payload.starts(with: [0xFE, 0xFF]) { return .utf16BE }
        return payload.starts(with: [0xFF, 0xFE]) ? .utf16LE : nil
    }

    /// A page whose `meta` could be read byte by byte is not UTF-16.
    private static func asRead(_ encoding: TextEncoding) -> TextEncoding {
        switch encoding {
        case .utf16BE, .utf16LE: .utf8
        case .userDefined: .windows1252
        default: encoding
        }
    }

    /// "Get an XML encoding": `<?xml … encoding="…"`.
    private static func xmlDeclaration(_ payload: [UInt8]) -> TextEncoding? {
        guard payload.starts(with: Array("<?xml".utf8)), let close = payload.prefix(1024).firstIndex(of: 0x3E) else {
            return nil
        }
        let declaration = String(decoding: payload[..<close], as: UTF8.self)
        guard let word = declaration.utf8.split(separator: 0x20).first(where: { $0.starts(with: "encoding".utf8) })
        else { return nil }
        let value = word.drop { $0 != 0x22 && $0 != 0x27 }.dropFirst().prefix { $0 != 0x22 && $0 != 0x27 }
        return TextEncoding(label: String(decoding: value, as: UTF8.self))
    }
}
