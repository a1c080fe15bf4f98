import Canonical
import Licensing

extension HardCaseTable {
    /// Pages, sites and terms that reserve.
    static let reservations: [HardCase] = [
        HardCase("21", "tdm-reservation: 1", "D D H A A D D D D D D", HardCase.reserved),
        HardCase("22", "tdm-reservation: 1, a research organisation", "A A H A A H H H A D H") {
            HardCase.reserved(&$0)
            $0.profile = HardCase.institute
        },
        HardCase("23", "robots.txt shuts out all", "D D D D D D D D D D D") {
            $0.robots = "User-agent: *\nDisallow: /\n"
        },
        HardCase("24", "robots.txt shuts out GPTBot, CCBot and ClaudeBot", "D D A A A H H D D D D") {
            $0.robots = "User-agent: GPTBot\nUser-agent: CCBot\nUser-agent: ClaudeBot\nDisallow: /\n"
        },
        HardCase("24", "other crawlers shut out, recorded only", "A D A A A H H D A D D") {
            $0.robots = "User-agent: GPTBot\nUser-agent: CCBot\nDisallow: /\n"
            $0.settings = "infer_ai_optout: record"
        },
        HardCase("25", "robots.txt shuts out Google-Extended", "D D H A A H H D D D D") {
            $0.robots = "User-agent: Google-Extended\nDisallow: /\n"
        },
        HardCase("29", "reserved after the capture", "D D H A A D D D D D D") {
            $0.robotsAtFetch = "User-agent: *\nAllow: /\n"
            $0.robots = "User-agent: *\nContent-Signal: ai-train=no\nAllow: /\n"
        },
        HardCase("30", "reserved since a model was trained: a new use", "D D H A A D D D D D D") {
            $0.fetched = HardCase.now.adding(seconds: -30 * 86_400)
            $0.robotsAtFetch = "User-agent: *\nAllow: /\n"
            $0.robots = "User-agent: *\nContent-Signal: ai-train=no\nAllow: /\n"
        },
        HardCase("30", "the use before, at its own time", "A D A A A H H D A D D") {
            $0.now = HardCase.now.adding(seconds: -29 * 86_400)
            $0.fetched = HardCase.now.adding(seconds: -30 * 86_400)
            $0.grounds[.lists] = HardCase.gateLists.replacing("2026-11-20", with: "2026-10-20")
        },
        HardCase("31", "the reservation gone since, the old capture", "D D H A A D D D D D D") {
            $0.robotsAtFetch = "User-agent: *\nContent-Signal: ai-train=no\nAllow: /\n"
        },
        HardCase("53", "a price for training, not paid", "D D D H A D D D D D D") {
            $0.robots = "User-agent: *\nAllow: /\nLicense: https://site.example/rsl.xml\n"
            $0.rsl = [
                "https://site.example/rsl.xml": HardCase.rsl(
                    "<permits type=\"usage\">ai-train</permits><payment type=\"training\"><amount currency=\"EUR\">5</amount></payment>"
                )
            ]
        },
        HardCase("54", "free terms for training", "A A A A A A A A A A A") {
            $0.robots = "User-agent: *\nAllow: /\nLicense: https://site.example/rsl.xml\n"
            $0.rsl = [
                "https://site.example/rsl.xml": HardCase.rsl(
                    "<permits type=\"usage\">ai-train</permits><payment type=\"free\"/>")
            ]
        },
        HardCase("55", "terms that permit search and prohibit training", "D D H A A D D D D D D") {
            $0.robots = "User-agent: *\nAllow: /\nLicense: https://site.example/rsl.xml\n"
            $0.rsl = [
                "https://site.example/rsl.xml": HardCase.rsl(
                    "<permits type=\"usage\">search</permits><prohibits type=\"usage\">ai-train</prohibits>")
            ]
        },
        HardCase("56", "terms for non-commercial users in the US only", "D D H H A D D D D D D") {
            $0.robots = "User-agent: *\nAllow: /\nLicense: https://site.example/rsl.xml\n"
            $0.rsl = [
                "https://site.example/rsl.xml": HardCase.rsl(
                    "<permits type=\"usage\">ai-train</permits><permits type=\"geo\">US</permits><payment type=\"free\"/>"
                )
            ]
        },
        HardCase("56", "terms for the US, copied there", "A A A A A A A A A A A") {
            $0.robots = "User-agent: *\nAllow: /\nLicense: https://site.example/rsl.xml\n"
            $0.rsl = [
                "https://site.example/rsl.xml": HardCase.rsl(
                    "<permits type=\"usage\">ai-train</permits><permits type=\"geo\">US</permits><payment type=\"free\"/>"
                )
            ]
            $0.profile = HardCase.company.replacing("[DE]", with: "[US]")
        },
        HardCase("57", "terms named and not there", "H H H A A H H H H H H") {
            $0.robots = "User-agent: *\nAllow: /\nLicense: https://site.example/rsl.xml\n"
            $0.rsl = ["https://site.example/rsl.xml": nil]
        },
        HardCase("58", "free terms beside tdm-reservation: 1", "H H H A A H H H H H H") {
            HardCase.reserved(&$0)
            $0.robots = "User-agent: *\nAllow: /\nLicense: https://site.example/rsl.xml\n"
            $0.rsl = [
                "https://site.example/rsl.xml": HardCase.rsl(
                    "<permits type=\"usage\">ai-train</permits><payment type=\"free\"/>")
            ]
        },
        HardCase("60", "Content-Usage: train-ai=n", "D D H A A D D D D D D") {
            $0.headers.append(("Content-Usage", "train-ai=n"))
        },
        HardCase("67", "a seller of archives for analysis shuts crawlers out", "D D H D H D D D D D D") {
            $0.robots = "User-agent: GPTBot\nUser-agent: CCBot\nDisallow: /\n"
            $0.grounds[.lists] = HardCase.lists("sellers: [site.example]")
        },
        HardCase("49", "a forum whose terms bar scraping, a database", "D D H A D D D D D D D") {
            $0.body += HardCase.refusingTerms
            $0.grounds[.lists] = HardCase.lists("databases: [site.example]", classes: "forum: [site.example]")
        },
        HardCase("75", "a silent copy of a reserved article", "D D H A A D D D D D D") {
            $0.grounds[.clusters] = """
                clusters:
                  - {id: K-1, members: ["https://site.example/essay", "https://paper.example/essay"], origin: "https://paper.example/essay", proof: verified, origin_reserves: true}
                """
        },
        HardCase("83", "reserved in the second of the build", "D D H A A D D D D D D") {
            $0.fetched = HardCase.now
            $0.headers.append(("tdm-reservation", "1"))
        },
    ]
}
