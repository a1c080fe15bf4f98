import Provenance
import Rights
import Testing

@Suite("Refusals of a page that are written wrongly and plainly")
struct PageRefusalTests {
    private static let reservation = [
        "<meta content=1 name=tdm-reservation/>",
        "<meta name=\u{201C}tdm-reservation\u{201D} content=\u{201C}1\u{201D}>",
        "<meta name=\"tdm-reservation\" value=\"1\">", "<meta name=\"tdm\0reservation\" content=\"1\">",
        "<meta name=\"tdm-\0reservation\" content=\"1\">", "<meta name=\"tdm_reservation\" content=\"1\">",
        "<meta name=\"tdm:reservation\" content=\"1\">", "<meta name=\"tdmReservation\" content=\"true\">",
        "<meta name=\"tdm\u{2011}reservation\" content=\"1\">", "<meta name=\"tdm-reserved\" content=\"1\">",
        "<meta name=\"tdm&amp;#45;reservation\" content=\"1\">", "<meta name=\"tdm-resevration\" content=\"1\">",
        "<meta name=\"tdm-reservation content=\"1\">", "<meta content=\"tdm-reservation\" name=\"1\">",
        "<html:meta name=\"tdm-reservation\" content=\"1\"/>", "<xhtml:meta name=\"tdm-reservation\" content=\"1\"/>",
        "<h:meta name='TDM-Reservation' content='1'/>",
        "<svg><style><meta name=\"tdm-reservation\" content=\"1\"></style></svg>",
        "<math><script><meta name=\"tdm-reservation\" content=\"1\"></script></math>",
        "<svg><title><meta name=\"tdm-reservation\" content=\"1\"></title></svg>",
        "<script>document.write('<meta name=\"tdm-reservation\" content=\"1\">')</script>",
        "<script>document.write(\"<META NAME='tdm-reservation' CONTENT='1'>\");</script>",
        "<script>m=document.createElement('meta');m.name='tdm-reservation';m.content='1'</script>",
        "<meta http-equiv=\"tdm-reservation\" content=\"1\">", "<meta http-equiv=\"TDM-Reservation\" value=\"1\">",
        "<meta itemprop=\"tdm-reservation\" content=\"1\">",
    ]

    @Test("a reservation by TDMRep is never absent for the way it is written", arguments: reservation)
    func reserves(_ markup: String) throws {
        let found = try PageFixture(html: "<head>" + markup + "</head><body>" + prose).reading()
        let states = [found.statesAtUse[.tdmrepMeta], found.statesAtUse[.metaRobots]]
        #expect(found.statesAtUse[.tdmrepMeta] == .stated || found.statesAtUse[.tdmrepMeta] == .unreadable, "\(states)")
        #expect(Self.refuses(found, .tdmrepMeta))
    }

    @Test(
        "noai in a robots meta element is never absent for the way it is written",
        arguments: [
            "<meta name=\"robots,googlebot\" content=\"noai\">", "<meta name=\"robots googlebot\" content=\"noai\">",
            "<meta name=\"robots; bingbot\" content=\"noai\">",
            "<meta name=\u{201C}robots\u{201D} content=\u{201C}noai\u{201D}>",
            "<meta name=\u{201E}robots\u{201C} content=\u{201E}noai,\u{A0}noimageai\u{201C}>",
            "<meta name=robots/ content=noai/>", "<meta content=noai name=robots/>",
            "<meta name=\"robots\" value=\"noai\">", "<meta name=\"rob\0ots\" content=\"noai\">",
            "<meta name=\"noai\" content=\"true\">", "<meta name=\"noai\">", "<meta robots=\"noai\">",
            "<html:meta name=\"robots\" content=\"noai\"/>", "<xhtml:META name='robots' content='NOAI'/>",
            "<svg><script><meta name=\"robots\" content=\"noai\"></script></svg>",
            "<script>document.write('<meta name=\"robots\" content=\"noai\">')</script>",
            "<script type=module>document.head.innerHTML += `<meta name=\"robots\" content=\"noai, noimageai\">`</script>",
            "<meta http-equiv=\"X-Robots-Tag\" content=\"noai\">", "<meta http-equiv=\"robots\" content=\"noai\">",
            "<meta property=\"robots\" content=\"noai\">", "<meta itemprop=\"robots\" content=\"noai\">",
            "<meta name=\"robots:\" content=\"noai\">", "<meta name=\"\u{FF52}obots\" content=\"noai\">",
            "<meta name=\"robots\" content=\"no-ai\">", "<meta name=\"robots\" content=\"no_ai\">",
            "<meta name=\"robots\" content=\"NO AI\">", "<meta name=\"robots\" content=\"noai\u{3002}\">",
            "<meta name=\"robots\" content=\"noindex\u{FF0C}noai\">",
            "<meta name=\"robots\" content=\"\u{FF4E}\u{FF4F}\u{FF41}\u{FF49}\">",
            "<meta name=\"robots\" content=\"index,follow,no\u{200B}ai\">",
            "<meta name=\"robots\" content=\"noai|noimageai\">",
            "<meta name=\"robots\" content=\"&amp;quot;noai&amp;quot;\">",
            "<meta name=\"robots\" content=\"noai=true\">",
            "<meta name=\"robots\" content=\"ai=no\">", "<meta name=\"robots\" content=\"noai: true\">",
        ])
    func refusesAI(_ markup: String) throws {
        let found = try PageFixture(html: "<head>" + markup + "</head><body>" + prose).reading()
        #expect(Self.refuses(found, .metaRobots))
    }

    private static func refuses(_ found: RightsReading, _ source: RightsProtocol) -> Bool {
        found.signals.contains {
            $0.source == source && $0.isTaken && $0.scope != .asset && ($0.value == .deny || $0.value == .invalid)
                && ($0.value == .deny || $0.notes.contains("restrictive-intent"))
        }
    }

    @Test(
        "what only looks like a reservation reserves nothing",
        arguments: [
            "<textarea><meta name=\"tdm-reservation\" content=\"1\"></textarea>",
            "<title>The <meta name=\"robots\" content=\"noai\"> element</title>",
            "<meta name=\"description\" content=\"How tdm-reservation and noai work\">",
            "<meta property=\"og:title\" content=\"What noai means\">",
            "<meta name=\"keywords\" content=\"noai, tdm-reservation\">",
            "<!-- <meta name=\"robots\" content=\"noai\"> -->",
            "<template><meta name=\"robots\" content=\"noai\"></template>",
            "<script type=\"application/json\">{\"t\":\"<meta name='robots' content='noai'>\"}</script>",
            "<meta name=\"twitter:title\" content=\"1\">", "<meta name=\"theme-color\" content=\"1\">",
            "<meta name=\"robots\" content=\"index, follow\">", "<meta name=\"robots googlebot\" content=\"noodp\">",
            "<script>var novel = '<meta charset=utf-8>'; domain = 'sonoain'</script>",
            "<script>x = '<meta name=\"tdm\" content=\"'</script>",
        ])
    func harmless(_ markup: String) throws {
        let found = try PageFixture(html: "<head>" + markup + "</head><body>" + prose).reading()
        #expect(found.statesAtUse[.tdmrepMeta] == .absent)
        #expect(!Self.refuses(found, .metaRobots))
    }

    @Test(
        "a name that is not the protocol's own frees nothing",
        arguments: [
            "<meta content=0 name=tdm-reservation/>", "<meta name=\"tdm_reservation\" content=\"0\">",
            "<meta name=\"tdm-reservation\" value=\"0\">", "<meta http-equiv=\"tdm-reservation\" content=\"0\">",
            "<meta name=\u{201C}tdm-reservation\u{201D} content=0>",
        ])
    func neverFrees(_ markup: String) throws {
        let found = try PageFixture(
            html: "<head>" + markup + "</head><body>" + prose,
            headers: [("tdm-reservation", "1"), ("Content-Type", "text/html")]
        )
        .reading()
        #expect(found.signals.contains { $0.source == .tdmrepHeader && $0.value == .deny && $0.isTaken })
    }

    @Test(
        "signals of headers written as http-equiv: a refusal counts, a permission does not",
        arguments: [
            (
                "<meta http-equiv=\"Content-Usage\" content=\"train-ai=n\">", RightsProtocol.aiprefHeader,
                SignalValue.deny
            ),
            ("<meta name=\"content-usage\" content=\"train-ai=n\">", .aiprefHeader, .deny),
            ("<meta http-equiv=\"content-usage\" content=\"train-ai=no\">", .aiprefHeader, .invalid),
            ("<meta http-equiv=\"Content-Usage\" content=\"train-ai=y\">", .aiprefHeader, .allow),
            ("<meta http-equiv=\"Content-Signal\" content=\"search=yes, ai-train=no\">", .contentSignalHeader, .deny),
            ("<meta name=\"Content-Signal\" content=\"ai-train=yes\">", .contentSignalHeader, .allow),
        ])
    func equivalents(_ markup: String, _ source: RightsProtocol, _ value: SignalValue) throws {
        let found = try PageFixture(html: "<head>" + markup + "</head><body>" + prose).reading()
        let signal = try #require(found.signals.first { $0.source == source && $0.value == value })
        #expect(signal.isTaken == (value != .allow))
        let state: ProtocolState = value == .deny ? .stated : value == .invalid ? .unreadable : .absent
        #expect(found.statesAtUse[source] == state)
    }

    private static func article(_ flag: String) -> String {
        "<script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"isAccessibleForFree\":\(flag)}</script>"
    }

    @Test(
        "isAccessibleForFree in any spelling of no is not free, and in one that nobody knows is not known",
        arguments: [
            (article("0"), AccessFinding.paywalled), (article("\"0\""), .paywalled), (article("\"no\""), .paywalled),
            (article("\"Nein\""), .paywalled), (article("\"FALSE\""), .paywalled), (article("\" false \""), .paywalled),
            (article("\"http://schema.org/False\""), .paywalled), (article("\"non\""), .paywalled),
            (article("\"falsch\""), .paywalled), (article("[true, \"No\"]"), .paywalled), (article("0.0"), .paywalled),
            (article("{\"@value\": false}"), .paywalled), (article("{\"@value\": \"0\"}"), .paywalled),
            (article("null"), .unknown), (article("\"\""), .unknown), (article("\"partly\""), .unknown),
            (article("[true, null]"), .unknown), (article("{}"), .unknown), (article("2"), .unknown),
            (article("true"), .open), (article("\"True\""), .open), (article("1"), .open), (article("\"yes\""), .open),
            (article("\"https://schema.org/True\""), .open),
            (
                "<script type=\"application/ld+json\">{\"@type\":\"Article\",\"isaccessibleforfree\":false}</script>",
                .paywalled
            ),
            ("<meta itemprop=\"isAccessibleForFree\" content=\"false\">", .paywalled),
            ("<meta itemprop=\"isAccessibleForFree\" content=\"0\">", .paywalled),
            ("<meta property=\"isAccessibleForFree\" content=\"False\">", .paywalled),
            ("<meta name=\"isAccessibleForFree\" content=\"no\">", .paywalled),
            ("<meta itemprop=\"isAccessibleForFree\" content=\"true\">", .open),
            ("<meta name=\"article:content_tier\" content=\"premium\">", .paywalled),
            ("<meta property=\"article:content_tier\" content=\"Metered\">", .paywalled),
            ("<meta property=\"article:content_tier\" content=\"locked\">", .paywalled),
            ("<meta name=\"content_tier\" content=\"paid\">", .paywalled),
            ("<meta name=\"content-tier\" content=\"subscriber\">", .paywalled),
            ("<meta property=\"article:content_tier\" content=\"gold\">", .unknown),
            ("<meta property=\"article:content_tier\" content=\"free\">", .open),
        ])
    func access(_ markup: String, _ access: AccessFinding) throws {
        #expect(try PageFixture(html: "<head>" + markup + "</head><body>" + prose).reading().access == access)
    }
}

@Suite("What is said for a part, a browser or a narrower path takes nothing from a refusal")
struct NarrowerStatementTests {
    @Test(
        "Content-Signal: what a narrower line leaves unsaid the wider one still says",
        arguments: [
            ("ai-train=no, search=yes", "/ ai-input=no", "no"), ("ai-train=no", "/ search=yes", "no"),
            ("ai-train=no, use=reference", "/ search=yes", "no"), ("ai-train=no, search=no", "/ ai-train=yes", "yes"),
            ("ai-train=yes", "/ ai-train=no", "no"),
        ])
    func signals(_ wide: String, _ narrow: String, _ wanted: String) throws {
        let robots = "User-agent: *\nAllow: /\nContent-Signal: \(wide)\nContent-Signal: \(narrow)\n"
        let file = RobotsFile.parse(Array(robots.utf8))
        let verdict = file.verdict(agent: PageFixture.agent, pathAndQuery: "/a/x")
        let all = ContentSignal.combined(verdict.contentSignals.map { .parse($0.value) })
        #expect(all[.aiTrain] == wanted)
    }

    @Test("a licence in a Link header with an anchor in the page is a part's")
    func anchor() throws {
        for anchor in ["#photo-1", "https://ex.com/a#photo-1"] {
            let line = "<https://creativecommons.org/licenses/by/4.0/>; rel=\"license\"; anchor=\"\(anchor)\""
            let found = try PageFixture(html: prose, headers: [("Content-Type", "text/html"), ("Link", line)]).reading()
            #expect(found.licence.outcome == .none)
        }
    }

    @Test("a zero that only a browser without scripts sees frees nothing")
    func noscript() throws {
        let html = "<head><noscript><meta name=\"tdm-reservation\" content=\"0\"></noscript></head>" + prose
        let headers = [("Content-Type", "text/html"), ("tdm-reservation", "1")]
        let found = try PageFixture(html: html, headers: headers).reading()
        #expect(found.signals.contains { $0.source == .tdmrepHeader && $0.value == .deny && $0.isTaken })
    }

    @Test("XHTML that declares entities may say anything by them")
    func entities() throws {
        let html =
            "<!DOCTYPE html [<!ENTITY r \"noai\">]><html><head><meta name=\"robots\" content=\"&r;\"/></head>" + prose
        let found = try PageFixture(html: html, headers: [("Content-Type", "application/xhtml+xml")]).reading()
        #expect(found.statesAtUse[.metaRobots] == .unreadable && found.statesAtUse[.tdmrepMeta] == .unreadable)
    }

    @Test(
        "tdmrep.json: a place with a fragment, and an object in shorthand, are unreadable",
        arguments: [
            #"[{"location":"/a#top","tdm-reservation":1}]"#, #"{"/":1}"#,
        ])
    func tdmrep(_ body: String) throws {
        let found = try PageFixture(html: prose, files: [try PageFixture.file(.tdmrep, body)]).reading()
        #expect(found.statesAtUse[.tdmrepFile] == .unreadable)
    }
}
