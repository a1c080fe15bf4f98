/// Finds C2PA stores by the head of their box.
///
/// Source: C2PA 2.1, section 11.1.4.2: a JUMBF superbox of the type `c2pa`; read 2026-11-24.
enum StoreScan {
    /// `jumd` and the type, as they stand ``markOffset`` bytes into a store.
    static let mark: [UInt8] =
        Array("jumdc2pa".utf8) + [0x00, 0x11, 0x00, 0x10, 0x80, 0x00, 0x00, 0xAA, 0x00, 0x38, 0x9B, 0x71]
    static let markOffset = 12

    static func read(_ view: ByteView, into parts: inout EmbeddedParts) {
        var at = 0
        while let place = view.find(mark, from: at) {
            at = place + mark.count
            let start = place - markOffset
            guard start >= 0, view.has("jumb", at: start + 4), let length = view.big(4, at: start) else { continue }
            let size = length == 0 ? view.count - start : length
            guard size > markOffset + mark.count, let bytes = view.slice(start, length: size) else {
                parts.fail("a C2PA store that is cut at \(start)")
                continue
            }
            parts.addStore(bytes, at: start, place: "JUMBF box")
            guard parts.c2pa.count < EmbeddedLimits.parts else { return }
            at = bytes.endIndex
        }
    }
}
