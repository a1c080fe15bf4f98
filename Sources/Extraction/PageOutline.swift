internal import Markup

/// The text blocks of a page, and how much text stands under each element.
struct PageOutline {
    /// Traits that a node has from its ancestors or itself.
    struct Trait: OptionSet {
        let rawValue: UInt8
        static let link = Trait(rawValue: 1)
        static let preformatted = Trait(rawValue: 2)
        static let heading = Trait(rawValue: 4)
        /// Not shown as text by any browser: head, script, template, svg.
        static let unseen = Trait(rawValue: 8)
        static let item = Trait(rawValue: 16)
    }

    var blocks: [TextBlock] = []
    var traits: [Trait]
    /// Per node: weight of all seen text under it.
    var weights: [Int32]
    /// Per node: running weight under it.
    var running: [Int32]

    init(_ page: PageReading) {
        let count = page.nodes.count
        traits = [Trait](repeating: [], count: count)
        weights = [Int32](repeating: 0, count: count)
        running = [Int32](repeating: 0, count: count)
        blocks.reserveCapacity(count / 6)
        page.nodes.withUnsafeBufferPointer { nodes in
            page.buffer.withUnsafeBufferPointer { buffer in
                page.attributes.withUnsafeBufferPointer { attributes in collect(nodes, buffer, attributes) }
            }
            sum(nodes)
        }
    }

    private mutating func collect(
        _ nodes: UnsafeBufferPointer<PageReading.Node>, _ buffer: UnsafeBufferPointer<UInt8>,
        _ attributes: UnsafeBufferPointer<PageReading.Attribute>
    ) {
        var owners = [Int32](repeating: -1, count: nodes.count)
        var boundary = true
        var lastOwner: Int32 = -1
        for index in nodes.indices {
            let node = nodes[index]
            let parent = Int(node.parent)
            let inherited = parent < 0 ? [] : traits[parent]
            let owner = parent < 0 ? -1 : owners[parent]
            guard node.kind == .text else {
                traits[index] = inherited.union(Self.trait(node, attributes))
                owners[index] = node.tag.isBlock && node.kind == .element ? Int32(index) : owner
                if node.tag.isBlock { boundary = true }
                continue
            }
            traits[index] = inherited
            if inherited.contains(.unseen) { continue }
            let weight = Self.weight(buffer, Int(node.start), Int(node.count))
            if boundary || owner != lastOwner {
                if weight == 0 { continue }
                blocks.append(TextBlock(first: Int32(index), last: Int32(index), owner: owner))
                (boundary, lastOwner) = (false, owner)
            }
            let at = blocks.count - 1
            blocks[at].last = Int32(index) + 1
            blocks[at].weight += weight
            if inherited.contains(.link) { blocks[at].linked += weight }
        }
    }

    @inline(__always)
    private static func trait(
        _ node: PageReading.Node, _ attributes: UnsafeBufferPointer<PageReading.Attribute>
    ) -> Trait {
        guard node.kind == .element else { return .unseen }
        switch node.tag {
        case .a: return isLink(node, attributes) ? .link : []
        case .pre: return .preformatted
        case .h1, .h2, .h3, .h4, .h5, .h6: return .heading
        case .li, .dt, .dd: return .item
        case .head, .script, .style, .template, .svg, .title, .noscript, .select, .textarea, .datalist, .button, .rp:
            return .unseen
        default: return []
        }
    }

    /// An anchor that leads nowhere marks a place, and one that was never closed has the rest of the page inside it.
    private static func isLink(
        _ node: PageReading.Node, _ attributes: UnsafeBufferPointer<PageReading.Attribute>
    ) -> Bool {
        attributes[Int(node.start)..<Int(node.start) + Int(node.count)].contains { $0.name == .href }
    }

    /// Adds every block to its owner, then every node to its parent; children stand after their parents.
    private mutating func sum(_ nodes: UnsafeBufferPointer<PageReading.Node>) {
        for block in blocks where block.owner >= 0 {
            weights[Int(block.owner)] += block.weight
            running[Int(block.owner)] += block.runningWeight
        }
        for index in nodes.indices.reversed() {
            let parent = Int(nodes[index].parent)
            guard parent >= 0 else { continue }
            weights[parent] += weights[index]
            running[parent] += running[index]
        }
    }

    /// The weight of some blocks together, and what of it stands inside links.
    func weight(of places: some Sequence<Int>) -> (all: Int32, linked: Int32) {
        places.reduce((0, 0)) { ($0.0 + blocks[$1].weight, $0.1 + blocks[$1].linked) }
    }

    /// Visible characters; three-byte sequences (Han, Kana, Hangul, Thai …) count three, as their scripts say more with each.
    private static func weight(_ buffer: UnsafeBufferPointer<UInt8>, _ start: Int, _ count: Int) -> Int32 {
        var weight: Int32 = 0
        for index in start..<start + count {
            let byte = buffer[index]
            weight += byte < 0x80 ? (byte > 0x20 ? 1 : 0) : byte >= 0xE0 ? 3 : byte >= 0xC0 ? 1 : 0
        }
        return weight
    }
}
