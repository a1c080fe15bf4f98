/// A path pattern of robots.txt and of protocols that borrow it, compiled once and matched in linear time.
///
/// `*` stands for any run of bytes, `$` at the end for the end of the path; a pattern matches a prefix of the path.
/// Source: RFC 9309, sections 2.2.2 and 2.2.3, read 2026-11-23.
struct PathPattern: Hashable, Sendable {
    /// The two ways in which escapes are compared.
    enum Reading: CaseIterable, Sendable {
        /// RFC 9309: escapes of unreserved characters are decoded, what no path has unescaped is escaped, `*` and `$` of a path
        /// are compared as escaped.
        case rfc
        /// The widely used open parser's: nothing is decoded, only non-ASCII bytes of a pattern are escaped, as a URL has them.
        case raw
        /// RFC 9309 where it asks for octets of the reserved range to be escaped on both sides, in a query slashes too: no
        /// reader in use does it, so that it is asked for refusals alone.
        case reserved
    }

    /// The literal runs between the wildcards; the first is anchored at the start.
    private let segments: [[UInt8]]
    private let isAnchoredAtEnd: Bool
    /// Bytes of the pattern in this reading, wildcards counted: the longer pattern wins.
    let length: Int

    init(_ pattern: ArraySlice<UInt8>, _ reading: Reading) {
        var body = pattern
        isAnchoredAtEnd = body.last == UInt8(ascii: "$")
        if isAnchoredAtEnd { body.removeLast() }
        let bytes = Self.normalised(body, reading, isPattern: true)
        segments = bytes.split(separator: UInt8(ascii: "*"), omittingEmptySubsequences: false).map(Array.init)
        length = bytes.count + (isAnchoredAtEnd ? 1 : 0)
    }

    /// The path and query in the form patterns of this reading are compared with.
    static func path(_ path: ArraySlice<UInt8>, _ reading: Reading) -> [UInt8] {
        normalised(path, reading, isPattern: false)
    }

    /// Whether it is one of the ways to write "every path", such as `/` and `/*`.
    var matchesEverything: Bool { length <= 2 && matches(Array("/".utf8)) && matches(Array("/x".utf8)) }

    /// Whether a path made ready by ``path(_:_:)`` for the same reading matches.
    func matches(_ path: [UInt8]) -> Bool {
        let first = segments[0]
        guard path.starts(with: first) else { return false }
        if segments.count == 1 { return !isAnchoredAtEnd || path.count == first.count }
        var at = first.count
        for segment in segments[1..<(segments.count - 1)] {
            guard let found = Self.find(segment, in: path, from: at) else { return false }
            at = found + segment.count
        }
        let last = segments[segments.count - 1]
        guard isAnchoredAtEnd else { return Self.find(last, in: path, from: at) != nil }
        return path.count - last.count >= at && path.suffix(last.count).elementsEqual(last)
    }

    /// Knuth, Morris and Pratt's search, so that no pattern of a hostile file costs more than its length.
    private static func find(_ wanted: [UInt8], in path: [UInt8], from start: Int) -> Int? {
        guard !wanted.isEmpty else { return start }
        guard path.count - start >= wanted.count else { return nil }
        let fallback = fallbacks(of: wanted)
        var matched = 0
        for at in start..<path.count {
            while matched > 0, wanted[matched] != path[at] { matched = fallback[matched - 1] }
            if wanted[matched] == path[at] { matched += 1 }
            if matched == wanted.count { return at + 1 - matched }
        }
        return nil
    }

    private static func fallbacks(of wanted: [UInt8]) -> [Int] {
        var fallback = [Int](repeating: 0, count: wanted.count)
        var matched = 0
        for at in 1..<max(1, wanted.count) {
            while matched > 0, wanted[matched] != wanted[at] { matched = fallback[matched - 1] }
            if wanted[matched] == wanted[at] { matched += 1 }
            fallback[at] = matched
        }
        return fallback
    }

    private static let digits = Array("0123456789ABCDEF".utf8)

    private static func escape(_ byte: UInt8, into out: inout [UInt8]) {
        out.append(UInt8(ascii: "%"))
        out.append(digits[Int(byte >> 4)])
        out.append(digits[Int(byte & 15)])
    }

    private static func isEscaped(_ byte: UInt8, _ reading: Reading, isPattern: Bool) -> Bool {
        byte >= 0x80 ? isPattern || reading != .raw : reading != .raw && isEscapedInURLs(byte)
    }

    /// Whether a path has a byte escaped only, so that a pattern with the byte itself would match none: spaces, quotes and
    /// brackets. Source: URL Standard, path percent-encode set, read 2026-11-30.
    private static func isEscapedInURLs(_ byte: UInt8) -> Bool {
        switch byte {
        case 0...0x20, 0x7F, UInt8(ascii: "\""), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "^"),
            UInt8(ascii: "`"), UInt8(ascii: "{"), UInt8(ascii: "}"):
            true
        default: false
        }
    }

    /// Escapes all but letters, digits, their four marks, wildcards, and what parts a path from its query and its steps.
    private static func keep(_ byte: UInt8, isWildcard: Bool, inQuery: inout Bool, into out: inout [UInt8]) {
        let parts = !inQuery && (byte == UInt8(ascii: "/") || byte == UInt8(ascii: "?"))
        if byte == UInt8(ascii: "?") { inQuery = true }
        // The parser of URLs makes a slash of it in a path (URL Standard, path state).
        if byte == UInt8(ascii: "\\"), !inQuery { return out.append(UInt8(ascii: "/")) }
        if parts || isWildcard || ByteText.isUnreserved(byte) { out.append(byte) } else { escape(byte, into: &out) }
    }

    private static func normalised(_ bytes: ArraySlice<UInt8>, _ reading: Reading, isPattern: Bool) -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(bytes.count)
        var (at, inQuery) = (bytes.startIndex, false)
        while at < bytes.endIndex {
            let byte = bytes[at]
            at += 1
            if byte == UInt8(ascii: "%"), at + 1 < bytes.endIndex, let high = ByteText.hex(bytes[at]),
                let low = ByteText.hex(bytes[at + 1])
            {
                let value = high << 4 | low
                at += 2
                if reading != .raw, ByteText.isUnreserved(value) {
                    out.append(value)
                } else {
                    escape(value, into: &out)
                }
            } else if isEscaped(byte, reading, isPattern: isPattern) {
                escape(byte, into: &out)
            } else if reading == .reserved {
                keep(byte, isWildcard: isPattern && byte == UInt8(ascii: "*"), inQuery: &inQuery, into: &out)
            } else if reading == .rfc, byte == UInt8(ascii: "$") || (byte == UInt8(ascii: "*") && !isPattern) {
                escape(byte, into: &out)
            } else {
                out.append(byte)
            }
        }
        return out
    }
}
