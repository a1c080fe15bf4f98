/// Finds XMP packets anywhere in bytes, each by the first of three marks: its wrapper, `xmpmeta`, `RDF`.
///
/// Linear in time: no byte is searched for a packet's end more than once.
struct PacketScan {
    private let view: ByteView
    /// The next place of each mark, searched again only once it was passed.
    private var next: [Int?] = []
    private var at = 0

    private static let marks = ["<?xpacket begin", ":xmpmeta", ":RDF"]

    static func read(_ view: ByteView, into parts: inout EmbeddedParts) {
        var scan = PacketScan(view)
        var total = 0
        while let start = scan.start() {
            let (end, isWhole) = scan.end(of: start)
            total += end - start.at
            guard total <= EmbeddedLimits.extendedXMP, parts.xmp.count < EmbeddedLimits.parts else {
                return parts.fail("more XMP than is read")
            }
            if !isWhole { parts.fail("an XMP packet without end at \(start.at)") }
            parts.addXMP(view.bytes[start.at..<end], at: start.at, place: "packet", limit: EmbeddedLimits.packet)
            scan.at = end
        }
        scan.lookForWide(&parts)
    }

    private init(_ view: ByteView) {
        self.view = view
        next = Self.marks.map { view.find($0, from: 0) }
    }

    private struct Start {
        let at: Int
        /// What ends the packet, and whether a `>` is still to come.
        let close: [UInt8]
    }

    private mutating func start() -> Start? {
        while true {
            for index in next.indices where next[index].map({ $0 < at }) ?? false {
                next[index] = view.find(Self.marks[index], from: at)
            }
            let found = next.indices.filter { next[$0] != nil }.min { (next[$0] ?? 0) < (next[$1] ?? 0) }
            guard let found, let place = next[found] else { return nil }
            if found == 0 { return Start(at: place, close: Array("<?xpacket end".utf8)) }
            if let tag = openTag(place, mark: Self.marks[found]) { return tag }
            at = max(at, place + 1)
        }
    }

    /// The start tag that a mark stands in; nil if it is an end tag or no tag at all.
    private func openTag(_ place: Int, mark: String) -> Start? {
        var from = place
        while from > max(at, place - 32), Self.isName(view.bytes[from - 1]) { from -= 1 }
        guard from > at, from < place, view.bytes[from - 1] == UInt8(ascii: "<") else { return nil }
        return Start(at: from - 1, close: Array("</".utf8) + view.bytes[from..<place] + Array(mark.utf8))
    }

    private static func isName(_ byte: UInt8) -> Bool {
        byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26 || byte == 0x2D || byte == 0x2E || byte == 0x5F
    }

    private func end(of start: Start) -> (end: Int, isWhole: Bool) {
        let limit = min(view.count, start.at + EmbeddedLimits.packet)
        guard let close = view.find(start.close, from: start.at, to: limit),
            let end = view.find(">", from: close, to: limit)
        else { return (limit, false) }
        return (end + 1, true)
    }

    /// Packets may also stand in UTF-16; these are noticed, not read.
    private func lookForWide(_ parts: inout EmbeddedParts) {
        let wide: [UInt8] = "<?xpacket begin".utf8.flatMap { [UInt8($0), 0] }
        if view.find(Array(wide.dropLast()), from: 0) != nil { parts.fail("an XMP packet in UTF-16") }
    }
}
