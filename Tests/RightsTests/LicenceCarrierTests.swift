import Provenance
import Rights
import Testing

@Suite("9.2: every carrier in every spelling, and its subject")
struct LicenceCarrierTests {
    private static let by = ScopeCase.by

    static let heads: [String] =
        [
            "<link rel=license href='\(by)'>", "<link REL='nofollow  LICENSE' href=' \(by) '>",
            "<link rel=licence href='\(by)'>", "<link rel='cc:license' href='\(by)'>",
            "<link rel=license href='//creativecommons.org/licenses/by/4.0/'>",
            "<link rel='dct:license' href='\(by)'>", "<meta property='og:license' content='\(by)'>",
            "<meta name=rights content='CC BY 4.0'>",
            ScopeCase.json(#"{"@type":"Article","license":"\#(by)"}"#),
            ScopeCase.json(#"{"@type":"Article","license":{"@id":"\#(by)"}}"#),
            ScopeCase.json(#"{"@type":"Article","license":{"@type":"CreativeWork","url":"\#(by)"}}"#),
            ScopeCase.json(#"{"@type":"Article","license":["\#(by)"]}"#),
            ScopeCase.json(#"{"@graph":[{"@type":"WebPage","license":"\#(by)"},{"@type":"Person"}]}"#),
            ScopeCase.json(#"[{"@type":"Person"},{"@type":"BlogPosting","mainEntityOfPage":"/a","license":"\#(by)"}]"#),
            ScopeCase.json(#"{"@type":"WebPage","mainEntity":{"@type":"Article","license":"\#(by)"}}"#),
        ]
        + [
            "license", "licence", "dc.rights", "DC.Rights", "DC.rights.license", "DCTERMS.license", "dcterms.rights",
            "dc.license", "cc:license", "citation_license",
        ].map { "<meta name='\($0)' content='\(by)'>" }

    @Test("In the head and in structured data", arguments: heads)
    func head(_ head: String) throws {
        #expect(try ScopeCase("head", ScopeCase.page(head: head), .covers, ["cc-by"]).difference() == nil)
    }

    static let bodies: [String] = [
        "<a rel=license href='\(by)'>CC BY</a>", "<a rel='external LICENSE' href='\(by)'>CC BY</a>",
        "<p>Content is licensed under <a href='\(by)'>CC BY</a></p>",
        "<p>Content is licensed under <span property='dct:license' resource='\(by)'>CC BY</span></p>",
        "<p>Licence: <a property='cc:license' href='\(by)'>CC BY</a></p>",
        "<p about=''><a rel='xhv:license' href='\(by)'>CC BY</a></p>",
        "<p vocab='https://schema.org/' typeof=Article><a property=license href='\(by)'>CC BY</a></p>",
        "<div itemscope itemtype='http://schema.org/Article'><a itemprop='license' href='\(by)'>CC BY</a></div>",
        "<div itemscope itemtype='https://schema.org/WebPage'><meta itemprop=license content='\(by)'></div>",
        "<!-- <rdf:RDF xmlns='http://web.resource.org/cc/' xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'>"
            + "<Work rdf:about=''><license rdf:resource='\(by)'/></Work></rdf:RDF> -->",
        "<p>Content is licensed under CC BY 4.0</p>",
    ]

    @Test("In the footer", arguments: bodies)
    func footer(_ html: String) throws {
        #expect(try ScopeCase("body", ScopeCase.page(footer: html), .covers, ["cc-by"]).difference() == nil)
    }

    static let others: [String] = [
        "<p about='/photo.jpg'><a rel=license href='\(by)'>CC BY</a></p>",
        "<p about='/b'><span property='dct:license' resource='\(by)'>CC BY</span></p>",
        "<p resource='/photo.jpg'><a rel=license href='\(by)'>CC BY</a></p>",
        "<div typeof='dcmitype:StillImage'><a rel=license href='\(by)'>CC BY</a></div>",
        "<div itemscope itemtype='http://schema.org/ImageObject'><a itemprop=license href='\(by)'>CC BY</a></div>",
        "<div itemscope itemtype='http://schema.org/Article' itemid='/b'><link itemprop=license href='\(by)'></div>",
        ScopeCase.json(#"{"@type":"ImageObject","license":"\#(by)"}"#),
        ScopeCase.json(#"{"@type":"Article","@id":"https://ex.com/b","license":"\#(by)"}"#),
        ScopeCase.json(#"{"@type":"Article","sdLicense":"\#(by)"}"#),
        ScopeCase.json(#"{"@type":"Article","acquireLicensePage":"\#(by)"}"#),
        ScopeCase.json(#"{"@type":"Article","usageInfo":"\#(by)"}"#),
        "<!-- <rdf:RDF xmlns='http://web.resource.org/cc/' xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'>"
            + "<Work rdf:about='/b'><license rdf:resource='\(by)'/></Work></rdf:RDF> -->",
        "<div typeof=ImageObject>This work is licensed under <a property=license href='\(by)'>CC BY</a></div>",
        "<div typeof='schema:Photograph'>This work is licensed under <a href='\(by)'>CC BY</a></div>",
        "<div typeof='dcmitype:Dataset'>This work is licensed under <a href='\(by)'>CC BY</a></div>",
        "<p about='/photo.jpg'>This work is licensed under <a href='\(by)'>CC BY</a></p>",
        "<p resource='/photo.jpg'>This work is licensed under <a href='\(by)'>CC BY</a></p>",
        "<div itemscope itemtype='https://schema.org/Article' itemid='https://other.example/x'>This article is licensed "
            + "under <a itemprop=license href='\(by)'>CC BY</a></div>",
        "This article is licensed under <a itemprop=sdLicense href='\(by)'>CC BY</a>",
        "<a property='schema:acquireLicensePage' href='\(by)'>Licensed under CC BY</a>",
        "<div resource='https://other.example/a'><meta property='dct:license' content='\(by)'></div>",
        "<div resource='#fig1'><a rel=license href='\(by)'>CC BY</a></div>",
        "<div about='#fig1'><a rel=license href='\(by)'>CC BY</a></div>",
        "<!-- old licence, not valid any more: <rdf:RDF xmlns='http://web.resource.org/cc/' xmlns:rdf="
            + "'http://www.w3.org/1999/02/22-rdf-syntax-ns#'><Work rdf:about=''><license rdf:resource='\(by)'/></Work></rdf:RDF> -->",
        "<p>" + String(repeating: "<a rel=license href='\(by)'>CC BY</a> ", count: 600) + "</p>",
        "<a href='\(by)'>About licences</a>", "<link rel=license type='application/rsl+xml' href='\(by)'>",
        "<form rel=license action='\(by)'><button>Show</button></form>",
    ]

    @Test("Of another resource, of data alone, or of none", arguments: others)
    func other(_ html: String) throws {
        #expect(try ScopeCase("other", ScopeCase.page(footer: html), .none).difference() == nil)
    }

    @Test(
        "RDF in a comment, copied with what it is of",
        arguments: [
            "<figure><img src=a.jpg>*</figure>", "<aside>*</aside>", "<blockquote><p>As they say.</p>*</blockquote>",
            "<section id=comments><h2>Comments</h2><article class=comment><p>I agree.</p>*</article></section>",
            "<div hidden>*</div>", "<div class='related-posts'><a href='/x'>More</a>*</div>", "<dialog>*</dialog>",
        ])
    func comment(_ place: String) throws {
        let html = place.replacing("*", with: Self.comment)
        #expect(try ScopeCase("comment", ScopeCase.page(footer: html), .none).difference() == nil)
        #expect(try ScopeCase("comment", ScopeCase.page(footer: Self.comment), .covers, ["cc-by"]).difference() == nil)
    }

    private static let comment =
        "<!-- <rdf:RDF xmlns='http://web.resource.org/cc/' xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'>"
        + "<Work rdf:about=''><license rdf:resource='\(by)'/></Work></rdf:RDF> -->"

    @Test(
        "What may license the page and is not said to do so leaves doubt",
        arguments: [
            "<meta name=copyright content='© Jo, \(by)'>", "<meta name=copyright content='CC BY 4.0'>",
            "<meta name=license content='\(by)'><meta name=license content='not for commercial use'>",
            "<meta name=license content='\(by)'><meta name=license content='All rights reserved'>",
            "<a rel=license itemprop=sdLicense href='\(by)'>CC BY</a>",
            "<a rel=license itemprop='acquireLicensePage' href='\(by)'>CC BY</a>",
        ])
    func doubtful(_ html: String) throws {
        let page = html.hasPrefix("<meta") ? ScopeCase.page(head: html) : ScopeCase.page(footer: html)
        let finding = try PageFixture(html: page).reading().licence
        #expect(finding.outcome != .covers, "\(finding.reason)")
    }

    @Test("ccREL: who is to be credited")
    func attribution() throws {
        let html =
            "<p>Content by <a property='cc:attributionName' rel='cc:attributionURL' href='/jo'>Jo Doe</a> is licensed "
        let finding = try PageFixture(
            html: ScopeCase.page(
                head: "<meta name=author content='Jo Doe'>",
                footer: html + "under <a rel=license href='\(Self.by)'>CC BY</a></p>")
        ).reading().licence
        #expect(finding.outcome == .covers && finding.attribution == "Jo Doe", "\(finding.reason)")
    }

    @Test("`Link` of the response: several values, other relations, an anchor")
    func header() throws {
        func outcome(_ value: String) throws -> LicenceFinding.Outcome {
            try PageFixture(html: ScopeCase.page(), headers: [("Link", value)]).reading().licence.outcome
        }
        #expect(try outcome("</x>; rel=next, <\(Self.by)>; rel=\"license\"") == .covers)
        #expect(try outcome("<\(Self.by)>; rel=\"self LICENSE\"") == .covers)
        #expect(try outcome("<\(Self.by)>; rel=license; anchor=\"https://ex.com/a\"") == .covers)
        #expect(try outcome("<\(Self.by)>; rel=license; anchor=\"/photo.jpg\"") == .none)
        #expect(try outcome("<\(Self.by)>; rel=license, <\(ScopeCase.nc)>; rel=license") == .conflict)
    }
}
