internal import Markup

/// Writes the text of one block as Markdown (CommonMark 0.31.2, sections 2.4 and 6): code between backquotes, images with
/// their alternative text, and a backslash before a sign that would be read as markup.
struct InlineMarkdown {
    private let page: PageReading
    private let outline: PageOutline
    private let owner: Int
    private var out: [UInt8] = []
    /// Code that is not written yet: what follows may belong to it.
    private var code: [UInt8] = []

    /// - Parameter isOneLine: A space stands for each line break inside it.
    static func text(of block: TextBlock, _ page: PageReading, _ outline: PageOutline, isOneLine: Bool) -> [UInt8] {
        var inline = InlineMarkdown(page, outline, owner: Int(block.owner))
        for index in inline.span(of: block) { inline.append(index) }
        inline.endCode()
        while let last = inline.out.last, last <= 0x20 { inline.out.removeLast() }
        return isOneLine ? inline.out.map { $0 == 0x0A ? 0x20 : $0 } : inline.out
    }

    private init(_ page: PageReading, _ outline: PageOutline, owner: Int) {
        (self.page, self.outline, self.owner) = (page, outline, owner)
    }

    /// The nodes of the block with the images before its first text and behind its last.
    private func span(of block: TextBlock) -> Range<Int> {
        var (first, last) = (Int(block.first), Int(block.last))
        guard owner >= 0 else { return first..<last }
        while first - 1 > owner, isQuiet(first - 1) { first -= 1 }
        while last < Int(page.nodes[owner].end), isQuiet(last) { last += 1 }
        return first..<last
    }

    /// Whether a node is no text of another block and begins or ends none.
    private func isQuiet(_ index: Int) -> Bool {
        let node = page.nodes[index]
        switch node.kind {
        case .element: return !node.tag.isBlock
        case .text: return page.trimmed(page.range(ofText: index)).isEmpty
        case .comment, .scriptData: return false
        }
    }

    private mutating func append(_ index: Int) {
        let node = page.nodes[index]
        if node.kind == .element {
            if node.tag == .br { endLine() }
            if node.tag == .img { appendImage(index) }
            return
        }
        guard node.kind == .text, !outline.traits[index].contains(.unseen) else { return }
        let text = page.bytes(page.range(ofText: index))
        if isCode(index) {
            code += text
        } else {
            endCode()
            appendText(text)
        }
    }

    private func isCode(_ index: Int) -> Bool {
        var node = Int(page.nodes[index].parent)
        while node > owner {
            switch page.nodes[node].tag {
            case .code, .kbd, .samp, .tt: return true
            default: node = Int(page.nodes[node].parent)
            }
        }
        return false
    }

    private mutating func endLine() {
        endCode()
        while out.last == 0x20 { out.removeLast() }
        if let last = out.last, last != 0x0A { out.append(0x0A) }
    }

    private mutating func space() {
        if let last = out.last, last > 0x20 { out.append(0x20) }
    }

    /// A code span: as many backquotes around it as no run inside has, and a space where it begins or ends with one.
    private mutating func endCode() {
        defer { code = [] }
        let words = code.split { $0 <= 0x20 }
        guard let first = words.first, let last = words.last else {
            if !code.isEmpty { space() }
            return
        }
        if let byte = code.first, byte <= 0x20 { space() }
        let text = words.joined(separator: [0x20])
        let fence = MarkdownRenderer.backquotes(around: text, least: 1)
        let pad: [UInt8] = first.first == 0x60 || last.last == 0x60 ? [0x20] : []
        out += fence + pad + text + pad + fence
        if let byte = code.last, byte <= 0x20 { space() }
    }

    /// An image that has words in its stead; where it stands is told unless the address holds the picture itself.
    private mutating func appendImage(_ index: Int) {
        guard let alt = page.attribute(.alt, of: index), !page.trimmed(alt).isEmpty else { return }
        endCode()
        let source = page.attribute(.src, of: index).map(page.trimmed) ?? 0..<0
        let isShort = source.count <= ExtractionThresholds.bytesOfAnAddress
        let isAddress = isShort && !page.starts(source, withIgnoringCase: "data:")
        out += Array("![".utf8)
        appendText(page.bytes(page.trimmed(alt)), isLabel: true)
        out += Array("](".utf8) + (isAddress ? Self.destination(page.bytes(source)) : []) + Array(")".utf8)
    }

    /// A link destination: between angle brackets if it has what would end it.
    private static func destination(_ address: ArraySlice<UInt8>) -> [UInt8] {
        let bare = address.filter { $0 >= 0x20 }
        guard bare.contains(where: { " ()<>\\".utf8.contains($0) }) else { return bare }
        let escaped = bare.flatMap { byte -> [UInt8] in "<>\\".utf8.contains(byte) ? [0x5C, byte] : [byte] }
        return Array("<".utf8) + escaped + Array(">".utf8)
    }
}

extension InlineMarkdown {
    /// Text with each run of white space as one space and signs of markup escaped.
    ///
    /// - Parameter isLabel: It stands between brackets.
    private mutating func appendText(_ text: ArraySlice<UInt8>, isLabel: Bool = false) {
        for index in text.indices {
            let byte = text[index]
            if byte <= 0x20 {
                space()
                continue
            }
            let isBracket = isLabel && (byte == 0x5B || byte == 0x5D)
            if isBracket || isMarkup(byte, behind: text[(index + 1)...]) { out.append(0x5C) }
            out.append(byte)
        }
    }

    /// Whether a byte would begin or end markup between what is written and what follows it; at the end of a run of text
    /// nobody knows what follows.
    private func isMarkup(_ byte: UInt8, behind rest: ArraySlice<UInt8>) -> Bool {
        let next = rest.first
        switch byte {
        case UInt8(ascii: "`"): return true
        case UInt8(ascii: "\\"): return next.map(Self.isPunctuation) ?? true
        case UInt8(ascii: "*"): return !(isSpace(out.last) && isSpace(next))
        case UInt8(ascii: "_"):
            return !(isSpace(out.last) && isSpace(next)) && !(Self.isLetter(out.last) && Self.isLetter(next))
        case UInt8(ascii: "<"): return next.map { Self.isASCIILetter($0) || "/!?".utf8.contains($0) } ?? true
        case UInt8(ascii: "&"): return Self.beginsReference(rest)
        // A bracket that closes, and one right behind it, make a link together.
        case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: ":"):
            return out.last == UInt8(ascii: "]") && !endsEscaped
        default: return false
        }
    }

    private var endsEscaped: Bool { out.dropLast().last == 0x5C }

    private func isSpace(_ byte: UInt8?) -> Bool { byte.map { $0 <= 0x20 } ?? true }

    private static func isASCIILetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

    private static func isLetter(_ byte: UInt8?) -> Bool {
        byte.map { isASCIILetter($0) || $0 &- 0x30 < 10 || $0 >= 0x80 } ?? false
    }

    private static func isPunctuation(_ byte: UInt8) -> Bool {
        byte > 0x20 && byte < 0x7F && !isASCIILetter(byte) && byte &- 0x30 >= 10
    }

    /// `amp;`, `#38;`: what an ampersand would make one character.
    private static func beginsReference(_ rest: ArraySlice<UInt8>) -> Bool {
        let name = rest.prefix { isASCIILetter($0) || $0 &- 0x30 < 10 || $0 == UInt8(ascii: "#") }
        return !name.isEmpty && rest.dropFirst(name.count).first == UInt8(ascii: ";")
    }
}
