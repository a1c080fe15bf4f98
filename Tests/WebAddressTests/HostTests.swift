import Testing
import WebAddress

@Suite("URL Standard, section 3.5: host parsing")
struct HostTests {
    @Test(
        "Domains in ASCII are lower-cased and otherwise kept",
        arguments: [
            ParseCase("http://A_b--c.Test./", "http://a_b--c.test./"),
            ParseCase("http://XN--99999999999/", "http://xn--99999999999/"),
            ParseCase("http://%61.test/", "http://a.test/"),
            ParseCase("http://a%00b.test/", nil),
            ParseCase("http://a b.test/", nil),
            ParseCase("http://a%2Fb.test/", nil),
            ParseCase("http://a%.test/", nil),
            ParseCase("http://a<b.test/", nil),
        ])
    func ascii(_ parse: ParseCase) throws { try parse.check() }

    @Test(
        "Other domains are mapped by UTS 46, not transitionally",
        arguments: [
            ParseCase("http://MÜNZE.test/", "http://xn--mnze-0ra.test/"),
            ParseCase("http://mu\u{308}nze.test/", "http://xn--mnze-0ra.test/"),
            ParseCase("http://straße.test/", "http://xn--strae-oqa.test/"),
            ParseCase("http://%E4%BE%8B。test/", "http://xn--fsq.test/"),
            ParseCase("http://ａｂ．test/", "http://ab.test/"),
            ParseCase("http://a_b.例.test/", "http://a_b.xn--fsq.test/"),
            ParseCase("http://\u{FFFD}.test/", nil),
            ParseCase("http://xn--a.例/", nil),
            ParseCase("http://a\u{200D}b.test/", nil),
            ParseCase("http://\u{AD}/", nil),
        ])
    func international(_ parse: ParseCase) throws { try parse.check() }

    @Test(
        "UTS 46, status NV8: labels of symbols are valid, mixed with other scripts they are refused",
        arguments: [
            ParseCase("http://☃.test/", "http://xn--n3h.test/"),
            ParseCase("http://I\u{2764}\u{FE0F}.test/", "http://xn--i-7iq.test/"),
            ParseCase("http://🦊✈☕.test/", "http://xn--53hx7af013i.test/"),
            ParseCase("http://é☃.test/", nil),
            ParseCase("http://👩\u{200D}🚀.test/", nil),
            ParseCase("http://a<☃.test/", nil),
        ])
    func symbols(_ parse: ParseCase) throws { try parse.check() }

    @Test(
        "A host that ends in a number is an IPv4 address or nothing",
        arguments: [
            ParseCase("http://127.1/", "http://127.0.0.1/"),
            ParseCase("http://0x7f.0.0.01/", "http://127.0.0.1/"),
            ParseCase("http://2130706433/", "http://127.0.0.1/"),
            ParseCase("http://127.0.0.1./", "http://127.0.0.1/"),
            ParseCase("http://１２７.0.0.1/", "http://127.0.0.1/"),
            ParseCase("http://0x/", "http://0.0.0.0/"),
            ParseCase("http://1.2.3.4.test/", "http://1.2.3.4.test/"),
            ParseCase("http://256.0.0.1/", nil),
            ParseCase("http://1.2.3.4.5/", nil),
            ParseCase("http://4294967296/", nil),
            ParseCase("http://99999999999999999999999999/", nil),
            ParseCase("http://a.08/", nil),
            ParseCase("http://1..1/", nil),
        ])
    func ipv4(_ parse: ParseCase) throws { try parse.check() }

    @Test(
        "A bracketed host is an IPv6 address or nothing",
        arguments: [
            ParseCase("http://[2001:DB8:0:0:1:0:0:1]/", "http://[2001:db8::1:0:0:1]/"),
            ParseCase("http://[::]:81/", "http://[::]:81/"),
            ParseCase("http://[::ffff:1.2.3.4]/", "http://[::ffff:102:304]/"),
            ParseCase("http://[1:0:2:3:4:5:6:7]/", "http://[1:0:2:3:4:5:6:7]/"),
            ParseCase("http://[1:2:3:4:5:6:7::]/", "http://[1:2:3:4:5:6:7:0]/"),
            ParseCase("http://[::1/", nil),
            ParseCase("http://[]/", nil),
            ParseCase("http://[::1::]/", nil),
            ParseCase("http://[1:2:3]/", nil),
            ParseCase("http://[::12345]/", nil),
            ParseCase("http://[fe80::1%25eth0]/", nil),
            ParseCase("http://[::1.2.3]/", nil),
            ParseCase("http://[:1]/", nil),
        ])
    func ipv6(_ parse: ParseCase) throws { try parse.check() }
}
