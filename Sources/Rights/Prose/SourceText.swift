internal import Markup
internal import Provenance

/// Finds text of a page again in the bytes it was read from.
struct SourceText {
    private let page: PageInput
    private let nodes: [Int32]

    /// - Parameter nodes: Text nodes in document order.
    init(_ page: PageInput, _ nodes: [Int32]) { (self.page, self.nodes) = (page, nodes) }

    /// The bytes of the page that a range of folded text was made from, mark-up between them included.
    func quote(_ text: FoldedText, _ range: Range<Int>) -> Quote {
        let (first, last) = (Int(text.offsets[range.lowerBound]), Int(text.offsets[range.upperBound - 1]))
        let (start, end) = (place(of: first), place(of: last))
        guard !page.source.isEmpty, start >= 0, start < end, end < page.source.count else {
            return Quote(page.page.buffer[first...max(first, last)], in: page.quoteSpace, at: start)
        }
        let tail = page.source[end...].prefix(8).dropFirst().prefix { $0 & 0xC0 == 0x80 }.count
        return Quote(page.source[start...end + tail], in: page.quoteSpace, at: start)
    }

    /// Where a byte of the reading's buffer stands in the page; -1 if that is not known.
    private func place(of byte: Int) -> Int {
        guard let node = node(at: byte) else { return -1 }
        let range = page.page.range(ofText: node)
        var (at, from) = (Int(page.page.nodes[node].offset), range.lowerBound)
        guard at >= 0 else { return -1 }
        while from < byte, at < page.source.count {
            let (written, read) = (page.source[at], page.page.buffer[from])
            if written == UInt8(ascii: "&"), let end = Self.referenceEnd(page.source, at), read != written || end.isLong
            {
                at = end.at
                from += Self.length(read)
            } else if written == read {
                (at, from) = (at + 1, from + 1)
            } else if written == 0x0D {
                at += 1
            } else {
                return Int(page.page.nodes[node].offset)
            }
        }
        return at
    }

    /// One past a character reference; nil if what begins with `&` is none.
    private static func referenceEnd(_ source: [UInt8], _ start: Int) -> (at: Int, isLong: Bool)? {
        let limit = min(source.count, start + 33)
        guard let end = source[start..<limit].firstIndex(of: UInt8(ascii: ";")) else { return nil }
        let name = source[(start + 1)..<end]
        let isName = name.allSatisfy { ByteText.isLetter($0) || ByteText.isDigit($0) || $0 == UInt8(ascii: "#") }
        return isName && !name.isEmpty ? (end + 1, true) : nil
    }

    private static func length(_ lead: UInt8) -> Int { lead < 0xC0 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4 }

    private func node(at byte: Int) -> Int? {
        let place = nodes.place(notBefore: { page.page.range(ofText: Int($0)).upperBound <= byte })
        return place < nodes.count ? Int(nodes[place]) : nil
    }
}
