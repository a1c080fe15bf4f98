import Provenance
import Rights
import Testing

@Suite("Weak evidence of a licence never opens a page")
struct WeakScopeTests {
    private static let by = ScopeCase.by
    private static let nc = ScopeCase.nc
    private static let rel = "<a rel=license href='\(by)'>CC BY 4.0</a>"
    private static let head = "<link rel=license href='\(by)'>"

    static let denials: [String] = [
        "This text is not licensed under \(rel)", "This page is no longer licensed under \(rel)",
        "None of our content is licensed under \(rel)", "This work isn't released under \(rel)",
        "This work isn’t released under \(rel)", "This text is not otherwise licensed under \(rel)",
        "\(rel) does not apply to this page", "The \(rel) licence no longer applies here",
        "<a rel=license href='\(by)'>Not under CC BY 4.0</a>", "Dieser Text ist nicht lizenziert unter \(rel)",
        "Keine Lizenz nach \(rel)", "Ce texte n'est pas sous licence \(rel)", "Este texto no está bajo licencia \(rel)",
        "Questo testo non è distribuito con licenza \(rel)", "Deze tekst valt niet onder \(rel)", "本作品不采用 \(rel) 进行许可",
        "この記事は \(rel) ではありません", "이 저작물은 \(rel) 에 따라 적용되지 않습니다",
        "Den här texten är inte licensierad under \(rel)", "Bu metin \(rel) ile lisanslı değildir",
        "Tento text není zveřejněn pod \(rel)", "هذا النص ليس مرخصا بموجب \(rel)",
        "This text is not under <span property='dct:license' resource='\(by)'>CC BY</span>",
    ]

    @Test("A sentence that denies the grant, also round a link of relation `license`", arguments: denials)
    func denied(_ text: String) throws {
        #expect(try ScopeCase("footer", ScopeCase.page(footer: "<p>\(text)</p>"), .none).difference() == nil)
        #expect(try ScopeCase("text", ScopeCase.page("<p>\(text)</p>"), .none).difference() == nil)
    }

    static let labels: [String] = [
        "<a rel=license href='\(by)'>CC BY-NC-ND 4.0</a>", "<a rel=license href='\(by)' title='CC BY-NC'>Licence</a>",
        "<a rel=license href='\(by)'>Creative Commons Attribution-NonCommercial 4.0 International</a>",
    ]

    @Test("A link whose own words name another licence says two things", arguments: labels)
    func labelled(_ text: String) throws {
        let finding = try PageFixture(html: ScopeCase.page(footer: "<p>\(text)</p>")).reading().licence
        #expect(finding.outcome == .conflict, "\(finding.licences.map(\.id)): \(finding.reason)")
    }

    static let grants: [String] = [
        "Unless otherwise noted, content is licensed under \(rel)",
        "This is not legal advice. Content is licensed under \(rel)",
        "Where not otherwise stated, content is licensed under \(rel)",
        "Soweit nicht anders angegeben, ist dieser Inhalt lizenziert unter \(rel)",
        "This content is licensed under \(rel). No part of the archive is sold.",
        "Salvo que no se indique lo contrario, este contenido está bajo licencia \(rel)",
    ]

    @Test("A limit on a grant, or a denial of something else, denies nothing", arguments: grants)
    func granted(_ text: String) throws {
        #expect(
            try ScopeCase("footer", ScopeCase.page(footer: "<p>\(text)</p>"), .covers, ["cc-by"]).difference() == nil)
    }

    @Test("Parts of a licence's name deny nothing")
    func names() throws {
        let nd =
            "<a rel=license href='https://creativecommons.org/licenses/by-nd/4.0/'>Attribution-No Derivatives 4.0</a>"
        let zero =
            "<a rel=license href='https://creativecommons.org/publicdomain/zero/1.0/'>CC0: no rights reserved</a>"
        #expect(try ScopeCase("nd", ScopeCase.page(footer: nd), .covers, ["cc-by-nd"]).difference() == nil)
        #expect(try ScopeCase("zero", ScopeCase.page(footer: zero), .covers, ["cc0"]).difference() == nil)
    }

    static let unseen: [String] = [
        "<div style='display:none'>\(rel)</div>",
        "<div style='color: red; DISPLAY : none !important'><p>\(rel)</p></div>",
        "<div style='visibility: hidden'>\(rel)</div>", "<div hidden>\(rel)</div>",
        "<div aria-hidden=true>\(rel)</div>",
        "<a rel=license hidden href='\(by)'>CC BY</a>", "<a rel=license style='display:none' href='\(by)'>CC BY</a>",
        "<a rel=license aria-hidden='TRUE' href='\(by)'>CC BY</a>", "<template>\(rel)</template>",
        "<noscript>\(rel)</noscript>",
        "<div hidden>This content is licensed under <a href='\(by)'>CC BY</a></div>",
        "<div hidden>This content is licensed under CC BY 4.0</div>",
        "<div hidden><span property='dct:license' resource='\(by)'></span></div>",
        "<div hidden itemscope itemtype='https://schema.org/Article'><link itemprop=license href='\(by)'></div>",
        "<noscript><meta name=license content='\(by)'></noscript>", "<noscript>\(head)</noscript>",
        "<div hidden><form rel=license action='\(by)'></form></div>",
        "<aside>\(rel)</aside>", "<aside>This content is licensed under <a href='\(by)'>CC BY</a></aside>",
        "<aside><p>This content is licensed under CC BY 4.0</p></aside>",
        "<aside><a property=license href='\(by)'>CC BY</a></aside>",
    ]

    @Test("What is not shown, or stands beside the text, licenses nothing", arguments: unseen)
    func unshown(_ html: String) throws {
        #expect(try ScopeCase("text", ScopeCase.page(html), .none).difference() == nil)
        #expect(try ScopeCase("footer", ScopeCase.page(footer: html), .none).difference() == nil)
    }

    @Test("What is shown does: an element that is not hidden, an aside elsewhere")
    func shown() throws {
        for html in [
            "<div style='display:block'>\(Self.rel)</div>", "<div aria-hidden=false>\(Self.rel)</div>",
            "<aside>Read on</aside>\(Self.rel)",
        ] {
            #expect(try ScopeCase("footer", ScopeCase.page(footer: html), .covers, ["cc-by"]).difference() == nil)
        }
    }

    @Test("Not taken is not unheard: what asks for more counts against the others")
    func stricter() throws {
        let more = "<a rel=license href='\(Self.nc)'>CC BY-NC</a>"
        for html in ["<div hidden>\(more)</div>", "<aside>\(more)</aside>", "<noscript>\(more)</noscript>"] {
            let page = ScopeCase.page(head: Self.head, footer: html)
            #expect(try ScopeCase("both", page, .conflict, ["cc-by", "cc-by-nc"]).difference() == nil)
        }
    }

    static let elsewhere: [(String, LicenceFinding.Outcome)] = [
        ("<base href='https://creativecommons.org/'><link rel=license href='/licenses/by/4.0/'>", .unclear),
        ("<base href='https://creativecommons.org/licenses/'><link rel=license href='by/4.0/'>", .unclear),
        ("<base href='//creativecommons.org/'><link rel=license href='licenses/by/4.0/'>", .unclear),
        ("<base href='https://creativecommons.org/'><meta name=license content='/licenses/by/4.0/'>", .unclear),
        (
            "<base href='https://creativecommons.org/'>"
                + ScopeCase.json(#"{"@type":"Article","license":"/licenses/by/4.0/"}"#), .unclear
        ),
        ("<base href='https://cdn.example/'><link rel=license href='\(by)'>", .covers),
        ("<base href='https://ex.com/x/'><link rel=license href='//creativecommons.org/licenses/by/4.0/'>", .covers),
    ]

    @Test("A base of another host makes no licence of a reference", arguments: elsewhere)
    func base(_ head: String, _ outcome: LicenceFinding.Outcome) throws {
        let ids = outcome == .covers ? ["cc-by"] : ["unknown"]
        #expect(try ScopeCase("base", ScopeCase.page(head: head), outcome, ids).difference() == nil)
    }

    @Test("A base of another host, for links and RDFa of the text")
    func baseOfText() throws {
        for html in [
            "<a rel=license href='/licenses/by/4.0/'>x</a>",
            "<span property='dct:license' resource='/licenses/by/4.0/'>x</span>",
        ] {
            let page = ScopeCase.page(head: "<base href='https://creativecommons.org/'>", footer: html)
            #expect(try ScopeCase("base", page, .unclear, ["unknown"]).difference() == nil)
        }
    }
}
