import Canonical
import Foundation
import Provenance
import Registry
import Testing
import WebAddress

@Suite("A host that a registry gives names out under is nobody's, and whoever files it is told what to file")
struct SuffixFilingTests {
    private func outcome(_ kind: String, _ value: String) throws -> Result<String, FilingRefusal> {
        let bench = try StoreBench()
        return try bench.store.file(
            StoreBench.filing(kind, value), publicSuffixList: suffixes, key: bench.key, at: bench.day(0)
        ).map(\.objection)
    }

    @Test(
        "refused",
        arguments: [
            ("host", "com", RefusalCode.bareTopLevel, "domain:NAME.com"),
            ("prefix", "https://com/", .bareTopLevel, "domain:NAME.com"),
            ("prefix", "http://com:8080/a/", .bareTopLevel, "domain:NAME.com"),
            ("host", "COM.", .bareTopLevel, "domain:NAME.com"), ("host", "co.uk", .publicSuffix, "domain:NAME.co.uk"),
            ("prefix", "https://co.uk/news/", .publicSuffix, "domain:NAME.co.uk"),
            ("host", "a.kobe.jp", .publicSuffix, "domain:NAME.a.kobe.jp"),
            ("host", "рф", .bareTopLevel, "domain:NAME."),
            ("host", "nolist", .bareTopLevel, "domain:NAME.nolist"),
            ("domain", "co.uk", .publicSuffix, "name your own domain below it"),
            ("domain", "github.io", .publicSuffix, "use the kind host"),
        ])
    func refused(_ kind: String, _ value: String, _ code: RefusalCode, _ advice: String) throws {
        let refusal = #expect(throws: FilingRefusal.self) { try outcome(kind, value).get() }
        #expect(refusal?.code == code && refusal?.reason.contains(advice) == true, "\(String(describing: refusal))")
    }

    @Test(
        "taken: sites of their owners, whatever list they stand on, and addresses",
        arguments: [
            ("host", "github.io"), ("prefix", "https://github.io/a/"), ("host", "example.com"),
            ("host", "city.kobe.jp"),
            ("host", "192.0.2.7"), ("host", "[::1]"), ("prefix", "http://[::1]:8080/a/"), ("host", "a.nolist"),
        ])
    func taken(_ kind: String, _ value: String) throws { _ = try outcome(kind, value).get() }

    @Test("a name of mixed scripts is told a way that works")
    func mixed() throws {
        let refusal = #expect(throws: FilingRefusal.self) { try outcome("host", "раypal.com").get() }
        #expect(refusal?.code == .mixedScript && refusal?.reason.contains("kind text") == true)
        // A page there by its URL is refused as the host is: it is no advice.
        let page = #expect(throws: FilingRefusal.self) { try outcome("url", "https://раypal.com/a").get() }
        #expect(page?.code == .mixedScript && page?.reason.contains("by URL") == false)
        _ = try outcome("payload", "sha256:" + String(repeating: "ab", count: 32)).get()
    }

    @Test("suffixes of the two sections are told apart")
    func sections() throws {
        let list = try PublicSuffixList(contents: suffixes)
        for host in ["com", "co.uk", "a.kobe.jp", "nolist", "xn--p1ai"] {
            #expect(list.isRegistrySuffix(host), "\(host)")
        }
        for host in ["github.io", "example.com", "city.kobe.jp", "192.0.2.7", "[::1]", ""] {
            #expect(!list.isRegistrySuffix(host), "\(host)")
        }
    }
}
