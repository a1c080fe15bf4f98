import Provenance
import Rights
import Testing

@Suite("A no in few words is heard, whatever marks part it and wherever the page names itself")
struct FewWordsTests {
    static let footers: [String] = [
        "AI? No.", "AI training? No thanks.", "AI crawlers? No!", "Machine learning? Never.", "KI? Nein danke.",
        "IA ? Non merci.", "LLM training? No.", "Text and data mining? No.", "AI training | no",
        "no ai", "no ai.", "© 2024 Jane · no ai", "no ai please", "keine ki", "geen ai", "niente ia", "ИИ: нет",
        "нет ИИ", "AI companies: ask first", "AI companies must ask first.", "AI firms: ask us first.",
        "AI labs, please ask first.", "AI: ask first", "AI use: ask first", "AI bots: no entry", "ai: no",
    ]

    @Test("In a footer", arguments: footers)
    func footer(_ text: String) throws {
        #expect(HeardRefusals.isHeard(try HeardRefusals.footer("<p>\(text)</p>")))
    }

    static let others: [String] = [
        "AI training for teachers, requires a licence of Windows", "AI, no thanks? Read our column.",
        "No AI? Read our guide.", "Is this AI? No.", "Do you offer AI training? No.", "AI? No, a person wrote this.",
        "AI training for beginners requires consent of your manager.", "AI? No problem.", "no ai was used", "no aim",
        "AI training courses for schools require a licence of the software.", "Was this made by AI? No.",
        "Il va ai monti e no ai laghi", "ai no corrida", "Россия: нет", "ИИ пишет: нет войне", "no aids",
        "AI training for employees is not permitted without registration", "AI companies ask first for money",
        "AI news? No thanks to us.", "Licence? No. AI news follow.", "AI | Norway", "AI training | November",
    ]

    @Test("Questions, courses and other sentences with the same words", arguments: others)
    func other(_ text: String) throws {
        #expect(!HeardRefusals.isHeard(try HeardRefusals.footer("<p>\(text)</p>")))
    }

    @Test("In a meta element of rights and in a comment of a robots file", arguments: ["no ai", "AI? No.", "ИИ: нет"])
    func elsewhere(_ text: String) throws {
        let meta = PageFixture(html: "<head><meta name=rights content='\(text)'></head><main>\(prose)</main>")
        #expect(HeardRefusals.isHeard(try meta.reading()))
        var site = PageFixture(html: "<main>\(prose)</main>")
        site.files = [try PageFixture.file(.robots, "# \(text)\nUser-agent: *\nAllow: /\n")]
        #expect(HeardRefusals.isHeard(try site.reading()))
    }

    @Test(
        "A crawler that gathers for training is told no in a word that is no rule",
        arguments: ["disallow", "Disallow: /", "no", "deny", "blocked", "none", "not allowed", "false"],
        ["GPTBot", "ClaudeBot", "CCBot", "Google-Extended"])
    func crawler(_ content: String, _ name: String) throws {
        let page = "<head><meta name='\(name)' content='\(content)'></head><main>\(prose)</main>"
        #expect(HeardRefusals.isHeard(try PageFixture(html: page).reading()))
    }

    @Test(
        "Elements that say yes, or speak to nobody who trains",
        arguments: [
            ("GPTBot", "index"), ("GPTBot", "all"), ("GPTBot", "allowed"), ("author", "none"), ("Operator", "none"),
            ("generator", "none"), ("ChatGPT-User", "disallow"), ("twitter:card", "no"),
        ])
    func harmless(_ name: String, _ content: String) throws {
        let page = "<head><meta name='\(name)' content='\(content)'></head><main>\(prose)</main>"
        #expect(!HeardRefusals.isHeard(try PageFixture(html: page).reading()))
    }

    @Test(
        "A name in a robots file that means a house or a class is heard where it refuses, and permits nothing",
        arguments: [
            "OpenAI", "ChatGPT", "openai-bot", "Anthropic", "Claude", "CommonCrawl", "Common Crawl", "DeepSeek",
            "LAION",
            "Gemini", "machine-learning", "Machine Learning", "artificial-intelligence", "deep-learning", "TDM",
            "text-and-data-mining", "generative-ai",
        ])
    func agent(_ name: String) throws {
        func isHeard(_ rule: String) throws -> Bool {
            var page = PageFixture(html: "<main>\(prose)</main>")
            page.files = [try PageFixture.file(.robots, "User-agent: \(name)\n\(rule)\n")]
            return HeardRefusals.isHeard(try page.reading())
        }
        #expect(try isHeard("Disallow: /"))
        #expect(try !isHeard("Allow: /"))
        #expect(try !isHeard("Disallow: /b/"))
    }

    static let named = [
        "No AI training allowed on this site", "This site may not be used for AI training", "No AI", "AI training: no",
        "Jane Doe · No AI training", "We reserve text and data mining",
    ]

    /// Where a page names and describes itself, with a text in the place of `@`.
    private static let places = [
        "<head><title>@</title></head><main>#</main>", "<head><meta name=description content='@'></head><main>#</main>",
        "<head><meta property='og:description' content='@'></head><main>#</main>",
        "<main>#<p title='@'>Words</p></main>", "<main>#<div aria-label='@'>Words</div></main>",
    ]

    private static func pages(_ text: String) -> [String] {
        places.map { $0.replacing("@", with: text).replacing("#", with: prose) }
    }

    @Test("Titles, descriptions and labels that reserve hold", arguments: named)
    func names(_ text: String) throws {
        for page in Self.pages(text) {
            let found = HeardRefusals.all(try PageFixture(html: page).reading())
            #expect(found.map(\.value) == [.invalid], "\(page.prefix(60))")
        }
    }

    static let headlines = [
        "Publishers forbid AI training", "AI training prohibited in Chile", "Is AI training fair use?",
        "No AI, no problem: life offline", "AI: no longer science fiction", "Court: AI training is not allowed",
        "How to opt out of AI training", "AI training requires a licence, court says", "No AI was used",
        "Review: No AI, please, we are British", "no aim in life",
    ]

    @Test("Headlines about reservations reserve nothing", arguments: headlines)
    func headline(_ text: String) throws {
        for page in Self.pages(text) {
            #expect(!HeardRefusals.isHeard(try PageFixture(html: page).reading()), "\(page.prefix(60))")
        }
    }
}
