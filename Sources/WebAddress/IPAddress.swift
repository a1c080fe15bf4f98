/// An IPv4 or IPv6 address.
///
/// The two families never compare equal: `::ffff:192.0.2.1` is an IPv6 address, ``embeddedIPv4`` is its other half.
/// IPv4 sorts before IPv6. Zone identifiers (`%eth0`) are refused: no address of the public web has one.
public struct IPAddress: Hashable, Comparable, Sendable, CustomStringConvertible {
    public let isIPv4: Bool
    /// The upper half; 0 for IPv4.
    let high: UInt64
    /// The lower half, or the 32 bits of an IPv4 address.
    let low: UInt64

    /// - Parameter ipv4: In host order: 127.0.0.1 is 0x7F000001.
    public init(ipv4: UInt32) {
        (isIPv4, high, low) = (true, 0, UInt64(ipv4))
    }

    init(high: UInt64, low: UInt64) {
        (isIPv4, self.high, self.low) = (false, high, low)
    }

    /// - Parameter bytes: 4 or 16 bytes in network order, as in a `sockaddr`. Any other count gives nil.
    public init?(bytes: some Collection<UInt8>) {
        switch bytes.count {
        case 4:
            self.init(ipv4: bytes.reduce(0) { $0 << 8 | UInt32($1) })
        case 16:
            let high = bytes.prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
            self.init(high: high, low: bytes.dropFirst(8).reduce(0) { $0 << 8 | UInt64($1) })
        default:
            return nil
        }
    }

    /// Reads `192.0.2.1` or `2001:db8::1`, strictly: four decimal numbers without leading zeros, no brackets, no zone.
    ///
    /// - Throws: ``IPAddressError`` for anything else, including the short and octal forms that URLs allow.
    public init(_ text: String) throws(IPAddressError) {
        let bytes = Array(text.utf8)
        if let four = IPv4Text.parseStrict(bytes[...]) {
            self.init(ipv4: four)
        } else if let six = IPv6Text.parse(bytes[...]) {
            self = six
        } else {
            throw IPAddressError(.notAnAddress, input: text)
        }
    }

    /// The address a URL's host names, or nil if it is a domain.
    ///
    /// - Parameter host: As serialised by ``WebURL/host``: IPv6 in brackets.
    public init?(host: String) {
        let bytes = Array(host.utf8)
        if bytes.first == UInt8(ascii: "["), bytes.last == UInt8(ascii: "]"), bytes.count > 2 {
            guard let six = IPv6Text.parse(bytes[1..<(bytes.count - 1)]) else { return nil }
            self = six
        } else {
            guard let four = IPv4Text.parseStrict(bytes[...]) else { return nil }
            self.init(ipv4: four)
        }
    }

    /// 4 or 16 bytes in network order.
    public var bytes: [UInt8] {
        var all: [UInt8] = []
        for shift in stride(from: UInt64(120), through: 0, by: -8) {
            let half = shift >= 64 ? high >> (shift - 64) : low >> shift
            all.append(UInt8(truncatingIfNeeded: half))
        }
        return isIPv4 ? Array(all.suffix(4)) : all
    }

    /// Dotted decimal, or the form of RFC 5952 section 4 without its section 5 (no mixed notation).
    public var description: String {
        isIPv4 ? IPv4Text.format(UInt32(truncatingIfNeeded: low)) : IPv6Text.format(self)
    }

    public static func < (one: IPAddress, other: IPAddress) -> Bool {
        guard one.isIPv4 == other.isIPv4 else { return one.isIPv4 }
        return (one.high, one.low) < (other.high, other.low)
    }
}
