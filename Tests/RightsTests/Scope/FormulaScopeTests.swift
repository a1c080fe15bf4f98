import Canonical
import Provenance
import Rights
import Testing

@Suite("Turns of phrase of publishers and themes are read as a whole (config/signals/statements.yaml)")
struct FormulaScopeTests {
    private static let by = ScopeCase.by

    /// The link stands for `[…]`.
    private static func line(_ text: String, _ start: String) -> String {
        "<p>" + text.replacing("[", with: start).replacing("]", with: "</a>") + "</p>"
    }

    static let formulas: [String] = [
        "This is an open access article distributed under the terms of the [Creative Commons Attribution License], which permits unrestricted use, distribution, and reproduction in any medium, provided the original work is properly cited.",
        "© 2020 Doe et al. This is an open access article distributed under the terms of the [Creative Commons Attribution License], which permits unrestricted use, distribution, and reproduction in any medium, provided the original author and source are credited.",
        "Open Access This article is licensed under a Creative Commons Attribution 4.0 International License, which permits use, sharing, adaptation, distribution and reproduction in any medium or format, as long as you give appropriate credit to the original author(s) and the source, provide a link to the Creative Commons licence, and indicate if changes were made. The images or other third party material in this article are included in the article's Creative Commons licence, unless indicated otherwise in a credit line to the material. If material is not included in the article's Creative Commons licence and your intended use is not permitted by statutory regulation or exceeds the permitted use, you will need to obtain permission directly from the copyright holder. To view a copy of this licence, visit [http://creativecommons.org/licenses/by/4.0/].",
        "© 2020 by the authors. Licensee MDPI, Basel, Switzerland. This article is an open access article distributed under the terms and conditions of the Creative Commons Attribution (CC BY) license ([https://creativecommons.org/licenses/by/4.0/]).",
        "© 2021 The Authors. Published by Elsevier B.V. This is an open access article under the CC BY license ([http://creativecommons.org/licenses/by/4.0/]).",
        "This article is distributed under the terms of the [Creative Commons Attribution License], which permits unrestricted use and redistribution provided that the original author and source are credited.",
        "Except as otherwise noted, the content of this page is licensed under the [Creative Commons Attribution 4.0 License], and code samples are licensed under the <a href='https://www.apache.org/licenses/LICENSE-2.0'>Apache 2.0 License</a>. For details, see the Site Policies.",
        "Except where otherwise noted, content on this site is licensed under the [Creative Commons Attribution License v4.0] or any later version.",
        "版权声明：本文为博主原创文章，遵循 [CC BY 4.0] 版权协议，转载请附上原文出处链接和本声明。",
        "本博客所有文章除特别声明外，均采用 [CC BY 4.0] 许可协议。转载请注明出处！", "本文采用 [CC BY 4.0] 许可协议",
        "除特别注明外，本站所有文章均采用 [CC BY 4.0] 许可协议。",
        "Este trabalho está licenciado sob uma [Licença Creative Commons Atribuição 4.0 Internacional].",
        "Todo o conteúdo deste periódico, exceto onde está identificado, está licenciado sob uma [Licença Creative Commons do tipo atribuição BY].",
        "Sauf mention contraire, tout le contenu de ce site est sous [licence Creative Commons Attribution 4.0]",
        "Ce(tte) œuvre est mise à disposition selon les termes de la [Licence Creative Commons Attribution 4.0 International].",
        "Todos los contenidos de esta revista se distribuyen bajo una licencia de uso y distribución [Creative Commons Reconocimiento 4.0 Internacional (CC BY 4.0)].",
        "Este artículo está publicado en acceso abierto bajo los términos de la licencia [Creative Commons Attribution License].",
        "Quest'opera è distribuita con [Licenza Creative Commons Attribuzione 4.0 Internazionale].",
        "Salvo dove diversamente specificato, i contenuti di questo sito sono rilasciati sotto Licenza [Creative Commons Attribuzione 4.0 Internazionale].",
        "Op de inhoud van deze website is, tenzij anders vermeld, een [Creative Commons Naamsvermelding 4.0-licentie] van toepassing.",
        "Der Text dieser Seite ist, sofern nicht anders angegeben, urheberrechtlich geschützt und lizenziert unter der Lizenz [Creative Commons Namensnennung 4.0 International]",
        "特に記載のない限り、このサイトのコンテンツは[クリエイティブ・コモンズ 表示 4.0 ライセンス]の下で提供されています。",
        "달리 명시되지 않는 한 이 사이트의 콘텐츠는 [CC BY 4.0]에 따라 이용할 수 있습니다.", "이 글은 [CC BY 4.0] 라이선스를 따릅니다.",
        "Original content from this work may be used under the terms of the [Creative Commons Attribution 4.0 licence]. Any further distribution of this work must maintain attribution to the author(s) and the title of the work, journal citation and DOI.",
        "Published by the American Physical Society under the terms of the [Creative Commons Attribution 4.0 International] license. Further distribution of this work must maintain attribution to the author(s) and the published article's title, journal citation, and DOI.",
        "I release this post under [CC BY 4.0]",
        "This article was written by Jo Doe. It is licensed under [CC BY 4.0].",
        "Copyright Notice: All articles in this blog are licensed under [CC BY 4.0] unless stating additionally.",
        "Diagrams and text are licensed under Creative Commons Attribution [CC BY 4.0] with the <a href='/x'>source available on GitHub</a>, unless noted otherwise. The figures that have been reused from other sources don’t fall under this license and can be recognized by a note in their caption: “Figure from …”.",
        "Except for the Commonwealth Coat of Arms and where otherwise noted, all material presented on this website is provided under a [Creative Commons Attribution 4.0 International licence].",
    ]

    @Test("The usual ones, with and without the relation", arguments: formulas)
    func heard(_ text: String) throws {
        for start in ["<a rel=license href='\(Self.by)'>", "<a href='\(Self.by)'>"] {
            let line = Self.line(text, start)
            for html in [ScopeCase.page(line), ScopeCase.page(footer: line)] {
                #expect(try ScopeCase("formula", html, .covers, ["cc-by"]).difference() == nil)
            }
        }
    }

    static let governments: [(String, String, String)] = [
        (
            "All content is available under the [Open Government Licence v3.0], except where otherwise stated",
            "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/", "ogl-uk"
        ),
        (
            "Sauf mention explicite de propriété intellectuelle détenue par des tiers, les contenus de ce site sont proposés sous [licence etalab-2.0]",
            "https://github.com/etalab/licence-ouverte/blob/master/LO.md", "etalab"
        ),
        (
            "Die Inhalte dieser Seite stehen unter der [Datenlizenz Deutschland – Namensnennung – Version 2.0].",
            "https://www.govdata.de/dl-de/by-2-0", "dl-de-by"
        ),
    ]

    @Test("Those of governments", arguments: governments)
    func government(_ text: String, _ url: String, _ id: String) throws {
        let html = ScopeCase.page(footer: Self.line(text, "<a href='\(url)'>"))
        #expect(try ScopeCase("government", html, .covers, [id]).difference() == nil)
    }

    static let changed: [String] = [
        "This is an open access article distributed under the terms of the [CC BY], which permits non-commercial use, distribution, and reproduction in any medium, provided the original work is properly cited.",
        "This is an open access article distributed under the terms of the [CC BY], which permits unrestricted use, distribution, and reproduction in any medium, provided the fee is paid.",
        "This is not an open access article distributed under the terms of the [CC BY]",
        "This is an open access article distributed under the terms of the [CC BY] until 2030.",
        "Open access articles are licensed under [CC BY]",
        "The images or other third party material in this article are included in the article's [CC BY]",
        "The content of this page was taken from Acme and is licensed under [CC BY]",
        "The code of this page is licensed under [CC BY]", "I release this photo under [CC BY]",
        "Original content from this work may be used under the terms of the [CC BY] for teaching.",
        "Contains public sector information licensed under the [CC BY]",
        "This article was written by Jo Doe. Its data are licensed under [CC BY]", "本博客所有图片除特别声明外，均采用 [CC BY] 许可协议",
        "本文转载自某人，采用 [CC BY] 许可协议",
        "Cette photo est sous licence [CC BY]", "Esta foto está licenciada sob [CC BY]",
        "Dieses Bild steht unter [CC BY]",
        "댓글은 [CC BY] 에 따라 이용할 수 있습니다",
    ]

    @Test("With a condition, a denial or another subject they are no formulas", arguments: changed)
    func refused(_ text: String) throws {
        for start in ["<a rel=license href='\(Self.by)'>", "<a href='\(Self.by)'>"] {
            let line = Self.line(text, start)
            for html in [ScopeCase.page(line), ScopeCase.page(footer: line)] {
                let finding = try PageFixture(html: html).reading().licence
                #expect(finding.outcome != .covers, "\(finding.reason)")
            }
        }
    }

    @Test(
        "A licence of more than words beside it leave is none: commercial use, training or the text are taken out",
        arguments: [
            "This work is licensed under [CC BY 4.0] for non-commercial use.",
            "This work is licensed under [CC BY 4.0]. No commercial use.",
            "This work is licensed under [CC BY 4.0]. Non-commercial use only.",
            "Dieses Werk ist lizenziert unter [CC BY 4.0] für nicht-kommerzielle Nutzung.",
            "This work is licensed under [CC BY 4.0]. Not for AI.",
            "This work is licensed under [CC BY 4.0]. AI use is not covered by this licence.",
            "This work is licensed under [CC BY 4.0]. Except AI training.",
            "This work is licensed under [CC BY 4.0]. This does not apply to the text.",
            "This work is licensed under [CC BY 4.0]. It covers the photographs only.",
            "This article used to be licensed under [CC BY 4.0].", "This article can be licensed under [CC BY 4.0].",
            "This article may be published under [CC BY 4.0].", "This article is to be licensed under [CC BY 4.0].",
        ])
    func takenOut(_ text: String) throws { try refused(text) }

    static let heads: [(String, LicenceFinding.Outcome)] = [
        ("<meta name=citation_license content='\(by)'>", .covers), ("<meta name=dc.rights content='\(by)'>", .covers),
        ("<meta name=DC.Rights.License content='\(by)'>", .covers),
        ("<link rel='dcterms.license' href='\(by)'>", .covers), ("<link rel='dcterms.rights' href='\(by)'>", .none),
        ("<meta name=citation_title content='\(by)'>", .none),
        (ScopeCase.json(#"{"@type":"LearningResource","license":"\#(by)"}"#), .covers),
        (ScopeCase.json(#"{"@type":"LearningResource","name":"Other","url":"/a","license":"\#(by)"}"#), .covers),
        (ScopeCase.json(#"{"@type":["LearningResource","Article"],"name":"Old papers","license":"\#(by)"}"#), .covers),
        (ScopeCase.json(#"{"@type":"LearningResource","name":"Other","license":"\#(by)"}"#), .none),
        (ScopeCase.json(#"{"@type":"LearningResource","url":"/b","license":"\#(by)"}"#), .none),
        (ScopeCase.json(#"{"@type":["LearningResource","VideoObject"],"license":"\#(by)"}"#), .none),
    ]

    @Test("Metas of scholarly pages, and texts to learn from", arguments: heads)
    func head(_ head: String, _ outcome: LicenceFinding.Outcome) throws {
        #expect(try ScopeCase("head", ScopeCase.page(head: head), outcome, ["cc-by"]).difference() == nil)
    }

    @Test(
        "Words that reserve and forbid, on the page and beside the licence, also across marks",
        arguments: [
            ("<p>All <b>rights</b> reserved.</p>", true), ("<p>Alle Rechte vorbehalten</p>", true),
            ("<p>Tüm hakları saklıdır</p>", true), ("<p>ALLE RECHTE VORBEHALTEN</p>", true),
            ("<p>Все права защищены</p>", true), ("<p>© 版权所有</p>", true), ("<p>Some rights reserved</p>", false),
            ("<p>No part of this site may be reproduced.</p>", true), ("<p>Reproducción prohibida</p>", true),
            ("<p>All</p><p>rights</p><p>reserved</p>", false), ("<p>Parking is prohibited.</p>", false),
            ("<p>Overall rights reservedness</p>", false),
        ])
    func objections(_ words: String, _ isHeard: Bool) throws {
        let licence = "<p>This site is licensed under <a rel=license href='\(Self.by)'>CC BY</a></p>"
        let html = ScopeCase.page(footer: words + "<p>2020</p>" + licence)
        #expect(try ScopeCase("objection", html, isHeard ? .unclear : .covers, ["cc-by"]).difference() == nil)
    }

    @Test(
        "A table without a list, or with a phrase of nothing, is refused with its place",
        arguments: [
            ("limit:", "limits:"), ("  beside:\n    - \"", "  beside:\n    - \"{0} "), ("metas:", "names:"),
            ("reserved:\n", "reserved: x\n"),
        ])
    func badTable(_ good: String, _ bad: String) throws {
        var files = try ProjectTables.texts()
        let place = try #require(files.firstIndex { $0.name == "statements.yaml" })
        let range = try #require(files[place].text.firstRange(of: good))
        files[place].text.replaceSubrange(range, with: bad)
        let error = #expect(throws: ConfigError.self) { try SignalTables(files: files) }
        #expect(error?.file.hasSuffix("statements.yaml") == true)
    }
}
