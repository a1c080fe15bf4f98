/// One line of a robots file split into field and value.
struct RobotsLine {
    enum Field: Equatable {
        case userAgent, allow, disallow, sitemap, crawlDelay, contentUsage, contentSignal, licence
        /// A name by which people mean `License`.
        case licenceLookAlike
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

    /// Bytes that are read of a rule's line, as the widely used open parser has it: eight times the longest URL it knows of.
    static let limit = 16_663

    /// Calls `take` with every line that has a field.
    static func forEach(in bytes: [UInt8], _ range: Range<Int>, _ take: (RobotsLine) -> Void) {
        forEachPlace(in: bytes, range) { place, number in
            if let line = RobotsLine(bytes, place: place, number: number) { take(line) }
        }
    }

    /// Calls `take` with the place and number of every line that holds anything. Lines end in CR, LF or both.
    static func forEachPlace(in bytes: [UInt8], _ range: Range<Int>, _ take: (Range<Int>, Int) -> Void) {
        var (start, number) = (range.lowerBound, 1)
        while start < range.upperBound {
            var end = start
            while end < range.upperBound, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
            if end > start { take(start..<end, number) }
            start = end + 1
            if end + 1 < range.upperBound, bytes[end] == 0x0D, bytes[end + 1] == 0x0A { start += 1 }
            number += 1
        }
    }

    /// Nil for a line without a field.
    init?(_ bytes: [UInt8], place: Range<Int>, number: Int) {
        var body = bytes[place]
        if let hash = body.firstIndex(of: UInt8(ascii: "#")) { body = body[..<hash] }
        body = ByteText.trimmed(body)
        guard !body.isEmpty, let (key, value) = Self.split(body) else { return nil }
        field = Self.field(key)
        let room = Self.limit - (value.startIndex - place.lowerBound)
        // A rule cut short is a broader one: that may refuse more, and must not allow more.
        if field == .allow, value.count > room { return nil }
        self.value = field == .disallow ? value.prefix(max(0, room)) : value
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
        "content-signals": .contentSignal, "license": .licence, "licence": .licenceLookAlike,
        "licenses": .licenceLookAlike, "licences": .licenceLookAlike, "rsl": .licenceLookAlike,
        "rsl-license": .licenceLookAlike, "rsl-licence": .licenceLookAlike, "license-url": .licenceLookAlike,
    ]

    /// Beginnings of the name of a rule that refuses.
    static let misspeltDisallow = ["disallow", "dissallow", "dissalow", "disalow", "diasllow", "disallaw"]

    /// Misspellings count where they restrict: what was meant as a refusal is one.
    private static func field(_ key: ArraySlice<UInt8>) -> Field {
        guard key.count <= 64 else { return .unknown }
        if let field = names[ByteText.string(key.map(ByteText.lower))] { return field }
        return misspeltDisallow.contains { ByteText.hasPrefix(key, $0) } ? .disallow : .unknown
    }
}
