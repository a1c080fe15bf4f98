internal import Archive

/// The directory of a ZIP file, for taking single entries out of it into memory.
///
/// Source: APPNOTE.TXT 6.3.10, sections 4.3 to 4.5, read 2026-11-24. Split files and ZIP64 are not read.
struct ZIPDirectory {
    struct Entry {
        let name: [UInt8]
        let flags: Int
        let method: Int
        let packed: Int
        let size: Int
        /// Where the entry's own head stands.
        let offset: Int

        var isEncrypted: Bool { flags & 1 != 0 }
    }

    let view: ByteView
    private(set) var entries: [Entry] = []
    /// Why the list may be short; empty if it is whole.
    private(set) var trouble = ""

    init(_ view: ByteView) {
        self.view = view
        readDirectory()
    }

    private mutating func readDirectory() {
        guard let end = Self.end(view), let count = view.little(2, at: end + 10),
            let size = view.little(4, at: end + 12), let start = view.little(4, at: end + 16)
        else { return trouble = "the ZIP file has no directory" }
        guard count < 0xFFFF, start < 0xFFFF_FFFF, start + size <= end else {
            return trouble = "a ZIP directory that is not where it is said to be"
        }
        readEntries(count, from: start, to: start + size)
    }

    /// The end record stands at the end, before a comment of at most 65 535 bytes.
    private static func end(_ view: ByteView) -> Int? {
        var at = view.count - 22
        while at >= max(0, view.count - 22 - 65_535) {
            if view.bytes[at] == 0x50, view.has([0x50, 0x4B, 0x05, 0x06], at: at) { return at }
            at -= 1
        }
        return nil
    }

    private mutating func readEntries(_ count: Int, from start: Int, to end: Int) {
        var at = start
        for _ in 0..<count {
            guard at < end, view.has([0x50, 0x4B, 0x01, 0x02], at: at), let name = view.little(2, at: at + 28),
                let extra = view.little(2, at: at + 30), let comment = view.little(2, at: at + 32),
                let text = view.slice(at + 46, length: name), let flags = view.little(2, at: at + 8),
                let method = view.little(2, at: at + 10), let packed = view.little(4, at: at + 20),
                let size = view.little(4, at: at + 24), let offset = view.little(4, at: at + 42)
            else { return trouble = "the ZIP directory ends too early" }
            entries.append(
                Entry(
                    name: Array(text), flags: flags, method: method, packed: packed, size: size, offset: offset))
            at += 46 + name + extra + comment
        }
    }

    /// The last entry of a name, as readers take it.
    subscript(name: String) -> Entry? { entries.last { $0.name.elementsEqual(name.utf8) } }

    /// The bytes of an entry; nil if it is encrypted, damaged, packed in a way that is not known, or over the limit.
    func bytes(of entry: Entry, limit: Int) -> [UInt8]? {
        guard !entry.isEncrypted, entry.size <= limit, view.has([0x50, 0x4B, 0x03, 0x04], at: entry.offset),
            let name = view.little(2, at: entry.offset + 26), let extra = view.little(2, at: entry.offset + 28),
            let data = view.slice(entry.offset + 30 + name + extra, length: entry.packed)
        else { return nil }
        switch entry.method {
        case 0: return data.count <= limit ? Array(data) : nil
        case 8:
            let inflated = Inflated.read(data, .raw, limit: limit)
            return inflated.isWhole ? inflated.bytes : nil
        default: return nil
        }
    }
}
