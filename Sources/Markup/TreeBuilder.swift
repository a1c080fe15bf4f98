internal import CLibXML2
internal import Glibc

/// Collects libxml2's events over a skeleton into the flat nodes of a page reading.
///
/// It lives behind a raw pointer that the callbacks get from libxml2, so an event costs no reference counting.
struct TreeBuilder {
    typealias Node = PageReading.Node

    let items: UnsafePointer<PageScanner.Item>
    let itemCount: Int
    let skeleton: UnsafePointer<UInt8>
    let context: htmlParserCtxtPtr
    let limits: MarkupLimits

    /// Where the names of start tags end, if that is not right before their marks.
    var nameEnds: [Int32]?
    var next = 0
    var open: [Int32] = []
    var reading = PageReading()
    var stopped = false

    init(
        items: UnsafeBufferPointer<PageScanner.Item>, skeleton: UnsafePointer<UInt8>, context: htmlParserCtxtPtr,
        limits: MarkupLimits
    ) {
        self.items = items.baseAddress ?? UnsafePointer(bitPattern: 8)!
        itemCount = items.count
        self.skeleton = skeleton
        self.context = context
        self.limits = limits
        reading.nodes.reserveCapacity(items.count + 8)
        open.reserveCapacity(limits.depth)
    }

    /// Bytes of the skeleton that libxml2 has read.
    @inline(__always)
    private var position: Int {
        guard let input = context.pointee.input else { return 0 }
        return Int(input.pointee.consumed) + (input.pointee.cur - input.pointee.base)
    }

    /// The item that ends where libxml2 stands; items it passed over without an event are left out.
    @inline(__always)
    private mutating func itemHere() -> Int? {
        let here = position
        while next < itemCount, Int(items[next].mark) < here { next += 1 }
        return next < itemCount && Int(items[next].mark) == here ? next : nil
    }

    mutating func start(_ name: UnsafePointer<UInt8>) {
        guard !stopped, hasRoom() else { return }
        guard let index = itemHere(), items[index].kind == .element, isNamed(name, items[index]) else {
            return push(implied(name))
        }
        next += 1
        let item = items[index]
        let node = Int32(reading.nodes.count)
        push(element(item))
        if !reading.nodes[Int(node)].inTemplate { list(node, item) }
    }

    /// libxml2 names an implied `html`, `head`, `body` or `p` while it stands on the tag that implied it.
    @inline(__always)
    private func isNamed(_ name: UnsafePointer<UInt8>, _ item: PageScanner.Item) -> Bool {
        let length = strlen(UnsafeRawPointer(name).assumingMemoryBound(to: CChar.self))
        let mark = Int(nameEnds?[next] ?? item.mark)
        return mark > length && skeleton[mark - length - 1] == UInt8(ascii: "<")
            && memcmp(skeleton + mark - length, name, length) == 0
    }

    private mutating func element(_ item: PageScanner.Item) -> Node {
        var node = fresh(item.tag, .element, offset: item.offset)
        node.start = item.start
        node.count = item.count
        return node
    }

    private mutating func implied(_ name: UnsafePointer<UInt8>) -> Node {
        let length = strlen(UnsafeRawPointer(name).assumingMemoryBound(to: CChar.self))
        let value = NameTable.tags.value(NameTable.Key(name, count: min(length, 16)))
        let tag = value == NameTable.missing ? .other : Tag(rawValue: UInt8(truncatingIfNeeded: value)) ?? .other
        let offset = next < itemCount ? items[next].offset : itemCount > 0 ? items[itemCount - 1].offset : 0
        let node = fresh(tag, .element, offset: offset)
        noteRoot(tag, Int32(reading.nodes.count))
        return node
    }

    @inline(__always)
    private func fresh(_ tag: Tag, _ kind: Node.Kind, offset: Int32) -> Node {
        let parent = open.last ?? -1
        return Node(
            tag: tag, kind: kind, context: parent < 0 ? [] : context(under: reading.nodes[Int(parent)]),
            depth: UInt16(truncatingIfNeeded: open.count), parent: parent, end: Int32(reading.nodes.count) + 1,
            offset: offset, start: 0, count: 0)
    }

    @inline(__always)
    private func context(under parent: Node) -> Node.Context {
        switch parent.tag {
        case .head: parent.context.union(.head)
        case .template: parent.context.union(.template)
        case .noscript: parent.context.union(.noscript)
        case .svg, .math: parent.context.union(.svg)
        default: parent.context
        }
    }

    @inline(__always)
    private mutating func push(_ node: Node) {
        open.append(Int32(reading.nodes.count))
        reading.nodes.append(node)
    }

    @inline(__always)
    private mutating func hasRoom() -> Bool {
        guard open.count >= limits.depth || reading.nodes.count >= limits.nodes else { return true }
        stop(open.count >= limits.depth ? .tooDeep : .tooManyNodes)
        return false
    }

    private mutating func stop(_ kind: MarkupFault.Kind) {
        stopped = true
        reading.complete = false
        reading.faultCount += 1
        let offset = next < itemCount ? Int(items[next].offset) : 0
        reading.faults.append(MarkupFault(kind: kind, offset: offset))
        xmlStopParser(context)
    }

    mutating func end() {
        guard !stopped, let node = open.popLast() else { return }
        reading.nodes[Int(node)].end = Int32(reading.nodes.count)
    }

    /// Text, script data or a comment: whatever stands for it in the skeleton has ended here.
    mutating func content() {
        guard !stopped, reading.nodes.count < limits.nodes, let index = itemHere() else { return }
        next += 1
        let item = items[index]
        guard item.kind != .element else { return }
        var node = fresh(open.last.map { reading.nodes[Int($0)].tag } ?? .other, item.kind, offset: item.offset)
        node.start = item.start
        node.count = item.count
        let at = Int32(reading.nodes.count)
        reading.nodes.append(node)
        if node.inTemplate { return }
        if item.kind == .comment { reading.comments.append(at) }
        if item.kind == .scriptData, let script = open.last { reading.dataScripts.append(script) }
    }

    /// Closes what is still open and hands the reading over.
    mutating func finish() -> PageReading {
        let count = Int32(reading.nodes.count)
        for node in open { reading.nodes[Int(node)].end = count }
        open.removeAll()
        return reading
    }
}

extension TreeBuilder {
    private static func bit(_ name: AttributeName) -> UInt64 { 1 << UInt64(name.rawValue) }
    private static let microdataBits = bit(.itemscope) | bit(.itemprop)
    private static let rdfaBits =
        bit(.property) | bit(.typeof) | bit(.about) | bit(.resource) | bit(.vocab) | bit(.prefix)
    private static let hrefBit = bit(.href)

    /// Enters an element in the lists that readers start from.
    @inline(__always)
    private mutating func list(_ node: Int32, _ item: PageScanner.Item) {
        switch item.tag {
        case .meta: reading.metas.append(node)
        case .link: reading.links.append(node)
        case .a, .area: if item.attributes & Self.hrefBit != 0 { reading.anchors.append(node) }
        case .base: if reading.baseNode < 0, item.attributes & Self.hrefBit != 0 { reading.baseNode = node }
        case .title:
            if reading.titleNode < 0, !reading.nodes[Int(node)].context.contains(.svg) { reading.titleNode = node }
        default: noteRoot(item.tag, node)
        }
        guard item.attributes != 0 else { return }
        if item.attributes & Self.microdataBits != 0 { reading.microdata.append(node) }
        if item.attributes & Self.rdfaBits != 0 { reading.rdfa.append(node) }
    }

    private mutating func noteRoot(_ tag: Tag, _ node: Int32) {
        if tag == .html, reading.htmlNode < 0 { reading.htmlNode = node }
        if tag == .body, reading.bodyNode < 0 { reading.bodyNode = node }
    }
}
