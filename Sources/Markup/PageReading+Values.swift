extension PageReading {
    /// Where the value of an element's attribute stands in the buffer; nil if it has none.
    @inlinable
    public func attribute(_ name: AttributeName, of node: Int) -> Range<Int>? {
        let element = nodes[node]
        guard element.kind == .element else { return nil }
        for index in Int(element.start)..<Int(element.start) + Int(element.count) where attributes[index].name == name {
            return attributes[index].value
        }
        return nil
    }

    public func attributes(of node: Int) -> ArraySlice<Attribute> {
        let element = nodes[node]
        guard element.kind == .element else { return [] }
        return attributes[Int(element.start)..<Int(element.start) + Int(element.count)]
    }

    @inlinable
    public func has(_ name: AttributeName, of node: Int) -> Bool { attribute(name, of: node) != nil }

    /// An attribute's value as a string; nil if the element has none.
    public func value(_ name: AttributeName, of node: Int) -> String? {
        attribute(name, of: node).map(string)
    }

    @inlinable
    public func bytes(_ range: Range<Int>) -> ArraySlice<UInt8> { buffer[range] }

    public func string(_ range: Range<Int>) -> String { String(decoding: buffer[range], as: UTF8.self) }

    /// Where the text of a text, comment or script-data node stands in the buffer.
    @inlinable
    public func range(ofText node: Int) -> Range<Int> {
        let text = nodes[node]
        guard text.kind != .element else { return 0..<0 }
        return Int(text.start)..<Int(text.start) + Int(text.count)
    }

    /// Whether the bytes are `other`, ASCII letters matched in either case.
    ///
    /// `other` must be lower case.
    public func equals(_ range: Range<Int>, ignoringCase other: StaticString) -> Bool {
        guard range.count == other.utf8CodeUnitCount else { return false }
        return other.withUTF8Buffer { wanted in
            range.indices.allSatisfy { asciiLowercased(buffer[$0]) == wanted[$0 - range.lowerBound] }
        }
    }

    /// Whether the bytes start with `other`, ASCII letters matched in either case.
    ///
    /// `other` must be lower case.
    public func starts(_ range: Range<Int>, withIgnoringCase other: StaticString) -> Bool {
        let count = other.utf8CodeUnitCount
        guard range.count >= count else { return false }
        return equals(range.lowerBound..<range.lowerBound + count, ignoringCase: other)
    }

    /// Whether `other` stands anywhere in the bytes, ASCII letters matched in either case.
    ///
    /// `other` must be lower case.
    public func contains(_ range: Range<Int>, ignoringCase other: StaticString) -> Bool {
        let count = other.utf8CodeUnitCount
        guard count > 0, range.count >= count else { return count == 0 }
        return (range.lowerBound...range.upperBound - count).contains {
            equals($0..<$0 + count, ignoringCase: other)
        }
    }

    /// The tokens of a space-separated value (`rel`, `class`, `itemprop`), as ranges of the buffer.
    public func tokens(_ range: Range<Int>) -> Tokens { Tokens(buffer: buffer, rest: range) }

    /// Whether a space-separated value has the token, ASCII letters matched in either case.
    public func hasToken(_ range: Range<Int>, _ token: StaticString) -> Bool {
        tokens(range).contains { equals($0, ignoringCase: token) }
    }

    /// The value without ASCII whitespace at either end.
    public func trimmed(_ range: Range<Int>) -> Range<Int> {
        var (low, high) = (range.lowerBound, range.upperBound)
        while low < high, isHTMLSpace(buffer[low]) { low += 1 }
        while low < high, isHTMLSpace(buffer[high - 1]) { high -= 1 }
        return low..<high
    }

    /// The text of the subtree, as it stands; script data only if the node is that script or its data.
    public func text(of node: Int) -> [UInt8] {
        var text: [UInt8] = []
        appendText(of: node, to: &text)
        return text
    }

    /// Appends the text of the subtree.
    ///
    /// Text in a `template` counts only if the node asked for is in it.
    public func appendText(of node: Int, to text: inout [UInt8]) {
        let root = nodes[node]
        for index in node..<max(Int(root.end), node + 1) {
            let kind = nodes[index].kind
            guard kind == .text || kind == .scriptData && (root.tag == .script || index == node) else { continue }
            guard !nodes[index].inTemplate || root.inTemplate || root.tag == .template else { continue }
            text.append(contentsOf: buffer[range(ofText: index)])
        }
    }

    /// The `href` of the first `base` element that has one.
    public var base: String? { baseNode < 0 ? nil : value(.href, of: Int(baseNode)) }

    /// The text of the first `title`, whitespace collapsed; nil if there is none or it is blank.
    public var title: String? {
        guard titleNode >= 0 else { return nil }
        let words = text(of: Int(titleNode)).split(whereSeparator: isHTMLSpace)
        return words.isEmpty ? nil : words.map { String(decoding: $0, as: UTF8.self) }.joined(separator: " ")
    }

    /// The language the `html` element states (`lang`, else `xml:lang`), trimmed; nil if none.
    public var language: String? {
        guard htmlNode >= 0 else { return nil }
        let stated = attribute(.lang, of: Int(htmlNode)) ?? attribute(.xmlLang, of: Int(htmlNode))
        guard let range = stated.map(trimmed), !range.isEmpty else { return nil }
        return string(range)
    }
}

extension PageReading {
    /// The tokens of a space-separated attribute value.
    public struct Tokens: Sequence, IteratorProtocol {
        let buffer: [UInt8]
        var rest: Range<Int>

        public mutating func next() -> Range<Int>? {
            var start = rest.lowerBound
            while start < rest.upperBound, isHTMLSpace(buffer[start]) { start += 1 }
            var end = start
            while end < rest.upperBound, !isHTMLSpace(buffer[end]) { end += 1 }
            rest = end..<rest.upperBound
            return start == end ? nil : start..<end
        }
    }
}

/// ASCII whitespace of the HTML Standard: tab, line feed, form feed, carriage return, space.
@inline(__always)
func isHTMLSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D || byte == 0x0C
}

@inline(__always)
func asciiLowercased(_ byte: UInt8) -> UInt8 {
    byte &- 0x41 < 26 ? byte | 0x20 : byte
}
