/// Reads the XMP and C2PA chunks of a WebP file.
///
/// Source: RFC 9649, sections 2.3 and 2.7.1.4; C2PA 2.1, section 11.3.2; read 2026-11-24.
enum WebPMetadata {
    static func read(_ view: ByteView, into parts: inout EmbeddedParts) {
        guard let size = view.little(4, at: 4), size >= 4 else { return parts.fail("the RIFF head is cut") }
        let end = min(view.count, size + 8)
        var at = 12
        while at < end {
            guard let length = view.little(4, at: at + 4), let data = view.slice(at + 8, length: length) else {
                return parts.fail("a WebP chunk is cut at \(at)")
            }
            // The name of the XMP chunk ends in a space; makers of old files ended it in a zero byte.
            if view.has("XMP ", at: at) || view.has("XMP\0", at: at) {
                parts.addXMP(data, at: data.startIndex, place: "XMP chunk", limit: EmbeddedLimits.packet)
            } else if view.has("EXIF", at: at) {
                EXIFNotices.read(view, data.startIndex..<data.endIndex, into: &parts)
            } else if view.has("C2PA", at: at) {
                parts.addStore(data, at: data.startIndex, place: "C2PA chunk")
            }
            at = data.endIndex + length % 2
        }
        if size + 8 > view.count + 1 { parts.fail("the WebP file is shorter than it says") }
    }
}
