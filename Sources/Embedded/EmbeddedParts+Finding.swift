extension EmbeddedParts {
    /// Finds the metadata of a file.
    ///
    /// The file's own bytes say what it is; the media type only helps where they are silent. Never fails: what cannot
    /// be followed leaves the answer incomplete, with the trouble in words. Time and memory are linear in the size.
    ///
    /// - Parameters:
    ///   - body: Content-decoded.
    ///   - mediaType: Lower case, without parameters; empty if none is stated.
    public static func find(in body: [UInt8], mediaType: String) -> EmbeddedParts {
        let view = ByteView(body)
        var parts = EmbeddedParts(kind: FileKind.of(view, mediaType: mediaType))
        switch parts.kind {
        case .jpeg: JPEGMetadata.read(view, into: &parts)
        case .png: PNGMetadata.read(view, into: &parts)
        case .webp: WebPMetadata.read(view, into: &parts)
        case .svg: SVGMetadata.read(view, into: &parts)
        case .xmp: parts.addXMP(body[...], at: 0, place: "file", limit: EmbeddedLimits.packet)
        case .pdf: PDFMetadata.read(view, into: &parts)
        case .epub: EPUBPackages.read(view, into: &parts)
        case .c2pa: parts.addStore(body[...], at: 0, place: "file")
        case .media: MediaMetadata.read(view, into: &parts)
        case .unknown:
            MediaMetadata.read(view, into: &parts)
            parts.fail("not a file of a kind that is known")
        }
        return parts
    }

    /// Whether a body of this media type and these bytes is one to look for embedded metadata in.
    public static func mayStand(in body: [UInt8], mediaType: String) -> Bool {
        let families = ["image/", "audio/", "video/"]
        if families.contains(where: mediaType.hasPrefix) || FileKind.types[mediaType] != nil { return true }
        guard mediaType.isEmpty || mediaType == "application/octet-stream" else { return false }
        return FileKind.of(ByteView(body), mediaType: "") != .unknown
    }

    mutating func addXMP(
        _ bytes: ArraySlice<UInt8>, at offset: Int, isVerbatim: Bool = true, place: String, limit: Int
    ) {
        guard bytes.count <= limit else { return fail("XMP of more than \(limit) bytes") }
        guard xmp.count < EmbeddedLimits.parts else { return fail("more than \(EmbeddedLimits.parts) XMP packets") }
        xmp.append(Part(bytes: Array(bytes), offset: offset, isVerbatim: isVerbatim, place: place))
    }

    /// Adds words of rights in UTF-8, or in Latin-1, which those who meant no encoding wrote.
    mutating func addNotice(_ bytes: ArraySlice<UInt8>, at offset: Int, isVerbatim: Bool = true, place: String) {
        let text = bytes.prefix { $0 != 0 }
        guard !text.isEmpty else { return }
        guard text.count <= EmbeddedLimits.notice else {
            return fail("words of more than \(EmbeddedLimits.notice) bytes")
        }
        guard notices.count < EmbeddedLimits.parts else { return fail("more than \(EmbeddedLimits.parts) notices") }
        let isUTF8 = String(validating: text, as: UTF8.self) != nil
        let words = isUTF8 ? Array(text) : Array(String(String.UnicodeScalarView(text.map { Unicode.Scalar($0) })).utf8)
        notices.append(Part(bytes: words, offset: offset, isVerbatim: isVerbatim && isUTF8, place: place))
    }

    mutating func addStore(_ bytes: ArraySlice<UInt8>, at offset: Int, isVerbatim: Bool = true, place: String) {
        guard bytes.count <= EmbeddedLimits.store else {
            return fail("a C2PA store of more than \(EmbeddedLimits.store) bytes")
        }
        guard c2pa.count < EmbeddedLimits.parts else { return fail("more than \(EmbeddedLimits.parts) C2PA stores") }
        c2pa.append(Part(bytes: Array(bytes), offset: offset, isVerbatim: isVerbatim, place: place))
    }
}
