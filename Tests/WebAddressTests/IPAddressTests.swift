import Testing
import WebAddress

@Suite("IP addresses and ranges")
struct IPAddressTests {
    @Test(
        "RFC 5952, section 4: one spelling",
        arguments: [
            ("192.0.2.1", "192.0.2.1"),
            ("2001:0DB8::0001", "2001:db8::1"),
            ("::", "::"),
            ("::1", "::1"),
            ("1::", "1::"),
            ("2001:db8:0:0:1:0:0:1", "2001:db8::1:0:0:1"),
            ("2001:db8:0:1:1:1:1:1", "2001:db8:0:1:1:1:1:1"),
            ("::ffff:192.0.2.1", "::ffff:c000:201"),
        ])
    func spelling(_ text: String, _ spelled: String) throws {
        let address = try IPAddress(text)
        #expect(address.description == spelled)
        #expect(IPAddress(bytes: address.bytes) == address)
        #expect(try IPAddress(spelled) == address)
    }

    @Test(
        "Loose forms are not addresses here",
        arguments: [
            "", "1", "127.1", "1.2.3", "01.2.3.4", "256.1.1.1", "1.2.3.4.5", "1.2.3.4 ", "0x7f.0.0.1", "[::1]",
            "fe80::1%eth0",
            ":::", "1:2", "::1.2.3.04", "1:2:3:4:5:6:7:1.2.3.4", "12345::", "a.test",
        ])
    func refused(_ text: String) {
        #expect(throws: IPAddressError.self) { try IPAddress(text) }
    }

    @Test("A URL's host is an address or a domain")
    func hosts() throws {
        #expect(IPAddress(host: "[2001:db8::1]") == (try IPAddress("2001:db8::1")))
        #expect(IPAddress(host: "192.0.2.1") == (try IPAddress("192.0.2.1")))
        for host in ["a.test", "2001:db8::1", "[]", "", "[1.2.3.4]"] { #expect(IPAddress(host: host) == nil) }
        #expect(IPAddress(bytes: [1, 2, 3]) == nil)
    }

    @Test("IPv4 sorts before IPv6, each by value")
    func order() throws {
        let sorted = try ["9.0.0.0", "10.0.0.0", "::1", "2001::", "2001::1"].map { try IPAddress($0) }
        #expect(sorted.shuffled().sorted() == sorted)
    }

    @Test(
        "A range holds the addresses that share its prefix",
        arguments: [
            ("10.0.0.0/8", "10.255.255.255", true), ("10.0.0.0/8", "11.0.0.0", false),
            ("0.0.0.0/0", "255.1.2.3", true), ("192.0.2.1", "192.0.2.1", true), ("192.0.2.1/32", "192.0.2.2", false),
            ("::/0", "ffff::", true), ("fc00::/7", "fdff::1", true), ("fc00::/7", "fe00::", false),
            ("2001:db8::/64", "2001:db8::1:2:3:4", true), ("2001:db8::/64", "2001:db8:0:1::", false),
            ("2001:db8::8/125", "2001:db8::f", true), ("2001:db8::8/125", "2001:db8::10", false),
            ("127.0.0.0/8", "::ffff:127.0.0.1", false), ("::/0", "127.0.0.1", false),
        ])
    func contains(_ range: String, _ address: String, _ inside: Bool) throws {
        let range = try AddressRange(range)
        #expect(range.contains(try IPAddress(address)) == inside)
        #expect(try AddressRange(range.description) == range)
    }

    @Test(
        "A range that is not clear is refused",
        arguments: [
            ("10.0.0.1/8", IPAddressError.Code.hostBitsSet), ("10.0.0.0/33", .badPrefix), ("10.0.0.0/", .badPrefix),
            ("10.0.0.0/+8", .badPrefix), ("::/129", .badPrefix), ("10/8", .notAnAddress), ("", .notAnAddress),
        ])
    func unclear(_ text: String, _ code: IPAddressError.Code) throws {
        let error = try #require(throws: IPAddressError.self) { try AddressRange(text) }
        #expect(error.code == code)
        #expect(error.input == text)
    }

    @Test(
        "IANA registries: addresses no public server has",
        arguments: [
            "0.0.0.0", "0.1.2.3", "10.1.2.3", "100.64.0.1", "100.127.255.255", "127.0.0.1", "127.255.255.255",
            "169.254.169.254",
            "172.16.0.1", "172.31.255.255", "192.0.0.1", "192.0.2.1", "192.88.99.1", "192.168.1.1", "198.18.0.1",
            "198.19.255.255",
            "198.51.100.1", "203.0.113.1", "224.0.0.1", "239.255.255.255", "240.0.0.1", "255.255.255.255",
            "::", "::1", "::8.8.8.8", "::ffff:127.0.0.1", "::ffff:8.8.8.8", "64:ff9b::10.0.0.1", "64:ff9b:1::8.8.8.8",
            "100::1",
            "2001::1", "2001:2::1", "2001:10::1", "2001:db8::1", "2002:a00:1::", "2002:7f00:1::1", "3fff::1", "5f00::1",
            "fc00::1",
            "fd12::1", "fe80::1", "fec0::1", "ff02::1", "4000::1",
        ])
    func closed(_ text: String) throws {
        #expect(try !IPAddress(text).isPubliclyRoutable)
    }

    @Test(
        "IANA registries: addresses a public server may have",
        arguments: [
            "1.1.1.1", "8.8.8.8", "100.63.255.255", "100.128.0.0", "172.15.0.1", "172.32.0.1", "192.0.1.1",
            "198.17.0.1", "198.20.0.1",
            "223.255.255.255", "2001:200::1", "2606:4700::1111", "2a00:1450::1", "64:ff9b::8.8.8.8", "2002:808:808::1",
            "3ffe::1",
        ])
    func open(_ text: String) throws {
        #expect(try IPAddress(text).isPubliclyRoutable)
    }
}
