import Canonical
import Provenance
import Rights
import Testing

@Suite("Reservations in words")
struct ProseTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let text: String
        let isReserved: Bool

        init(_ language: String, _ text: String, _ isReserved: Bool) {
            testDescription = language + ": " + text.prefix(60)
            (self.text, self.isReserved) = (text, isReserved)
        }
    }

    static let sentences: [Case] = [
        .init("en", "No part of this site may be used to train AI models.", true),
        .init("en", "All rights are reserved, including those for text and data mining and AI training.", true),
        .init("en", "Use of our content for machine learning is strictly prohibited.", true),
        .init(
            "en", "The publisher expressly reserves this work from the TDM exception, Art. 4(3) Directive 2019/790.",
            true),
        .init("en", "We reserve the right to use content for text and data mining.", true),
        .init("en", "NO PART OF THIS BOOK MAY BE USED FOR TRAINING ARTIFICIAL INTELLIGENCE TECHNOLOGIES.", true),
        .init("en", "You may not scrape this website.", true),
        .init("en", "Do not train on this content.", true),
        .init("en", "Not for use in machine learning datasets.", true),
        .init("en", "TDM opt-out.", true),
        .init("en", "No LLM training, please.", true),
        .init("en", "All rights reserved.", false),
        .init("en", "© 2026 Acme AI, Inc. All rights reserved.", false),
        .init("en", "We reserve the right to moderate with AI.", false),
        .init("en", "AI-generated answers may not be accurate.", false),
        .init("en", "We do not allow partners to use your personal data for training AI.", false),
        .init("en", "Machine learning engineer wanted; remote work is not permitted.", false),
        .init("en", "Text and data mining is a field of study.", false),
        .init(
            "de", "Eine Nutzung für Text- und Data-Mining im Sinne von § 44b UrhG ist ausdrücklich vorbehalten.", true),
        .init("de", "Wir behalten uns die Nutzung unserer Inhalte für KI-Training vor.", true),
        .init("de", "NUTZUNGSVORBEHALT GEMÄSS § 44 b Abs. 3 UrhG", true),
        .init("de", "Das Trainieren von KI-Modellen mit diesen Texten ist untersagt.", true),
        .init("de", "Alle Rechte vorbehalten. Unsere Reihe über KI.", false),
        .init("de", "Änderungen vorbehalten, KI erstellt Übersichten.", false),
        .init("fr", "L'éditeur s'oppose à la fouille de textes et de données (art. L. 122-5-3 CPI).", true),
        .init("fr", "L’ENTRAÎNEMENT DE MODÈLES D’IA SUR NOS CONTENUS EST INTERDIT.", true),
        .init("fr", "Tous droits réservés.", false),
        .init("fr", "J'ai réservé une table, c'est interdit.", false),
        .init("es", "Se prohíbe la minería de textos y datos de este sitio.", true),
        .init("es", "La editorial se opone expresamente a la minería de textos y datos.", true),
        .init("es", "Todos los derechos reservados.", false),
        .init("it", "È vietata l'estrazione di testo e di dati ai sensi dell'art. 70-quater.", true),
        .init("it", "La visione è vietata ai minori.", false),
        .init("nl", "Tekst- en datamining is niet toegestaan.", true),
        .init("nl", "Alle rechten voorbehouden.", false),
        .init("pt", "É proibida a mineração de textos e dados deste site.", true),
        .init("pt", "Todos os direitos reservados.", false),
        .init("pl", "Wydawca zastrzega eksplorację tekstów i danych.", true),
        .init("pl", "Wszelkie prawa zastrzeżone.", false),
        .init("ja", "当サイトの記事をＡＩ学習に利用することを禁止します。", true),
        .init("ja", "無断転載・AI学習への利用を禁じます。", true),
        .init("ja", "記事の無断転載を禁じます。生成AIの特集を公開しました。", false),
        .init("zh", "未经书面授权，不得将本站内容用于人工智能训练。", true),
        .init("zh", "禁止爬取本站内容。", true),
        .init("zh", "某某人工智能公司 版权所有 未经许可不得转载", false),
        .init("ko", "무단 전재, 재배포 및 AI 학습 이용 금지", true),
        .init("ko", "무단 전재 및 재배포 금지", false),
    ]

    static func words(_ reading: RightsReading) -> [Signal] {
        reading.signals.filter { $0.source == .naturalLanguage && $0.isTaken }
    }

    @Test("RESERVE and OBJECT in one sentence of a footer reserve, nothing less does", arguments: sentences)
    func footer(_ one: Case) throws {
        let reading = try PageFixture(html: "<main>\(prose)</main><footer><p>\(one.text)</p></footer>").reading()
        let found = Self.words(reading)
        #expect(found.map(\.value) == (one.isReserved ? [.deny] : []))
        #expect(reading.statesAtUse[.naturalLanguage] == (one.isReserved ? .stated : .notChecked))
    }

    @Test("A reservation is quoted where it stands, mark-up and references included")
    func quote() throws {
        let sentence = "No part of this site <b>may</b> be used for text&nbsp;and data mining"
        let html = "<main>\(prose)</main><footer><p>About &amp; contact. \(sentence).</p></footer>"
        let found = try #require(Self.words(PageFixture(html: html).reading()).first)
        #expect(found.carrier == "footer" && found.scope == .site)
        #expect(found.quote.text.contains(sentence))
        #expect(Array(html.utf8)[found.quote.offset...].starts(with: found.quote.bytes))
    }

    struct Place: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let html: String
        var path = "/a"
        let carrier: String?
    }

    private static let rule = "The use of texts for AI training is prohibited."
    static let places: [Place] = [
        .init(
            testDescription: "main text about reservations", html: "<main>\(prose)<p>\(rule)</p>\(prose)</main>",
            carrier: nil),
        .init(
            testDescription: "article end without a possessor",
            html: "<main>\(prose)<p>The paper said AI training is prohibited there.</p></main>",
            carrier: nil),
        .init(
            testDescription: "article end that speaks for itself",
            html: "<main>\(prose)<p>This article may not be used for AI training by anyone at all.</p></main>",
            carrier: "article-end"),
        .init(
            testDescription: "page of terms by its path", html: "<main>\(prose)<p>\(rule)</p>\(prose)</main>",
            path: "/terms-of-use", carrier: "legal-page"),
        .init(
            testDescription: "page of terms by its title",
            html: "<title>Nutzungsbedingungen - Blatt</title><main>\(prose)<p>\(rule)</p>\(prose)</main>",
            carrier: "legal-page"),
        .init(
            testDescription: "essay with a like title",
            html: "<title>Copyright and AI</title><main>\(prose)<p>\(rule)</p>\(prose)</main>", carrier: nil),
        .init(
            testDescription: "rights meta", html: "<meta name='DC.Rights' content='\(rule)'>\(prose)",
            carrier: "copyright-meta"),
        .init(
            testDescription: "description meta", html: "<meta name='description' content='\(rule)'>\(prose)",
            carrier: nil),
        .init(
            testDescription: "comment of a reader",
            html: "<main>\(prose)</main><div class='comments'><p>\(rule)</p></div>", carrier: nil),
        .init(
            testDescription: "template",
            html: "<main>\(prose)</main><template><footer><p>\(rule)</p></footer></template>", carrier: nil),
        .init(
            testDescription: "two sentences",
            html: "<main>\(prose)</main><footer><p>Smoking is prohibited. We like AI training.</p></footer>",
            carrier: nil),
        .init(
            testDescription: "two blocks",
            html: "<main>\(prose)</main><footer><p>Smoking is prohibited</p><p>AI training</p></footer>", carrier: nil),
    ]

    @Test("It counts only where the page speaks for the site or the work", arguments: places)
    func place(_ one: Place) throws {
        let found = Self.words(try PageFixture(html: one.html, path: one.path).reading())
        #expect(found.map(\.carrier) == (one.carrier.map { [$0] } ?? []))
    }

    @Test(
        "At an end of an article a sentence that is a reservation and nothing else needs not say of what",
        arguments: [
            ("No AI training.", true), ("No part of this may be used for AI training.", true),
            ("The paper said AI training is prohibited there.", false), ("Text and data mining prohibited.", true),
            ("Do not train AI on this.", true),
            ("AI training was prohibited in the talks of both.", false),
        ])
    func bare(words: String, isReserved: Bool) throws {
        let paragraph =
            "<p>The ferry left the northern quay at six, when the fog was still so thick that nobody saw the lights.</p>"
        let text = String(repeating: paragraph, count: 6)
        for html in ["<article><p>\(words)</p>\(text)</article>", "<article>\(text)<p>\(words)</p></article>"] {
            let reading = try PageFixture(html: "<html><body>\(html)</body></html>").reading()
            #expect((reading.statesAtUse[.naturalLanguage] == .stated) == isReserved, "\(html)")
        }
    }

    @Test("Words that grant are noted and are no permission")
    func grant() throws {
        let html = "<main>\(prose)</main><footer><p>Our texts may be used for AI training.</p></footer>"
        let found = Self.words(try PageFixture(html: html).reading())
        #expect(found.map(\.value) == [.unknown])
        #expect(found.first?.notes == ["granted-in-words"])
    }

    @Test("A link to terms that were not read is noted without effect")
    func terms() throws {
        let html =
            "<main>\(prose)</main><footer><a rel='terms-of-service' href='/nutzungsbedingungen/'>Regeln</a></footer>"
        let found = try PageFixture(html: html).reading().signals.filter { $0.source == .naturalLanguage }
        #expect(found.map { String(decoding: $0.quote.bytes, as: UTF8.self) } == ["/nutzungsbedingungen/"])
        #expect(found.allSatisfy { !$0.isTaken && $0.dropped == "the terms were not read" })
    }

    struct Comment: Sendable {
        let robots: String
        let isReserved: Bool
    }

    private static let preamble =
        "# ANY RESTRICTIONS EXPRESSED VIA CONTENT SIGNALS ARE EXPRESS\n# RESERVATIONS OF RIGHTS UNDER ARTICLE 4 OF DIRECTIVE 2019/790.\n"
    static let comments: [Comment] = [
        .init(
            robots: "# Text and data mining under Art. 4\n# is not permitted without a licence.\nUser-agent: *\n",
            isReserved: true),
        .init(robots: "User-agent: *\nDisallow: /x # we prohibit use for training LLMs\n", isReserved: true),
        .init(robots: "# prohibited paths\nDisallow: /x\n# AI training crawlers\nDisallow: /y\n", isReserved: false),
        .init(robots: preamble + "User-agent: *\nContent-Signal: ai-train=no\n", isReserved: true),
        .init(robots: preamble + "User-agent: *\nContent-Signal: search=yes, ai-train=yes\n", isReserved: false),
        .init(robots: preamble + "User-agent: *\nAllow: /\n", isReserved: true),
        .init(robots: "User-agent: *\nAllow: /\n", isReserved: false),
    ]

    @Test("Comments of robots.txt are read, over their lines", arguments: comments)
    func robots(_ one: Comment) throws {
        let file = try PageFixture.file(.robots, one.robots)
        let reading = try PageFixture(html: prose, files: [file]).reading()
        let found = Self.words(reading)
        #expect(found.map(\.carrier) == (one.isReserved ? ["robots-comment"] : []))
        #expect(reading.statesAtFetch[.naturalLanguage] == (one.isReserved ? .stated : .absent))
        if let quote = found.first?.quote {
            #expect(Array(one.robots.utf8)[quote.offset...].starts(with: quote.bytes))
        }
    }

    @Test("The state of page and robots comments is joined: neither hides the other")
    func states() throws {
        func state(_ html: String, _ files: [SiteFile], isMissing: Bool = false) throws -> ProtocolState {
            try PageFixture(html: html, files: files).reading(isMissing: isMissing).statesAtUse[.naturalLanguage]
        }
        let silent = try PageFixture.file(.robots, "User-agent: *\n")
        let loud = try PageFixture.file(.robots, "# We prohibit text and data mining.\n")
        let lost = try PageFixture.file(.robots, "", .unreachable)
        let none = try PageFixture.file(.robots, "", .absent)
        #expect(try state(prose, []) == .notChecked)
        #expect(try state(prose, [silent]) == .absent)
        #expect(try state(prose, [none]) == .absent)
        #expect(try state(prose, [loud]) == .stated)
        #expect(try state(prose, [lost]) == .unreadable)
        #expect(try state(prose, [silent], isMissing: true) == .unreadable)
        #expect(try state(prose, [loud], isMissing: true) == .stated)
        let words = "<footer><p>We prohibit text and data mining.</p></footer>"
        #expect(try state(prose + words, [lost]) == .stated)
        let long = try PageFixture.file(.robots, String(repeating: "# hello, crawler\n", count: 5000))
        #expect(try state(prose, [long]) == .unreadable)
    }

    @Test("Text outside a sentence that reserves never takes it away", arguments: sentences.filter(\.isReserved))
    func additions(_ one: Case) throws {
        let others = [
            "Machine learning engineer.", "Änderungen vorbehalten.", "All rights reserved.", "Your data. Privacy!",
        ]
        for other in others {
            let html = "<main>\(prose)</main><footer><p>\(other)</p><p>\(one.text)</p><p>\(other)</p></footer>"
            #expect(Self.words(try PageFixture(html: html).reading()).contains { $0.value == .deny })
        }
    }
}
