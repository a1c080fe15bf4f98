/// A box of a JUMBF superbox tree.
///
/// Source: ISO 19566-5, annex A, as told by C2PA 2.1, section 11.1; read 2026-11-24.
struct JUMBFBox {
    static let depth = 32

    /// Four letters: `jumb`, `jumd`, `cbor`, `json` …
    let type: String
    /// Without the head.
    let data: ArraySlice<UInt8>

    /// The boxes that follow one another in bytes. `isWhole` is false if one is cut or says it is longer than the rest.
    static func list(in bytes: ArraySlice<UInt8>) -> (boxes: [JUMBFBox], isWhole: Bool) {
        var boxes: [JUMBFBox] = []
        var rest = bytes
        while !rest.isEmpty {
            guard rest.count >= 8 else { return (boxes, false) }
            let stated = number(rest.prefix(4))
            let head = stated == 1 ? 16 : 8
            guard rest.count >= head else { return (boxes, false) }
            let length = stated == 0 ? rest.count : stated == 1 ? number(rest.dropFirst(8).prefix(8)) : stated
            guard length >= head, length <= rest.count else { return (boxes, false) }
            let type = ByteText.string(rest.dropFirst(4).prefix(4))
            boxes.append(JUMBFBox(type: type, data: rest.prefix(length).dropFirst(head)))
            rest = rest.dropFirst(length)
        }
        return (boxes, true)
    }

    private static func number(_ bytes: ArraySlice<UInt8>) -> Int {
        // Eight bytes may not fit; what does not fit is longer than any file.
        bytes.reduce(0) { $0 > Int.max >> 9 ? Int.max >> 1 : $0 << 8 | Int($1) }
    }
}

/// A superbox: a description and the boxes it describes.
struct JUMBFSuperbox {
    /// The first four letters of the type: `c2pa`, `c2ma`, `c2um`, `c2as`, `cbor`, `json` …
    let kind: String
    let label: String
    let contents: [JUMBFBox]
    let isWhole: Bool
    /// The bytes after its head, for quotes.
    let data: ArraySlice<UInt8>

    /// Nil if the box is no superbox or has no description.
    init?(_ box: JUMBFBox) {
        guard box.type == "jumb" else { return nil }
        let (boxes, isWhole) = JUMBFBox.list(in: box.data)
        guard let first = boxes.first, first.type == "jumd", first.data.count >= 17 else { return nil }
        let toggles = first.data[first.data.startIndex + 16]
        let rest = first.data.dropFirst(17)
        kind = ByteText.string(first.data.prefix(4))
        label = toggles & 2 == 0 ? "" : ByteText.string(rest.prefix { $0 != 0 })
        contents = Array(boxes.dropFirst())
        self.isWhole = isWhole
        data = box.data
    }

    /// The superboxes inside, and whether all of them could be read.
    var superboxes: (boxes: [JUMBFSuperbox], isWhole: Bool) {
        let inner = contents.filter { $0.type == "jumb" }
        let read = inner.compactMap(JUMBFSuperbox.init)
        return (read, isWhole && read.count == inner.count)
    }
}
