extension IPAddress {
    /// Whether the address can belong to a server of the public web, so that a crawler may connect to it.
    ///
    /// False for everything the registries do not call globally reachable: loopback, private, shared (CGNAT),
    /// link-local, multicast, documentation, benchmarking, reserved, unique-local. An IPv4-mapped address is never
    /// one: no public name has it, and it would lead round a check on IPv4. A NAT64 or 6to4 address is as reachable
    /// as the IPv4 address in it. A few reachable anycast blocks inside 192.0.0.0/24 and 2001::/23 are refused with the
    /// rest of their block: no web server lives there.
    ///
    /// Source: IANA IPv4 and IPv6 Special-Purpose Address Registries (RFC 6890, as updated), read 2026-11-23.
    public var isPubliclyRoutable: Bool {
        if isIPv4 { return !Self.closedIPv4.contains { $0.contains(self) } }
        if Self.carriers.contains(where: { $0.contains(self) }) { return embeddedIPv4?.isPubliclyRoutable ?? false }
        return Self.globalUnicast.contains(self) && !Self.closedIPv6.contains { $0.contains(self) }
    }

    /// The IPv4 address inside an IPv4-mapped, NAT64 (64:ff9b::/96) or 6to4 address; nil for all others.
    public var embeddedIPv4: IPAddress? {
        guard !isIPv4 else { return nil }
        if high >> 48 == 0x2002 { return IPAddress(ipv4: UInt32(truncatingIfNeeded: high >> 16)) }
        let mapped = high == 0 && low >> 32 == 0xffff
        let nat64 = high == 0x0064_ff9b_0000_0000 && low >> 32 == 0
        return mapped || nat64 ? IPAddress(ipv4: UInt32(truncatingIfNeeded: low)) : nil
    }

    private static let closedIPv4: [AddressRange] = [
        four(0x0000_0000, 8),  // this network, RFC 791
        four(0x0A00_0000, 8),  // private, RFC 1918
        four(0x6440_0000, 10),  // shared address space, RFC 6598
        four(0x7F00_0000, 8),  // loopback, RFC 1122
        four(0xA9FE_0000, 16),  // link-local, RFC 3927: cloud metadata services live here
        four(0xAC10_0000, 12),  // private, RFC 1918
        four(0xC000_0000, 24),  // protocol assignments, RFC 6890
        four(0xC000_0200, 24),  // documentation, RFC 5737
        four(0xC058_6300, 24),  // 6to4 relay anycast, withdrawn by RFC 7526
        four(0xC0A8_0000, 16),  // private, RFC 1918
        four(0xC612_0000, 15),  // benchmarking, RFC 2544
        four(0xC633_6400, 24),  // documentation, RFC 5737
        four(0xCB00_7100, 24),  // documentation, RFC 5737
        four(0xE000_0000, 4),  // multicast, RFC 5771
        four(0xF000_0000, 4),  // reserved and broadcast, RFC 1112
    ]

    /// Only this eighth of the space is handed out; loopback, unique-local, link-local, site-local and multicast lie
    /// outside.
    private static let globalUnicast = six(0x2000_0000_0000_0000, 3)

    private static let closedIPv6: [AddressRange] = [
        six(0x2001_0000_0000_0000, 23),  // protocol assignments with Teredo, benchmarking, ORCHID, RFC 2928
        six(0x2001_0db8_0000_0000, 32),  // documentation, RFC 3849
        six(0x3fff_0000_0000_0000, 20),  // documentation, RFC 9637
    ]

    private static let carriers: [AddressRange] = [
        six(0x0064_ff9b_0000_0000, 96),  // NAT64, RFC 6052
        six(0x2002_0000_0000_0000, 16),  // 6to4, RFC 3056
    ]

    private static func four(_ address: UInt32, _ length: Int) -> AddressRange {
        AddressRange(first: IPAddress(ipv4: address), prefixLength: length)
    }

    private static func six(_ high: UInt64, _ length: Int) -> AddressRange {
        AddressRange(first: IPAddress(high: high, low: 0), prefixLength: length)
    }
}
