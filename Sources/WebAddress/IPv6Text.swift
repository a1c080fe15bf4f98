/// Reading and writing IPv6 addresses.
///
/// Source: WHATWG URL Standard, section 3.5 "Host parsing", IPv6 parser and serializer; RFC 5952 section 4; read
/// 2026-11-23.
enum IPv6Text {
    /// Eight groups of one to four hexadecimal digits, `::` at most once, a dotted IPv4 address as the last two groups.
    static func parse(_ bytes: ArraySlice<UInt8>) -> IPAddress? {
        guard (2...45).contains(bytes.count) else { return nil }
        var groups: [UInt16] = []
        var gap: Int?
        var rest = bytes
        if rest.starts(with: "::".utf8) {
            gap = 0
            rest = rest.dropFirst(2)
        }
        while !rest.isEmpty {
            guard groups.count < 8 else { return nil }
            let digits = rest.prefix { ASCII.hexValue($0) != nil }
            let tail = rest.dropFirst(digits.count)
            if tail.first == UInt8(ascii: ".") {
                guard let four = IPv4Text.parseStrict(rest) else { return nil }
                groups += [UInt16(four >> 16), UInt16(truncatingIfNeeded: four)]
                break
            }
            guard (1...4).contains(digits.count) else { return nil }
            groups.append(digits.reduce(0) { $0 << 4 | UInt16(ASCII.hexValue($1) ?? 0) })
            guard let after = separator(tail, gap: &gap, groups: groups.count) else { return nil }
            rest = after
        }
        return join(groups, gap: gap)
    }

    /// The shortest form, the first longest run of two or more zero groups written `::`.
    static func format(_ address: IPAddress) -> String {
        let groups = (0..<8).map { index in
            let half = index < 4 ? address.high : address.low
            return UInt16(truncatingIfNeeded: half >> UInt64(48 - 16 * (index % 4)))
        }
        let hex = groups.map { String($0, radix: 16) }
        guard let run = longestZeroRun(groups) else { return hex.joined(separator: ":") }
        return hex[..<run.lowerBound].joined(separator: ":") + "::" + hex[run.upperBound...].joined(separator: ":")
    }

    /// What follows one group: the end, a colon and more, or the `::` that may come once. Nil if none of these.
    private static func separator(_ tail: ArraySlice<UInt8>, gap: inout Int?, groups: Int) -> ArraySlice<UInt8>? {
        if tail.isEmpty { return tail }
        if tail.starts(with: "::".utf8) {
            guard gap == nil else { return nil }
            gap = groups
            return tail.dropFirst(2)
        }
        guard tail.first == UInt8(ascii: ":"), tail.count > 1 else { return nil }
        return tail.dropFirst()
    }

    private static func join(_ groups: [UInt16], gap: Int?) -> IPAddress? {
        var groups = groups
        if let gap {
            guard groups.count < 8 else { return nil }
            groups.insert(contentsOf: repeatElement(0, count: 8 - groups.count), at: gap)
        }
        guard groups.count == 8 else { return nil }
        let halves = [groups[..<4], groups[4...]].map { $0.reduce(UInt64(0)) { $0 << 16 | UInt64($1) } }
        return IPAddress(high: halves[0], low: halves[1])
    }

    private static func longestZeroRun(_ groups: [UInt16]) -> Range<Int>? {
        var best = 0..<1
        var start = 0
        for index in 0...groups.count {
            if index < groups.count, groups[index] == 0 { continue }
            if index - start > best.count { best = start..<index }
            start = index + 1
        }
        return best.count > 1 ? best : nil
    }
}
