import Provenance
import Rights
import Testing

@Suite("Licences that nobody sees: words beside them, what the page shows, and whose it is said to be")
struct UnseenLicenceTests {
    private static let by = ScopeCase.by

    static let heads: [String] = [
        #"<meta name="DC.rights.license" content="\#(by)"><meta name="DC.rights" content="© The Times">"#,
        #"<meta name="DC.rights.license" content="\#(by)"><meta name="DC.rightsHolder" content="The Times">"#,
        #"<meta name="DC.rights.license" content="\#(by)"><meta name="DCTERMS.rightsHolder" content="The Times">"#,
        #"<meta name="DC.rights.license" content="\#(by)"><meta name="DC.type" content="StillImage">"#,
        #"<meta name="DC.rights.license" content="\#(by)"><meta name="DC.type" content="Image">"#,
        #"<meta name="DC.rights.license" content="\#(by)"><meta name="DC.type" content="Dataset">"#,
        #"<meta name="DC.rights.license" content="\#(by)"><meta name="DC.format" content="image/jpeg">"#,
        #"<meta name="DC.rights.license" content="\#(by)"><meta name="DCTERMS.accessRights" content="restricted">"#,
        #"<meta name=license content="Photos: \#(by)">"#,
        #"<meta name=license content="CC BY 4.0 for photos">"#,
        #"<meta name=license content="\#(by) (images only)">"#,
        #"<meta name=license content="\#(by) (text excluded)">"#,
        #"<meta name="dc.rights" content="Photos CC BY \#(by), text © The Times">"#,
        #"<meta name="dc.rights" content="Except for text: \#(by)">"#,
        #"<meta name="dc.rights" content="Not licensed under \#(by)">"#,
        #"<meta name="dcterms.license" content="From 2030: \#(by)">"#,
        #"<meta name=copyright content="Images \#(by)">"#,
        #"<meta name="dc.rights" content="Some articles are CC BY 4.0">"#,
        #"<meta name="dc.rights" content="Will be released under CC BY 4.0">"#,
        #"<meta name="dc.rights" content="Based on a work licensed CC BY 4.0">"#,
        #"<link rel=license href="\#(by)"><meta name="dcterms.accessRights" content="restricted access">"#,
        #"<link rel=license href="\#(by)"><meta name="dc.rights" content="info:eu-repo/semantics/embargoedAccess">"#,
        #"<link rel=license href="\#(by)"><meta name="dc.type" content="Dataset">"#,
        #"<meta name="dc.rights" content="© The Times. Parts under \#(by)">"#,
        #"<meta name="dc.rights" content="Data: CC BY 4.0">"#,
        #"<meta name="dc.rights" content="Metadata: \#(by)">"#,
        #"<meta name="dc.rights" content="\#(by) for members only">"#,
        #"<link rel=license href="\#(by)" title="Licence of the photographs">"#,
        #"<link rel=license href="\#(by)" title="Image licence">"#,
        #"<link rel=license href="\#(by)" title="Theme licence">"#,
        #"<link rel=license href="\#(by)" class="photo">"#,
        #"<link rel=license href="\#(by)" title="CC BY-NC">"#,
        #"<link rel="license alternate" href="\#(by)">"#,
        ##"<link rel="license" about="#photo" href="\##(by)">"##,
        #"<link rel="license" id="theme-license" href="\#(by)">"#,
        #"<link rel=license href="\#(by)"><meta property="og:type" content="video.other">"#,
        #"<link rel=license href="\#(by)"><meta property="og:type" content="music.song">"#,
        #"<link rel=license href="\#(by)"><meta property="og:type" content="flickr_photos:photo">"#,
        #"<link rel=license href="\#(by)"><meta property="og:type" content="product">"#,
        #"<link rel=license href="\#(by)"><script type="application/ld+json">{"@type":"VideoObject","url":"https://ex.com/a","name":"A film"}</script>"#,
        #"<link rel=license href="\#(by)"><script type="application/ld+json">{"@type":"ImageObject","mainEntityOfPage":"https://ex.com/a"}</script>"#,
        #"<link rel=license href="\#(by)"><script type="application/ld+json">{"@type":"Dataset","url":"https://ex.com/a","name":"d"}</script>"#,
        #"<link rel=license href="\#(by)"><script type="application/ld+json">{"@type":"SoftwareApplication","url":"https://ex.com/a","name":"d"}</script>"#,
        #"<meta property="og:license" content="\#(by)"><meta property="og:type" content="video.movie">"#,
    ]

    @Test("Metas, links and types in the head", arguments: heads)
    func head(_ html: String) throws {
        #expect(try PageFixture(html: ScopeCase.page(head: html)).reading().licence.outcome != .covers)
    }

    static let ownHeads: [String] = [
        #"<meta name="DC.rights.license" content="\#(by)"><meta name="DC.Creator.PersonalName" content="Jane Doe"><meta name="DC.rights" content="Copyright (c) 2024 Jane Doe">"#,
        #"<meta name="DC.rights.license" content="\#(by)"><meta name="DC.type" content="Text.Serial.Journal"><meta name="DC.type" content="Journal Article">"#,
        #"<meta name="DC.rights.license" content="\#(by)"><meta name="DC.format" content="text/html">"#,
        #"<meta name="DC.rights.license" content="\#(by)"><meta name="citation_author" content="Doe, Jane"><meta name="DC.rights" content="© 2024 Jane Doe">"#,
        #"<meta name=license content="\#(by)">"#,
        #"<meta name=license content="CC BY 4.0">"#,
        #"<meta name="dc.rights" content="Licensed under \#(by)">"#,
        #"<meta name="dc.rights" content="This work is licensed under CC BY 4.0: \#(by)">"#,
        #"<link rel=license href="\#(by)"><meta property="og:type" content="article">"#,
        #"<link rel=license href="\#(by)"><meta property="og:type" content="website">"#,
        #"<link rel=license href="\#(by)" title="CC BY 4.0">"#,
        #"<link rel=license href="\#(by)" title="Creative Commons Attribution 4.0">"#,
        #"<link rel=license href="\#(by)" title="Copyright">"#,
        #"<link rel=license href="\#(by)" type="text/html" hreflang=en>"#,
        #"<link rel=license href="\#(by)"><script type="application/ld+json">{"@type":"Article","url":"/a"}</script><script type="application/ld+json">{"@type":"VideoObject","url":"https://ex.com/a","name":"A film"}</script>"#,
        #"<meta name=copyright content="© 2024 Jane Doe, CC BY 4.0">"#,
        #"<link rel=license href="\#(by)"><script type="application/ld+json">{"@type":"Organization","url":"https://ex.com/"}</script>"#,
    ]

    @Test("The same of the page's text and people", arguments: ownHeads)
    func ownHead(_ html: String) throws {
        let finding = try PageFixture(html: ScopeCase.page(head: html)).reading().licence
        #expect(finding.outcome == .covers || !html.contains("://"), "\(finding.reason)")
    }

    static let comments: [String] = [
        #"<dc:type rdf:resource="http://purl.org/dc/dcmitype/StillImage"/>"#,
        #"<dc:type rdf:resource="http://purl.org/dc/dcmitype/Sound"/>"#,
        #"<dc:rights><Agent><dc:title>The Times</dc:title></Agent></dc:rights>"#,
        #"<dc:format>image/jpeg</dc:format>"#,
        #"<dc:title>Photo of a bridge</dc:title>"#,
        #"<dc:rights>All rights reserved</dc:rights>"#,
        #"<dc:description>Photos only</dc:description>"#,
        #"<dc:type>MovingImage</dc:type>"#,
    ]

    private static func comment(_ work: String) -> String {
        "<!-- <rdf:RDF xmlns='http://web.resource.org/cc/' xmlns:dc='http://purl.org/dc/elements/1.1/' "
            + "xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'><Work rdf:about=''>\(work)"
            + "<license rdf:resource='\(by)'/></Work></rdf:RDF> -->"
    }

    @Test("RDF in a comment, of another kind of work or another's", arguments: comments)
    func comment(_ work: String) throws {
        #expect(try ScopeCase("other", ScopeCase.page(Self.comment(work)), .none).difference() == nil)
    }

    static let ownComments: [String] = [
        #""#,
        #"<dc:type rdf:resource="http://purl.org/dc/dcmitype/Text"/>"#,
        #"<dc:title>Old papers</dc:title><dc:rights><Agent><dc:title>Jane Doe</dc:title></Agent></dc:rights><dc:creator><Agent><dc:title>Jane Doe</dc:title></Agent></dc:creator>"#,
        #"<dc:date>2004</dc:date>"#,
        #"<dc:format>text/html</dc:format>"#,
    ]

    @Test("RDF in a comment, of a text by its author", arguments: ownComments)
    func ownComment(_ work: String) throws {
        #expect(try ScopeCase("own", ScopeCase.page(Self.comment(work)), .covers, ["cc-by"]).difference() == nil)
    }

    @Test("A header whose title tells of pictures", arguments: ["title=\"Photos\"", "title*=UTF-8''Image%20licence"])
    func header(_ parameter: String) throws {
        func outcome(_ more: String) throws -> LicenceFinding.Outcome {
            let link = "<\(Self.by)>; rel=\"license\"" + more
            return try PageFixture(
                html: ScopeCase.page(), headers: [("Content-Type", "text/html"), ("Link", link)]
            ).reading().licence.outcome
        }
        #expect(try outcome("; " + parameter) == .none)
        #expect(try outcome("; title=\"CC BY 4.0\"") == .covers)
    }
}
