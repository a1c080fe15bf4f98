import Provenance
import Rights
import Testing

@Suite("Refusals of headers and site files that are written wrongly and plainly")
struct OddSpellingTests {
    private func reading(_ kind: SiteFileKind, _ body: String) throws -> RightsReading {
        try PageFixture(html: prose, files: [try PageFixture.file(kind, body)]).reading()
    }

    @Test(
        "noai for another crawler is found with its scope, and has no effect",
        arguments: [
            ("header", "otherbot: noai", "otherbot"), ("header", "ChatGPT-User: noai, noimageai", "ChatGPT-User"),
            ("otherbot", "noai", "otherbot"), ("chatgpt-user", "noai", "chatgpt-user"),
        ])
    func scoped(_ name: String, _ value: String, _ agent: String) throws {
        let isHeader = name == "header"
        let html = (isHeader ? "" : "<meta name=\"\(name)\" content=\"\(value)\">") + prose
        let headers = [(name: "Content-Type", value: "text/html")] + (isHeader ? [("X-Robots-Tag", value)] : [])
        let found = try PageFixture(html: html, headers: headers).reading()
        let source: RightsProtocol = isHeader ? .xRobotsTag : .metaRobots
        let signal = try #require(found.signals.first { $0.source == source && $0.value == .deny })
        #expect(!signal.isTaken && signal.dropped.contains(agent))
        #expect(found.statesAtUse[source] == .stated)
    }

    @Test(
        "X-Robots-Tag in odd spellings refuses",
        arguments: [
            "noai: true", "NoAI: yes", "noai:", "noai=1", "no-ai", "ai: no", "ai-training: disallow", "ai=no",
            "train: false", "\u{201C}noai\u{201D}", "noindex\u{FF0C} noai", "noai;noimageai", "DisallowAITraining",
            "robots: noai", "*: noai", "noai: false", "max-image-preview:large noai", "max-snippet:-1 noai",
            "max-video-preview: -1 noai, noimageai", "max-image-preview:large;noai", "max-snippet: noai",
            "unavailable_after: Wed, 03 Dec 2036 13:09:53 GMT noai", "unavailable_after: 2036-01-01 noai",
            "unavailable-after: Wed, 03 Dec 2036 13:09:53 GMT, noai", "expires: Wed, 03 Dec 2036 13:09:53 GMT, noai",
            "bot 2.0: noai", "url: https://ex.com/, noai", "user-agent: *, noai", "googlebot|muniment: noai",
            "googlebot;muniment: noai", "revisit-after: 7 days, noai", "any: noai", "default: noai", "crawlers: noai",
            "content-signal: ai-train=no",
        ])
    func header(_ value: String) throws {
        let found = try PageFixture(html: prose, headers: [("Content-Type", "text/html"), ("X-Robots-Tag", value)])
            .reading()
        #expect(found.statesAtUse[.xRobotsTag] != .absent)
        #expect(
            found.signals.contains {
                $0.source == .xRobotsTag && $0.isTaken && $0.category == .train
                    && ($0.value == .deny || $0.notes.contains("restrictive-intent"))
            })
    }

    @Test(
        "a robots meta speaks to whom it names, whatever stands before a colon in its content",
        arguments: [
            ("robots", "otherbot: noai"), ("robots", "revisit-after: 7 days, noai"), ("robots", "rating: adult, noai"),
            ("robots", "date: 2024, noai"), ("robots", "X-Robots-Tag: noai"), ("robots", "any: noai"),
            ("robots", "otherbot: index, noai"), ("munimentbot", "otherbot: noai"),
            ("robots", "index, follow, max-image-preview:large, max-snippet:-1, max-video-preview:-1 noai"),
        ])
    func content(_ name: String, _ value: String) throws {
        let found = try PageFixture(html: "<meta name=\"\(name)\" content=\"\(value)\">" + prose).reading()
        #expect(
            found.signals.contains {
                $0.source == .metaRobots && $0.isTaken && $0.category == .train
                    && ($0.value == .deny || $0.notes.contains("restrictive-intent"))
            })
    }

    @Test(
        "a line of preferences with a misspelt field is noted as meant",
        arguments: [
            "User-agent: *\nContent-Signal\u{FF1A} ai-train=no\nAllow: /\n",
            "User-agent: *\nContent-Signal\u{A0}: ai-train=no\nAllow: /\n",
            "User-agent: *\nContent-Signal:\u{A0}ai-train=no\nAllow: /\n",
            "User-agent: *\nContent-Signal: ai-train\u{A0}=\u{A0}no\nAllow: /\n",
            "User-agent: *\nContent Signal: search=yes, ai-train=no\n", "User-agent: *\nContentSignal: ai-train=no\n",
            "User-agent: *\nContent-Singal: AI-Train = No\n", "User-agent: *\nai-train=no\n",
            "User-agent: *\nContent-Usage\u{FF1A} train-ai=n\n", "User-agent: *\nContent_Usage: train-ai=n\n",
            "User-agent: \"*\"\nContent-Signal: ai-train=no\n", "User-agent: *, GPTBot\nContent-Signal: ai-train=no\n",
            "User-agent\u{FF1A}*\nContent-Signal: ai-train=no\n",
        ])
    func preference(_ body: String) throws {
        let found = try reading(.robots, body)
        #expect(
            found.signals.contains {
                $0.isTaken && ($0.value == .deny || $0.value == .invalid && $0.notes.contains("restrictive-intent"))
            })
    }

    @Test(
        "robots.txt: every name of a line counts where the line refuses",
        arguments: [
            ("User-agent: Bingbot, MunimentBot\nDisallow: /\n", false),
            ("User-agent: Bingbot; MunimentBot\nDisallow: /\n", false),
            ("User-agent: Bingbot MunimentBot\nDisallow: /\n", false), ("User-agent: \"*\"\nDisallow: /\n", false),
            ("User-agent: '*'\nDisallow: /\n", false), ("User-agent: \u{FF0A}\nDisallow: /\n", false),
            ("User-agent: *, GPTBot\nDisallow: /\n", false),
            ("User-agent: \u{201C}MunimentBot\u{201D}\nDisallow: /\n", false),
            ("User-agent: Mozilla/5.0 (compatible; MunimentBot/1.0; +https://ex.com/bot)\nDisallow: /\n", false),
            ("User-agent: Bingbot\nAllow: /\nUser-agent\u{FF1A}*\nDisallow: /\n", false),
            ("\u{FEFF}\u{FEFF}User-agent: *\nDisallow: /\n", false),
            // What the list permits counts for its first name alone.
            ("User-agent: Bingbot, MunimentBot\nAllow: /\nUser-agent: *\nDisallow: /\n", false),
            ("User-agent: MunimentBot\nAllow: /\nUser-agent: *\nDisallow: /\n", true),
            ("User-agent: Google*\nDisallow: /\n", true), ("User-agent: Bingbot/2.0\nDisallow: /\n", true),
            ("User-agent: Kangaroo Bot\nDisallow: /\n", true), ("User-agent: Bingbot, GPTBot\nDisallow: /\n", true),
        ])
    func lists(_ body: String, _ isAllowed: Bool) throws {
        let found = try reading(.robots, body)
        #expect(found.signals.contains { $0.category == .crawl && $0.value == .allow } == isAllowed)
    }

    @Test(
        "robots.txt: a trainer named after another in one line is named",
        arguments: [
            "User-agent: Bingbot, GPTBot\nDisallow: /\n", "User-agent: Bingbot GPTBot CCBot\nDisallow: /\n",
            "User-agent: Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko); compatible; GPTBot/1.1; +https://openai.com/gptbot\nDisallow: /\n",
            "User-agent: \"GPTBot\"\nDisallow: /\n",
        ])
    func trainers(_ body: String) throws {
        let found = try reading(.robots, body)
        #expect(found.signals.contains { $0.source == .robotsAIAgents && $0.value == .deny && $0.isTaken })
    }

    @Test(
        "ai.txt: a refusal in another form holds",
        arguments: [
            "AllowTraining=false\n", "Allow-Training: no\n", "allow_training = 0\n", "Training: off\n",
            "AITraining=deny\n",
            "---\ntraining: false\n---\n# Policy\n", "---\npermissions:\n  ai-training: no\n---\n",
            "---\ndisallow:\n  - training\n  - scraping\n---\n", "---\nallowTraining: \"false\"\n---\nText.\n",
            "User-agent: *, GPTBot\nDisallow: /\n", "User-agent: \"*\"\nDisallow: /\n", "{\"training\": \"no\"}\n",
            "{\"allowTraining\": false}\n",
        ])
    func aiTxt(_ body: String) throws {
        #expect(try reading(.aiTxt, body).statesAtUse[.aiTxt] == .unreadable)
    }

    @Test(
        "ai.txt: what refuses nothing is none",
        arguments: [
            "---\ntitle: About us\n---\n# Welcome\n", "AllowTraining=true\n", "Training: yes\n",
            "name: Example\nconstraint: none\n",
        ])
    func openAITxt(_ body: String) throws {
        #expect(try reading(.aiTxt, body).statesAtUse[.aiTxt] == .absent)
    }

    private func bytes(_ kind: SiteFileKind, _ body: [UInt8]) throws -> RightsReading {
        let text = try PageFixture.file(kind, "")
        let file = SiteFile(
            kind: kind, origin: text.origin, fetched: PageFixture.now, hops: [], outcome: .found, body: body,
            expires: PageFixture.now)
        return try PageFixture(html: prose, files: [file]).reading()
    }

    @Test(
        "bytes that are no text of any kind say nothing that could be relied on",
        arguments: [
            (SiteFileKind.trustTxt, RightsProtocol.trustTxt), (.aiTxt, .aiTxt), (.robots, .aiprefRobots),
            (.tdmrep, .tdmrepFile),
        ])
    func noise(_ kind: SiteFileKind, _ source: RightsProtocol) throws {
        let found = try bytes(kind, (0..<200).map { UInt8(0x80 + ($0 * 37) % 128) })
        #expect(found.statesAtUse[source] == .unreadable)
    }

    @Test("a text of another encoding with a record in it is read for what it refuses")
    func latin() throws {
        let comment: [UInt8] = Array("# caf".utf8) + [0xE9, 0x0A]
        let no = try bytes(.trustTxt, comment + Array("datatrainingallowed=no\n".utf8))
        #expect(no.statesAtUse[.trustTxt] == .stated)
        let yes = try bytes(.trustTxt, comment + Array("datatrainingallowed=yes\n".utf8))
        #expect(yes.statesAtUse[.trustTxt] == .unreadable)
        let wide = try bytes(.trustTxt, Array("\u{FF44}atatrainingallowed\u{FF1D}no\n".utf8))
        #expect(wide.statesAtUse[.trustTxt] == .unreadable)
    }
}
