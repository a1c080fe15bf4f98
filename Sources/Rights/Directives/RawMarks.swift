internal import Glibc
internal import Markup
internal import Provenance

/// Looks in the bytes of a page for refusals in meta elements that the reading of the page does not have.
///
/// Markup may be broken in ways that two parsers read as two pages. Where the bytes hold more `<meta` with `noai` or
/// `tdm-reservation` than the reading does, something was said that nobody heard: it is noted and the page held.
/// Comments, scripts, styles and templates that end are passed over; what begins and never ends is not.
enum RawMarks {
    /// Bytes of a page that are looked at.
    static let limit = 1 << 20

    /// One void statement for the meta elements that `source` speaks of; empty if the reading has them all.
    static func signals(_ page: PageInput, _ source: RightsProtocol) -> [Signal] {
        let mark = source == .tdmrepMeta ? "tdm-reservation" : "noai"
        let places = page.rawMetas.filter { ByteText.contains(page.source[$0], mark) }
        guard let last = places.last else { return [] }
        let seen = page.page.metas.filter { node in
            page.page.attributes(of: Int(node)).contains { ByteText.contains(page.page.bytes($0.value), mark) }
        }
        guard seen.count < places.count else { return [] }
        return [
            Signal(
                source, carrier: "meta", scope: .document, category: source == .tdmrepMeta ? .tdm : .train,
                value: .invalid, quote: Quote(page.source[last], in: page.quoteSpace, at: last.lowerBound),
                notes: ["restrictive-intent", "seen-in-bytes-only"])
        ]
    }

    /// The `<meta` tags of the first bytes, to their `>`, of which any may bear a mark.
    static func metas(_ source: [UInt8]) -> [Range<Int>] {
        source.withUnsafeBufferPointer { whole in
            let bytes = UnsafeBufferPointer(rebasing: whole.prefix(limit))
            var (places, at): ([Range<Int>], Int) = ([], 0)
            var unended = [Bool](repeating: false, count: passed.count)
            while let open = next(UInt8(ascii: "<"), bytes, at) {
                at = open + 1
                guard at < bytes.count else { break }
                let letter = bytes[at] | 0x20
                if opensPassage(letter), let end = passedOver(bytes, open, &unended) {
                    at = end
                } else if letter == UInt8(ascii: "m"), starts("<meta", bytes, open) {
                    let end = next(UInt8(ascii: ">"), bytes, open).map { $0 + 1 } ?? bytes.count
                    if mayMark(bytes[open..<end]) { places.append(open..<end) }
                    at = end
                }
            }
            return places
        }
    }

    private static let passed: [(open: StaticString, close: StaticString)] = [
        ("<!--", "-->"), ("<script", "</script"), ("<style", "</style"), ("<template", "</template"),
    ]

    /// Whether what begins with a byte, in lower case, may be a comment, script, style or template: most tags are none.
    @inline(__always) private static func opensPassage(_ letter: UInt8) -> Bool {
        letter == UInt8(ascii: "s") || letter == UInt8(ascii: "t") || letter == UInt8(ascii: "!")
    }

    /// Where a comment, script, style or template that begins here ends; nil if none begins or it does not end.
    ///
    /// - Parameter unended: The kinds whose end was looked for in vain: no later one ends either.
    private static func passedOver(
        _ bytes: UnsafeBufferPointer<UInt8>, _ open: Int, _ unended: inout [Bool]
    ) -> Int? {
        guard let kind = passed.firstIndex(where: { starts($0.open, bytes, open) }), !unended[kind] else { return nil }
        // The dashes that open a comment may close it.
        let end = find(passed[kind].close, bytes, open + 2)
        unended[kind] = end == nil
        return end
    }

    /// Whether `no` or `td` stands in a tag, in either case.
    private static func mayMark(_ tag: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        guard tag.count < 1 << 16 else { return false }
        var before: UInt8 = 0
        for byte in tag {
            let letter = byte | 0x20
            if letter == UInt8(ascii: "o"), before == UInt8(ascii: "n") { return true }
            if letter == UInt8(ascii: "d"), before == UInt8(ascii: "t") { return true }
            before = letter
        }
        return false
    }

    private static func next(_ byte: UInt8, _ bytes: UnsafeBufferPointer<UInt8>, _ from: Int) -> Int? {
        guard from < bytes.count, let base = bytes.baseAddress,
            let found = memchr(base + from, Int32(byte), bytes.count - from)
        else { return nil }
        return base.distance(to: found.assumingMemoryBound(to: UInt8.self))
    }

    /// Whether `text`, in lower case, stands at a place, in any case of ASCII letters.
    private static func starts(_ text: StaticString, _ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> Bool {
        let count = text.utf8CodeUnitCount
        guard bytes.count - at >= count else { return false }
        for place in 0..<count where ByteText.lower(bytes[at + place]) != text.utf8Start[place] { return false }
        return true
    }

    private static func find(_ text: StaticString, _ bytes: UnsafeBufferPointer<UInt8>, _ from: Int) -> Int? {
        var at = from
        while let found = next(text.utf8Start[0], bytes, at) {
            if starts(text, bytes, found) { return found + text.utf8CodeUnitCount }
            at = found + 1
        }
        return nil
    }
}
