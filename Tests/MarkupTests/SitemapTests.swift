import Testing

@testable import Markup

@Suite("Sitemaps")
struct SitemapTests {
    static func read(_ text: String, chunk: Int = 7) -> ([SitemapEntry], MarkupError?) {
        let reader = SitemapReader()
        var entries: [SitemapEntry] = []
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty {
            reader.feed(Array(rest.prefix(chunk)))
            rest = rest.dropFirst(chunk)
            entries += reader.takeEntries()
        }
        reader.finish()
        return (entries + reader.takeEntries(), reader.fault)
    }

    static let open =
        "<?xml version='1.0'?><urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9' "
        + "xmlns:i='http://www.google.com/schemas/sitemap-image/1.1'>"

    @Test("sitemaps.org: urlset with lastmod; other namespaces' loc is not the page's")
    func urlset() {
        let (entries, fault) = Self.read(
            Self.open + "<url><loc> https://a.test/?x=1&amp;y=2\n</loc><lastmod>2026-01-02</lastmod>"
                + "<i:image><i:loc>https://a.test/i.png</i:loc></i:image></url><url><loc><![CDATA[https://a.test/b]]></loc></url></urlset>"
        )
        #expect(fault == nil)
        #expect(
            entries == [
                SitemapEntry(kind: .page, location: "https://a.test/?x=1&y=2", lastModified: "2026-01-02"),
                SitemapEntry(kind: .page, location: "https://a.test/b", lastModified: nil),
            ])
    }

    @Test("sitemaps.org: an index names sitemaps; plain text has one URL a line")
    func otherForms() {
        let index = Self.read("<sitemapindex><sitemap><loc>https://a.test/s.xml</loc></sitemap></sitemapindex>")
        #expect(index.0.map(\.kind) == [.sitemap] && index.1 == nil)
        let plain = Self.read("\u{FEFF}https://a.test/1\r\n\nhttps://a.test/2\nnonsense")
        #expect(plain.0.map(\.location) == ["https://a.test/1", "https://a.test/2"] && plain.1 == nil)
    }

    @Test("entries before a fault stay and the fault is named")
    func faults() {
        let cut = Self.read(Self.open + "<url><loc>https://a.test/1</loc></url><url><loc>https")
        #expect(cut.0.count == 1 && cut.1?.code == .malformed)
        #expect(Self.read("<html><p>no</p></html>").1?.code == .notASitemap)
        let bomb = "<!DOCTYPE u [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;'>]><urlset><url><loc>&b;</loc></url></urlset>"
        #expect(Self.read(bomb).1?.code == .forbiddenDeclaration && Self.read(bomb).0.isEmpty)
    }

    @Test("sitemaps.org: no more than 50,000 entries are taken")
    func entryLimit() {
        let many = Self.read(String(repeating: "https://a.test/x\n", count: 50_002), chunk: 65_536)
        #expect(many.0.count == 50_000 && many.1?.code == .tooManyEntries)
    }
}
