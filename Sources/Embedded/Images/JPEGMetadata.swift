/// Reads the application segments of a JPEG file.
///
/// Source: ITU-T T.81, annex B; XMP Specification Part 3, section 1.1.3; C2PA 2.1, section 11.3.2 with ISO 19566-5, annex
/// D; read 2026-11-24.
enum JPEGMetadata {
    private static let packet = Array("http://ns.adobe.com/xap/1.0/\0".utf8)

    private static let exif = Array("Exif\0\0".utf8)

    static func read(_ view: ByteView, into parts: inout EmbeddedParts) {
        var extended = ExtendedXMP()
        var boxes = JUMBFSegments()
        var at = 2
        while let segment = segment(view, &at, &parts) {
            let data = segment.data
            if segment.marker == 0xE1, data.count >= packet.count, view.has(packet, at: data.lowerBound) {
                let start = data.lowerBound + packet.count
                parts.addXMP(
                    view.bytes[start..<data.upperBound], at: start, place: "APP1", limit: EmbeddedLimits.packet)
            } else if segment.marker == 0xE1, view.has(exif, at: data.lowerBound) {
                EXIFNotices.read(view, data, into: &parts)
            } else if segment.marker == 0xED, view.has(IIMNotices.mark, at: data.lowerBound) {
                IIMNotices.read(view, data, into: &parts)
            } else if segment.marker == 0xFE {
                parts.addNotice(view.bytes[data], at: data.lowerBound, place: "COM")
            } else if segment.marker == 0xE1 {
                extended.take(view, data, &parts)
            } else if segment.marker == 0xEB {
                boxes.take(view, data, &parts)
            }
        }
        extended.finish(view, &parts)
        boxes.finish(view, &parts)
    }

    private struct Segment {
        let marker: UInt8
        /// Without marker and length.
        let data: Range<Int>
    }

    /// The next segment with a length; nil once the picture's data begin or the file cannot be followed.
    private static func segment(_ view: ByteView, _ at: inout Int, _ parts: inout EmbeddedParts) -> Segment? {
        while true {
            guard at + 1 < view.count else {
                parts.fail("the JPEG ends before its picture")
                return nil
            }
            guard view.bytes[at] == 0xFF else {
                parts.fail("no JPEG marker at \(at)")
                return nil
            }
            let marker = view.bytes[at + 1]
            switch marker {
            case 0xFF: at += 1
            case 0x01, 0xD0...0xD8: at += 2
            case 0xD9, 0xDA: return nil
            default:
                guard let length = view.big(2, at: at + 2), length >= 2, at + 2 + length <= view.count else {
                    parts.fail("a JPEG segment is cut at \(at)")
                    return nil
                }
                let start = at + 4
                at += 2 + length
                return Segment(marker: marker, data: start..<at)
            }
        }
    }
}
