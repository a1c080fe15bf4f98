import Provenance
import Rights
import Testing

@Suite("A place, a condition, a remark or a stricter element beside a licence takes it from the page")
struct LimitScopeTests {
    private static let by = ScopeCase.by
    private static let rel = ScopeCase.rel

    static let refused: [String] = [
        #"<p>This work is licensed under @@ within the EU.</p>"#,
        #"<p>This work is licensed under @@ in Germany.</p>"#,
        #"<p>In Germany, this work is licensed under @@.</p>"#,
        #"<p>Within the EU this work is licensed under @@.</p>"#,
        #"<p>In the UK this work is licensed under @@.</p>"#,
        #"<p>In Deutschland ist dieses Werk lizenziert unter @@.</p>"#,
        #"<p>This work is licensed under @@ with additional terms.</p>"#,
        #"<p>This work is licensed under @@ and additional conditions.</p>"#,
        #"<p>This work is licensed under @@ or so.</p>"#,
        #"<p>This work is licensed under @@ if so noted.</p>"#,
        #"<p>This work is licensed under @@</p><p>(text of the badge that our old site had)</p>"#,
        #"<p>This work is licensed under @@</p><p>That is what the footer of the old site said.</p>"#,
        #"<p>This work is licensed under @@. That is what the footer of the old site said.</p>"#,
        #"<p>This work is licensed under @@</p><p>So said the old footer.</p>"#,
        #"<p>This work is licensed under @@</p><p>This was the text of the badge.</p>"#,
        #"<p>This work is licensed under @@</p><p>The above is an example.</p>"#,
        #"<p>The old site said:</p><p>This work is licensed under @@</p>"#,
        #"<p>The old site had this line.</p><p>This work is licensed under @@</p>"#,
        #"<p>Here is an example of a licence statement.</p><p>This work is licensed under @@</p>"#,
        #"<p>This article was licensed under @@</p>"#,
        #"<p>This article had been licensed under @@</p>"#,
        #"<p>Our articles were licensed under @@</p>"#,
        #"<p>This article was available under @@</p>"#,
        #"<p>This work is licensed under <a rel=license href='\#(by)'>CC BY</a>-NC 4.0</p>"#,
        #"<p>This work is licensed under <a rel=license href='\#(by)'>CC</a>-NC</p>"#,
        #"<p>This work is licensed under <a rel=license href='\#(by)'>CC BY</a> NC ND</p>"#,
        #"<p>This work is licensed under <a rel=license href='\#(by)'>CC BY</a> (NC)</p>"#,
        #"<p>This work is licensed under <a href='\#(by)'>CC BY</a>-NC-ND</p>"#,
        #"<p>This work is licensed under @@ (text: NC)</p>"#,
        #"<p>This work is licensed under @@, noncommercial</p>"#,
        #"<p>This work is licensed under @@ (NC)</p>"#,
        #"<p>NC: This work is licensed under @@</p>"#,
        #"<p>This work is licensed under @@ in the AI</p>"#,
        #"<p>This work is licensed under @@</p><p>Photo: Ann Smith</p>"#,
        #"<p>This work is licensed under @@</p><p>This applies to the photographs.</p>"#,
        #"<p>This work is licensed under @@. This applies to the photographs.</p>"#,
        #"<p>This work is licensed under @@. Does not include the text.</p>"#,
        #"<p>This work is licensed under @@ where permitted.</p>"#,
        #"<p>This work is licensed under @@ worldwide except Germany.</p>"#,
        #"<p>This work is licensed under @@ for EU residents</p>"#,
        #"<p>This work is licensed under @@ for use in schools</p>"#,
        #"<p>This work is licensed under @@ in the UK and US</p>"#,
        #"<p>This work is licensed under @@ in France</p>"#,
        #"<p>Dieses Werk ist in der Schweiz lizenziert unter @@</p>"#,
        #"<p>Cette œuvre est en France sous licence @@</p>"#,
        #"<p>This work is licensed under @@ plus conditions</p>"#,
        #"<p>This work is licensed under @@ with our terms</p>"#,
        #"<p>This work is licensed under @@, terms and conditions apply</p>"#,
        #"<p>This work is licensed under @@, conditions apply</p>"#,
        #"<p>This work is licensed under @@ with no AI use</p>"#,
        #"<p>This work is or was licensed under @@</p>"#,
        #"<p>This article has been licensed under @@ to 2022</p>"#,
        #"<p>This article will be licensed under @@</p>"#,
        #"<p>This article should be licensed under @@</p>"#,
        #"<p>This article would be licensed under @@</p>"#,
        #"<p>Is this article licensed under @@?</p>"#,
        #"<p>The site is licensed under @@; text is not.</p>"#,
        #"<p>This site is licensed under @@. The text is not.</p>"#,
        #"<p>This site is licensed under @@. Articles are copyright of their authors.</p>"#,
        #"<p>This site is licensed under @@. Text is copyright Jo Doe.</p>"#,
        #"<p>Website is licensed under @@. Content © The Times.</p>"#,
        #"<p>This site is licensed under @@. This text isn't.</p>"#,
        #"<p>This work is licensed under @@. The articles by guests are not.</p>"#,
        #"<p>Esta obra está bajo licencia @@ en España</p>"#,
        #"<p>This work is licensed under @@ or newer</p>"#,
        #"<p>This work is licensed under @@ or similar</p>"#,
        #"<p>This work is licensed under @@ more or less</p>"#,
        #"<p>This work is licensed under @@, I think</p>"#,
        #"<p>This work is, as noted, licensed under @@ to us</p>"#,
        #"<p>This work is licensed under @@ to us</p>"#,
        #"<p>This work is licensed under @@ by the law of Germany</p>"#,
        #"<p>This work is licensed under @@. Noncommercial.</p>"#,
        #"<p>This work is licensed under @@</p><p>NC</p>"#,
        #"<p>This work is licensed under @@</p><p>Text: NC</p>"#,
        #"<p>This work is licensed under @@</p><p>Within the EU.</p>"#,
        #"<p>This work is licensed under @@</p><p>With additional terms.</p>"#,
        #"<p>This work is licensed under @@</p><p>In Germany only.</p>"#,
        #"<p>This work is licensed under @@</p><p>Or so we think.</p>"#,
        #"<p>This work is licensed under @@</p><p>At least that is how it was in 2019.</p>"#,
        #"<p>This work is licensed under @@</p><p>The text is not.</p>"#,
        #"<p>This work is licensed under @@. Die Lizenz ist erloschen.</p>"#,
        #"<p>This work is licensed under @@. This licence ended on 1 January 2020.</p>"#,
        #"<p>This work is licensed under @@. Businesses must buy a licence.</p>"#,
        #"<p>This work is licensed under @@. 商用利用禁止。</p>"#,
        #"<p>This work is licensed under @@. Only for schools.</p>"#,
        #"<p>This work is licensed under @@. No copying.</p>"#,
        #"<p>This work is licensed under @@. Reproduction requires our consent.</p>"#,
        #"<p>This work is licensed under @@. The words are not included.</p>"#,
        #"<p>This work is licensed under @@. Additional restrictions apply.</p>"#,
        #"<p>This work is licensed under @@. Лицензия истекла.</p>"#,
    ]

    @Test("Refused at the end of the text and in the footer", arguments: refused)
    func refuses(_ text: String) throws {
        #expect(try !ScopeCase.outcomes(text) { ScopeCase.page($0) }.contains(.covers))
        #expect(try !ScopeCase.outcomes(text) { ScopeCase.page(footer: $0) }.contains(.covers))
    }

    static let accepted: [String] = [
        #"<p>This work is licensed under a \#(rel) International License.</p>"#,
        #"<p>This work is licensed under <a rel=license href='https://creativecommons.org/licenses/by/3.0/de/'>CC BY 3.0 Germany</a>.</p>"#,
        #"<p>This work is licensed under a <a rel=license href='https://creativecommons.org/licenses/by/3.0/us/'>Creative Commons Attribution 3.0 United States License</a>.</p>"#,
        #"<p>Text is available under the \#(rel); additional terms may apply.</p>"#,
        #"<p>This work is licensed under \#(rel)</p><p>This site uses cookies.</p>"#,
        #"<p>This work is licensed under \#(rel)</p><p>(c) 2020 Jo Doe</p>"#,
        #"<p>Last edited on 3 May.</p><p>This work is licensed under \#(rel)</p><p>Contact us</p>"#,
        #"<p>This site is licensed under \#(rel). © 2020 Jo Doe.</p>"#,
        #"<p>This site is licensed under \#(rel).</p><p>Copyright 2020 My Site</p>"#,
        #"<p>This work is licensed under the terms of the \#(rel)</p>"#,
        #"<p>All material on this website is licensed under \#(rel)</p>"#,
    ]

    @Test("Accepted at the end of the text and in the footer", arguments: accepted)
    func accepts(_ text: String) throws {
        for html in [ScopeCase.page(text), ScopeCase.page(footer: text)] {
            #expect(try PageFixture(html: html).reading().licence.outcome == .covers)
        }
    }
}
