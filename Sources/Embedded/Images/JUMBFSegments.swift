/// Puts together the JUMBF boxes that are spread over the APP11 segments of a JPEG file.
///
/// Source: ISO 19566-5, annex D, as told by C2PA 2.1, section 11.3.2, read 2026-11-24: a segment holds `JP`, the number
/// of the box (2 bytes), of the segment (4 bytes, from 1) and, in every segment anew, the head of the box.
struct JUMBFSegments {
    private struct Piece {
        let number: Int
        let data: Range<Int>
    }

    private var order: [Int] = []
    private var boxes: [Int: [Piece]] = [:]

    mutating func take(_ view: ByteView, _ data: Range<Int>, _ parts: inout EmbeddedParts) {
        guard view.has("JP", at: data.lowerBound) else { return }
        guard data.count >= 16, let box = view.big(2, at: data.lowerBound + 2),
            let number = view.big(4, at: data.lowerBound + 4)
        else { return parts.fail("a JUMBF segment is cut") }
        guard view.has("jumb", at: data.lowerBound + 12) else { return }
        if boxes[box] == nil { order.append(box) }
        boxes[box, default: []].append(Piece(number: number, data: data.lowerBound + 8..<data.upperBound))
    }

    func finish(_ view: ByteView, _ parts: inout EmbeddedParts) {
        for box in order {
            guard let pieces = boxes[box]?.sorted(by: { $0.number < $1.number }), let first = pieces.first else {
                continue
            }
            guard let bytes = join(pieces, view) else {
                parts.fail("JUMBF segments with a gap, a repetition or an end too early")
                continue
            }
            guard ByteView(bytes).has(StoreScan.mark, at: StoreScan.markOffset) else { continue }
            parts.addStore(
                bytes[...], at: first.data.lowerBound, isVerbatim: pieces.count == 1, place: "APP11")
        }
    }

    private func join(_ pieces: [Piece], _ view: ByteView) -> [UInt8]? {
        guard let length = view.big(4, at: pieces[0].data.lowerBound) else { return nil }
        let head = length == 1 ? 16 : 8
        var bytes: [UInt8] = []
        for (index, piece) in pieces.enumerated() {
            guard piece.number == index + 1, piece.data.count >= head else { return nil }
            bytes += view.bytes[piece.data].dropFirst(index == 0 ? 0 : head)
        }
        let whole = length == 1 ? ByteView(bytes).big(7, at: 9) : length
        guard let whole, whole == 0 || whole <= bytes.count else { return nil }
        return whole == 0 ? bytes : Array(bytes.prefix(whole))
    }
}
