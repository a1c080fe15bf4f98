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

    var blocks: [TextBlock]
    var traits: [Trait]
    /// Per node: weight of all seen text under it.
    var weights: [Int32]
    /// Per node: running weight under it.
    var running: [Int32]

    init(_ page: PageReading) {
        let count = page.nodes.count
        var (found, seen) = ([TextBlock](), [Trait](repeating: [], count: count))
        found.reserveCapacity(count / 6)
        page.nodes.withUnsafeBufferPointer { nodes in
            page.buffer.withUnsafeBufferPointer { buffer in
                page.attributes.withUnsafeBufferPointer { attributes in
                    seen.withUnsafeMutableBufferPointer { Self.collect(nodes, buffer, attributes, $0, &found) }
                }
            }
        }
        (blocks, traits) = (found, seen)
        weights = [Int32](repeating: 0, count: count)
        running = [Int32](repeating: 0, count: count)
        page.nodes.withUnsafeBufferPointer { sum($0) }
    }

    private static func collect(
        _ nodes: Nodes, _ buffer: Bytes, _ attributes: UnsafeBufferPointer<PageReading.Attribute>,
        _ traits: UnsafeMutableBufferPointer<Trait>, _ blocks: inout [TextBlock]
    ) {
        var owners = [Int32](repeating: -1, count: nodes.count)
        var boundary = true
        var block = TextBlock(first: -1, last: -1, owner: -1)
        for index in nodes.indices {
            let node = nodes[index]
            let parent = Int(node.parent)
            let inherited = parent < 0 ? [] : traits[parent]
            let owner = parent < 0 ? -1 : owners[parent]
            guard node.kind == .text else {
                traits[index] = inherited.union(trait(index, nodes, buffer, attributes))
                owners[index] = node.tag.isBlock && node.kind == .element ? Int32(index) : owner
                if node.tag.isBlock { boundary = true }
                continue
            }
            traits[index] = inherited
            if inherited.contains(.unseen) { continue }
            let weight = weight(buffer, Int(node.start), Int(node.count))
            if boundary || owner != block.owner {
                if weight == 0 { continue }
                if block.first >= 0 { blocks.append(block) }
                block = TextBlock(first: Int32(index), last: Int32(index), owner: owner)
                boundary = false
            }
            block.last = Int32(index) + 1
            block.weight += weight
            if inherited.contains(.link) { block.linked += weight }
        }
        if block.first >= 0 { blocks.append(block) }
    }

    @inline(__always)
    private static func trait(
        _ index: Int, _ nodes: UnsafeBufferPointer<PageReading.Node>, _ buffer: UnsafeBufferPointer<UInt8>,
        _ attributes: UnsafeBufferPointer<PageReading.Attribute>
    ) -> Trait {
        let node = nodes[index]
        guard node.kind == .element else { return .unseen }
        switch node.tag {
        case .a: return link(index, nodes, buffer, attributes)
        case .pre: return .preformatted
        case .h1, .h2, .h3, .h4, .h5, .h6: return .heading
        case .li, .dt, .dd: return .item
        case .button: return isWholeHeading(index, nodes, buffer) ? [] : .unseen
        case .head, .script, .style, .template, .svg, .title, .noscript, .select, .textarea, .datalist, .rp:
            return .unseen
        default: return []
        }
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

    /// The weight of one text node.
    func weight(ofText node: Int, _ page: PageReading) -> Int32 {
        let text = page.nodes[node]
        return page.buffer.withUnsafeBufferPointer { Self.weight($0, Int(text.start), Int(text.count)) }
    }

    /// Visible characters; three-byte sequences (Han, Kana, Hangul, Thai …) count three, as their scripts say more with each.
    static func weight(_ buffer: UnsafeBufferPointer<UInt8>, _ start: Int, _ count: Int) -> Int32 {
        let text = UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: buffer[start..<start + count]))
        var (weight, at): (UInt64, Int) = (0, 0)
        while at + 8 <= count {
            weight &+= weight8(text.loadUnaligned(fromByteOffset: at, as: UInt64.self))
            at += 8
        }
        // Zeros stand for the bytes behind the end and weigh nothing.
        var rest: UInt64 = 0
        while at < count {
            rest = rest << 8 | UInt64(text[at])
            at += 1
        }
        return Int32(truncatingIfNeeded: weight &+ weight8(rest))
    }

    /// The weight of eight bytes at once: one for each above the space, none for those that continue a sequence, two more
    /// for the first of three or four.
    @inline(__always)
    private static func weight8(_ bytes: UInt64) -> UInt64 {
        let top: UInt64 = 0x8080_8080_8080_8080
        let beyond = bytes & top
        let visible = ((bytes & ~top) &+ 0x5F5F_5F5F_5F5F_5F5F | bytes) & top
        let first = beyond & bytes << 1
        let long = first & bytes << 2
        let each = (visible ^ beyond) >> 7 &+ first >> 7 &+ long >> 6
        return (each &* 0x0101_0101_0101_0101) >> 56
    }
}
