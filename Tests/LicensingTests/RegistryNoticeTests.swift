import Canonical
import Licensing
import Provenance
import Testing
import WebAddress

@Suite("Notices of a registry snapshot as grounds")
struct RegistryNoticeTests {
    /// An entry as a snapshot's manifest has it: JSON, all of it.
    static let file = #"""
        {"notices":[{"collection":{"from":"2026-01-01T00:00:00Z","to":"2026-12-31T00:00:00Z"},"commercial":true,"id":"N-1","period_days":30,"probes":[{"from":"2026-01-05T00:00:00Z","to":"2026-02-13T00:00:00Z"}],"published":"2026-01-05T09:00:00Z","purposes":["pretrain"],"remuneration":"1 CNY","sources":["example.com"],"territories":["CN"],"version":1}]}
        """#

    @Test("They are found like those of an operator's file, and do not enter its digest")
    func read() throws {
        var grounds = OperatorGrounds()
        try grounds.add(noticesOfRegistry: ConfigNode.read(Self.file, file: "manifest.json"))
        #expect(grounds.json.isEmpty)
        let profile = try UseProfile(
            ConfigNode.read(
                "{purpose: pretrain, commercial: true, actor: company, place_of_copying: [CN], market: [CN], redistributes_text: false, style_target: false, model_release: closed, sme: false}",
                file: "p"))
        let at = try #require(Timestamp(rfc3339: "2026-03-01T00:00:00Z"))
        let keys = MatchKeys(hops: [try CanonicalURL("https://www.example.com/a")])
        let found = grounds.grounds(for: keys, fetched: at, profile: profile, at: at).notices
        #expect(found.map(\.notice) == ["N-1"])
        #expect(found.first?.effectiveFrom == Timestamp(rfc3339: "2026-02-04T09:00:00Z"))
        #expect(found.first?.isContinuous == .yes)
        #expect(found.first?.isSelfAttested == true)
    }

    /// Which versions take a page in, of an operator's file that lets several speak.
    private func versions(_ entries: String..., page: String = "https://site.example/a") throws -> [Int] {
        var grounds = OperatorGrounds()
        let common = """
            commercial: true, territories: [CN], collection: {from: 2026-01-01, to: 2026-12-31}, period_days: 30,
                published: 2026-01-05, probes: [{from: 2026-01-05, to: 2026-02-13}]
            """
        let text = "notices:\n" + entries.map { "  - {id: N-1, \($0), \(common)}\n" }.joined()
        try grounds.add(.notices, ConfigNode.read(text, file: "notices.yaml"))
        let profile = try UseProfile(
            ConfigNode.read(
                "{purpose: pretrain, commercial: true, actor: company, place_of_copying: [CN], market: [CN], redistributes_text: false, style_target: false, model_release: closed, sme: false}",
                file: "p"))
        let at = try #require(Timestamp(rfc3339: "2026-03-01T00:00:00Z"))
        let keys = MatchKeys(hops: [try CanonicalURL(page)])
        return grounds.grounds(for: keys, fetched: at, profile: profile, at: at).notices.map(\.version)
    }

    @Test("Two versions at once: the narrower wins, licensing bases 0.0.5")
    func narrower() throws {
        let wide = "version: 1, sources: [site.example], purposes: [pretrain]"
        let narrow = "version: 2, sources: [\"https://site.example/a\"], purposes: [pretrain]"
        let other = "version: 2, sources: [site.example], purposes: [eval]"
        #expect(try versions(wide) == [1])
        #expect(try versions(wide, narrow) == [1, 2])
        #expect(try versions(wide, narrow, page: "https://site.example/b") == [])
        #expect(try versions(wide, other) == [])
        #expect(try versions(wide, narrow + ", ended: 2026-02-20", page: "https://site.example/b") == [1])
        #expect(try versions(wide, narrow.replacing("N-1", with: "N-2")) == [1, 2])
    }

    @Test("Entries of one version are one version, whatever sources each has")
    func groups() throws {
        let one = "version: 1, sources: [site.example], purposes: [pretrain]"
        let another = "version: 1, sources: [other.example], purposes: [pretrain]"
        #expect(try versions(one, another) == [1])
    }
}
