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
}
