internal import Glibc

extension PageScanner {
    /// The end of a tag name: space, `/`, `>` or the end of the page.
    @inline(__always)
    private func nameEnd(_ start: UnsafePointer<UInt8>) -> UnsafePointer<UInt8> {
        var at = start
        while at < end, !isHTMLSpace(at[0]), at[0] != UInt8(ascii: ">"), at[0] != UInt8(ascii: "/") { at += 1 }
        return at
    }

    @inline(__always)
    private func tag(_ start: UnsafePointer<UInt8>, _ stop: UnsafePointer<UInt8>) -> Tag {
        guard stop - start <= 16 else { return .other }
        let value = tagNames.value(NameTable.Key(start, count: stop - start))
        return value == NameTable.missing ? .other : Tag(rawValue: UInt8(truncatingIfNeeded: value)) ?? .other
    }

    /// Writes the tag's name in lower case, cut at 64 bytes and at the first byte libxml2 would not take.
    @inline(__always)
    private mutating func writeName(_ start: UnsafePointer<UInt8>, _ stop: UnsafePointer<UInt8>) {
        var at = start
        let limit = min(stop, start + 64)
        while at < limit {
            let byte = asciiLowercased(at[0])
            guard byte &- 0x61 < 26 || byte &- 0x30 < 10 || byte == 0x2D else { break }
            skeleton[skeletonCount] = byte
            skeletonCount += 1
            at += 1
        }
    }

    mutating func startTag() {
        let opening = input
        let name = input + 1
        let stop = nameEnd(name)
        let tag = tag(name, stop)
        let firstAttribute = attributes.count
        let bufferBefore = bufferCount
        input = stop
        flushPending(before: tag)
        let firstInBuffer = bufferCount
        var mask: UInt64 = 0
        var selfClosing = false
        guard readAttributes(&mask, &selfClosing) else {
            attributes.removeLast(attributes.count - firstAttribute)
            bufferCount = max(bufferBefore, firstInBuffer)
            fault(.endInTag, at: offset(opening))
            input = end
            return
        }
        guard takes(tag, name, stop, selfClosing: selfClosing) else {
            attributes.removeLast(attributes.count - firstAttribute)
            bufferCount = firstInBuffer
            if tag.isRawText, foreignDepth == 0, noscriptInHead { skipRawText(tag) }
            return
        }
        emit(tag, name, stop, offset: offset(opening), firstAttribute: firstAttribute, mask: mask)
        if tag.isRawText, foreignDepth == 0 { rawText(tag, item: items.count - 1) }
    }

    @inline(__always)
    private mutating func flushPending(before tag: Tag) {
        if tag.isBlock { blankStart = -1 } else { flushBlank() }
    }

    private mutating func emit(
        _ tag: Tag, _ name: UnsafePointer<UInt8>, _ stop: UnsafePointer<UInt8>, offset: Int, firstAttribute: Int,
        mask: UInt64
    ) {
        if paragraphOpen, tag.closesParagraphInHTML5 { write("</p>") }
        if tag.isBlock { paragraphOpen = tag == .p }
        write("<")
        writeName(name, stop)
        items.append(
            Item(
                mark: Int32(skeletonCount), offset: Int32(offset), start: Int32(firstAttribute),
                count: Int32(attributes.count - firstAttribute), tag: tag, kind: .element, attributes: mask))
        write(">")
        afterBlock = tag.isBlock || tag == .br
        switch tag {
        case .pre, .textarea: preformatted += 1
        case .svg, .math: foreignDepth += 1
        case .template: templates += 1
        default: break
        }
    }

    /// Whether the tag goes into the tree, and what it ends that libxml2 would leave open.
    private mutating func takes(
        _ tag: Tag, _ name: UnsafePointer<UInt8>, _ stop: UnsafePointer<UInt8>, selfClosing: Bool
    ) -> Bool {
        if foreignDepth > 0, !takesInForeign(tag, name, stop, selfClosing: selfClosing) { return false }
        if selfClosing, tag == .svg || tag == .math { return false }
        guard beforeBody, templates == 0 else { return true }
        switch tag {
        case .html: return true
        case .head:
            sawHead = true
            return true
        case .body, .frameset:
            leaveHead()
            return true
        case .noscript:
            noscriptInHead = sawHead
            return !sawHead
        default: break
        }
        if noscriptInHead { return tag == .link || tag == .meta || tag == .style }
        if tag.isHeadContent { sawHead = true } else if foreignDepth == 0 { leaveHead() }
        return true
    }

    /// In svg and math only HTML's own names matter; some of them end the drawing.
    private mutating func takesInForeign(
        _ tag: Tag, _ name: UnsafePointer<UInt8>, _ stop: UnsafePointer<UInt8>, selfClosing: Bool
    ) -> Bool {
        if tag == .other {
            if !selfClosing, isForeignObject(name, stop) { foreignObjects += 1 }
            return false
        }
        if selfClosing { return false }
        if foreignObjects == 0, tag.breaksOutOfForeign, tag != .script, tag != .style, tag != .title, tag != .link,
            tag != .meta
        {
            foreignDepth = 0
            write("</svg>")
        }
        return true
    }

    private func isForeignObject(_ name: UnsafePointer<UInt8>, _ stop: UnsafePointer<UInt8>) -> Bool {
        stop - name == 13
            && strncasecmp(UnsafeRawPointer(name).assumingMemoryBound(to: CChar.self), "foreignobject", 13) == 0
    }

    mutating func endTag() {
        let opening = input
        let name = input + 2
        let stop = nameEnd(name)
        let tag = tag(name, stop)
        input = stop
        var mask: UInt64 = 0
        var selfClosing = false
        let (attributesBefore, bufferBefore) = (attributes.count, bufferCount)
        let closed = readAttributes(&mask, &selfClosing)
        attributes.removeLast(attributes.count - attributesBefore)
        bufferCount = bufferBefore
        guard closed else {
            fault(.endInTag, at: offset(opening))
            input = end
            return
        }
        if tag.isBlock { blankStart = -1 } else { flushBlank() }
        if closes(tag, name, stop) { writeEnd(tag, name, stop) }
    }

    private mutating func writeEnd(_ tag: Tag, _ name: UnsafePointer<UInt8>, _ stop: UnsafePointer<UInt8>) {
        write("</")
        writeName(name, stop)
        write(">")
        if tag.isBlock {
            afterBlock = true
            paragraphOpen = false
        }
    }

    /// Whether the end tag goes into the skeleton.
    ///
    /// `</body>` and `</html>` do not: what follows them belongs to the body.
    private mutating func closes(_ tag: Tag, _ name: UnsafePointer<UInt8>, _ stop: UnsafePointer<UInt8>) -> Bool {
        switch tag {
        case .body, .html: return false
        case .head:
            let open = beforeBody && sawHead && templates == 0
            noscriptInHead = false
            return open
        case .noscript where beforeBody && noscriptInHead:
            noscriptInHead = false
            return false
        case .pre, .textarea:
            preformatted = max(0, preformatted - 1)
        case .template:
            templates = max(0, templates - 1)
        case .svg, .math:
            foreignDepth = max(0, foreignDepth - 1)
            if foreignDepth == 0 { foreignObjects = 0 }
        case .other where foreignDepth > 0:
            if foreignObjects > 0, isForeignObject(name, stop) { foreignObjects -= 1 }
            return false
        case .p:
            return paragraphOpen || !beforeBody && foreignDepth == 0
        default:
            if tag.isVoid { return false }
        }
        return !noscriptInHead
    }
}
