import Provenance
import Rights
import Testing

@Suite("A statement about somebody's text, a version, a kind of work or a part of a site is not the page's")
struct KindScopeTests {
    private static let by = ScopeCase.by
    private static let rel = ScopeCase.rel

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
        #"<p>Dieses Werk ist in Österreich lizenziert unter @@</p>"#,
        #"<p>This article was originally licensed under @@</p>"#,
        #"<p>This article was, in 2019, licensed under @@</p>"#,
        #"<p>This article (photo) is licensed under @@</p>"#,
        #"<p>Free articles are licensed under @@</p>"#,
        #"<p>Freie Inhalte: @@</p>"#,
        #"<p>Open access articles: @@</p>"#,
        #"<p>Text © Jane Austen Society 2020 @@</p>"#,
        #"<p>Texts copyright Penguin Books. Licensed under @@</p>"#,
        #"<p>Content copyright The Times; licensed under @@</p>"#,
        #"<p>The text is © Penguin Books, licensed under @@</p>"#,
        #"<p>Text (c) Penguin Books, licensed under @@</p>"#,
        #"<p>Text: © Penguin Books, @@</p>"#,
        #"<p>Text by and © Penguin Books, @@</p>"#,
        #"<p>© Penguin Books (text), licensed under @@</p>"#,
        #"<p>Text: Penguin Books, licensed under @@</p>"#,
        #"<p>Text © NET, licensed under @@</p>"#,
        #"<p>Translation © Jo, text under @@</p>"#,
        #"<p>This content is licensed to us under @@</p>"#,
        #"<p>This work is licensed under @@ (Germany only)</p>"#,
        #"<p>This work is licensed under @@ [NC]</p>"#,
        #"<p>This work is licensed under @@ - non commercial</p>"#,
        #"<p>This work is licensed under @@ (no derivatives)</p>"#,
        #"<p>This work is licensed under @@. (NC)</p>"#,
        #"<p>This work is licensed under @@</p><p>(for the photos)</p>"#,
        #"<p>Dataset</p><p>This work is licensed under @@</p>"#,
        #"<p>Get the dataset here.</p><p>This work is licensed under @@</p>"#,
        #"<p>See the video above.</p><p>It is licensed under @@</p>"#,
        #"<p>You can download the code.</p><p>This work is licensed under @@</p>"#,
        #"<p>The photographs on this page are by Ann Smith.</p><p>They are licensed under @@</p>"#,
        #"<p>The photographs on this page are by Ann Smith.</p><div><p>@@</p></div>"#,
        #"<p>The photographs on this page are by Ann Smith.</p><hr><p>This work is licensed under @@</p>"#,
    ]

    @Test("Refused at the end of the text and in the footer", arguments: refused)
    func refuses(_ text: String) throws {
        #expect(try !ScopeCase.outcomes(text) { ScopeCase.page($0) }.contains(.covers))
        #expect(try !ScopeCase.outcomes(text) { ScopeCase.page(footer: $0) }.contains(.covers))
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
        #"<p>Content licensed under \#(rel)</p>"#,
        #"<p>© Copyright 2024, The Bridge Project. Licensed under \#(rel).</p>"#,
        #"<p>Text and images are licensed under \#(rel)</p>"#,
        #"<p>Except where otherwise noted, this work is licensed under \#(rel)</p>"#,
        #"<p>This work is licensed under a <a rel="license" href="\#(by)">Creative Commons Attribution 4.0 International License</a>.</p>"#,
        #"<a rel="license" href="\#(by)"><img alt="Creative Commons Licence" style="border-width:0" src="https://i.creativecommons.org/l/by/4.0/88x31.png" /></a><br />This work is licensed under a <a rel="license" href="\#(by)">Creative Commons Attribution 4.0 International License</a>."#,
        #"<a rel="license" href="\#(by)"><img alt="Creative Commons Licence" style="border-width:0" src="https://i.creativecommons.org/l/by/4.0/88x31.png" /></a><br /><span xmlns:dct="http://purl.org/dc/terms/" href="http://purl.org/dc/dcmitype/Text" property="dct:title" rel="dct:type">Old papers</span> by <a xmlns:cc="http://creativecommons.org/ns#" href="/jo" property="cc:attributionName" rel="cc:attributionURL">Jo Doe</a> is licensed under a <a rel="license" href="\#(by)">Creative Commons Attribution 4.0 International License</a>.<br />Based on a work at <a xmlns:dct="http://purl.org/dc/terms/" href="https://ex.com/a" rel="dct:source">https://ex.com/a</a>."#,
        #"<p xmlns:cc="http://creativecommons.org/ns#" >This work is licensed under <a href="http://creativecommons.org/licenses/by/4.0/?ref=chooser-v1" target="_blank" rel="license noopener noreferrer" style="display:inline-block;">CC BY 4.0<img style="height:22px!important;margin-left:3px;vertical-align:text-bottom;" src="https://mirrors.creativecommons.org/presskit/icons/cc.svg?ref=chooser-v1"><img style="height:22px!important" src="https://mirrors.creativecommons.org/presskit/icons/by.svg?ref=chooser-v1"></a></p>"#,
        #"<p>Content available under a \#(rel) license.</p>"#,
        #"<p>Unless stated otherwise, all content is licensed under \#(rel).</p>"#,
        #"<p>Alle Texte auf dieser Seite stehen unter der Lizenz \#(rel)</p>"#,
        #"<p>Dieser Artikel ist lizenziert unter \#(rel)</p>"#,
        #"<p>Ce site est sous licence \#(rel)</p>"#,
        #"<p>Este artículo está bajo licencia \#(rel)</p>"#,
        #"<p>Esta obra está bajo una licencia de <a rel=license href="\#(by)">Creative Commons Reconocimiento 4.0 Internacional</a>.</p>"#,
        #"<p>Este obra está licenciado com uma Licença <a rel=license href="\#(by)">Creative Commons Atribuição 4.0 Internacional</a>.</p>"#,
        #"<p>Ten utwór jest dostępny na <a rel=license href="\#(by)">licencji Creative Commons Uznanie autorstwa 4.0 Międzynarodowe</a>.</p>"#,
        #"<p>Dit werk valt onder een <a rel=license href="\#(by)">Creative Commons Naamsvermelding 4.0 Internationaal-licentie</a>.</p>"#,
        #"<p>Quest'opera è distribuita con Licenza <a rel=license href="\#(by)">Creative Commons Attribuzione 4.0 Internazionale</a>.</p>"#,
        #"<p>Dieses Werk ist lizenziert unter einer <a rel=license href="https://creativecommons.org/licenses/by/3.0/de/">Creative Commons Namensnennung 3.0 Deutschland Lizenz</a>.</p>"#,
        #"<p>Ce(tte) œuvre est mise à disposition selon les termes de la <a rel=license href="https://creativecommons.org/licenses/by/3.0/fr/">Licence Creative Commons Attribution 3.0 France</a>.</p>"#,
        #"<p>Esta obra está bajo una <a rel=license href="https://creativecommons.org/licenses/by/3.0/es/">licencia de Creative Commons Reconocimiento 3.0 España</a>.</p>"#,
        #"<p>This work is licensed under a <a rel=license href="https://creativecommons.org/licenses/by/3.0/nz/">Creative Commons Attribution 3.0 New Zealand License</a>.</p>"#,
        #"<p>© 2020 by the authors. This work is licensed under \#(rel)</p>"#,
        #"<p>© The Author(s) 2020. This article is licensed under \#(rel)</p>"#,
        #"<p>Licensed under the \#(rel) licence.</p><p>Powered by Hugo</p>"#,
        #"<p>This work is licensed under \#(rel)</p><p>Follow us on Mastodon</p>"#,
        #"<p>本作品采用<a rel=license href="\#(by)">知识共享署名 4.0 国际许可协议</a>进行许可。</p>"#,
        #"<p>この作品は<a rel=license href="\#(by)">クリエイティブ・コモンズ 表示 4.0 国際 ライセンス</a>の下に提供されています。</p>"#,
        #"<p>Это произведение доступно по <a rel=license href="\#(by)">лицензии Creative Commons «Attribution» («Атрибуция») 4.0 Всемирная</a>.</p>"#,
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
        (
            "/docs/a",
            #"<p>Docs licensed under <a href='\#(by)'>CC BY 4.0</a>, code under <a href='https://opensource.org/licenses/MIT'>MIT</a>.</p>"#
        ),
    ]

    @Test("What the address of the page says it is", arguments: addressed)
    func named(_ path: String, _ text: String) throws {
        let html = ScopeCase.page(footer: text)
        #expect(try PageFixture(html: html, path: path).reading().licence.outcome == .covers)
        #expect(try PageFixture(html: html).reading().licence.outcome != .covers)
    }
}
