internal import Glibc

extension PageScanner {
    /// The body of an element that holds no markup, and its end tag.
    ///
    /// `input` stands behind the start tag.
    mutating func rawText(_ tag: Tag, item: Int) {
        let start = input
        let close = tag == .plaintext ? end : tag == .script ? scriptEnd() : rawEnd(tag.rawName)
        switch tag {
        case .title, .textarea: appendEscapable(start, close)
        case .xmp, .plaintext: appendRaw(start, close, kind: .text)
        case .script where holdsData(item): appendRaw(start, close, kind: .scriptData)
        default: break
        }
        closeRawText(tag, at: close)
        if tag == .textarea { preformatted = max(0, preformatted - 1) }
    }

    /// Passes over the body of an element that is itself left out.
    mutating func skipRawText(_ tag: Tag) {
        let close = tag == .script ? scriptEnd() : rawEnd(tag.rawName)
        input = close
        if input < end, let after = find(UInt8(ascii: ">"), from: input) { input = after + 1 } else { input = end }
    }

    private mutating func closeRawText(_ tag: Tag, at close: UnsafePointer<UInt8>) {
        write("</")
        let name = tag.rawName
        memcpy(skeleton + skeletonCount, name.utf8Start, name.utf8CodeUnitCount)
        skeletonCount += name.utf8CodeUnitCount
        write(">")
        afterBlock = tag.isBlock
        if let after = close < end ? find(UInt8(ascii: ">"), from: close) : nil {
            input = after + 1
        } else {
            if tag != .plaintext { fault(.endInRawText, at: offset(close)) }
            input = end
        }
    }

    /// Where `</name` followed by space, `/` or `>` stands; else the end of the page.
    private func rawEnd(_ name: StaticString) -> UnsafePointer<UInt8> {
        var at = input
        while at < end, let bracket = find(UInt8(ascii: "<"), from: at) {
            if isTag(bracket, slash: true, name) { return bracket }
            at = bracket + 1
        }
        return end
    }

    private func isTag(_ bracket: UnsafePointer<UInt8>, slash: Bool, _ name: StaticString) -> Bool {
        let skipped = slash ? 2 : 1
        let count = name.utf8CodeUnitCount
        guard end - bracket > skipped + count, !slash || bracket[1] == UInt8(ascii: "/") else { return false }
        for index in 0..<count where asciiLowercased(bracket[skipped + index]) != name.utf8Start[index] { return false }
        let next = bracket[skipped + count]
        return isHTMLSpace(next) || next == UInt8(ascii: ">") || next == UInt8(ascii: "/")
    }

    /// The end of a script, with the "script data escaped" states: inside `<!-- <script>` an end tag ends only the inner one.
    private mutating func scriptEnd() -> UnsafePointer<UInt8> {
        var at = input
        var escapeEnd: UnsafePointer<UInt8>?
        var isDouble = false
        while at < end, let bracket = find(UInt8(ascii: "<"), from: at) {
            if let close = escapeEnd, bracket >= close { (escapeEnd, isDouble) = (nil, false) }
            if isTag(bracket, slash: true, "script") {
                guard isDouble else { return bracket }
                isDouble = false
            } else if escapeEnd != nil {
                if isTag(bracket, slash: false, "script") { isDouble = true }
            } else if end - bracket >= 4, memcmp(bracket, "<!--", 4) == 0 {
                if arrow.map({ $0 < bracket + 2 }) ?? true { arrow = find("-->", from: bracket + 2) ?? end }
                escapeEnd = arrow
            }
            at = bracket + 1
        }
        return end
    }

    /// Whether a script element's type says that its body is data which readers of rights need.
    private func holdsData(_ item: Int) -> Bool {
        let element = items[item]
        for index in Int(element.start)..<Int(element.start) + Int(element.count) where attributes[index].name == .type
        {
            let value = attributes[index].value
            let text = UnsafeBufferPointer(start: buffer + value.lowerBound, count: value.count)
            return Self.isDataType(text)
        }
        return false
    }

    /// Parameters after the media type do not matter (`application/ld+json;charset=utf-8`).
    private static func isDataType(_ type: UnsafeBufferPointer<UInt8>) -> Bool {
        let essence = type.prefix { $0 != UInt8(ascii: ";") }.drop(while: isHTMLSpace)
        let trimmed = essence.reversed().drop(while: isHTMLSpace).reversed().map(asciiLowercased)
        return dataTypes.contains(trimmed)
    }

    private static let dataTypes: [[UInt8]] = ["application/ld+json", "application/rsl+xml"].map { Array($0.utf8) }
}

extension Tag {
    /// The name of an element whose body is not markup.
    fileprivate var rawName: StaticString {
        switch self {
        case .script: "script"
        case .style: "style"
        case .title: "title"
        case .textarea: "textarea"
        case .iframe: "iframe"
        case .noembed: "noembed"
        case .noframes: "noframes"
        case .xmp: "xmp"
        default: "plaintext"
        }
    }
}
