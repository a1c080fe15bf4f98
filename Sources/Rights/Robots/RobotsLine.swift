/// One line of a robots file split into field and value.
struct RobotsLine {
    enum Field: Equatable {
        case userAgent, allow, disallow, sitemap, crawlDelay, contentUsage, contentSignal, licence
        /// Anything else: it must not interfere (RFC 9309, section 2.2.4).
        case unknown
    }

    let field: Field
    /// Without comment and surrounding white space.
    let value: ArraySlice<UInt8>
    /// Counted from 1.
    let number: Int
    /// The whole line in the file, without its end.
    let place: Range<Int>

    /// Nil for a line without a field.
    init?(_ bytes: [UInt8], place: Range<Int>, number: Int) {
        var body = bytes[place]
        if let hash = body.firstIndex(of: UInt8(ascii: "#")) { body = body[..<hash] }
        body = ByteText.trimmed(body)
        guard !body.isEmpty, let (key, value) = Self.split(body) else { return nil }
        field = Self.field(key)
        self.value = value
        self.number = number
        self.place = place
    }

    /// A line without a colon counts if it is two words: `disallow /` was meant as a rule.
    private static func split(_ body: ArraySlice<UInt8>) -> (ArraySlice<UInt8>, ArraySlice<UInt8>)? {
        if let colon = body.firstIndex(of: UInt8(ascii: ":")) {
            return (ByteText.trimmed(body[..<colon]), ByteText.trimmed(body[(colon + 1)...]))
        }
        guard let gap = body.firstIndex(where: ByteText.isSpace) else { return nil }
        let value = ByteText.trimmed(body[gap...])
        return value.contains(where: ByteText.isSpace) ? nil : (body[..<gap], value)
    }

    private static let names: [String: Field] = [
        "user-agent": .userAgent, "useragent": .userAgent, "user agent": .userAgent,
        "allow": .allow, "sitemap": .sitemap, "site-map": .sitemap, "crawl-delay": .crawlDelay,
        "crawldelay": .crawlDelay, "content-usage": .contentUsage, "content-signal": .contentSignal,
        "content-signals": .contentSignal, "license": .licence,
    ]

    private static let misspeltDisallow = ["disallow", "dissallow", "dissalow", "disalow", "diasllow", "disallaw"]

    /// Misspellings count where they restrict: what was meant as a refusal is one.
    private static func field(_ key: ArraySlice<UInt8>) -> Field {
        guard key.count <= 64 else { return .unknown }
        if let field = names[ByteText.string(key.map(ByteText.lower))] { return field }
        return misspeltDisallow.contains { ByteText.hasPrefix(key, $0) } ? .disallow : .unknown
    }
}
