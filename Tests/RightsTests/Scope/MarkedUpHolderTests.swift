import Provenance
import Rights
import Testing

@Suite("Properties of microdata and RDFa round a licence tell whose and what the work is")
struct MarkedUpHolderTests {
    private static let by = ScopeCase.by

    static let items: [String] = [
        #"<div itemscope itemtype="https://schema.org/Article"><meta itemprop=copyrightHolder content="The Times"><link itemprop=license href="\#(by)"></div>"#,
        #"<div itemscope itemtype="https://schema.org/Article"><meta itemprop=copyrightHolder content="The Times"><a rel=license itemprop=license href="\#(by)">CC BY 4.0</a></div>"#,
        #"<div itemscope itemtype="https://schema.org/Article"><meta itemprop=copyrightHolder content="The Times"><a rel=license href="\#(by)">CC BY 4.0</a></div>"#,
        #"<div itemscope itemtype="https://schema.org/Article"><meta itemprop=copyrightNotice content="© The Times"><link itemprop=license href="\#(by)"></div>"#,
        #"<div itemscope itemtype="https://schema.org/Article"><meta itemprop=copyrightNotice content="© The Times"><a rel=license itemprop=license href="\#(by)">CC BY 4.0</a></div>"#,
        #"<div itemscope itemtype="https://schema.org/Article"><meta itemprop=copyrightNotice content="© The Times"><a rel=license href="\#(by)">CC BY 4.0</a></div>"#,
        #"<div itemscope itemtype="https://schema.org/Article"><span itemprop=copyrightHolder itemscope itemtype="https://schema.org/Organization"><span itemprop=name>The Times</span></span><link itemprop=license href="\#(by)"></div>"#,
        #"<div itemscope itemtype="https://schema.org/Article"><span itemprop=copyrightHolder itemscope itemtype="https://schema.org/Organization"><span itemprop=name>The Times</span></span><a rel=license itemprop=license href="\#(by)">CC BY 4.0</a></div>"#,
        #"<div itemscope itemtype="https://schema.org/Article"><span itemprop=copyrightHolder itemscope itemtype="https://schema.org/Organization"><span itemprop=name>The Times</span></span><a rel=license href="\#(by)">CC BY 4.0</a></div>"#,
        #"<div itemscope itemtype="https://schema.org/Article"><meta itemprop=encodingFormat content="image/jpeg"><link itemprop=license href="\#(by)"></div>"#,
        #"<div itemscope itemtype="https://schema.org/Article"><meta itemprop=encodingFormat content="image/jpeg"><a rel=license itemprop=license href="\#(by)">CC BY 4.0</a></div>"#,
        #"<div itemscope itemtype="https://schema.org/Article"><meta itemprop=encodingFormat content="image/jpeg"><a rel=license href="\#(by)">CC BY 4.0</a></div>"#,
        #"<div itemscope itemtype="https://schema.org/Article"><meta itemprop=conditionsOfAccess content="Subscribers only"><link itemprop=license href="\#(by)"></div>"#,
        #"<div itemscope itemtype="https://schema.org/Article"><meta itemprop=conditionsOfAccess content="Subscribers only"><a rel=license itemprop=license href="\#(by)">CC BY 4.0</a></div>"#,
        #"<div itemscope itemtype="https://schema.org/Article"><meta itemprop=conditionsOfAccess content="Subscribers only"><a rel=license href="\#(by)">CC BY 4.0</a></div>"#,
        #"<div itemscope itemtype="https://schema.org/Article"><meta itemprop=usageInfo content="No AI"><link itemprop=license href="\#(by)"></div>"#,
        #"<div itemscope itemtype="https://schema.org/Article"><meta itemprop=usageInfo content="No AI"><a rel=license itemprop=license href="\#(by)">CC BY 4.0</a></div>"#,
        #"<div itemscope itemtype="https://schema.org/Article"><meta itemprop=usageInfo content="No AI"><a rel=license href="\#(by)">CC BY 4.0</a></div>"#,
        #"<div itemscope itemtype="https://schema.org/Article"><meta itemprop=genre content=photo><link itemprop=license href="\#(by)"></div>"#,
        #"<div itemscope itemtype="https://schema.org/Article"><meta itemprop=genre content=photo><a rel=license itemprop=license href="\#(by)">CC BY 4.0</a></div>"#,
        #"<div itemscope itemtype="https://schema.org/Article"><meta itemprop=genre content=photo><a rel=license href="\#(by)">CC BY 4.0</a></div>"#,
        #"<div itemscope itemtype="https://schema.org/Article"><span itemprop=creditText>The Times</span><link itemprop=license href="\#(by)"></div>"#,
        #"<div itemscope itemtype="https://schema.org/Article"><span itemprop=creditText>The Times</span><a rel=license itemprop=license href="\#(by)">CC BY 4.0</a></div>"#,
        #"<div itemscope itemtype="https://schema.org/Article"><span itemprop=creditText>The Times</span><a rel=license href="\#(by)">CC BY 4.0</a></div>"#,
        #"<div itemscope itemtype="https://schema.org/Article"><meta itemprop=expires content="2020-01-01"><link itemprop=license href="\#(by)"></div>"#,
        #"<div itemscope itemtype="https://schema.org/Article"><meta itemprop=expires content="2020-01-01"><a rel=license itemprop=license href="\#(by)">CC BY 4.0</a></div>"#,
        #"<div itemscope itemtype="https://schema.org/Article"><meta itemprop=expires content="2020-01-01"><a rel=license href="\#(by)">CC BY 4.0</a></div>"#,
        #"<div itemscope itemtype="https://schema.org/Article"><meta itemprop=isAccessibleForFree content=false><link itemprop=license href="\#(by)"></div>"#,
        #"<div itemscope itemtype="https://schema.org/Article"><meta itemprop=isAccessibleForFree content=false><a rel=license itemprop=license href="\#(by)">CC BY 4.0</a></div>"#,
        #"<div itemscope itemtype="https://schema.org/Article"><meta itemprop=isAccessibleForFree content=false><a rel=license href="\#(by)">CC BY 4.0</a></div>"#,
    ]

    @Test("Microdata: as a property, as a link, and as both", arguments: items)
    func item(_ html: String) throws {
        #expect(try PageFixture(html: ScopeCase.page(footer: html)).reading().licence.outcome != .covers)
    }

    static let ownItems: [String] = [
        #"<div itemscope itemtype="https://schema.org/Article"><meta itemprop=author content="Jane Doe"><meta itemprop=copyrightHolder content="Jane Doe"><link itemprop=license href="\#(by)"></div>"#,
        #"<div itemscope itemtype="https://schema.org/Article"><meta itemprop=author content="Jane Doe"><meta itemprop=copyrightHolder content="Jane Doe"><a rel=license itemprop=license href="\#(by)">CC BY 4.0</a></div>"#,
    ]

    @Test("Microdata of the page's author", arguments: ownItems)
    func ownItem(_ html: String) throws {
        #expect(try ScopeCase("own", ScopeCase.page(footer: html), .covers, ["cc-by"]).difference() == nil)
    }

    static let subjects: [String] = [
        #"<div vocab="https://schema.org/" typeof="Article"><meta property=copyrightHolder content="The Times"><link property="license" href="\#(by)"></div>"#,
        #"<div vocab="https://schema.org/" typeof="Article"><meta property=copyrightHolder content="The Times"><a property="license" href="\#(by)">CC BY 4.0</a></div>"#,
        #"<div vocab="https://schema.org/" typeof="Article"><meta property=copyrightHolder content="The Times"><a rel=license href="\#(by)">CC BY 4.0</a></div>"#,
        #"<div vocab="https://schema.org/" typeof="Article"><meta property=copyrightNotice content="© The Times"><link property="license" href="\#(by)"></div>"#,
        #"<div vocab="https://schema.org/" typeof="Article"><meta property=copyrightNotice content="© The Times"><a property="license" href="\#(by)">CC BY 4.0</a></div>"#,
        #"<div vocab="https://schema.org/" typeof="Article"><meta property=copyrightNotice content="© The Times"><a rel=license href="\#(by)">CC BY 4.0</a></div>"#,
        #"<div vocab="https://schema.org/" typeof="Article"><span property="schema:copyrightHolder">The Times</span><link property="license" href="\#(by)"></div>"#,
        #"<div vocab="https://schema.org/" typeof="Article"><span property="schema:copyrightHolder">The Times</span><a property="license" href="\#(by)">CC BY 4.0</a></div>"#,
        #"<div vocab="https://schema.org/" typeof="Article"><span property="schema:copyrightHolder">The Times</span><a rel=license href="\#(by)">CC BY 4.0</a></div>"#,
        #"<div vocab="https://schema.org/" typeof="Article"><meta property=encodingFormat content="image/jpeg"><link property="license" href="\#(by)"></div>"#,
        #"<div vocab="https://schema.org/" typeof="Article"><meta property=encodingFormat content="image/jpeg"><a property="license" href="\#(by)">CC BY 4.0</a></div>"#,
        #"<div vocab="https://schema.org/" typeof="Article"><meta property=encodingFormat content="image/jpeg"><a rel=license href="\#(by)">CC BY 4.0</a></div>"#,
        #"<div vocab="https://schema.org/" typeof="Article"><meta property=conditionsOfAccess content="Subscribers only"><link property="license" href="\#(by)"></div>"#,
        #"<div vocab="https://schema.org/" typeof="Article"><meta property=conditionsOfAccess content="Subscribers only"><a property="license" href="\#(by)">CC BY 4.0</a></div>"#,
        #"<div vocab="https://schema.org/" typeof="Article"><meta property=conditionsOfAccess content="Subscribers only"><a rel=license href="\#(by)">CC BY 4.0</a></div>"#,
        #"<div vocab="https://schema.org/" typeof="Article"><meta property="dct:rightsHolder" content="The Times"><link property="license" href="\#(by)"></div>"#,
        #"<div vocab="https://schema.org/" typeof="Article"><meta property="dct:rightsHolder" content="The Times"><a property="license" href="\#(by)">CC BY 4.0</a></div>"#,
        #"<div vocab="https://schema.org/" typeof="Article"><meta property="dct:rightsHolder" content="The Times"><a rel=license href="\#(by)">CC BY 4.0</a></div>"#,
        #"<div vocab="https://schema.org/" typeof="Article"><meta property="dc:rights" content="© The Times"><link property="license" href="\#(by)"></div>"#,
        #"<div vocab="https://schema.org/" typeof="Article"><meta property="dc:rights" content="© The Times"><a property="license" href="\#(by)">CC BY 4.0</a></div>"#,
        #"<div vocab="https://schema.org/" typeof="Article"><meta property="dc:rights" content="© The Times"><a rel=license href="\#(by)">CC BY 4.0</a></div>"#,
        #"<div vocab="https://schema.org/" typeof="Article"><meta property=usageInfo content="No AI"><link property="license" href="\#(by)"></div>"#,
        #"<div vocab="https://schema.org/" typeof="Article"><meta property=usageInfo content="No AI"><a property="license" href="\#(by)">CC BY 4.0</a></div>"#,
        #"<div vocab="https://schema.org/" typeof="Article"><meta property=usageInfo content="No AI"><a rel=license href="\#(by)">CC BY 4.0</a></div>"#,
        #"<div about="" typeof="dctype:StillImage"><a rel=license href="\#(by)">CC BY 4.0</a></div>"#,
        #"<div about="" typeof="dctype:StillImage"><a property="license" href="\#(by)">CC BY 4.0</a></div>"#,
        #"<div about="" typeof="dcmitype:Dataset"><a rel=license href="\#(by)">CC BY 4.0</a></div>"#,
        #"<div about="" typeof="dcmitype:Dataset"><a property="license" href="\#(by)">CC BY 4.0</a></div>"#,
        #"<div typeof="schema:ImageObject"><a rel=license href="\#(by)">CC BY 4.0</a></div>"#,
        #"<div typeof="schema:ImageObject"><a property="license" href="\#(by)">CC BY 4.0</a></div>"#,
        ##"<div about="#photo"><a rel=license href="\##(by)">CC BY 4.0</a></div>"##,
        ##"<div about="#photo"><a property="license" href="\##(by)">CC BY 4.0</a></div>"##,
        ##"<div resource="#photo"><a rel=license href="\##(by)">CC BY 4.0</a></div>"##,
        ##"<div resource="#photo"><a property="license" href="\##(by)">CC BY 4.0</a></div>"##,
        #"<div about="" typeof="schema:Photograph"><a rel=license href="\#(by)">CC BY 4.0</a></div>"#,
        #"<div about="" typeof="schema:Photograph"><a property="license" href="\#(by)">CC BY 4.0</a></div>"#,
        #"<div about="/a" typeof="foaf:Image"><a rel=license href="\#(by)">CC BY 4.0</a></div>"#,
        #"<div about="/a" typeof="foaf:Image"><a property="license" href="\#(by)">CC BY 4.0</a></div>"#,
    ]

    @Test("RDFa: properties of the subject, its type, and parts that it names", arguments: subjects)
    func subject(_ html: String) throws {
        #expect(try PageFixture(html: ScopeCase.page(footer: html)).reading().licence.outcome != .covers)
    }

    static let ownSubjects: [String] = [
        #"<div vocab="https://schema.org/" typeof="Article"><a property="license" href="\#(by)">CC BY 4.0</a></div>"#,
        #"<div vocab="https://schema.org/" typeof="Article"><a rel=license href="\#(by)">CC BY 4.0</a></div>"#,
        #"<div about=""><a rel=license href="\#(by)">CC BY 4.0</a></div>"#,
        #"<div xmlns:cc="http://creativecommons.org/ns#" about=""><span property="dct:title">Old papers</span> by <span property="cc:attributionName">Jane Doe</span> is licensed under <a rel=license href="\#(by)">CC BY 4.0</a></div>"#,
        #"<div about="" typeof="foaf:Document"><a rel=license href="\#(by)">CC BY 4.0</a></div>"#,
    ]

    @Test("RDFa of the page", arguments: ownSubjects)
    func ownSubject(_ html: String) throws {
        #expect(try ScopeCase("own", ScopeCase.page(footer: html), .covers, ["cc-by"]).difference() == nil)
    }
}
