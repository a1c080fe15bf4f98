internal import Markup

/// Anchors and buttons: which of them lead elsewhere, which only help to get about on the page, and which are text.
extension PageOutline {
    typealias Nodes = UnsafeBufferPointer<PageReading.Node>
    typealias Bytes = UnsafeBufferPointer<UInt8>

    /// An anchor that leads nowhere marks a place, and one that was never closed has the rest of the page inside it.
    ///
    /// One that leads to a place of the page itself and says no word is a handle (a pilcrow behind a heading, an arrow
    /// behind a note) and no text.
    @inline(__always)
    static func link(
        _ index: Int, _ nodes: Nodes, _ buffer: Bytes, _ attributes: UnsafeBufferPointer<PageReading.Attribute>
    ) -> Trait {
        let node = nodes[index]
        let own = Int(node.start)..<Int(node.start) + Int(node.count)
        guard let address = own.first(where: { attributes[$0].name == .href }).map({ attributes[$0].value }) else {
            return []
        }
        let isInside = address.count > 1 && buffer[address.lowerBound] == UInt8(ascii: "#")
        return isInside && isWordless(index, nodes, buffer) ? .unseen : .link
    }

    /// Whether an element of a few nodes holds no letter and no digit of any script.
    private static func isWordless(_ index: Int, _ nodes: Nodes, _ buffer: Bytes) -> Bool {
        let end = Int(nodes[index].end)
        guard end - index <= ExtractionThresholds.nodesOfAHandle else { return false }
        return (index + 1..<max(end, index + 1)).allSatisfy { place in
            nodes[place].kind != .text || !hasWord(text(nodes[place], buffer))
        }
    }

    private static func text(_ node: PageReading.Node, _ buffer: Bytes) -> Bytes {
        Bytes(rebasing: buffer[Int(node.start)..<Int(node.start) + Int(node.count)])
    }

    /// Whether any character may stand in a word: ASCII letters and digits, and all beyond ASCII but the blocks of signs
    /// (U+0080–U+00BF, U+2000–U+2BFF, U+FE00–U+FE0F, U+1F000–U+1FFFF).
    private static func hasWord(_ text: Bytes) -> Bool {
        var at = 0
        while at < text.count {
            let byte = text[at]
            if byte < 0x80 {
                if byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26 { return true }
                at += 1
                continue
            }
            let second = at + 1 < text.count ? text[at + 1] : 0
            switch byte {
            case 0xC2: at += 2
            case 0xE2 where second < 0xB0: at += 3
            case 0xEF where second == 0xB8: at += 3
            case 0xF0 where second == 0x9F: at += 4
            default: return true
            }
        }
        return false
    }

    /// Whether a button is all the text of a heading: the handle of a part that folds, and so the heading itself.
    static func isWholeHeading(_ index: Int, _ nodes: Nodes, _ buffer: Bytes) -> Bool {
        let parent = Int(nodes[index].parent)
        guard parent >= 0, Int(nodes[parent].end) - parent <= ExtractionThresholds.nodesOfASmallElement else {
            return false
        }
        switch nodes[parent].tag {
        case .h1, .h2, .h3, .h4, .h5, .h6, .summary, .dt: break
        default: return false
        }
        let around = [parent + 1..<index, Int(nodes[index].end)..<max(Int(nodes[parent].end), Int(nodes[index].end))]
        return around.joined().allSatisfy { place in
            nodes[place].kind != .text || weight(buffer, Int(nodes[place].start), Int(nodes[place].count)) == 0
        }
    }
}
