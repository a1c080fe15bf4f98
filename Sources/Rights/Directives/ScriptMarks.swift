internal import Glibc

/// Meta elements that a script writes into its page or makes there, or that stand in a style or script of a drawing, where
/// they are markup.
enum ScriptMarks {
    /// Where `<meta` stands in the body of a script or style, to its `>`, where a script names `tdm-reservation`, and where
    /// one that makes or changes meta elements names `noai`.
    ///
    /// - Parameter place: From the `<` of the start tag to the end of the end tag.
    static func places(in bytes: UnsafeBufferPointer<UInt8>, _ place: Range<Int>) -> [Range<Int>] {
        guard let base = bytes.baseAddress, let body = body(bytes, place), !isData(bytes[place.lowerBound..<body])
        else {
            return []
        }
        var places: [Range<Int>] = []
        var at = body
        while at < place.upperBound, let found = memchr(base + at, 0x3C, place.upperBound - at) {
            let open = base.distance(to: found.assumingMemoryBound(to: UInt8.self))
            at = open + 1
            guard RawMarks.starts("<meta", bytes, open) else { continue }
            let end = bytes[at..<place.upperBound].firstIndex(of: UInt8(ascii: ">")).map { $0 + 1 } ?? place.upperBound
            places.append(open..<end)
            at = end
        }
        if !places.isEmpty, !writes(bytes, body..<place.upperBound), !isInDrawing(bytes, place.lowerBound) {
            places = []
        }
        if let start = reservation(bytes, body..<place.upperBound) { places.append(start..<start + wanted.count) }
        if let start = refusal(bytes, body..<place.upperBound) { places.append(start..<start + 4) }
        return places
    }

    /// Whether a script whose type is XML or speaks of RSL, and is not RSL's own, holds a document of it.
    static func holdsTerms(in bytes: UnsafeBufferPointer<UInt8>, _ place: Range<Int>) -> Bool {
        guard RawMarks.starts("<script", bytes, place.lowerBound), let body = body(bytes, place) else { return false }
        let tag = place.lowerBound + 7..<min(body, place.lowerBound + 256)
        let speaks = tag.contains { RawMarks.starts("rsl", bytes, $0) && !isInWord($0, bytes) }
        guard speaks || tag.contains(where: { RawMarks.starts("xml", bytes, $0) }) else { return false }
        if tag.contains(where: { RawMarks.starts("application/rsl+xml", bytes, $0) }) { return false }
        let text = Array(bytes[body..<place.upperBound])[...]
        return speaks ? text.contains { $0 > 0x20 } : ByteText.contains(text, "rslstandard.org/rsl")
    }

    private static func isInWord(_ at: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        at > 0 && ByteText.isLetter(bytes[at - 1]) || at + 3 < bytes.count && ByteText.isLetter(bytes[at + 3])
    }

    /// Where `noai` stands as a word in a script that makes or looks up meta elements by the document's own functions.
    private static func refusal(_ bytes: UnsafeBufferPointer<UInt8>, _ body: Range<Int>) -> Int? {
        guard handlesMeta(bytes, body, "createElement", "E", 6) || handlesMeta(bytes, body, "querySelector", "S", 5)
        else { return nil }
        let text = Array(bytes[body])
        var at = 0
        while let found = ByteText.place(of: "noai", in: text[at...]) {
            at = found + 4
            let isBegun = found > 0 && ByteText.isLetter(text[found - 1])
            if !isBegun, at == text.count || !ByteText.isLetter(text[at]) { return body.lowerBound + found }
        }
        return nil
    }

    /// Whether a function, known by its one capital letter, is called with something that begins with `meta`.
    private static func handlesMeta(
        _ bytes: UnsafeBufferPointer<UInt8>, _ body: Range<Int>, _ name: StaticString, _ capital: Unicode.Scalar,
        _ before: Int
    ) -> Bool {
        guard let base = bytes.baseAddress else { return false }
        let length = name.utf8CodeUnitCount
        var at = body.lowerBound + before
        while at < body.upperBound,
            let found = memchr(base + at, Int32(capital.value), body.upperBound - at)
        {
            let start = base.distance(to: found.assumingMemoryBound(to: UInt8.self)) - before
            at = start + before + 1
            guard start + length < body.upperBound, memcmp(base + start, name.utf8Start, length) == 0 else { continue }
            let argument = bytes[(start + length)..<min(start + length + 24, body.upperBound)]
                .drop { !ByteText.isLetter($0) && $0 != UInt8(ascii: ")") }
            if argument.prefix(4).map(ByteText.lower).elementsEqual("meta".utf8) { return true }
        }
        return false
    }

    /// Whether a script puts markup anywhere; what it only holds is no part of its page.
    private static func writes(_ bytes: UnsafeBufferPointer<UInt8>, _ body: Range<Int>) -> Bool {
        let text = Array(bytes[body])[...]
        return ["write", "html", "append", "prepend", "insert", "document"].contains { ByteText.contains(text, $0) }
    }

    /// Whether svg or math is open shortly before a place: its scripts and styles hold markup.
    private static func isInDrawing(_ bytes: UnsafeBufferPointer<UInt8>, _ place: Int) -> Bool {
        var at = place
        while at > 0, at > place - 1024 {
            at -= 1
            guard bytes[at] == UInt8(ascii: "<") else { continue }
            if RawMarks.starts("<svg", bytes, at) || RawMarks.starts("<math", bytes, at) { return true }
            if RawMarks.starts("</svg", bytes, at) || RawMarks.starts("</math", bytes, at) { return false }
        }
        return false
    }

    private static let wanted = Array("tdm-reservation".utf8)
    /// The letter of the name that scripts have least of.
    private static let rare = UInt8(ascii: "v")
    private static let rarePlace = 9

    /// Where the name stands first, told from its rarest letter, since scripts are most of many pages.
    private static func reservation(_ bytes: UnsafeBufferPointer<UInt8>, _ place: Range<Int>) -> Int? {
        let small = reservation(bytes, place, by: rare)
        let capital = reservation(bytes, place, by: rare ^ 0x20)
        return [small, capital].compactMap { $0 }.min()
    }

    private static func reservation(
        _ bytes: UnsafeBufferPointer<UInt8>, _ place: Range<Int>, by letter: UInt8
    ) -> Int? {
        guard let base = bytes.baseAddress else { return nil }
        var at = place.lowerBound + rarePlace
        let end = place.upperBound - (wanted.count - 1 - rarePlace)
        while at < end, let found = memchr(base + at, Int32(letter), end - at) {
            let start = base.distance(to: found.assumingMemoryBound(to: UInt8.self)) - rarePlace
            if bytes[start] | 0x20 == wanted[0],
                wanted.indices.allSatisfy({ ByteText.lower(bytes[start + $0]) == wanted[$0] })
            {
                return start
            }
            at = start + rarePlace + 1
        }
        return nil
    }

    /// One past the start tag.
    private static func body(_ bytes: UnsafeBufferPointer<UInt8>, _ place: Range<Int>) -> Int? {
        bytes[place].firstIndex(of: UInt8(ascii: ">")).map { $0 + 1 }
    }

    /// Whether the type of a script says that it is data or a form, and writes nothing by itself.
    private static func isData(_ tag: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        let bytes = UnsafeBufferPointer(rebasing: tag.prefix(512))
        return bytes.indices.contains { at in
            switch bytes[at] | 0x20 {
            case UInt8(ascii: "j"): RawMarks.starts("json", bytes, at)
            case UInt8(ascii: "/"): RawMarks.starts("/html", bytes, at)
            case UInt8(ascii: "t"): RawMarks.starts("template", bytes, at)
            default: false
            }
        }
    }
}
