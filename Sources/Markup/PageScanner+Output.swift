internal import Glibc

extension PageScanner {
    @inline(__always)
    mutating func write(_ text: StaticString) {
        memcpy(skeleton + skeletonCount, text.utf8Start, text.utf8CodeUnitCount)
        skeletonCount += text.utf8CodeUnitCount
    }

    @inline(__always)
    mutating func copy(_ from: UnsafePointer<UInt8>, _ to: UnsafePointer<UInt8>) {
        memcpy(buffer + bufferCount, from, to - from)
        bufferCount += to - from
    }

    /// A text run of the page, from one tag to the next.
    mutating func text(_ from: UnsafePointer<UInt8>, _ to: UnsafePointer<UInt8>) {
        if noscriptInHead { return }
        var first = from
        while first < to, isHTMLSpace(first[0]) { first += 1 }
        if first == to {
            if preformatted > 0 { return appendText(from, to, placeholder: " ") }
            if blankStart < 0, !afterBlock { blankStart = offset(from) }
            blankEnd = offset(to)
            return
        }
        if beforeBody, foreignDepth == 0, templates == 0 { leaveHead() }
        flushBlank()
        appendText(from, to, placeholder: "x")
        afterBlock = false
    }

    /// Writes blank text held back, now that it is known to stand between two inline things.
    @inline(__always)
    mutating func flushBlank() {
        guard blankStart >= 0 else { return }
        let (from, to) = (origin + blankStart, origin + blankEnd)
        blankStart = -1
        if !beforeBody { appendText(from, max(from, to), placeholder: " ") }
    }

    /// Appends decoded text, joined to the item before it if that was text too.
    private mutating func appendText(
        _ from: UnsafePointer<UInt8>, _ to: UnsafePointer<UInt8>, placeholder: StaticString
    ) {
        let first = bufferCount
        decode(from, to, inAttribute: false)
        add(first: first, offset: offset(from), kind: .text, placeholder: placeholder)
    }

    /// Appends bytes as they are: script data, CDATA, raw text.
    mutating func appendRaw(_ from: UnsafePointer<UInt8>, _ to: UnsafePointer<UInt8>, kind: PageReading.Node.Kind) {
        guard to > from else { return }
        let first = bufferCount
        copy(from, to)
        add(first: first, offset: offset(from), kind: kind, placeholder: "x")
    }

    /// Appends decoded text of an element whose body is text alone (`title`, `textarea`).
    mutating func appendEscapable(_ from: UnsafePointer<UInt8>, _ to: UnsafePointer<UInt8>) {
        guard to > from else { return }
        appendText(from, to, placeholder: "x")
    }

    private mutating func add(first: Int, offset: Int, kind: PageReading.Node.Kind, placeholder: StaticString) {
        if let last = items.indices.last, items[last].kind == kind, kind == .text,
            Int(items[last].start) + Int(items[last].count) == first, Int(items[last].mark) == skeletonCount
        {
            items[last].count += Int32(bufferCount - first)
            if placeholder.utf8Start[0] != 0x20 { skeleton[skeletonCount - 1] = placeholder.utf8Start[0] }
            return
        }
        write(placeholder)
        items.append(
            Item(
                mark: Int32(skeletonCount), offset: Int32(offset), start: Int32(first),
                count: Int32(bufferCount - first),
                tag: .other, kind: kind, attributes: 0))
    }

    /// Copies source bytes to the buffer, character references replaced.
    mutating func decode(_ from: UnsafePointer<UInt8>, _ to: UnsafePointer<UInt8>, inAttribute: Bool) {
        var at = from
        while at < to {
            guard let found = memchr(at, 0x26, to - at) else { return copy(at, to) }
            let ampersand = UnsafePointer(found.assumingMemoryBound(to: UInt8.self))
            copy(at, ampersand)
            guard
                let reference = CharacterReference.read(
                    ampersand, end: to, inAttribute: inAttribute, names: entityNames)
            else {
                buffer[bufferCount] = 0x26
                bufferCount += 1
                at = ampersand + 1
                continue
            }
            append(reference.scalar)
            at = ampersand + reference.length
        }
    }

    /// Appends a Unicode scalar as UTF-8.
    private mutating func append(_ scalar: UInt32) {
        let out = buffer + bufferCount
        switch scalar {
        case ..<0x80:
            out[0] = UInt8(scalar)
            bufferCount += 1
        case ..<0x800:
            out[0] = 0xC0 | UInt8(scalar >> 6)
            out[1] = 0x80 | UInt8(scalar & 0x3F)
            bufferCount += 2
        case ..<0x10000:
            out[0] = 0xE0 | UInt8(scalar >> 12)
            out[1] = 0x80 | UInt8(scalar >> 6 & 0x3F)
            out[2] = 0x80 | UInt8(scalar & 0x3F)
            bufferCount += 3
        default:
            out[0] = 0xF0 | UInt8(scalar >> 18)
            out[1] = 0x80 | UInt8(scalar >> 12 & 0x3F)
            out[2] = 0x80 | UInt8(scalar >> 6 & 0x3F)
            out[3] = 0x80 | UInt8(scalar & 0x3F)
            bufferCount += 4
        }
    }

    /// The first thing that cannot stand in `head` ends it, as in the HTML Standard; libxml2 2.9 knows only some of them.
    mutating func leaveHead() {
        beforeBody = false
        noscriptInHead = false
        if sawHead { write("</head>") }
    }
}
