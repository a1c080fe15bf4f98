import Provenance
import Testing

@Suite("A licence of the page is the page's, and disagreement is no licence")
struct PageScopeTests {
    private static let (by, nc, sa) = (ScopeCase.by, ScopeCase.nc, ScopeCase.sa)
    private static func rel(_ url: String) -> String { "<a rel=license href='\(url)'>licence</a>" }
    private static func link(_ url: String) -> String { "<a href='\(url)'>licence</a>" }
    private static let ogl = "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/"

    static let cases: [ScopeCase] = [
        .init(
            "text and photos", ScopeCase.page(footer: "Text and photos are licensed under \(rel(by))"), .covers,
            ["cc-by"]),
        .init(
            "photos and text", ScopeCase.page(footer: "Photos and text are licensed under \(rel(by))"), .covers,
            ["cc-by"]),
        .init(
            "except where noted",
            ScopeCase.page(footer: "Except where otherwise noted, content on this site is licensed under \(link(by))"),
            .covers,
            ["cc-by"]),
        .init(
            "German", ScopeCase.page(footer: "Dieser Inhalt ist lizenziert unter \(link(sa))"), .covers, ["cc-by-sa"]),
        .init(
            "French", ScopeCase.page(footer: "Ce contenu est mis à disposition sous licence \(link(by))"), .covers,
            ["cc-by"]),
        .init("Spanish", ScopeCase.page(footer: "Este sitio está bajo licencia \(link(by))"), .covers, ["cc-by"]),
        .init(
            "Italian", ScopeCase.page(footer: "Questo sito è distribuito con licenza \(link(by))"), .covers, ["cc-by"]),
        .init("Polish", ScopeCase.page(footer: "Treści są dostępne na licencji \(link(by))"), .covers, ["cc-by"]),
        .init("Chinese", ScopeCase.page(footer: "本作品采用 \(link(by)) 进行许可"), .covers, ["cc-by"]),
        .init("Japanese", ScopeCase.page(footer: "この作品は \(link(by)) の下に提供されています"), .covers, ["cc-by"]),
        .init("Korean", ScopeCase.page(footer: "이 저작물은 \(link(by)) 에 따라 이용할 수 있습니다"), .covers, ["cc-by"]),
        .init("denied", ScopeCase.page(footer: "This content is no longer licensed under \(link(by))"), .none),
        .init("discussion", ScopeCase.page("<p>\(link(by)) or \(link(nc)) or \(link(sa)) are licences.</p>"), .none),
        .init(
            "journal list",
            ScopeCase.page("<article><h2>A</h2>\(rel(by))</article><article><h2>B</h2>\(rel(by))</article>"), .none),
        .init("list items", ScopeCase.page("<ul><li>A \(rel(by))</li><li>B \(rel(sa))</li></ul>"), .none),
        .init(
            "two licences in one place", ScopeCase.page(footer: "\(rel(by)) \(rel(nc))"), .conflict,
            ["cc-by", "cc-by-nc"]),
        .init(
            "head and prose disagree",
            ScopeCase.page(head: "<link rel=license href='\(by)'>", footer: "This site is licensed under CC BY-NC 4.0"),
            .conflict,
            ["cc-by", "cc-by-nc"]),
        .init(
            "rights reserved beside an anchor", ScopeCase.page(footer: "All rights reserved. \(rel(by))"), .unclear,
            ["cc-by"]),
        .init(
            "terms of one's own", ScopeCase.page(head: "<link rel=license href='/copyright'>"), .unclear, ["unknown"]),
        .init(
            "MIT of the documentation",
            ScopeCase.page(head: "<link rel=license href='https://opensource.org/licenses/MIT'>"), .none),
        .init("MIT by its id", ScopeCase.page(head: "<meta name=license content='MIT'>"), .none),
        .init(
            "choice of licences", ScopeCase.page(head: "<meta name=license content='CC-BY-4.0 OR MIT'>"), .unclear,
            ["spdx-expression"]),
        .init("SPDX id", ScopeCase.page(head: "<meta name=license content='CC-BY-SA-4.0'>"), .covers, ["cc-by-sa"]),
        .init(
            "SPDX address",
            ScopeCase.page(head: "<link rel=license href='https://spdx.org/licenses/CC-BY-NC-4.0.html'>"), .covers,
            ["cc-by-nc"]),
        .init(
            "name in meta",
            ScopeCase.page(head: "<meta name=license content='Creative Commons Attribution 4.0 International'>"),
            .covers, ["cc-by"]),
        .init(
            "government licence, bare link",
            ScopeCase.page(footer: "All content is available under the \(link(ogl)), except where otherwise stated"),
            .covers, ["ogl-uk"]),
        .init(
            "government licence, head", ScopeCase.page(head: "<link rel=license href='\(ogl)'>"), .covers, ["ogl-uk"]),
        .init(
            "government licence, look-alike",
            ScopeCase.page(
                head:
                    "<link rel=license href='https://nationalarchives.gov.uk.evil.example/doc/open-government-licence/version/3/'>"
            ), .unclear, ["unknown"]),
        .init(
            "statement beside a licence",
            ScopeCase.page(
                head:
                    "<link rel=license href='\(by)'><meta name=dc.rights content='http://rightsstatements.org/vocab/InC/1.0/'>"
            ), .conflict, ["cc-by", "rs-reserved"]),
        .init(
            "JSON-LD, government licence",
            ScopeCase.page(
                head: ScopeCase.json(#"{"@type":"Article","license":"https://www.govdata.de/dl-de/by-2-0"}"#)), .covers,
            ["dl-de-by"]),
        .init(
            "JSON-LD, prefixed key",
            ScopeCase.page(head: ScopeCase.json(#"{"@type":"Article","http://schema.org/license":"\#(by)",}"#)),
            .covers, ["cc-by"]),
        .init(
            "broken block beside a link",
            ScopeCase.page(head: ScopeCase.json(#"{"license":"#) + "<link rel=license href='\(by)'>"), .covers,
            ["cc-by"]),
        .init(
            "broken block that asks for more",
            ScopeCase.page(
                head: ScopeCase.json(#"{"@type":"Article","license":"\#(nc)" "x"}"#) + "<link rel=license href='\(by)'>"
            ), .conflict, ["cc-by", "cc-by-nc"]),
        .init(
            "badge alone", ScopeCase.page(footer: "<img src='https://licensebuttons.net/l/by/4.0/88x31.png'>"),
            .unclear, ["cc-by"]),
        .init(
            "badge and link disagree",
            ScopeCase.page(
                footer: "<a rel=license href='\(sa)'><img src='https://i.creativecommons.org/l/by/3.0/88x31.png'></a>"),
            .covers, ["cc-by-sa"]),
        .init(
            "KOGL type 1",
            ScopeCase.page(
                footer: "본 저작물은 <a href='https://www.kogl.or.kr/info/licenseType1.do'>공공누리 제1유형</a>에 따라 이용할 수 있습니다"),
            .covers, ["kogl-1"]),
    ]

    @Test("Pages that are licensed, and pages that must not be", arguments: cases)
    func scope(_ one: ScopeCase) throws {
        let difference = try one.difference()
        #expect(difference == nil, "\(one.description): \(difference ?? "")")
    }
}
