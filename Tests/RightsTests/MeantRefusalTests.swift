import Provenance
import Rights
import Testing

@Suite("Refusals in fields, elements and site files by names that no specification has")
struct MeantRefusalTests {
    static let robotsFiles: [(String, Bool)] = [
        ("User-agent: *\nAllow: /\nDisallowAITraining: /\n", true),
        ("User-agent: *\nAllow: /\nDisallow-AI-Training: /\n", true),
        ("User-agent: *\nDisallowAI: /\nAllow: /\n", true),
        ("User-agent: *\nAllow: /\nDisallow-AI: /\n", true),
        ("User-agent: all\nDisallow: /\n", true),
        ("User-agent:\nDisallow: /\n", true),
        ("User-agent: %2A\nDisallow: /\n", true),
        ("User-agent: *bot\nDisallow: /\n", true),
        ("User-agent: *GPT*\nDisallow: /\n", true),
        ("User-agent: LLM\nDisallow: /\n", true),
        ("User-agent: AI\nDisallow: /\n", true),
        ("User-agent: AI-bots\nDisallow: /\n", true),
        ("User-agent: ai-crawlers\nDisallow: /a\n", true),
        ("User-agent: *\nAllow: /\n\nUser-agent: AI\nDisallow: /\n", true),
        ("# ai-train=no\nUser-agent: *\nAllow: /\n", true),
        ("# AI: keep out\nUser-agent: *\nAllow: /\n", true),
        ("# No AI\nUser-agent: *\nAllow: /\n", true),
        ("# no ai training\nUser-agent: *\nAllow: /\n", true),
        ("User-agent: *\nAllow: /\nTDM: 1\n", true),
        ("User-agent: *\nAllow: /\nTDM-Reservation: 1\n", true),
        ("User-agent: *\nAllow: / # no AI training\n", true),
        ("# LLMs: go away\nUser-agent: *\nAllow: /\n", true),
        ("# noai\nUser-agent: *\nAllow: /\n", true),
        ("# AI training: no\nUser-agent: *\nAllow: /\n", true),
        ("User-agent: *\nAllow: /\nMachine-Learning: no\n", true),
        ("User-agent: *\nAllow: /\nDisallow: /b\n", false),
        ("User-agent: AI\nDisallow: /b\n", false),
        ("# AI bots are welcome\nUser-agent: *\nAllow: /\n", false),
        ("User-agent: Googlebot-Image*\nDisallow: /\n", false),
        ("User-agent: AI\nAllow: /\n", false),
        ("# ai-train=yes\nUser-agent: *\nAllow: /\n", false),
        ("User-agent: *\nDisallow:\n", false),
        ("User-agent: AhrefsBot\nDisallow: /\n", false),
        ("User-agent:\nDisallow:\n", false),
        ("# Signals: ai-train: training or fine-tuning AI models.\nUser-agent: *\nAllow: /\n", false),
        ("User-agent: *\nAllow: /\nNoTDM: 1\n", true),
        ("User-agent: *\nAllow: /\nAI: no\n", true),
        ("User-agent: *\nAllow: /\nAI: disallow\n", true),
        ("User-agent: *\nAllow: /\nAI-Training: opt-out\n", true),
        ("User-agent: *\nAllow: /\nPolicy: no AI training\n", true),
        ("User-agent: *\nAllow: /\nLLM-Training: none\n", true),
        ("User-agent: *\nAllow: /\nTraining: disallow\n", true),
        ("User-agent: *\nAllow: /\nUsage: ai-train=no\n", true),
        ("User-agent: AI crawlers\nDisallow: /\n", true),
        ("User-agent: all AI bots\nDisallow: /\n", true),
        ("User-agent: AI*\nDisallow: /\n", true),
        ("User-agent: *AI*\nDisallow: /\n", true),
        ("User-agent: *-ai\nDisallow: /\n", true),
        ("User-agent: any\nDisallow: /\n", true),
        ("User-agent: *.*\nDisallow: /\n", true),
        ("User-agent: .*\nDisallow: /\n", true),
        ("User-agent: \"*\"\nDisallow: /\n", true),
        ("User-agent: **\nDisallow: /\n", true),
        ("User-agent: robots\nDisallow: /\n", true),
        ("User-agent: crawler\nDisallow: /\n", true),
        ("User-agent: Generative-AI\nDisallow: /\n", true),
        ("User-agent: LLM-crawler\nDisallow: /\n", true),
        ("No AI training\nUser-agent: *\nAllow: /\n", true),
        ("AI: keep out\nUser-agent: *\nAllow: /\n", true),
        ("User-agent: *\nAllow: /\n# Content-Signal: ai-train=no\n", true),
        ("User-agent: *\nAllow: /\n// no AI training\n", true),
        ("User-agent: *\nAllow: /\n; no AI training\n", true),
        ("User-agent: AI2Bot\nDisallow: /\n", false),
        ("User-agent: other-bot\nDisallow: /\n", false),
        ("User-agent: web\nDisallow: /\n", false),
        ("No trailing slash\nUser-agent: *\nAllow: /\n", false),
    ]

    @Test(
        "robots.txt: names that mean all crawlers or those of AI, lines that mean training, comments",
        arguments: robotsFiles)
    func robots(_ body: String, _ isRefusal: Bool) throws {
        let found = try PageFixture(html: prose, files: [try PageFixture.file(.robots, body)]).reading()
        #expect(HeardRefusals.isHeard(found) == isRefusal)
    }

    static let metas: [(String, Bool)] = [
        ("<meta name=\"article:rights\" content=\"No AI training\">", true),
        ("<meta name=\"article:rights\" content=\"All rights reserved, including AI training\">", true),
        ("<meta name=\"usage-rights\" content=\"no AI\">", true),
        ("<meta name=\"terms\" content=\"No AI training\">", true),
        ("<meta name=\"terms\" content=\"AI training prohibited\">", true),
        ("<meta name=\"license\" content=\"No AI training\">", true),
        ("<meta name=\"robots\" content=\"tdm-reservation=1\">", true),
        ("<meta name=\"robots\" content=\"tdm-reservation: 1\">", true),
        ("<meta name=\"robots\" content=\"index, follow, tdm-reservation=1\">", true),
        ("<meta name=\"machine-learning\" content=\"no\">", true),
        ("<meta name=\"machine-learning\" content=\"disallow\">", true),
        ("<meta name=\"machine-learning\" content=\"noindex\">", true),
        ("<meta name=\"llm\" content=\"no\">", true),
        ("<meta name=\"llm\" content=\"disallow\">", true),
        ("<meta name=\"llm\" content=\"noindex\">", true),
        ("<meta name=\"ai-bots\" content=\"no\">", true),
        ("<meta name=\"ai-bots\" content=\"disallow\">", true),
        ("<meta name=\"ai-bots\" content=\"noindex\">", true),
        ("<meta name=\"googlebot\" content=\"noai\">", true),
        ("<meta name=\"copyright\" content=\"No AI\">", true),
        ("<meta name=\"rights\" content=\"no-ai\">", true),
        ("<meta name=\"ai\" content=\"noindex\">", true),
        ("<meta name=\"bingbot\" content=\"noai, noimageai\">", true),
        ("<meta name=\"license\" content=\"no ai\">", true),
        ("<meta name=\"dcterms.license\" content=\"Not for AI training\">", true),
        ("<meta name=\"license\" content=\"https://creativecommons.org/licenses/by/4.0/\">", false),
        ("<meta name=\"terms\" content=\"https://ex.com/terms\">", false),
        ("<meta name=\"usage-rights\" content=\"free\">", false),
        ("<meta name=\"llm\" content=\"yes\">", false),
        ("<meta name=\"ai-bots\" content=\"index\">", false),
        ("<meta name=\"machine-learning\" content=\"beginner\">", false),
        ("<meta name=\"googlebot\" content=\"noindex\">", false),
        ("<meta name=\"robots\" content=\"tdm-reservation=0\">", false),
        ("<meta name=\"article:rights\" content=\"All rights reserved\">", false),
        ("<meta name=\"release\" content=\"no\">", false),
        ("<meta name=\"learning\" content=\"none\">", false),
        ("<meta name=\"robots\" content=\"index, follow\">", false),
        (
            "<script type='application/ld+json'>{\"@type\":\"Article\",\"copyrightNotice\":\"No AI training\"}</script>",
            true
        ),
        ("<script type='application/ld+json'>{\"@type\":\"Article\",\"usageInfo\":\"no-ai\"}</script>", true),
        ("<script type='application/ld+json'>{\"@type\":\"Article\",\"license\":\"No AI\"}</script>", true),
        (
            "<script type='application/ld+json'>{\"@type\":\"WebSite\",\"conditionsOfAccess\":\"AI training: no\"}</script>",
            true
        ),
        ("<meta name='tdm' content='no'>", true),
        ("<meta name='ai' content='opt-out'>", true),
        ("<meta name='ai-training' content='opt-out'>", true),
        ("<meta name='ai-training' content='reserved'>", true),
        ("<meta name='ai-training' content='not allowed'>", true),
        ("<meta name='robots' content='ai-training=no'>", true),
        ("<meta name='robots' content='noTDM'>", true),
        ("<meta name='robots' content='no-training'>", true),
        ("<meta name='gptbot' content='noindex'>", true),
        ("<meta name='CCBot' content='none'>", true),
        ("<meta name='data-mining' content='no'>", true),
        ("<meta name='text-and-data-mining' content='reserved'>", true),
        ("<meta property='og:license' content='No AI training'>", true),
        ("<meta itemprop='copyrightNotice' content='No AI training'>", true),
        ("<meta name='ai-training' content='https://ex.com/courses'>", false),
        ("<meta property='og:license' content='MIT'>", false),
    ]

    @Test("meta elements", arguments: metas)
    func meta(_ html: String, _ isRefusal: Bool) throws {
        let found = try PageFixture(html: "<html><head>\(html)</head><body>\(prose)").reading()
        #expect(HeardRefusals.isHeard(found) == isRefusal)
    }

    static let roots: [(String, Bool)] = [
        ("<html data-tdm-reservation=\"1\"><head></head><body>", true),
        ("<html><head></head><body data-tdm-reservation='1'>", true),
        ("<html tdm-reservation=1><head></head><body>", true), ("<html lang=en data-noai><head></head><body>", true),
        ("<html><head></head><body data-ai-training=\"no\">", true),
        ("<html data-tdm-reservation=\"0\"><head></head><body>", false),
        ("<html lang=no><head></head><body class=\"a no-ai b\" data-theme=none>", false),
        ("<html data-ai-training=\"yes\"><head></head><body>", false),
    ]

    @Test("attributes of html and body", arguments: roots)
    func root(_ html: String, _ isRefusal: Bool) throws {
        #expect(HeardRefusals.isHeard(try PageFixture(html: html + prose).reading()) == isRefusal)
    }

    static let headers: [(String, String, Bool)] = [
        ("X-Copyright", "No AI training", true),
        ("X-Copyright-Notice", "Text and data mining reserved", true),
        ("Copyright", "(c) Ann. No AI training.", true),
        ("X-Terms", "AI training prohibited", true),
        ("Usage-Policy", "no AI training", true),
        ("Content-License", "No AI training", true),
        ("Permissions-Policy", "ai-training=()", true),
        ("Permissions-Policy", "geolocation=(), ai-training=()", true),
        ("X-Robots-Tag", "googlebot: noai", true),
        ("License", "No AI training", true),
        ("License", "no-ai", true),
        ("X-License", "no AI", true),
        ("X-Rights", "All rights reserved incl. AI training", true),
        ("Rights", "No AI", true),
        ("Terms", "no TDM", true),
        ("X-Usage", "no AI", true),
        ("Usage", "AI training: no", true),
        ("X-Notice", "Do not train on this content", true),
        ("Feature-Policy", "ai-training 'none'", true),
        ("X-Data-Usage", "not for AI training", true),
        ("X-Copyright", "2026 Ann", false),
        ("Permissions-Policy", "geolocation=()", false),
        ("License", "MIT", false),
        ("X-Terms", "https://ex.com/terms", false),
        ("Permissions-Policy", "ai-training=(self)", false),
        ("X-Robots-Tag", "googlebot: noindex", false),
        ("Usage-Policy", "fair use", false),
        ("X-Powered-By", "No AI training", false),
        ("Content-License", "CC-BY-4.0", false),
        ("Permissions-Policy", "camera=(), train=(self)", false),
    ]

    @Test("fields of a response", arguments: headers)
    func header(_ name: String, _ value: String, _ isRefusal: Bool) throws {
        let field = (name: name, value: value)
        let found = try PageFixture(html: prose, headers: [("Content-Type", "text/html"), field]).reading()
        #expect(HeardRefusals.isHeard(found) == isRefusal)
        if found.signals.contains(where: { $0.source == .naturalLanguage && $0.value == .deny }) {
            #expect(found.statesAtUse[.naturalLanguage] == .stated)
            #expect(found.statesAtFetch[.naturalLanguage] == .stated)
        }
    }

    static let files: [(SiteFileKind, String, String, Bool)] = [
        (.aiTxt, "User-Agent: *\nDisallow: *.html\n", "/a", true),
        (.aiTxt, "User-Agent: *\nDisallow: *.txt\nAllow: /\n", "/a", true),
        (.aiTxt, "User-Agent: *\nDisallow: *.html\n", "/a/", true),
        (.aiTxt, "User-Agent: *\nDisallow: *.jpg\n", "/a", false),
        (.aiTxt, "User-Agent: *\nDisallow: *.html\n", "/a.jpg", false),
        (.aiTxt, "User-Agent: *\nDisallow: text\n", "/a", true),
        (.aiTxt, "User-Agent: *\nDisallow: articles\nAllow: /\n", "/a", true),
        (.aiTxt, "User-Agent: *\nDisallow: images\n", "/a", false),
        (.aiTxt, "User-Agent: *\nDisallow: all\n", "/a", true),
        (.tdmrep, "[{\"location\":\"/walk/\",\"tdm-reservation\":1}]", "/walk", true),
        (.tdmrep, "[{\"location\":\"/walk/\",\"tdm-reservation\":1}]", "/walking", false),
        (.tdmrep, "[{\"location\":\"/walk/\",\"tdm-reservation\":1}]", "/walk/x", true),
        (
            .tdmrep, "[{\"location\":\"/walk/\",\"tdm-reservation\":1},{\"location\":\"/\",\"tdm-reservation\":0}]",
            "/walk", true
        ),
        (
            .tdmrep, "[{\"location\":\"/walk/\",\"tdm-reservation\":0},{\"location\":\"/\",\"tdm-reservation\":1}]",
            "/walk", true
        ),
        (.tdmrep, "[{\"location\":\"/walk/\",\"tdm-reservation\":1}]", "/walk?x=1", true),
    ]

    @Test(
        "ai.txt on paths without an extension and by words; tdmrep.json with and without the last slash",
        arguments: files)
    func file(_ kind: SiteFileKind, _ body: String, _ path: String, _ isRefusal: Bool) throws {
        let found = try PageFixture(html: prose, files: [try PageFixture.file(kind, body)], path: path).reading()
        #expect(HeardRefusals.isHeard(found) == isRefusal)
    }
}
