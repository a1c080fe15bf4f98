/// A skeleton with its flesh on again: every well-formed attribute as the page has it, and all text.
///
/// What libxml2 makes of it beside the bare one shows whether anything that is left out has a say in the nesting.
struct WholeSkeleton {
    /// Zeros at the end, which libxml2 looks at.
    static let padding = 32

    private(set) var bytes: [UInt8] = []
    private(set) var items: [PageScanner.Item] = []
    /// For each item where its tag's name ends; its mark for what is no tag.
    private(set) var nameEnds: [Int32] = []

    /// - Parameters:
    ///   - scanner: Done with its page.
    ///   - source: That page.
    init(_ scanner: borrowing PageScanner, _ source: UnsafeBufferPointer<UInt8>) {
        var done = 0
        for index in scanner.items.indices {
            var item = scanner.items[index]
            let isTag = item.kind == .element
            // Of text the placeholder is its last byte, in whose place the text goes.
            let upTo = Int(item.mark) - (isTag || item.kind == .comment ? 0 : 1)
            bytes += UnsafeBufferPointer(start: scanner.skeleton + done, count: max(0, upTo - done))
            done = Int(item.mark)
            nameEnds.append(Int32(bytes.count))
            switch item.kind {
            case .element: addAttributes(of: item, source)
            case .text:
                // A space stays one: which white space counts was decided before.
                if scanner.skeleton[done - 1] == 0x20 {
                    bytes.append(0x20)
                } else {
                    addText(UnsafeBufferPointer(start: scanner.buffer + Int(item.start), count: Int(item.count)))
                }
            // Raw text and comments end where their tokens end, whatever stands in them.
            case .scriptData: bytes.append(UInt8(ascii: "x"))
            case .comment: break
            }
            item.mark = Int32(bytes.count)
            items.append(item)
        }
        bytes += UnsafeBufferPointer(start: scanner.skeleton + done, count: scanner.skeletonCount - done)
        bytes += [UInt8](repeating: 0, count: Self.padding)
    }

    private mutating func addText(_ text: UnsafeBufferPointer<UInt8>) {
        for byte in text {
            switch byte {
            case UInt8(ascii: "<"): bytes += "&lt;".utf8
            case UInt8(ascii: "&"): bytes += "&amp;".utf8
            case 0..<0x20 where byte != 0x0A && byte != 0x09: bytes.append(UInt8(ascii: "?"))
            default: bytes.append(byte)
            }
        }
        // libxml2 tells of long text in pieces, but of a reference always when it has passed it: the text ends here.
        bytes += "&amp;".utf8
    }

    /// As many attributes as are written so that nobody can read them in two ways.
    private mutating func addAttributes(of item: PageScanner.Item, _ source: UnsafeBufferPointer<UInt8>) {
        var at = Int(item.offset) + 1
        guard at < source.count, source[at - 1] == UInt8(ascii: "<") else { return }
        while at < source.count, !Self.isSpace(source[at]), source[at] != UInt8(ascii: ">"),
            source[at] != UInt8(ascii: "/")
        {
            at += 1
        }
        while let attribute = Self.attribute(source, at) {
            bytes.append(0x20)
            bytes += UnsafeBufferPointer(rebasing: source[attribute])
            at = attribute.upperBound
        }
    }

    /// The next attribute: a name, or a name and a value in quotes.
    private static func attribute(_ source: UnsafeBufferPointer<UInt8>, _ start: Int) -> Range<Int>? {
        var at = start
        while at < source.count, isSpace(source[at]) { at += 1 }
        let name = at
        guard at > start, at < source.count, (source[at] | 0x20) &- 0x61 < 26 else { return nil }
        while at < source.count, (source[at] | 0x20) &- 0x61 < 26 || source[at] &- 0x30 < 10 || source[at] == 0x2D {
            at += 1
        }
        guard at < source.count else { return nil }
        if isSpace(source[at]) || source[at] == UInt8(ascii: ">") { return name..<at }
        guard source[at] == UInt8(ascii: "="), at + 1 < source.count else { return nil }
        let quote = source[at + 1]
        guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { return nil }
        at += 2
        while at < source.count, source[at] != quote {
            guard source[at] >= 0x20 || isSpace(source[at]) else { return nil }
            at += 1
        }
        return at < source.count ? name..<at + 1 : nil
    }

    private static func isSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D || byte == 0x0C
    }
}
