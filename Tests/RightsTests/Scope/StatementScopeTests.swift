import Provenance
import Rights
import Testing

@Suite("A licence in prose is the page's only in a plain statement about it")
struct StatementScopeTests {
    private static let by = ScopeCase.by
    private static let rel = "<a rel=license href='\(by)'>CC BY 4.0</a>"
    private static let bare = "<a href='\(by)'>CC BY 4.0</a>"

    /// Whether a page opens, by a link with and without the relation.
    private static func opens(_ page: (String) -> String) throws -> [Bool] {
        try [rel, bare].map { try PageFixture(html: page($0)).reading().licence.outcome == .covers }
    }

    static let limits: [String] = [
        "From 2030 this work is licensed under @", "As of 2030, this work is licensed under @",
        "Members may use this content under @", "For registered members only: @",
        "This work is licensed under @, except for AI training.",
        "This work is licensed under @. Use for machine learning is excluded.",
        "The first chapter of this book is licensed under @", "Articles older than two years are licensed under @",
        "This article uses material from Wikipedia article Rome, which is released under @",
        "We plan to publish this site under @", "Licence (expired): @", "Licence: @ (expired)", "Learn more about @",
        "For example @", "We prefer authors to choose @",
        "The original English version is available under @; this translation is copyrighted",
        "Ce texte n'est plus sous licence @", "This work is licensed under @. Commercial use is prohibited.",
        "No part of this page may be reproduced without permission. @",
        "Visuel de couverture : Jo Doe, @", "Omslagsbild: Jo Doe, @", "Obrázek: Jo Doe, @", "Kapak görseli: Jo Doe, @",
        "صورة الغلاف @", "Okładka: Jo Doe, @", "Omslagfoto: Jo Doe, @", "Обложка: Jo Doe, @", "表紙画像 @", "표지 사진 @",
        "封面图片 @", "Design: HTML5 UP (@)", "Layout by Jo Doe, @", "Stylesheet: Jo, @", "Plug-in by Jo @",
        "Excerpts from Wikivoyage @", "Based on work by Jo Doe (@)", "The book Old Papers is available under @",
        "Jo Doe said: “this work is licensed under @", "This page may one day be licensed under @",
        "Submit your text under @", "If you pay, this content is licensed under @", "Students get this text under @",
        "Draft: this work is licensed under @", "Powered by Press, licensed under @",
    ]

    @Test("What limits, dates, doubts, denies or names another subject", arguments: limits)
    func limited(_ text: String) throws {
        func line(_ link: String) -> String {
            "<p>" + text.split(separator: "@", omittingEmptySubsequences: false).joined(separator: link) + "</p>"
        }
        #expect(try Self.opens { ScopeCase.page(footer: line($0)) } == [false, false])
        #expect(try Self.opens { ScopeCase.page(line($0)) } == [false, false])
    }

    static let plain: [String] = [
        "This work is licensed under a @ licence",
        "This work is licensed under a Creative Commons Attribution 4.0 International License: @",
        "Except where otherwise noted, content on this site is licensed under @",
        "Text of this encyclopaedia is available under the @ licence", "Articles of this journal are licensed under @",
        "Text is available under @; additional terms may apply", "Text is available under the @ licence",
        "© 2020 Jo Doe. Content on this site is licensed under @", "All content is released under @",
        "Unless otherwise noted, all text on this website is published under the terms of @",
        "This website and its content is licensed under @. Privacy policy.",
        "This content is licensed under @ | Privacy | Contact", "Powered by Press.<br>This site is licensed under @",
        "Dieses Werk ist lizenziert unter einer @ Lizenz",
        "Sofern nicht anders angegeben, stehen die Inhalte dieser Seite unter der Lizenz @",

        "Cette œuvre est mise à disposition selon les termes de la licence @",
        "Sauf mention contraire, le contenu de ce site est sous licence @", "Esta obra está bajo una licencia @",

        "Salvo que se indique lo contrario, el contenido de este sitio está bajo licencia @",
        "Este obra está licenciado com uma Licença @",
        "Questo sito è distribuito con licenza @",
        "Dit werk valt onder een @ licentie",
        "Ten utwór jest dostępny na licencji @", "Treść jest dostępna na licencji @",
        "Это произведение доступно по лицензии @", "本作品采用 @ 进行许可", "除非另有说明，本站内容采用 @ 授权",
        "この作品は @ の下に提供されています", "この記事は @ ライセンスの下に提供されています。", "이 저작물은 @ 에 따라 이용할 수 있습니다",
    ]

    @Test("The plain and usual forms", arguments: plain)
    func usual(_ text: String) throws {
        func line(_ link: String) -> String {
            "<p>" + text.split(separator: "@", omittingEmptySubsequences: false).joined(separator: link) + "</p>"
        }
        #expect(try Self.opens { ScopeCase.page(footer: line($0)) } == [true, true])
    }

    static let badges: [String] = [
        "Der Text ist unter der Lizenz „@“ verfügbar", "El texto está disponible bajo la licencia @",
        "O texto está disponível sob a licença @", "Il testo è disponibile secondo la licenza @",
        "De tekst is beschikbaar onder de licentie @", "The text is available under @",
        "@", "<p>@</p>", "© 2020 Jo Doe @", "Licence: @", "Some rights reserved: @",
        "Copyright 2020 Old Archive Society. @",
        "<p>About us</p><p>@</p>", "<p><a href=/x>Privacy</a> · <a href=/y>Contact</a> · @</p>",
    ]

    @Test("A link of relation `license` with hardly a word", arguments: badges)
    func badge(_ text: String) throws {
        let html = text.split(separator: "@", omittingEmptySubsequences: false).joined(separator: Self.rel)
        #expect(try ScopeCase("badge", ScopeCase.page(footer: html), .covers, ["cc-by"]).difference() == nil)
    }

    static let neighbours: [(String, String)] = [
        (
            "<p>The following licence applies to photographs only:</p><p>@</p>",
            "<p>The following licence applies:</p><p>@</p>"
        ),
        ("<h3>Photo credits</h3><p>@</p>", "<h3>Licence</h3><p>@</p>"),
        (
            "<h3>Bildnachweise</h3><p>Jo Doe, © 2020 @</p>",
            "<h3>Bildnachweise</h3><p>Dieser Text ist lizenziert unter @</p>"
        ),
        ("<p>Image above: Ann.</p><p>@</p>", "<p>Image above: Ann.</p><p>This content is licensed under @</p>"),
        ("<p>@</p><p>Image above: Ann.</p>", "<p>@</p><p>Archive above: Ann.</p>"),
        ("<p>For paying readers:</p><p>@</p>", "<p>Licence of this page:</p><p>@</p>"),
    ]

    @Test("The blocks before and after", arguments: neighbours)
    func neighbour(_ refused: String, _ accepted: String) throws {
        func page(_ text: String) -> String {
            ScopeCase.page(
                footer: text.split(separator: "@", omittingEmptySubsequences: false).joined(separator: Self.rel))
        }
        #expect(try PageFixture(html: page(refused)).reading().licence.outcome != .covers)
        #expect(try ScopeCase("plain", page(accepted), .covers, ["cc-by"]).difference() == nil)
    }

    @Test("Metadata that reserve all rights beside a licence are a conflict")
    func declared() throws {
        let link = "<link rel=license href='\(Self.by)'>"
        for head in [
            "<meta name='dcterms.rights' content='All rights reserved'>",
            "<meta name=copyright content='© Jo. All rights reserved.'>",
            ScopeCase.json(#"{"@type":"Article","copyrightNotice":"All rights reserved"}"#),
        ] {
            #expect(
                try ScopeCase("reserved", ScopeCase.page(head: link + head), .conflict, ["cc-by"]).difference() == nil)
        }
        let notice = ScopeCase.page(head: link + "<meta name=copyright content='© Jo'>")
        #expect(try ScopeCase("notice", notice, .covers, ["cc-by"]).difference() == nil)
        let forbidden = ScopeCase.page(head: link, footer: "No part of this site may be reproduced.")
        #expect(try ScopeCase("forbidden", forbidden, .unclear, ["cc-by"]).difference() == nil)
    }

    @Test("A teaser after the main article")
    func teaser() throws {
        let teaser = "<article><h2>B</h2><p>Short. \(Self.rel)</p></article>"
        let html = ScopeCase.page().replacingOnce("<footer>", with: teaser + "<footer>")
        #expect(try ScopeCase("teaser", html, .none).difference() == nil)
        let own = ScopeCase.page("<p>\(Self.rel)</p>").replacingOnce("<footer>", with: "<article>B</article><footer>")
        #expect(try ScopeCase("own", own, .covers, ["cc-by"]).difference() == nil)
    }

    @Test("The work named by the licence chooser, with the title of the page, and another's")
    func chooser() throws {
        func page(_ title: String) -> String {
            ScopeCase.page(
                "<p><span property='dct:title'>\(title)</span> by Jo Doe is licensed under \(Self.rel)</p>"
            ).replacingOnce("<title>t</title>", with: "<title>Papers of the old town | Archive</title>")
        }
        #expect(try ScopeCase("own", page("Papers of the old town"), .covers, ["cc-by"]).difference() == nil)
        #expect(try ScopeCase("other", page("Bridge at dawn"), .none).difference() == nil)
    }
}

extension String {
    fileprivate func replacingOnce(_ text: String, with other: String) -> String {
        guard let range = firstRange(of: text) else { return self }
        return String(self[..<range.lowerBound]) + other + String(self[range.upperBound...])
    }
}
