/// One run of the URL Standard's basic URL parser, whole components at a time instead of one character at a time.
///
/// `input` has been trimmed and freed of tabs and newlines; `out` grows into the serialisation.
///
/// Source: WHATWG URL Standard, section 4.4 "URL parsing", read 2026-11-23; state names in the comments are the
/// standard's.
struct URLParser {
    typealias Code = WebURLError.Code

    let input: UnsafeBufferPointer<UInt8>
    let base: WebURL?
    var position = 0
    var out: [UInt8] = []
    var parts = URLParts()

    /// Longer texts are no addresses: data URLs of this size are left to whoever meets them.
    static let limitBytes = 1 << 20

    static func parse(_ text: UnsafeBufferPointer<UInt8>, base: WebURL?) -> Result<WebURL, Code> {
        guard text.count <= limitBytes else { return .failure(.tooLong) }
        var end = text.count
        var start = 0
        while end > 0, text[end - 1] <= 0x20 { end -= 1 }
        while start < end, text[start] <= 0x20 { start += 1 }
        let trimmed = UnsafeBufferPointer(rebasing: text[start..<end])
        guard trimmed.contains(where: isTabOrNewline) else { return run(trimmed, base: base) }
        return trimmed.filter { !isTabOrNewline($0) }.withUnsafeBufferPointer { run($0, base: base) }
    }

    /// A path, query and fragment on a given origin. Cannot fail: only authorities can.
    static func parse(path text: UnsafeBufferPointer<UInt8>, at origin: Origin) -> WebURL {
        let cleaned = text.filter { !isTabOrNewline($0) }
        return cleaned.withUnsafeBufferPointer { bytes in
            var parser = URLParser(input: bytes, base: nil)
            parser.writeAuthority(of: origin)
            parser.parsePathStart()
            return parser.finish()
        }
    }

    init(input: UnsafeBufferPointer<UInt8>, base: WebURL?) {
        self.input = input
        self.base = base
        out.reserveCapacity(input.count + 16 + (base == nil ? 0 : 64))
    }

    private static func run(_ input: UnsafeBufferPointer<UInt8>, base: WebURL?) -> Result<WebURL, Code> {
        var parser = URLParser(input: input, base: base)
        do throws(Code) {
            try parser.parseURL()
        } catch {
            return .failure(error)
        }
        return .success(parser.finish())
    }

    private static func isTabOrNewline(_ byte: UInt8) -> Bool { byte == 0x09 || byte == 0x0A || byte == 0x0D }

    private func finish() -> WebURL {
        WebURL(href: String(decoding: out, as: UTF8.self), parts: parts)
    }

    /// Scheme start, scheme, no scheme and special relative or authority states.
    private mutating func parseURL() throws(Code) {
        guard let end = schemeEnd() else { return try parseWithoutScheme() }
        for index in 0..<end { out.append(ASCII.lowercased(input[index])) }
        parts.scheme = SchemeKind(out[...])
        parts.schemeEnd = UInt32(end)
        out.append(UInt8(ascii: ":"))
        position = end + 1
        if parts.scheme == .file { return try parseFile() }
        if parts.scheme.isSpecial {
            let slashes = byte(at: position) == UInt8(ascii: "/") && byte(at: position + 1) == UInt8(ascii: "/")
            if let base, base.parts.scheme == parts.scheme, !slashes { return try parseRelative(to: base) }
            skipSlashes()
            return try parseAuthority()
        }
        guard byte(at: position) == UInt8(ascii: "/") else { return parseOpaquePath() }
        guard byte(at: position + 1) == UInt8(ascii: "/") else {
            markNoHost()
            return parsePathStart()
        }
        position += 2
        try parseAuthority()
    }

    private mutating func parseWithoutScheme() throws(Code) {
        guard let base else { throw .relativeWithoutBase }
        guard !base.parts.opaquePath else {
            guard byte(at: position) == UInt8(ascii: "#") else { throw .relativeWithoutBase }
            copy(base, through: \.queryEnd)
            return parseFragment()
        }
        parts.scheme = base.parts.scheme
        parts.schemeEnd = base.parts.schemeEnd
        out.append(contentsOf: base.href.utf8.prefix(Int(base.parts.schemeEnd) + 1))
        if base.parts.scheme == .file { return try parseFile() }
        try parseRelative(to: base)
    }

    /// The index of the colon that ends a scheme, if the input begins with one.
    private func schemeEnd() -> Int? {
        guard let first = input.first, ASCII.isAlpha(first) else { return nil }
        var index = 1
        while index < input.count {
            let byte = input[index]
            if byte == UInt8(ascii: ":") { return index }
            guard ASCII.isAlpha(byte) || ASCII.isDigit(byte) || byte == 0x2B || byte == 0x2D || byte == 0x2E else {
                return nil
            }
            index += 1
        }
        return nil
    }
}
