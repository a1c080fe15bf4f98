/// One rule line of a robots file, ready to be matched.
struct RobotsRule: Sendable {
    enum Kind: Sendable { case allow, disallow, contentUsage, contentSignal, licence, crawlDelay, licenceLookAlike }

    let kind: Kind
    /// Counted from 1.
    let line: Int
    let place: Range<Int>
    /// What follows the path, of the kinds that have more than a path; of one that refuses crawling, what stands for it.
    let value: ArraySlice<UInt8>
    /// Nil if the line has no path; a rule about crawling without one matches nothing.
    let rfc: PathPattern?
    let raw: PathPattern?
    /// Of one about crawling that holds what RFC 9309 has escaped on both sides; nil of all others, which it reads alike.
    let reserved: PathPattern?

    init?(_ line: RobotsLine) {
        var (path, rest) = (line.value[line.value.endIndex...], line.value)
        switch line.field {
        case .allow: (kind, path, rest) = (.allow, line.value, line.value.suffix(0))
        case .disallow: (kind, path, rest) = (.disallow, line.value, line.value)
        case .contentUsage: kind = .contentUsage
        case .contentSignal: kind = .contentSignal
        case .licence: kind = .licence
        case .licenceLookAlike: kind = .licenceLookAlike
        case .crawlDelay: kind = .crawlDelay
        case .userAgent, .sitemap, .unknown: return nil
        }
        if kind == .contentUsage || kind == .contentSignal, rest.first == UInt8(ascii: "/") {
            path = rest.prefix { $0 != 0x20 && $0 != 0x09 }
            rest = ByteText.trimmed(rest[path.endIndex...])
        }
        self.line = line.number
        place = line.place
        value = rest
        rfc = path.isEmpty ? nil : PathPattern(path, .rfc)
        raw = path.isEmpty ? nil : PathPattern(path, .raw)
        let isCrawl = kind == .disallow || kind == .allow
        let escaped = isCrawl && !path.isEmpty ? PathPattern(path, .reserved) : nil
        reserved = escaped == rfc && !path.contains(UInt8(ascii: "%")) ? nil : escaped
    }

    /// Whether it refuses what is no path as RFC 9309 has it, which begins with a slash or a wildcard, and with one slash.
    var isUnrooted: Bool {
        guard kind == .disallow, let first = value.first else { return false }
        if first == UInt8(ascii: "/") { return value.dropFirst().first == first }
        return first != UInt8(ascii: "*") && first != UInt8(ascii: "$")
    }

    func pattern(_ reading: PathPattern.Reading) -> PathPattern? {
        switch reading {
        case .rfc: rfc
        case .raw: raw
        case .reserved: reserved ?? rfc
        }
    }
}
