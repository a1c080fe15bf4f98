/// Files whose structure is not followed: XMP and C2PA stores are found in them by their marks.
///
/// XMP is written so that it can be found this way (XMP Specification Part 1, section 7.3.2, read 2026-11-24).
enum MediaMetadata {
    static func read(_ view: ByteView, into parts: inout EmbeddedParts) {
        if isCut(view) { parts.fail("the file is shorter than it says") }
        PacketScan.read(view, into: &parts)
        StoreScan.read(view, into: &parts)
        // JPEG XL packs its metadata boxes with brotli.
        for mark in ["brobxml ", "brobjumb"] where view.find(mark, from: 0) != nil {
            parts.fail("a metadata box that is packed")
        }
    }

    /// Files made of boxes or of a RIFF chunk say how long they are; of others it is not known.
    private static func isCut(_ view: ByteView) -> Bool {
        if view.has("RIFF", at: 0) { return view.little(4, at: 4).map { $0 + 8 > view.count + 1 || $0 < 4 } ?? true }
        guard view.has("ftyp", at: 4) else { return false }
        var at = 0
        while at < view.count {
            guard let stated = view.big(4, at: at) else { return true }
            if stated == 0 { return false }
            // Of a length of eight bytes, seven hold all that a file may have.
            guard let length = stated == 1 ? view.big(7, at: at + 9) : stated, length >= 8,
                length <= view.count - at
            else { return true }
            at += length
        }
        return false
    }
}
