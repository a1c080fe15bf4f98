internal import Glibc

/// Reads a page by the tokenizer rules of the HTML Standard (section 13.2.5, read 2026-11-23) and writes what matters
/// of it: kept attribute values and text, decoded, into one buffer, and a *skeleton* for libxml2 to build the tree from.
///
/// The skeleton is the page's tags without attributes, with one byte standing for each text run. libxml2 spends most
/// of its time on attributes nobody reads and on copying text; on the skeleton it only decides what nests in what.
/// Every item of the skeleton knows where it stood in the page, so offsets are exact.
struct PageScanner: ~Copyable {
    /// A start tag, text run or kept comment of the skeleton.
    struct Item {
        /// Start tag: where its `>` stands in the skeleton.
        ///
        /// Else: one past its placeholder.
        var mark: Int32
        var offset: Int32
        var start: Int32
        var count: Int32
        var tag: Tag
        var kind: PageReading.Node.Kind
        /// One bit for each `AttributeName` the element has.
        var attributes: UInt64
    }

    let limits: MarkupLimits
    var input: UnsafePointer<UInt8>
    var end: UnsafePointer<UInt8>
    let origin: UnsafePointer<UInt8>

    let buffer: UnsafeMutablePointer<UInt8>
    var bufferCount = 0
    let skeleton: UnsafeMutablePointer<UInt8>
    var skeletonCount = 0
    var items: [Item] = []
    var attributes: [PageReading.Attribute] = []
    var faults: [MarkupFault] = []
    var faultCount = 0
    var complete = true

    let tagNames = NameTable.tags
    let attributeNames = NameTable.attributes
    let entityNames = NameTable.entities

    var beforeBody = true
    var sawHead = false
    var noscriptInHead = false
    var preformatted = 0
    var foreignDepth = 0
    var foreignObjects = 0
    var templates = 0
    var paragraphOpen = false
    /// The last thing in the skeleton was a block's tag, so blank text after it means nothing.
    var afterBlock = true
    /// Blank text not written yet: whether it counts depends on the tag after it.
    var blankStart = -1
    var blankEnd = 0
    /// The last `-->` looked up, so that many scripts with an open `<!--` cost one search, not one each.
    var arrow: UnsafePointer<UInt8>?

    /// - Parameters:
    ///   - bytes: UTF-8; must outlive the scanner.
    ///   - memory: What it writes to; must outlive the scanner and is nobody else's meanwhile.
    init(_ bytes: UnsafeBufferPointer<UInt8>, limits: MarkupLimits, memory: ScannerMemory) {
        self.limits = limits
        let count = min(bytes.count, limits.bytes)
        let base = bytes.baseAddress ?? UnsafePointer(bitPattern: 1)!
        origin = base
        input = base
        end = base + count
        memory.fit(count)
        buffer = memory.buffer
        skeleton = memory.skeleton
        items = memory.takeItems()
        items.reserveCapacity(count / 40 + 16)
        attributes.reserveCapacity(count / 80 + 16)
        if bytes.count > limits.bytes { stop(.tooManyBytes, at: limits.bytes) }
    }

    @inline(__always)
    func offset(_ at: UnsafePointer<UInt8>) -> Int { at - origin }

    mutating func fault(_ kind: MarkupFault.Kind, at offset: Int) {
        faultCount += 1
        if faults.count < 16 { faults.append(MarkupFault(kind: kind, offset: offset)) }
    }

    mutating func stop(_ kind: MarkupFault.Kind, at offset: Int) {
        complete = false
        fault(kind, at: offset)
    }

    /// Reads the page to its end.
    mutating func scan() {
        if end - input >= 3, input[0] == 0xEF, input[1] == 0xBB, input[2] == 0xBF { input += 3 }
        while input < end, items.count < limits.nodes {
            guard let bracket = find(UInt8(ascii: "<"), from: input) else {
                text(input, end)
                input = end
                break
            }
            if bracket > input { text(input, bracket) }
            input = bracket
            markup()
        }
        if input < end { stop(.tooManyNodes, at: offset(input)) }
        // libxml2 looks a few bytes past the end.
        memset(skeleton + skeletonCount, 0, 32)
    }

    @inline(__always)
    func find(_ byte: UInt8, from start: UnsafePointer<UInt8>) -> UnsafePointer<UInt8>? {
        guard let found = memchr(start, Int32(byte), end - start) else { return nil }
        return UnsafePointer(found.assumingMemoryBound(to: UInt8.self))
    }

    /// The first place at or after `start` where `sequence` stands.
    func find(_ sequence: StaticString, from start: UnsafePointer<UInt8>) -> UnsafePointer<UInt8>? {
        let count = sequence.utf8CodeUnitCount
        var at = start
        while end - at >= count, let found = find(sequence.utf8Start[0], from: at), end - found >= count {
            if memcmp(found, sequence.utf8Start, count) == 0 { return found }
            at = found + 1
        }
        return nil
    }

    /// "Tag open state": `input` stands on a `<`.
    private mutating func markup() {
        guard input + 1 < end else { return literal(1) }
        let next = input[1]
        if (next | 0x20) &- 0x61 < 26 { return startTag() }
        switch next {
        case UInt8(ascii: "/"):
            guard input + 2 < end else { return literal(2) }
            if (input[2] | 0x20) &- 0x61 < 26 { return endTag() }
            bogusComment(from: 2)
        case UInt8(ascii: "!"): declaration()
        case UInt8(ascii: "?"): bogusComment(from: 1)
        default: literal(1)
        }
    }

    private mutating func literal(_ count: Int) {
        text(input, input + count)
        input += count
    }

    /// Everything up to the next `>` is a comment by mistake (`<?php … >`, `</ x>`, `<!x>`).
    private mutating func bogusComment(from skipped: Int) {
        guard let close = find(UInt8(ascii: ">"), from: input + skipped) else {
            fault(.endInComment, at: offset(input))
            input = end
            return
        }
        input = close + 1
    }

    private mutating func declaration() {
        if end - input >= 4, input[2] == UInt8(ascii: "-"), input[3] == UInt8(ascii: "-") { return comment() }
        if foreignDepth > 0, end - input >= 9, memcmp(input + 2, "[CDATA[", 7) == 0 { return section() }
        bogusComment(from: 2)
    }

    /// A CDATA section, which only svg and math have.
    private mutating func section() {
        guard let stop = find("]]>", from: input + 9) else {
            fault(.endInComment, at: offset(input))
            input = end
            return
        }
        appendRaw(input + 9, stop, kind: .text)
        input = stop + 3
    }

    private mutating func comment() {
        let start = input + 4
        var close = end
        var after = end
        if start < end, start[0] == UInt8(ascii: ">") {
            (close, after) = (start, start + 1)
        } else if end - start >= 2, start[0] == UInt8(ascii: "-"), start[1] == UInt8(ascii: ">") {
            (close, after) = (start, start + 2)
        } else {
            var at = start
            while let found = find("--", from: at) {
                let rest = end - found
                if rest > 2, found[2] == UInt8(ascii: ">") { (close, after) = (found, found + 3); break }
                if rest > 3, found[2] == UInt8(ascii: "!"), found[3] == UInt8(ascii: ">") {
                    (close, after) = (found, found + 4)
                    break
                }
                at = found + 1
            }
            if close == end { fault(.endInComment, at: offset(input)) }
        }
        if Self.mayState(start, close) { keepComment(start, close) }
        input = after
    }

    /// Whether a comment may carry the old Creative Commons RDF block.
    private static func mayState(_ start: UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>) -> Bool {
        guard end - start >= 3 else { return false }
        var at = start + 2
        while at < end {
            switch at[0] | 0x20 {
            case UInt8(ascii: "f"):
                if at[-1] | 0x20 == UInt8(ascii: "d"), at[-2] | 0x20 == UInt8(ascii: "r") { return true }
            case UInt8(ascii: "c"):
                if end - at > 2, at[-1] | 0x20 == UInt8(ascii: "i"), at[-2] | 0x20 == UInt8(ascii: "l"),
                    at[1] | 0x20 == UInt8(ascii: "e"), at[2] | 0x20 == UInt8(ascii: "n")
                {
                    return true
                }
            case UInt8(ascii: "v"):
                if end - at >= 9,
                    strncasecmp(UnsafeRawPointer(at).assumingMemoryBound(to: CChar.self), "vecommons", 9) == 0
                {
                    return true
                }
            default: break
            }
            at += 1
        }
        return false
    }

    private mutating func keepComment(_ start: UnsafePointer<UInt8>, _ close: UnsafePointer<UInt8>) {
        flushBlank()
        let first = bufferCount
        copy(start, close)
        write("<!--x-->")
        items.append(
            Item(
                mark: Int32(skeletonCount), offset: Int32(offset(input)), start: Int32(first),
                count: Int32(bufferCount - first), tag: .other, kind: .comment, attributes: 0))
    }
}
