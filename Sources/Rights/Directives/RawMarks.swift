internal import CByteShim
internal import Glibc
internal import Markup
internal import Provenance

/// Looks in the bytes of a page for refusals in meta elements that the reading of the page does not have.
///
/// Markup may be broken in ways that two parsers read as two pages. Where the bytes hold more `<meta` with `noai` or
/// `tdm-reservation` than the reading does, something was said that nobody heard: it is noted and the page held.
/// Comments, templates, titles and text fields that end are passed over, and of scripts and styles all but the meta
/// elements they write; what begins and never ends is not.
enum RawMarks {
    /// Bytes of a page that are looked at.
    static let limit = 1 << 20

    /// One void statement for the meta elements that `source` speaks of; empty if the reading has them all.
    static func signals(_ page: PageInput, _ source: RightsProtocol) -> [Signal] {
        let mark = source == .tdmrepMeta ? "tdm-reservation" : "noai"
        let marked = page.rawMetas.filter { ByteText.contains(page.source[$0], mark) }
        guard !marked.isEmpty else { return [] }
        let heard = Set(page.page.metas.filter { isHeard(Int($0), mark, page.page) }.map { nodeOffset($0, page) })
        guard let last = marked.last(where: { !heard.contains($0.lowerBound) }) else { return [] }
        return [
            Signal(
                source, carrier: "meta", scope: .document, category: source == .tdmrepMeta ? .tdm : .train,
                value: .invalid, quote: Quote(page.source[last], in: page.quoteSpace, at: last.lowerBound),
                notes: ["restrictive-intent", "seen-in-bytes-only"])
        ]
    }

    private static func nodeOffset(_ node: Int32, _ page: PageInput) -> Int { Int(page.page.nodes[Int(node)].offset) }

    /// Whether the reader of a mark has what a meta element says: the mark is its name, or stands in the content of one
    /// whose name says what the content is.
    private static func isHeard(_ node: Int, _ mark: String, _ page: PageReading) -> Bool {
        let named = page.attribute(.name, of: node) ?? page.attribute(.property, of: node)
        guard let key = named ?? page.attribute(.httpEquiv, of: node) ?? page.attribute(.itemprop, of: node) else {
            return false
        }
        let name = ByteText.lowercased(page.string(page.trimmed(key)))
        if mark == "tdm-reservation", name == mark || MetaName.meansReservation(name) {
            return page.attribute(.itemprop, of: node) != key
        }
        guard !name.contains(mark), name.utf8.contains(where: ByteText.isLetter),
            let content = page.attribute(.content, of: node)
        else { return false }
        let isUnread = name == "robots" && page.attribute(.itemprop, of: node) == key
        return !isUnread && ByteText.contains(page.bytes(content), mark)
    }

    /// What stands in the bytes of a page, whatever its reading has.
    struct Found {
        /// The `<meta` tags, to their `>`, of which any may bear a mark.
        var metas: [Range<Int>] = []
        /// Where tags of the vocabularies of RSL and TDMRep begin, by their usual prefix.
        var foreign: [Int] = []
        /// Comments, without their marks.
        var comments: [Range<Int>] = []
        /// Scripts that hold XML or JSON of RSL under a type that is not its own.
        var terms: [Range<Int>] = []
    }

    /// Looks through the first bytes once, if any of them may be of a mark. Comments alone are none: ``comments(in:)``.
    static func find(_ source: [UInt8]) -> Found {
        source.withUnsafeBufferPointer { whole in
            let bytes = UnsafeBufferPointer(rebasing: whole.prefix(limit))
            return mayHold(bytes) ? walk(bytes) : Found()
        }
    }

    /// The comments of the first bytes.
    static func comments(in source: [UInt8]) -> [Range<Int>] {
        source.withUnsafeBufferPointer { walk(UnsafeBufferPointer(rebasing: $0.prefix(limit))).comments }
    }

    private static func walk(_ bytes: UnsafeBufferPointer<UInt8>) -> Found {
        var (found, at) = (Found(), 0)
        var unended = [Bool](repeating: false, count: passed.count)
        while let open = next(UInt8(ascii: "<"), bytes, at) {
            at = open + 1
            guard at < bytes.count else { break }
            let letter = bytes[at] | 0x20
            if opensPassage(letter, bytes, at), let end = passedOver(bytes, open, &unended) {
                if bytes[at] == UInt8(ascii: "!"), end - open >= shortestComment {
                    found.comments.append(open + 4..<end - 3)
                } else if letter == UInt8(ascii: "s") {
                    found.metas += ScriptMarks.places(in: bytes, open..<end)
                    if ScriptMarks.holdsTerms(in: bytes, open..<end) { found.terms.append(open..<end) }
                }
                at = end
            } else if isMeta(letter, bytes, open) {
                let end = next(UInt8(ascii: ">"), bytes, open).map { $0 + 1 } ?? bytes.count
                if mayMark(bytes[open..<end]) { found.metas.append(open..<end) }
                at = end
            } else if isForeign(letter, bytes, open), found.foreign.count < mostForeign {
                found.foreign.append(open)
            }
        }
        return found
    }

    /// Three letters of each thing that is looked for: `noai`, `tdm-reservation` and the prefix of TDMRep, the one of RSL and
    /// the address of its vocabulary. Most pages have none of them, which is found out an order faster than their tags.
    private static let threes = Array("oaitdmrsl".utf8)

    private static func mayHold(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var at = 0
        while true {
            at = shim_find_three(bytes.baseAddress, bytes.count, at, threes, CInt(threes.count / 3))
            guard at < bytes.count else { return false }
            if isBegun(at, bytes) { return true }
            at += 1
        }
    }

    /// Whether the three letters at a place may be of what is looked for, and not of `parsley`, `tdmx` or a run of letters that
    /// are data: before `oai` stands an `n`, behind `tdm` what parts it from more, and RSL is a word, or begins a tag or the
    /// name of its makers.
    private static func isBegun(_ at: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        let before = at > 0 ? bytes[at - 1] : 0x20
        let after = at + 3 < bytes.count ? bytes[at + 3] : 0x20
        switch ByteText.lower(bytes[at]) {
        case UInt8(ascii: "o"): return before | 0x20 == UInt8(ascii: "n")
        case UInt8(ascii: "t"): return after == UInt8(ascii: "-") || after == UInt8(ascii: ":")
        default:
            return before == UInt8(ascii: "<") || !ByteText.isLetter(before) && !ByteText.isLetter(after)
                || starts("rslstandard", bytes, at)
        }
    }

    private static let passed: [(open: StaticString, close: StaticString)] = [
        ("<!--", "-->"), ("<script", "</script"), ("<style", "</style"), ("<template", "</template"),
        ("<title", "</title"), ("<textarea", "</textarea"),
    ]

    /// Whether a meta element begins here, or one with a prefix of XHTML: `<h:meta`, `<html:meta`, `<xhtml:meta`.
    @inline(__always) private static func isMeta(
        _ letter: UInt8, _ bytes: UnsafeBufferPointer<UInt8>, _ open: Int
    ) -> Bool {
        if letter == UInt8(ascii: "m") { return starts("<meta", bytes, open) }
        guard letter == UInt8(ascii: "h") || letter == UInt8(ascii: "x") else { return false }
        return starts("<html:meta", bytes, open) || starts("<xhtml:meta", bytes, open)
            || starts("<h:meta", bytes, open)
    }

    private static let mostForeign = 64
    /// Bytes of a comment that may hold words, its marks included.
    private static let shortestComment = 12

    /// Whether `<rsl`, `<rsl:…` or `<tdm:…` begins here; `<rsl-slider` is somebody else's.
    @inline(__always) private static func isForeign(
        _ letter: UInt8, _ bytes: UnsafeBufferPointer<UInt8>, _ open: Int
    ) -> Bool {
        if letter == UInt8(ascii: "t") { return starts("<tdm:", bytes, open) }
        guard letter == UInt8(ascii: "r"), starts("<rsl", bytes, open), open + 4 < bytes.count else { return false }
        let next = bytes[open + 4]
        return next == UInt8(ascii: ":") || next == UInt8(ascii: ">") || ByteText.isSpace(next)
    }

    /// Whether what begins with a byte, in lower case, may be a comment, script, style or template: most tags are none.
    @inline(__always) private static func opensPassage(
        _ letter: UInt8, _ bytes: UnsafeBufferPointer<UInt8>, _ at: Int
    ) -> Bool {
        switch letter {
        case UInt8(ascii: "!"): return true
        case UInt8(ascii: "s"), UInt8(ascii: "t"): break
        default: return false
        }
        guard at + 1 < bytes.count else { return false }
        // script, style; template, textarea, title.
        let next = bytes[at + 1] | 0x20
        return letter == UInt8(ascii: "s")
            ? next == UInt8(ascii: "c") || next == UInt8(ascii: "t")
            : next == UInt8(ascii: "e") || next == UInt8(ascii: "i")
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

    static func next(_ byte: UInt8, _ bytes: UnsafeBufferPointer<UInt8>, _ from: Int) -> Int? {
        guard from < bytes.count, let base = bytes.baseAddress,
            let found = memchr(base + from, Int32(byte), bytes.count - from)
        else { return nil }
        return base.distance(to: found.assumingMemoryBound(to: UInt8.self))
    }

    /// Whether `text`, in lower case, stands at a place, in any case of ASCII letters.
    static func starts(_ text: StaticString, _ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> Bool {
        let count = text.utf8CodeUnitCount
        guard bytes.count - at >= count else { return false }
        for place in 0..<count where ByteText.lower(bytes[at + place]) != text.utf8Start[place] { return false }
        return true
    }

    /// One past the first place of `text` from a place on.
    static func find(_ text: StaticString, _ bytes: UnsafeBufferPointer<UInt8>, _ from: Int) -> Int? {
        var at = from
        while let found = next(text.utf8Start[0], bytes, at) {
            if starts(text, bytes, found) { return found + text.utf8CodeUnitCount }
            at = found + 1
        }
        return nil
    }
}
