import Provenance
import Rights
import Testing

@Suite("What a site file holds and nobody could read")
struct UnseenRulesTests {
    private static let carried: [RightsProtocol] = [
        .robotsAIAgents, .aiprefRobots, .contentSignalRobots, .rslRobots,
    ]

    private func reading(_ kind: SiteFileKind, _ body: String, _ outcome: SiteFileOutcome = .found) throws
        -> RightsReading
    {
        try PageFixture(html: prose, files: [try PageFixture.file(kind, body, outcome)]).reading()
    }

    @Test("robots.txt refused: crawling is allowed by RFC 9309, section 2.3.1.3, and nothing it carries is absent")
    func refused() throws {
        let found = try reading(.robots, "", .refused)
        #expect(found.statesAtUse[.robots] == .absent)
        for source in Self.carried + [.naturalLanguage] { #expect(found.statesAtUse[source] == .unreadable) }
        let missing = try reading(.robots, "", .absent)
        for source in Self.carried { #expect(missing.statesAtUse[source] == .absent) }
    }

    @Test("robots.txt longer than is read: only a refusal stands")
    func cut() throws {
        let rest = String(repeating: "# more of the same, line for line\n", count: 20_000)
        let open = try reading(.robots, "User-agent: *\nContent-Signal: ai-train=yes\nAllow: /\n" + rest)
        for source in Self.carried { #expect(open.statesAtUse[source] == .unreadable) }
        #expect(open.statesAtUse[.robots] == .stated)
        let shut = try reading(.robots, "User-agent: *\nContent-Signal: ai-train=no\nAllow: /\n" + rest)
        #expect(shut.statesAtUse[.contentSignalRobots] == .stated)
    }

    @Test(
        "robots.txt: a line that RFC 9309 passes over and that plainly refuses is noted as meant",
        arguments: [
            ("Content-Signal: ai-train=no\nUser-agent: *\nAllow: /\n", true), ("Disallow: /\n", true),
            ("User-agent: *\nDisallow\u{FF1A}/\n", true),
            ("User-agent: *\nDisallow:\u{A0}/\n", true), ("User-agent: * Disallow: /\n", true),
            ("<pre>User-agent: *\nDisallow: /\n</pre>", true), ("Disallow: /private/\n", false),
            ("User-agent: *\nDisallow=/\n", true), ("User-agent=GPTBot\nDisallow = /\n", true),
            ("User-agent: *\n- Disallow: /\n", true), ("User-agent: *\n\u{2022} Disallow: /\n", true),
            ("1. Disallow: /\n", true), ("User-agent: *\nDeny: /\n", true), ("User-agent: *\nDisallow: \"/\"\n", true),
            ("\"User-agent: *\"\n\"Disallow: /\"\n", true), ("User-agent: *\n\u{200B}Disallow: /\n", true),
            ("User-agent: *\nDisallow: \u{200B}/\n", true), ("User-agent: *\nDisallow: all\n", true),
            ("User-agent: *\nDisallow -> /\n", true), ("User-agent: *\nDisallow=/b/\n", false),
            ("Deny-list: /\n", false), ("Blocked: none\n", false), ("Sitemap: https://a.example/deny/\n", false),
            ("# Deny: /\n", false), ("User-agent: *\nDisallow: none\n", false),
            ("see https://a.example/disallow: /\n", false), ("We disallow: /\n", false),
            ("Disallow:\nUser-agent: *\nAllow: /\n", false), ("User-agent: *\nDisallow: /b/\n", false),
            ("User-agent: *\nDisallow: /\u{FC}ber\n", false), ("# Disallow:\u{A0}/\nUser-agent: *\nAllow: /\n", false),
            ("Content-Signal: ai-train=yes\n", false), ("", false),
            ("User-agent: *\nNoAI: /\n", true), ("User-agent: *\nAI-Training: disallow\n", true),
            ("TDM-Reservation: 1\n", true), ("User-agent: *\nX-Robots-Tag: noai\n", true),
            ("User-agent: *\nNo-Training: /b/\n", false), ("User-agent: *\nAI-Training: allow\n", false),
            ("TDM-Reservation: 0\n", false), ("NoAI: false\n", false), ("Email: no\n", false),
            ("User-agent: *\nX-Robots-Tag: noindex\n", false), ("Host: ai.example\n", false),
            ("User-agent: *\nContent-Usage: /, train-ai=n\n", true),
            ("User-agent: *\nContent-Usage: /a,train-ai=n\n", true),
            ("User-agent: *\nContent-Signal: /, search=yes, ai-train=no\n", true),
            ("User-agent: *\nContent-Usage: /b/, train-ai=n\n", false),
            ("User-agent: *\nContent-Usage: /, train-ai=y\n", false),
        ])
    func void(_ body: String, _ isMeant: Bool) throws {
        let found = try reading(.robots, body)
        let isNoted = found.signals.contains {
            $0.source == .robots && $0.value == .invalid && $0.isTaken && $0.notes.contains("restrictive-intent")
        }
        #expect(isNoted == isMeant)
        #expect(found.signals.contains { $0.category == .crawl && $0.value == .allow })
    }

    @Test(
        "ai.txt and trust.txt that cannot be read, or that refuse in other words, are not absent",
        arguments: [
            (SiteFileKind.aiTxt, "U\0s\0e\0r\0-\0a\0g\0e\0n\0t\0:\0 \0*\0"), (.aiTxt, "User-agent: *\n\0\0\0"),
            (.aiTxt, "\u{1F}\u{8B}\u{08}\0\0\0"), (.trustTxt, "\u{1F}\u{8B}\u{08}\0\0\0"), (.trustTxt, "\u{1}\u{2}\0"),
            (.aiTxt, "Disallow: /\n"), (.aiTxt, "User-Agent:\u{A0}*\nDisallow:\u{A0}/\n"),
            (.aiTxt, "# AI Policy\n\nWe do not permit AI training on our content.\n"),
            (.aiTxt, "Nous interdisons l'entra\u{EE}nement de mod\u{E8}les d'IA sur nos contenus.\n"),
            (.aiTxt, "Die Nutzung unserer Inhalte f\u{FC}r das Training von KI ist untersagt.\n"),
            (.aiTxt, "Il est interdit d'utiliser ce site pour entra\u{EE}ner des mod\u{E8}les d'IA.\n"),
            (.aiTxt, "Text und Data Mining im Sinne des \u{A7} 44b UrhG ist vorbehalten.\n"),
        ])
    func unread(_ kind: SiteFileKind, _ body: String) throws {
        let source: RightsProtocol = kind == .aiTxt ? .aiTxt : .trustTxt
        #expect(try reading(kind, body).statesAtUse[source] == .unreadable)
    }
}
