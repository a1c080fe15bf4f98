import Canonical
import Provenance
import Rights
import Testing
import WebAddress

@Suite("The table of other crawlers")
struct AgentTableTests {
    /// A table of the signals folder with other agents.
    private func tables(_ agents: [String], sources: String = "s: here") throws(ConfigError) -> SignalTables {
        let text = "as_of: 2026-11-24\nsources:\n  \(sources)\nagents:\n" + agents.map { "  - {\($0)}\n" }.joined()
        do {
            let project = try ProjectTables.texts()
            return try SignalTables(
                files: project.map { ($0.name, $0.path, $0.name == "ai-agents.yaml" ? text : $0.text) })
        } catch let error as ConfigError {
            throw error
        } catch {
            preconditionFailure("\(error)")
        }
    }

    @Test(
        "RFC 9309, 2.2.1 and what operators say of their crawlers: everyone of note is there, with what it gathers for",
        arguments: [
            (
                AgentTable.Purpose.train,
                "GPTBot ClaudeBot anthropic-ai Claude-Web CCBot Google-Extended Applebot-Extended Bytespider TikTokSpider "
                    + "meta-externalagent FacebookBot Amazonbot cohere-training-data-crawler AI2Bot Ai2Bot-Dolma DeepSeekBot "
                    + "PanguBot SBIntuitionsBot ICC-Crawler Cotoyogi YandexAdditional YandexAdditionalBot Timpibot "
                    + "img2dataset LAIONDownloader laion-huggingface-processor Diffbot omgili omgilibot Webzio-Extended "
                    + "FriendlyCrawler VelenPublicWebCrawler ISSCyberRiskCrawler ChatGLM-Spider"
            ),
            (
                .search,
                "OAI-SearchBot Claude-SearchBot PerplexityBot Amzn-SearchBot meta-webindexer YouBot PhindBot Bravebot"
            ),
            (
                .assistant,
                "ChatGPT-User Claude-User Perplexity-User Amzn-User meta-externalfetcher DuckAssistBot MistralAI-User "
                    + "cohere-ai Gemini-Deep-Research Google-NotebookLM TongyiBot YiyanBot Kimi-User"
            ),
            (.mixed, "Applebot PetalBot Bingbot Scrapy GoogleOther"),
        ])
    func purposes(_ purpose: AgentTable.Purpose, _ names: String) throws {
        let agents = try ProjectTables.read().agents.agents
        for name in names.split(separator: " ") {
            let agent = agents.first { $0.name == name }
            #expect(agent?.purpose == purpose, "\(name)")
            #expect(agent?.source.isEmpty == false)
        }
        for name in ["Kangaroo Bot", "Brightbot 1.0", "iaskspider/2.0", "panscient.com"] {
            #expect(agents.contains { $0.name == name }, "\(name)")
        }
        #expect(agents.count >= 150)
    }

    @Test(
        "A table that says a thing twice, or without a source, is refused",
        arguments: [
            ["name: A, purpose: train, source: s, core: true", "name: a, purpose: train, source: s"],
            ["name: A, purpose: train, source: other, core: true"], ["name: A, purpose: train, core: true"],
            ["name: A, source: s, core: true"], ["name: A, purpose: gather, source: s, core: true"],
            ["name: A, purpose: search, source: s, core: true"], ["name: 9A, purpose: train, source: s, core: true"],
            ["name: A, purpose: train, source: s"], ["name: A, purpose: train, source: s, core: true, colour: red"],
        ])
    func refused(_ agents: [String]) {
        #expect(throws: ConfigError.self) { _ = try tables(agents) }
    }

    private func refusals(_ robots: String, _ tables: SignalTables) throws -> [Signal] {
        let url = try CanonicalURL("https://ex.com/a")
        let rules = SiteRules([try PageFixture.file(.robots, robots)])
        return RightsReader(agent: PageFixture.agent, tables: tables).beforeFetch(url: url, site: rules).signals
            .filter { $0.source == .robotsAIAgents }
    }

    @Test(
        "What an entry is changes what a refusal of it does: core refuses, another trainer is recorded, others are not")
    func effect() throws {
        let robots = "User-agent: NewBot\nDisallow: /\n"
        let core = "name: Other, purpose: train, source: s, core: true"
        for (entry, taken, recorded) in [
            ("name: NewBot, purpose: train, source: s, core: true", 1, 1),
            ("name: NewBot, purpose: train, source: s", 0, 1),
            ("name: NewBot, purpose: search, source: s", 0, 0),
            ("name: NewBot/2, purpose: mixed, source: s, core: true", 1, 1),
        ] {
            let found = try refusals(robots, try tables([core, entry]))
            #expect(found.count == recorded, "\(entry)")
            #expect(found.filter(\.isTaken).count == taken, "\(entry)")
        }
        #expect(try refusals(robots, try tables([core])).isEmpty)
    }

    @Test("Every trainer of the table that a file refuses by name is recorded, in the table's order, once a token")
    func all() throws {
        let tables = try ProjectTables.read()
        let trainers = tables.agents.agents.filter { $0.purpose == .train || $0.isCore }
        let robots = tables.agents.agents.reversed().map { "User-agent: \($0.name)\n" }.joined() + "Disallow: /\n"
        let found = try refusals(robots, tables).flatMap(\.conditions)
        #expect(Set(found) == Set(trainers.map { first(of: $0.token, trainers) }))
        #expect(found.count == Set(found).count)
        let core = tables.agents.agents.filter(\.isCore).map(\.token.text)
        #expect(Array(found.prefix(core.count)) == core)
    }

    private func first(of token: ProductToken, _ agents: [AgentTable.Agent]) -> String {
        agents.first { $0.token == token }?.token.text ?? ""
    }

    @Test("A table a hundred times as long makes a page's robots file no slower to ask")
    func size() throws {
        func letters(_ number: Int) -> String {
            String(number).map { String(UnicodeScalar(UInt8(97 + ($0.wholeNumberValue ?? 0)))) }.joined()
        }
        let core = "name: Other, purpose: train, source: s, core: true"
        let small = try tables([core, "name: B, purpose: train, source: s"])
        let large = try tables([core] + (0..<15_000).map { "name: Bot-\(letters($0)), purpose: train, source: s" })
        func time(_ tables: SignalTables) throws -> Duration {
            let reader = RightsReader(agent: PageFixture.agent, tables: tables)
            let rules = SiteRules([
                try PageFixture.file(.robots, "User-agent: Bot-a\nDisallow: /\nUser-agent: *\nAllow: /\n")
            ])
            let url = try CanonicalURL("https://ex.com/a")
            return ThreadTime.measure {
                for _ in 0..<2_000 { _ = reader.beforeFetch(url: url, site: rules) }
            }
        }
        _ = try time(small)
        // Far from what a walk over the table would take: 15 000 look-ups a page.
        #expect(try time(large) < time(small) * 10 + .milliseconds(200))
    }

    @Test("A meta element whose name is a word of everyday use is not taken for one that speaks to a crawler")
    func everydayWords() throws {
        for (name, isHeard) in [("operator", false), ("PerplexityBot", true)] {
            let page = try PageFixture(html: "<meta name=\(name) content='noai'>" + prose).reading()
            #expect(page.signals.contains { $0.source == .metaRobots } == isHeard, "\(name)")
            #expect(!page.signals.contains { $0.source == .metaRobots && $0.isTaken })
        }
    }
}
