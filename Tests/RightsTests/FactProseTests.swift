import Provenance
import Rights
import Testing

@Suite("Reservations in properties of structured data, and in plain texts")
struct FactProseTests {
    static let facts: [(String, Bool)] = [
        ("<span property='dc:rights' content='No part of this article may be used to train AI models.'></span>", true),
        ("<span property='dct:accessRights' content='AI training prohibited.'></span>", true),
        ("<span property='dc:rights' content='All rights reserved.'></span>", false),
        ("<span about='/photo.jpg' property='dc:rights' content='AI training prohibited.'></span>", false),
        ("<meta name='dct.rights' content='AI training prohibited.'>", true),
        ("<meta property='dc:accessRights' content='Text and data mining is not permitted.'>", true),
        ("<meta name='rights-standard' content='open access'>", false),
        (ScopeCase.json(#"{"@type":"Article","creditText":"No AI training."}"#), true),
        (ScopeCase.json(#"{"@type":"WebSite","termsOfService":"Text and data mining is prohibited."}"#), true),
        (ScopeCase.json(#"{"@type":"WebSite","termsOfService":"https://ex.com/ai-training-prohibited"}"#), false),
        (
            "<script type=\"application/ld+json\">{\"@context\": \"https://schema.org\", \"@type\": \"Article\", \"headline\": \"Papers\", \"copyrightNotice\": \"No part of this article may be used to train AI models.\"}</script>",
            true
        ),
        (
            "<script type=\"application/ld+json\">{\"@context\": \"https://schema.org\", \"@type\": \"Article\", \"headline\": \"Papers\", \"copyrightNotice\": [\"x\", \"No part of this article may be used to train AI models.\"]}</script>",
            true
        ),
        (
            "<script type=\"application/ld+json\">{\"@context\": \"https://schema.org\", \"@type\": \"Article\", \"headline\": \"Papers\", \"copyrightNotice\": {\"@value\": \"No part of this article may be used to train AI models.\", \"@language\": \"en\"}}</script>",
            true
        ),
        (
            "<script type=\"application/ld+json\">{\"@context\": \"https://schema.org\", \"@type\": \"Article\", \"headline\": \"Papers\", \"conditionsOfAccess\": \"Text and data mining is not permitted.\"}</script>",
            true
        ),
        (
            "<script type=\"application/ld+json\">{\"@context\": \"https://schema.org\", \"@type\": \"Article\", \"headline\": \"Papers\", \"usageInfo\": \"AI training prohibited.\"}</script>",
            true
        ),
        (
            "<script type=\"application/ld+json\">{\"@context\": \"https://schema.org\", \"@type\": \"Article\", \"headline\": \"Papers\", \"usageInfo\": {\"@type\": \"CreativeWork\", \"text\": \"All rights reserved, including for AI training.\"}}</script>",
            true
        ),
        (
            "<script type=\"application/ld+json\">{\"@context\": \"https://schema.org\", \"@type\": \"Article\", \"headline\": \"Papers\", \"usageInfo\": {\"@type\": \"CreativeWork\", \"name\": \"No AI training\", \"url\": \"https://a.example/t\"}}</script>",
            true
        ),
        (
            "<script type=\"application/ld+json\">{\"@context\": \"https://schema.org\", \"@type\": \"Article\", \"headline\": \"Papers\", \"acquireLicensePage\": {\"@type\": \"WebPage\", \"description\": \"Use for text and data mining is reserved; licences here.\"}}</script>",
            true
        ),
        (
            "<script type=\"application/ld+json\">{\"@context\": \"https://schema.org\", \"@type\": \"Article\", \"headline\": \"Papers\", \"acquireLicensePage\": \"Machine learning use is prohibited without a licence\"}</script>",
            true
        ),
        (
            "<script type=\"application/ld+json\">{\"@context\": \"https://schema.org\", \"@type\": \"Article\", \"headline\": \"Papers\", \"license\": \"All rights reserved. No AI training.\"}</script>",
            true
        ),
        (
            "<script type=\"application/ld+json\">{\"@context\": \"https://schema.org\", \"@type\": \"Article\", \"headline\": \"Papers\", \"creditText\": \"The Paper\"}</script>",
            false
        ),
        (
            "<script type=\"application/ld+json\">{\"@context\": \"https://schema.org\", \"@type\": \"Article\", \"headline\": \"Papers\", \"isPartOf\": {\"@type\": \"WebSite\", \"copyrightNotice\": \"No part of this article may be used to train AI models.\"}}</script>",
            true
        ),
        (
            "<script type=\"application/ld+json\">{\"@context\": \"https://schema.org\", \"@graph\": [{\"@type\": \"WebSite\", \"copyrightNotice\": \"No part of this article may be used to train AI models.\"}]}</script>",
            true
        ),
        (
            "<script type=\"application/ld+json\">{\"@context\": \"https://schema.org\", \"@type\": \"Article\", \"headline\": \"Papers\", \"image\": {\"@type\": \"ImageObject\", \"copyrightNotice\": \"No part of this article may be used to train AI models.\"}}</script>",
            false
        ),
        (
            "<script type=\"application/ld+json\">{\"@context\": \"https://schema.org\", \"@type\": \"Article\", \"headline\": \"Papers\", \"copyrightNotice\": \"(c) 2026 The Paper. All rights reserved.\"}</script>",
            false
        ),
        (
            "<script type=\"application/ld+json\">{\"@context\": \"https://schema.org\", \"@type\": \"Article\", \"headline\": \"Papers\", \"articleBody\": \"No part of this article may be used to train AI models.\"}</script>",
            false
        ),
        (
            "<script type=\"application/ld+json\">{\"@context\": \"https://schema.org\", \"@type\": \"Article\", \"headline\": \"Papers\", \"description\": \"No part of this article may be used to train AI models.\"}</script>",
            false
        ),
        (
            "<script type=\"application/ld+json\">{\"@type\":\"Article\",\"copyrightNotice\":\"No part of this article may be used to train AI models.\",,}</script>",
            true
        ),
        (
            "<div itemscope itemtype=\"https://schema.org/Article\"><meta itemprop=\"copyrightNotice\" content=\"No part of this article may be used to train AI models.\"></div>",
            true
        ),
        (
            "<div itemscope itemtype=\"https://schema.org/Article\"><meta itemprop=\"conditionsOfAccess\" content=\"No AI training.\"></div>",
            true
        ),
        (
            "<meta property=\"schema:copyrightNotice\" content=\"No part of this article may be used to train AI models.\">",
            true
        ),
    ]

    @Test("copyrightNotice, conditionsOfAccess, usageInfo, acquireLicensePage", arguments: facts)
    func fact(_ html: String, _ isReserved: Bool) throws {
        let reading = try PageFixture(html: "<html><head>\(html)</head><body><main>\(prose)</main>").reading()
        let found = reading.signals.filter { $0.source == .naturalLanguage && $0.isTaken }
        #expect(found.contains { $0.value == .deny || $0.value == .invalid } == isReserved)
    }

    static let texts: [(String, Bool)] = [
        ("No part of this may be used for AI training.", true),
        ("Do not use this to train AI.", true),
        ("Not for AI training.", true),
        ("AI training is prohibited.", true),
        ("This text may not be used to train language models.", true),
        (
            "Copyright 2026 A. Smith. No part of this may be used for text and data mining or AI training without permission.",
            true
        ),
        ("All rights reserved, including AI training.", true),
        ("You may not use this for machine learning.", true),
        ("(c) 2026. Use for AI training forbidden.", true),
        ("All rights reserved.", false),
        ("In the talk they said that AI training was prohibited in the whole of the country for years.", false),
        ("Smith wrote that no part of the city's data may be used for training models, which angered many.", false),
        ("Copyright notice\n\nNo part of this may be used\nfor AI training.", true),
        ("You may not:\n - copy\n - use it to train AI models", true), ("# Licence\n\nNo AI training.", true),
    ]

    @Test("A plain text: at its beginning, at its end, and alone", arguments: texts)
    func plain(_ words: String, _ isReserved: Bool) throws {
        let line =
            "The ferry left the northern quay at six, when the fog was still so thick that nobody saw the lights.\n"
        let long = String(repeating: line, count: 40)
        for text in [words + "\n\n" + long, long + "\n" + words + "\n", words + "\n"] {
            let headers = [(name: "Content-Type", value: "text/plain; charset=utf-8")]
            let found = try PageFixture(html: text, headers: headers).reading(isMissing: true)
            #expect((found.statesAtUse[.naturalLanguage] == .stated) == isReserved, "\(text.prefix(60))")
        }
    }
}
