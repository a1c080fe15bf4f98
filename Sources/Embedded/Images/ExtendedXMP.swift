/// Puts together the packet that did not fit into one JPEG segment.
///
/// Source: XMP Specification Part 3, section 1.1.3.1, read 2026-11-24. A packet that no other packet names is none of the
/// picture's, as that section has it.
struct ExtendedXMP {
    private static let signature = Array("http://ns.adobe.com/xmp/extension/\0".utf8)

    private struct Piece {
        let place: Int
        let data: Range<Int>
    }

    private struct Packet {
        let name: [UInt8]
        let length: Int
        var pieces: [Piece] = []
    }

    private var packets: [Packet] = []
    private var places: [[UInt8]: Int] = [:]

    mutating func take(_ view: ByteView, _ data: Range<Int>, _ parts: inout EmbeddedParts) {
        guard data.count >= Self.signature.count, view.has(Self.signature, at: data.lowerBound) else { return }
        let head = data.lowerBound + Self.signature.count
        guard data.upperBound - head >= 40, let name = view.slice(head, length: 32),
            let length = view.big(4, at: head + 32), let place = view.big(4, at: head + 36)
        else { return parts.fail("a segment of extended XMP is cut") }
        let index = places[Array(name)] ?? packets.count
        if index == packets.count {
            guard packets.count < EmbeddedLimits.parts else { return parts.fail("too many extended packets") }
            places[Array(name)] = index
            packets.append(Packet(name: Array(name), length: length))
        }
        if packets[index].length != length { parts.fail("extended XMP of two lengths") }
        packets[index].pieces.append(Piece(place: place, data: head + 40..<data.upperBound))
    }

    func finish(_ view: ByteView, _ parts: inout EmbeddedParts) {
        let mains = parts.xmp.map { ByteView($0.bytes) }
        for packet in packets {
            if mains.contains(where: { $0.find(packet.name, from: 0) != nil }) {
                join(packet, view, &parts)
            } else {
                parts.note("extended XMP that no packet names")
            }
        }
        let mark = "HasExtendedXMP"
        if packets.isEmpty, mains.contains(where: { $0.find(mark, from: 0) != nil }) {
            parts.fail("the extended XMP that a packet names is missing")
        }
    }

    private func join(_ packet: Packet, _ view: ByteView, _ parts: inout EmbeddedParts) {
        guard packet.length <= EmbeddedLimits.extendedXMP else { return parts.fail("extended XMP over the limit") }
        var bytes: [UInt8] = []
        for piece in packet.pieces.sorted(by: { $0.place < $1.place }) {
            guard piece.place == bytes.count, piece.data.count <= packet.length - bytes.count else {
                return parts.fail("extended XMP with a gap or an overlap")
            }
            bytes += view.bytes[piece.data]
        }
        guard bytes.count == packet.length else { return parts.fail("extended XMP that is not all there") }
        parts.addXMP(
            bytes[...], at: packet.pieces.first?.data.lowerBound ?? 0, isVerbatim: false, place: "APP1 extended",
            limit: EmbeddedLimits.extendedXMP)
    }
}
