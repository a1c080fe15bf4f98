/// Reads the host of an authority and writes its serialisation.
///
/// Source: WHATWG URL Standard, section 3.5 "Host parsing", read 2026-11-23.
enum HostParser {
    typealias Code = WebURLError.Code

    /// - Parameter special: Whether the host is a domain or address; if not, it is an opaque text.
    static func write(_ host: UnsafeBufferPointer<UInt8>, special: Bool, to out: inout [UInt8]) throws(Code) {
        if host.first == UInt8(ascii: "[") { return try writeIPv6(host, to: &out) }
        guard special else { return try writeOpaque(host, to: &out) }
        let start = out.count
        if !appendPlainDomain(host, to: &out) {
            out.removeSubrange(start...)
            let decoded = PercentEncoding.decode(host)
            out.append(contentsOf: try asciiDomain(decoded))
        }
        guard out.count > start else { throw .emptyHost }
        guard IPv4Text.endsInNumber(out[start...]) else { return }
        guard let address = IPv4Text.parseLoose(out[start...]) else { throw .badIPv4Host }
        out.replaceSubrange(start..., with: IPv4Text.format(address).utf8)
    }

    /// The usual case: letters, digits, hyphens, dots and underscores. False if it is not that.
    private static func appendPlainDomain(_ host: UnsafeBufferPointer<UInt8>, to out: inout [UInt8]) -> Bool {
        for byte in host {
            let isName = ASCII.isAlpha(byte) || ASCII.isDigit(byte) || byte == 0x2D || byte == 0x2E || byte == 0x5F
            guard isName else { return false }
            out.append(ASCII.lowercased(byte))
        }
        return true
    }

    /// "Domain to ASCII", not strict, and the check for forbidden domain code points.
    private static func asciiDomain(_ domain: [UInt8]) throws(Code) -> [UInt8] {
        let ascii = try InternationalDomain.toASCII(domain)
        guard !ascii.contains(where: isForbiddenInDomain) else { throw .forbiddenHostCharacter }
        return ascii
    }

    private static func writeIPv6(_ host: UnsafeBufferPointer<UInt8>, to out: inout [UInt8]) throws(Code) {
        guard host.count > 2, host.last == UInt8(ascii: "]") else { throw .badIPv6Host }
        guard let address = IPv6Text.parse(Array(host)[1..<(host.count - 1)]) else { throw .badIPv6Host }
        out.append(contentsOf: "[\(address)]".utf8)
    }

    private static func writeOpaque(_ host: UnsafeBufferPointer<UInt8>, to out: inout [UInt8]) throws(Code) {
        guard !host.contains(where: isForbidden) else { throw .forbiddenHostCharacter }
        PercentEncodeSet.control.append(host[...], to: &out)
    }

    private static func isForbidden(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x00, 0x09, 0x0A, 0x0D, 0x20, 0x23, 0x2F, 0x3A, 0x3C, 0x3E, 0x3F, 0x40, 0x5B, 0x5C, 0x5D, 0x5E, 0x7C: true
        default: false
        }
    }

    private static func isForbiddenInDomain(_ byte: UInt8) -> Bool {
        isForbidden(byte) || byte < 0x20 || byte == 0x25 || byte == 0x7F
    }
}
