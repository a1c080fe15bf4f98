import Provenance
import Rights
import Testing

@Suite("A statement about somebody's text, a version, a kind of work or a part of a site is not the page's")
struct KindScopeTests {
    private static let by = ScopeCase.by
    private static let rel = "<a rel=license href='\(by)'>CC BY 4.0</a>"
    /// With the relation, without it, and by name alone.
    private static let forms = [rel, "<a href='\(by)'>CC BY 4.0</a>", "CC BY 4.0"]

    /// The licence stands for `@@`.
    private static func outcomes(_ text: String, _ page: (String) -> String) throws -> [LicenceFinding.Outcome] {
        try forms.map { form in
            try PageFixture(html: page(text.replacing("@@", with: form))).reading().licence.outcome
        }
    }

    static let refused: [String] = [
        #"<p>Text © The Times, licensed under @@</p>"#,
        #"<p>Text © Penguin Books, licensed under @@</p>"#,
        #"<p>Text © NET Bible, licensed under @@</p>"#,
        #"<p>Text © 2020 The Times. Licensed under @@</p>"#,
        #"<p>Text copyright The Times, licensed under @@</p>"#,
        #"<p>Text of the law: @@</p>"#,
        #"<p>Text of the law is licensed under @@</p>"#,
        #"<p>The CMS is licensed under @@</p>"#,
        #"<p>This CMS is licensed under @@</p>"#,
        #"<p>The author version of this article is licensed under @@</p>"#,
        #"<p>The version of this article of 2019 is licensed under @@</p>"#,
        #"<p>Another version of this article is available under @@</p>"#,
        #"<p>Free content is licensed under @@</p>"#,
        #"<p>Free content: @@</p>"#,
        #"<p>Our open content is licensed under @@</p>"#,
        #"<p>Our free articles are licensed under @@</p>"#,
        #"<p>Documentation is licensed under @@</p>"#,
        #"<p>Publications are licensed under @@</p>"#,
        #"<p>Materials are licensed under @@</p>"#,
        #"<p>Documentation: @@</p>"#,
        #"<p>Our publications are licensed under @@</p>"#,
        #"<p>The documentation is licensed under @@</p>"#,
        #"<p>Docs are licensed under @@</p>"#,
        #"<p>This book is licensed under @@</p>"#,
        #"<p>This chapter is licensed under @@</p>"#,
        #"<p>This magazine is licensed under @@</p>"#,
        #"<p>This lesson is licensed under @@</p>"#,
        #"<p>This report is licensed under @@</p>"#,
        #"<p>This course is licensed under @@</p>"#,
        #"<p>Our notes are licensed under @@</p>"#,
        #"<p>We are licensed under @@</p>"#,
        #"<p>I am licensed under @@</p>"#,
        #"<p>All text by others is licensed under @@</p>"#,
        #"<p>Text and code of others @@</p>"#,
        #"<p>Text by The Times, licensed under @@</p>"#,
        #"<p>Article © Penguin Books @@</p>"#,
        #"<p>The article © Penguin Books is licensed under @@</p>"#,
        #"<p>Bible text © NET @@</p>"#,
        #"<p>© Penguin Books text, licensed under @@</p>"#,
        #"<p>Text of this law: @@</p>"#,
        #"<p>Text of the terms: @@</p>"#,
        #"<p>Text of the notes: @@</p>"#,
        #"<p>Terms of use: @@</p>"#,
        #"<p>The terms of this site are licensed under @@</p>"#,
        #"<p>Our terms are licensed under @@</p>"#,
        #"<p>The deed is licensed under @@</p>"#,
        #"<p>Legal code @@</p>"#,
        #"<p>The notice is licensed under @@</p>"#,
        #"<p>Notes are licensed under @@</p>"#,
        #"<p>Our website is hosted under @@</p>"#,
        #"<p>The author's version of this article is licensed under @@</p>"#,
        #"<p>The original of this article is licensed under @@</p>"#,
        #"<p>Our tutorials are licensed under @@</p>"#,
        #"<p>Tutorial: @@</p>"#,
        #"<p>This issue is licensed under @@</p>"#,
        #"<p>Journal content is licensed under @@</p>"#,
        #"<p>Our wiki is licensed under @@</p>"#,
        #"<p>Our report is licensed under @@</p>"#,
        #"<p>Text from our book is licensed under @@</p>"#,
        #"<p>Information is licensed under @@</p>"#,
        #"<p>Unser Buch ist lizenziert unter @@</p>"#,
        #"<p>Dieses Kapitel ist lizenziert unter @@</p>"#,
        #"<p>Freie Inhalte sind lizenziert unter @@</p>"#,
        #"<p>Document: @@</p>"#,
        #"<p>This document is licensed under @@ (2nd edition)</p>"#,
        #"<p>Contains public sector information licensed under the @@</p>"#,
    ]

    @Test("Refused at the end of the text and in the footer", arguments: refused)
    func refuses(_ text: String) throws {
        #expect(try !Self.outcomes(text) { ScopeCase.page($0) }.contains(.covers))
        #expect(try !Self.outcomes(text) { ScopeCase.page(footer: $0) }.contains(.covers))
    }

    static let accepted: [String] = [
        #"<p>This documentation is licensed under \#(rel)</p>"#,
        #"<p>© 2020 Jo Doe. Content on this site is licensed under \#(rel)</p>"#,
        #"<p>© 2020 Jo Doe, licensed under \#(rel)</p>"#,
        #"<p>All content on this site is licensed under \#(rel)</p>"#,
        #"<p>Articles of this journal are licensed under \#(rel)</p>"#,
        #"<p>Copyright Notice: All articles in this blog are licensed under \#(rel)</p>"#,
        #"<p>This paper is licensed under \#(rel)</p>"#,
        #"<p>This document is licensed under \#(rel)</p>"#,
        #"<p>We license this content under \#(rel)</p>"#,
    ]

    @Test("Accepted at the end of the text and in the footer", arguments: accepted)
    func accepts(_ text: String) throws {
        for html in [ScopeCase.page(text), ScopeCase.page(footer: text)] {
            #expect(try PageFixture(html: html).reading().licence.outcome == .covers)
        }
    }

    static let addressed: [(String, String)] = [
        ("/book/a", #"<p>This book is licensed under \#(rel)</p>"#),
        ("/docs/a", #"<p>Documentation is licensed under \#(rel)</p>"#),
    ]

    @Test("What the address of the page says it is", arguments: addressed)
    func named(_ path: String, _ text: String) throws {
        let html = ScopeCase.page(footer: text)
        #expect(try PageFixture(html: html, path: path).reading().licence.outcome == .covers)
        #expect(try PageFixture(html: html).reading().licence.outcome != .covers)
    }
}
