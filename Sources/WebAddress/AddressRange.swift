/// A range of addresses that share a prefix, as CIDR writes it: `10.0.0.0/8`, `fc00::/7`. One address is a range too.
///
/// Source: RFC 4632 section 3.1 and RFC 4291 section 2.3, read 2026-11-23.
public struct AddressRange: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// The lowest address of the range.
    public let first: IPAddress
    /// Bits that all addresses of the range share: 0 to 32, or 0 to 128.
    public let prefixLength: Int

    /// - Throws: ``IPAddressError``; a range whose first address has bits beyond the prefix is refused,
    ///   since it is unclear which range was meant.
    public init(_ text: String) throws(IPAddressError) {
        let fields = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
        let address: IPAddress
        do throws(IPAddressError) {
            address = try IPAddress(String(fields[0]))
        } catch {
            throw IPAddressError(error.code, input: text)
        }
        let length = fields.count < 2 ? address.bitWidth : Self.length(fields[1], atMost: address.bitWidth)
        guard let length else { throw IPAddressError(.badPrefix, input: text) }
        guard address.masked(to: length) == address else { throw IPAddressError(.hostBitsSet, input: text) }
        self.init(first: address, prefixLength: length)
    }

    init(first: IPAddress, prefixLength: Int) {
        self.first = first
        self.prefixLength = prefixLength
    }

    /// Whether the address is in the range. An address of the other family never is, also when it is IPv4-mapped.
    public func contains(_ address: IPAddress) -> Bool {
        address.isIPv4 == first.isIPv4 && address.masked(to: prefixLength) == first
    }

    public var description: String { "\(first)/\(prefixLength)" }

    public static func < (one: AddressRange, other: AddressRange) -> Bool {
        (one.first, one.prefixLength) < (other.first, other.prefixLength)
    }

    private static func length(_ text: Substring, atMost limit: Int) -> Int? {
        guard (1...3).contains(text.utf8.count), text.utf8.allSatisfy(ASCII.isDigit) else { return nil }
        guard let value = Int(text), value <= limit else { return nil }
        return value
    }
}

extension IPAddress {
    var bitWidth: Int { isIPv4 ? 32 : 128 }

    /// The address with all bits after the first `length` cleared.
    func masked(to length: Int) -> IPAddress {
        if isIPv4 { return IPAddress(ipv4: UInt32(truncatingIfNeeded: low & (UInt64.max << UInt64(32 - length)))) }
        let highMask = length >= 64 ? UInt64.max : ~(UInt64.max >> UInt64(length))
        let lowMask = length <= 64 ? 0 : UInt64.max << UInt64(128 - length)
        return IPAddress(high: high & highMask, low: low & lowMask)
    }
}
