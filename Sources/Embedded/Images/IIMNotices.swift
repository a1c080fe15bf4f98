/// Reads the words of rights in IPTC's older metadata, which stand in a resource of Photoshop: the copyright notice and the
/// special instructions.
///
/// Source: IPTC-NAA Information Interchange Model 4.2, sections 1.5 and 6; Adobe, "Photoshop File Formats", image resources;
/// read 2026-11-30.
enum IIMNotices {
    static let mark = Array("Photoshop 3.0\0".utf8)
    private static let resource = 0x0404
    /// Of record 2: instructions, credit and copyright notice.
    private static let datasets: Set<Int> = [40, 110, 116]

    /// - Parameter data: Of one APP13 segment, its mark included.
    static func read(_ view: ByteView, _ data: Range<Int>, into parts: inout EmbeddedParts) {
        var at = data.lowerBound + mark.count
        while at < data.upperBound, view.has("8BIM", at: at) {
            guard let id = view.big(2, at: at + 4), let name = view.big(1, at: at + 6) else { break }
            // The name has its length before it, and both together an even number of bytes.
            let size = at + 6 + (name + 2) / 2 * 2
            guard let length = view.big(4, at: size), length <= data.upperBound - size - 4 else {
                return parts.fail("a resource of Photoshop that is cut")
            }
            let body = size + 4..<size + 4 + length
            if id == resource { read(records: view, body, &parts) }
            at = body.upperBound + length % 2
        }
    }

    private static func read(records view: ByteView, _ range: Range<Int>, _ parts: inout EmbeddedParts) {
        var at = range.lowerBound
        while at + 5 <= range.upperBound, view.bytes[at] == 0x1C {
            let (record, dataset) = (Int(view.bytes[at + 1]), Int(view.bytes[at + 2]))
            guard let length = view.big(2, at: at + 3), length < 0x8000, length <= range.upperBound - at - 5 else {
                return parts.fail("metadata of IPTC that are cut")
            }
            let start = at + 5
            if record == 2, datasets.contains(dataset) {
                parts.addNotice(view.bytes[start..<start + length], at: start, place: "IIM 2:\(dataset)")
            }
            at = start + length
        }
    }
}
