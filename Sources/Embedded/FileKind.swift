/// Tells what a file is by its first bytes.
enum FileKind {
    /// Media types besides images, sounds and films whose files may hold metadata.
    static let types: [String: EmbeddedParts.Kind] = [
        "application/pdf": .pdf, "application/epub+zip": .epub, "application/c2pa": .c2pa,
        "application/x-c2pa-manifest-store": .c2pa, "application/xmp+xml": .xmp, "image/svg+xml": .svg,
    ]

    static func of(_ view: ByteView, mediaType: String) -> EmbeddedParts.Kind {
        if view.has([0xFF, 0xD8, 0xFF], at: 0) { return .jpeg }
        if view.has(PNGMetadata.signature, at: 0) { return .png }
        if view.has("RIFF", at: 0), view.has("WEBP", at: 8) { return .webp }
        if view.find("%PDF-", from: 0, to: 1024) != nil { return .pdf }
        if view.has([0x50, 0x4B, 0x03, 0x04], at: 0) { return isEPUB(view, mediaType) ? .epub : .unknown }
        if view.has(StoreScan.mark, at: StoreScan.markOffset) { return .c2pa }
        if let kind = markup(view, mediaType) { return kind }
        return isMedia(view) ? .media : .unknown
    }

    /// Its first entry is stored and names the type (OCF 3.3, section 4.2.2, read 2026-11-24); some makers forget.
    private static func isEPUB(_ view: ByteView, _ mediaType: String) -> Bool {
        mediaType == "application/epub+zip" || view.find("mimetypeapplication/epub+zip", from: 0, to: 256) != nil
    }

    /// The first bytes that are no white space, byte order mark skipped; nil if they open no XML.
    private static func markup(_ view: ByteView, _ mediaType: String) -> EmbeddedParts.Kind? {
        var at = view.has([0xEF, 0xBB, 0xBF], at: 0) ? 3 : 0
        let isWide = view.has([0xFF, 0xFE], at: 0) || view.has([0xFE, 0xFF], at: 0)
        while at < min(view.count, 4096), view.bytes[at] <= 0x20 { at += 1 }
        guard isWide || at < view.count && view.bytes[at] == UInt8(ascii: "<") else { return nil }
        let starts = ["<?xpacket", "<x:xmpmeta", "<rdf:RDF"]
        if mediaType == "application/xmp+xml" || starts.contains(where: { view.has($0, at: at) }) { return .xmp }
        if mediaType == "image/svg+xml" || view.find("<svg", from: at, to: at + 4096) != nil && mediaType.isEmpty {
            return .svg
        }
        return nil
    }

    private static func isMedia(_ view: ByteView) -> Bool {
        let marks: [(String, Int)] = [
            ("ftyp", 4), ("RIFF", 0), ("RF64", 0), ("ID3", 0), ("GIF8", 0), ("II*\0", 0), ("MM\0*", 0), ("OggS", 0),
            ("fLaC", 0), ("BM", 0), ("FORM", 0), ("8BPS", 0), ("jP  ", 4), ("JXL ", 4), ("moov", 4), ("mdat", 4),
            ("wide", 4), ("free", 4), ("styp", 4),
        ]
        if marks.contains(where: { view.has($0.0, at: $0.1) }) { return true }
        // Matroska; a bare MPEG audio frame; a bare JPEG XL codestream; an icon.
        return view.has([0x1A, 0x45, 0xDF, 0xA3], at: 0) || view.has([0xFF, 0xFB], at: 0)
            || view.has([0xFF, 0xF3], at: 0) || view.has([0xFF, 0xF1], at: 0) || view.has([0xFF, 0x0A], at: 0)
            || view.has([0, 0, 1, 0], at: 0)
    }
}
