import Provenance
import Rights
import Testing

@Suite("Structured data that describe another thing, or a work that is not for everybody, license no page")
struct DescribedWorkTests {
    private static let by = ScopeCase.by

    static let others: [String] = [
        #"{"@type":"Article","license":"\#(by)","encodingFormat":"image/jpeg"}"#,
        #"{"@type":"Article","url":"/a","license":"\#(by)","encodingFormat":"image/jpeg"}"#,
        #"{"@type":"Article","license":"\#(by)","encodingFormat":"application/pdf"}"#,
        #"{"@type":"Article","license":"\#(by)","fileFormat":"video/mp4"}"#,
        #"{"@type":"Article","license":"\#(by)","additionalType":"http://schema.org/Photograph"}"#,
        #"{"@type":"Article","license":"\#(by)","additionalType":"Photograph"}"#,
        #"{"@type":"Article","license":"\#(by)","additionalType":["BlogPosting","https://schema.org/Dataset"]}"#,
        #"{"@type":"Article","license":"\#(by)","genre":"photo"}"#,
        #"{"@type":"Article","license":"\#(by)","genre":["News","Stock photo"]}"#,
        ##"{"@type":"Article","@id":"#photo","license":"\##(by)"}"##,
        #"{"@type":"Article","@id":"https://ex.com/a#photo1","license":"\#(by)"}"#,
        ##"{"@type":"CreativeWork","@id":"#hero-image","license":"\##(by)"}"##,
        #"{"@type":"Article","license":"\#(by)","contentUrl":"https://ex.com/x.jpg"}"#,
        #"{"@type":"Article","url":"/a","license":"\#(by)","contentUrl":"https://ex.com/x.jpg"}"#,
        #"{"@type":"Article","license":"\#(by)","isPartOf":{"@type":"Dataset","name":"d"}}"#,
        #"{"@type":"Article","license":"\#(by)","name":"Bridge at dawn"}"#,
        #"{"@type":"Article","license":"\#(by)","headline":"Bridge at dawn"}"#,
        #"{"@type":"CreativeWork","license":"\#(by)","name":"Photo of a bridge"}"#,
        #"{"@type":"WebPage","license":"\#(by)","name":"Another page altogether"}"#,
        #"{"@type":"Article","url":"/a","license":"\#(by)","headline":"Photo of a bridge"}"#,
        #"{"@type":"Article","license":"\#(by)","conditionsOfAccess":"Subscribers only"}"#,
        #"{"@type":"Article","url":"/a","license":"\#(by)","conditionsOfAccess":"Subscribers only"}"#,
        #"{"@type":"Article","license":"\#(by)","usageInfo":"No AI"}"#,
        #"{"@type":"Article","license":"\#(by)","usageInfo":"https://ex.com/terms"}"#,
        #"{"@type":"Article","license":"\#(by)","acquireLicensePage":"https://ex.com/buy"}"#,
        #"{"@type":"Article","license":"\#(by)","isAccessibleForFree":false}"#,
        #"{"@type":"Article","license":"\#(by)","isAccessibleForFree":"False"}"#,
        #"{"@type":"AdvertiserContentArticle","license":"\#(by)"}"#,
        #"{"@type":"AdvertiserContentArticle","url":"/a","license":"\#(by)"}"#,
        #"{"@type":"Recipe","license":"\#(by)"}"#,
        #"{"@type":"HowTo","name":"Tie a knot","license":"\#(by)"}"#,
        #"{"@type":"Chapter","license":"\#(by)"}"#,
        #"{"@type":"CollectionPage","license":"\#(by)"}"#,
        #"{"@type":"DiscussionForumPosting","license":"\#(by)"}"#,
        #"{"@type":"DiscussionForumPosting","url":"/a","license":"\#(by)"}"#,
        #"{"@type":"Article","license":"\#(by)","thumbnailUrl":"x.jpg","width":300,"height":400,"exifData":"x"}"#,
        #"{"@type":"Article","license":"\#(by)","codeRepository":"https://github.com/x/y"}"#,
        #"{"@type":"Article","license":"\#(by)","distribution":{"@type":"DataDownload","contentUrl":"x.csv"}}"#,
        #"{"@type":"Article","license":"\#(by)","copyrightNotice":"No part of this may be copied"}"#,
        #"{"@type":"Article","license":"\#(by)","creditText":"Photo: Ann Smith"}"#,
        #"{"@type":"Article","license":"\#(by)","encodingFormat":"PNG"}"#,
        #"{"@type":"Article","license":"\#(by)","abstract":"x","material":"canvas","artform":"Photograph"}"#,
        #"{"@type":"Article","license":"\#(by)","alternateName":"Photo of a bridge","name":"Photo"}"#,
        #"{"@type":"Article","license":"\#(by)","alternativeHeadline":"Photo of a bridge"}"#,
        #"{"@type":"CreativeWork","license":"\#(by)","description":"A photograph of the bridge"}"#,
        ##"{"@type":"Article","@id":"#hero","license":"\##(by)","name":"Hero"}"##,
        #"{"@type":"Article","license":"\#(by)","isPartOf":"https://ex.com/dataset"}"#,
        #"{"@type":"Article","license":"\#(by)","conditionsOfAccess":"Registered users"}"#,
        #"{"@type":"Article","license":"\#(by)","expires":"2020-01-01"}"#,
        #"{"@type":"Article","license":"\#(by)","creativeWorkStatus":"Draft"}"#,
        #"{"@type":"Article","license":"\#(by)","mainEntityOfPage":{"@type":"WebPage","@id":"https://ex.com/b"}}"#,
        #"{"@type":"WebPage","license":"\#(by)","mainEntity":{"@type":"Dataset","name":"d"}}"#,
        ##"{"@type":"WebPage","license":"\##(by)","primaryImageOfPage":{"@id":"#x"},"mainEntity":{"@type":"ImageObject","contentUrl":"x.jpg"}}"##,
        #"{"@type":"Article","license":"\#(by)","about":{"@type":"Dataset"},"mainEntity":{"@type":"Dataset"}}"#,
        #"{"@type":"Article","license":"\#(by)","usageInfo":{"@type":"CreativeWork","name":"No AI"}}"#,
        #"{"@type":"Article","license":"\#(by)","permissions":"No AI","conditionsOfAccess":""}"#,
        #"{"@type":"Article","license":"\#(by)","rights":"All rights reserved"}"#,
        #"{"@type":"ReviewNewsArticle","license":"\#(by)","itemReviewed":{"@type":"Movie"}}"#,
        #"{"@type":"Quiz","license":"\#(by)"}"#,
        #"{"@type":"Comment","license":"\#(by)"}"#,
        #"{"@type":"QAPage","license":"\#(by)","mainEntity":{"@type":"Question","acceptedAnswer":{"@type":"Answer"}}}"#,
        #"{"@type":"Article","license":"\#(by)","eligibleRegion":"DE"}"#,
        ##"{"@type":"Article","@id":"#primaryimage","license":"\##(by)"}"##,
        ##"{"@type":"Article","@id":"#heroImage2","license":"\##(by)"}"##,
    ]

    @Test("JSON-LD: keys and types of another thing, and conditions", arguments: others)
    func other(_ json: String) throws {
        #expect(try ScopeCase("other", ScopeCase.page(head: ScopeCase.json(json)), .none).difference() == nil)
    }

    static let own: [String] = [
        #"{"@type":"Article","license":"\#(by)","encodingFormat":"text/html"}"#,
        #"{"@type":"Article","license":"\#(by)","additionalType":"BlogPosting"}"#,
        #"{"@type":"Article","license":"\#(by)","genre":"News"}"#,
        ##"{"@type":"Article","@id":"#article","license":"\##(by)"}"##,
        #"{"@type":"Article","@id":"https://ex.com/a/#article","url":"/a","license":"\#(by)"}"#,
        #"{"@type":"Article","license":"\#(by)","isPartOf":{"@type":"WebSite","name":"d"}}"#,
        #"{"@type":"Article","license":"\#(by)","isPartOf":{"@type":"Periodical","name":"d"}}"#,
        #"{"@type":"Article","license":"\#(by)","headline":"Old papers"}"#,
        #"{"@type":"Article","license":"\#(by)","headline":"Old Papers!"}"#,
        #"{"@type":"Article","url":"/a","license":"\#(by)","headline":"Bridge at dawn"}"#,
        #"{"@type":"Article","license":"\#(by)","conditionsOfAccess":"Open access"}"#,
        #"{"@type":"Article","license":"\#(by)","usageInfo":"\#(by)"}"#,
        #"{"@type":"Article","license":"\#(by)","acquireLicensePage":"\#(by)"}"#,
        #"{"@type":"Article","license":"\#(by)","isAccessibleForFree":true}"#,
        #"{"@type":"Recipe","url":"/a","license":"\#(by)"}"#,
        #"{"@type":"HowTo","name":"Old papers","license":"\#(by)"}"#,
        #"{"@type":"Article","license":"\#(by)","creditText":"Ann Smith","author":{"@type":"Person","name":"Ann"},"image":{"@type":"ImageObject","url":"x.jpg","width":3},"datePublished":"2020-01-01","inLanguage":"en","keywords":["a"],"publisher":{"@type":"Organization","name":"O","logo":{"@type":"ImageObject","url":"l.png"}}}"#,
        #"{"@graph":[{"@type":"WebPage","@id":"https://ex.com/a","url":"https://ex.com/a","name":"t","license":"\#(by)"},{"@type":"WebSite","@id":"https://ex.com/#website","url":"https://ex.com/","name":"S"}]}"#,
        #"{"@graph":[{"@type":"Article","@id":"https://ex.com/a/#article","isPartOf":{"@id":"https://ex.com/discover/"},"headline":"Old papers","mainEntityOfPage":{"@id":"https://ex.com/a"},"license":"\#(by)"},{"@type":"WebPage","@id":"https://ex.com/a","url":"https://ex.com/a","name":"Old papers - Site","isPartOf":{"@id":"https://discover.ex.com/#website"},"primaryImageOfPage":{"@id":"https://ex.com/a#primaryimage"}},{"@type":"ImageObject","@id":"https://ex.com/a#primaryimage","url":"x.jpg","contentUrl":"x.jpg"}]}"#,
        #"{"@type":"Article","headline":"Old &amp; papers","url":"/a","license":"\#(by)"}"#,
        #"{"@type":"ScholarlyArticle","name":"Old papers","isPartOf":{"@type":"PublicationIssue","issueNumber":"3","isPartOf":{"@type":"Periodical","name":"J"}},"license":"\#(by)"}"#,
        ##"{"@type":"Article","@id":"#discovery","license":"\##(by)"}"##,
    ]

    @Test("JSON-LD: the same keys where they say the page, and nothing of conditions", arguments: own)
    func page(_ json: String) throws {
        #expect(
            try ScopeCase("own", ScopeCase.page(head: ScopeCase.json(json)), .covers, ["cc-by"]).difference() == nil)
    }

    @Test("A licence that is not taken so still counts where it asks for more")
    func stricter() throws {
        let json = ScopeCase.json(#"{"@type":"Recipe","license":"\#(ScopeCase.nc)"}"#)
        let page = ScopeCase.page(head: "<link rel=license href='\(Self.by)'>" + json)
        #expect(try ScopeCase("both", page, .conflict, ["cc-by", "cc-by-nc"]).difference() == nil)
    }

    static let items: [String] = [
        #"<div itemscope itemtype='https://schema.org/Article'><meta itemprop=encodingFormat content='image/jpeg'><link itemprop=license href='\#(by)'></div>"#,
        #"<div itemscope itemtype='https://schema.org/Article'><meta itemprop=conditionsOfAccess content='Subscribers only'><link itemprop=license href='\#(by)'></div>"#,
        #"<div itemscope itemtype='https://schema.org/Article'><span itemprop=name>Bridge at dawn</span><link itemprop=license href='\#(by)'></div>"#,
        #"<div itemscope itemtype='https://schema.org/Article'><meta itemprop=genre content='photo'><link itemprop=license href='\#(by)'></div>"#,
        #"<div itemscope itemtype='https://schema.org/Article'><link itemprop=contentUrl href='x.jpg'><link itemprop=license href='\#(by)'></div>"#,
        #"<div itemscope itemtype='https://schema.org/Recipe'><link itemprop=license href='\#(by)'></div>"#,
        #"<div itemscope itemtype='https://schema.org/DiscussionForumPosting'><link itemprop=license href='\#(by)'></div>"#,
    ]

    @Test("Microdata: the same", arguments: items)
    func item(_ html: String) throws {
        #expect(try ScopeCase("other", ScopeCase.page(footer: html), .none).difference() == nil)
    }

    static let ownItems: [String] = [
        #"<div itemscope itemtype='https://schema.org/Article'><span itemprop=headline>Old papers</span><link itemprop=license href='\#(by)'></div>"#,
        #"<div itemscope itemtype='https://schema.org/Recipe'><link itemprop=url href='/a'><link itemprop=license href='\#(by)'></div>"#,
    ]

    @Test("Microdata: an item that is named as the page is", arguments: ownItems)
    func ownItem(_ html: String) throws {
        #expect(try ScopeCase("own", ScopeCase.page(footer: html), .covers, ["cc-by"]).difference() == nil)
    }

    @Test("A link in the post of a thread is the post's")
    func thread() throws {
        func page(_ type: String) -> String {
            ScopeCase.page(
                footer:
                    "<div itemscope itemtype='https://schema.org/\(type)'><a rel=license href='\(Self.by)'>CC BY</a></div>"
            )
        }
        #expect(try ScopeCase("thread", page("DiscussionForumPosting"), .none).difference() == nil)
        #expect(try ScopeCase("article", page("BlogPosting"), .covers, ["cc-by"]).difference() == nil)
    }
}
