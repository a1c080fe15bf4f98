import Canonical
import Licensing

extension HardCaseTable {
    /// Situations beside those of the table, each the least change that should change an answer, or should not.
    static let neighbours: [HardCase] = [
        HardCase("1b", "our own group allows, the group for all shuts out", "A D A A A H H D A D D") {
            $0.robots = "User-agent: TestBot\nAllow: /\n\nUser-agent: *\nDisallow: /\n"
        },
        HardCase("23b", "our own group shuts out, the group for all allows", "D D D D D D D D D D D") {
            $0.head = HardCase.licence("by")
            $0.robots = "User-agent: TestBot\nDisallow: /\n\nUser-agent: *\nAllow: /\n"
        },
        HardCase("26", "robots.txt out of reach since the capture", "H H H H H H H H H H H") {
            $0.head = HardCase.licence("by")
            $0.robotsAtFetch = "User-agent: *\nAllow: /\n"
            $0.isRobotsUnreachable = true
        },
        HardCase("45b", "403, whatever the page says", "D D D D D D D D D D D") {
            $0.status = 403
            $0.head = HardCase.licence("by")
        },
        HardCase("46", "a challenge instead of the page", "D D D D D D D D D D D") {
            $0.head =
                "<title>Just a moment...</title><script src=\"/cdn-cgi/challenge-platform/h/b/orchestrate/chl_page/v1\"></script>"
            $0.body = "<div id=challenge-running>Checking your browser before accessing site.example.</div>"
        },
        HardCase("38", "an objection to a page under CC BY", "D D D D D D D D D D D") {
            $0.head = HardCase.licence("by")
            $0.objections = HardCase.objection("")
        },
        HardCase("38", "the same, later than the capture, and licences go before objections", "A A A A A A A A A A A") {
            $0.head = HardCase.licence("by")
            $0.objections = HardCase.objection("", from: "2026-11-24")
            $0.fetched = HardCase.now.adding(seconds: -86_400)
            $0.settings = "honour_over_open_licence: false"
        },
        HardCase("38", "the same of a page without a licence", "D D D D D D D D D D D") {
            $0.objections = HardCase.objection("", from: "2026-11-24")
            $0.fetched = HardCase.now.adding(seconds: -86_400)
            $0.settings = "honour_over_open_licence: false"
        },
        HardCase("38", "the same, earlier than the capture", "D D D D D D D D D D D") {
            $0.head = HardCase.licence("by")
            $0.objections = HardCase.objection("", from: "2026-11-24")
            $0.settings = "honour_over_open_licence: false"
        },
        HardCase("62", "noai in a robots tag", "D D H A A D D D D D D") { $0.head = "<meta name=robots content=noai>" },
        HardCase("60b", "Content-Signal: ai-train=no", "D D H A A D D D D D D") {
            $0.robots = "User-agent: *\nContent-Signal: ai-train=no\nAllow: /\n"
        },
        HardCase("60c", "Content-Signal: search=no and nothing on training", "A D A A A H H D A D D") {
            $0.robots = "User-agent: *\nContent-Signal: search=no\nAllow: /\n"
        },
        HardCase("61b", "tdm-reservation: 0 and no licence", "A D A A A H H D A D D") {
            $0.headers.append(("tdm-reservation", "0"))
        },
        HardCase("6b", "CC BY-NC-SA, commerce", "A D A A A H H D A D D") { $0.head = HardCase.licence("by-nc-sa") },
        HardCase("6c", "CC BY-NC, commerce, the page reserved", "D D H A A D D D D D D") {
            HardCase.reserved(&$0)
            $0.head = HardCase.licence("by-nc")
        },
        HardCase("7b", "CC BY-NC-ND, research without commerce", "A A A A A A A H A A H") {
            $0.head = HardCase.licence("by-nc-nd")
            $0.profile = HardCase.institute
        },
        HardCase("8b", "an open page, shards published", "D D H D D D D D D D D") {
            $0.profile = HardCase.company.replacing("redistributes_text: false", with: "redistributes_text: true")
        },
        HardCase("9b", "CC BY-SA, shards published", "A A A A A A A A A A A") {
            $0.head = HardCase.licence("by-sa")
            $0.profile = HardCase.company.replacing("redistributes_text: false", with: "redistributes_text: true")
        },
        HardCase("12b", "JSON-LD says CC BY, a meta element that all rights are reserved", "H H H H H H H H H H H") {
            $0.head =
                "<meta name=\"dc.rights\" content=\"All rights reserved\"><script type=\"application/ld+json\">{\"@context\":\"https://schema.org\",\"@type\":\"Article\",\"license\":\"https://creativecommons.org/licenses/by/4.0/\"}</script>"
        },
        HardCase("14b", "CC BY on a copy of what another had before", "D D D D D D D D D D D") {
            $0.head = HardCase.licence("by")
            $0.grounds[.clusters] = """
                clusters:
                  - {id: K-1, members: ["https://site.example/essay", "https://paper.example/essay"], origin: "https://paper.example/essay", proof: verified}
                """
        },
        HardCase("16b", "the author died in 2000, the page reserved", "D D H A A D D D D H D") {
            HardCase.reserved(&$0)
            $0.grounds[.works] =
                "works: [{work: W-1, covers: [\"https://site.example/essay\"], died: 2000, evidence: register 3}]"
        },
        HardCase("44b", "a contract that bans mining of an open page", "D D D H H D D D D D D") {
            $0.grounds[.contracts] = HardCase.contract("banned")
        },
        HardCase("48", "a contract that grants training, behind the wall it opens", "A A A A A A A A A A A") {
            $0.head =
                "<script type=\"application/ld+json\">{\"@context\":\"https://schema.org\",\"@type\":\"NewsArticle\",\"isAccessibleForFree\":false}</script>"
            $0.grounds[.contracts] = HardCase.contract("granted", more: ", opens_access: true")
        },
        HardCase("48b", "the same, which opens nothing", "D D D D D D D D D D D") {
            $0.head =
                "<script type=\"application/ld+json\">{\"@context\":\"https://schema.org\",\"@type\":\"NewsArticle\",\"isAccessibleForFree\":false}</script>"
            $0.grounds[.contracts] = HardCase.contract("granted")
        },
        HardCase("53b", "a price for training, bought", "A A A A A A A A A A A") {
            $0.robots = "User-agent: *\nAllow: /\nLicense: https://site.example/rsl.xml\n"
            $0.rsl = [
                "https://site.example/rsl.xml": HardCase.rsl(
                    "<permits type=\"usage\">ai-train</permits><payment type=\"training\"><amount currency=\"EUR\">5</amount></payment>"
                )
            ]
            $0.grounds[.contracts] = HardCase.contract("granted")
        },
        HardCase("54b", "attribution asked for training", "A A A A A A A A A A A") {
            $0.robots = "User-agent: *\nAllow: /\nLicense: https://site.example/rsl.xml\n"
            $0.rsl = [
                "https://site.example/rsl.xml": HardCase.rsl(
                    "<permits type=\"usage\">ai-train</permits><payment type=\"attribution\"/>")
            ]
        },
        HardCase("55b", "free terms that prohibit all beside", "D D H A A D D D D D D") {
            $0.robots = "User-agent: *\nAllow: /\nLicense: https://site.example/rsl.xml\n"
            $0.rsl = [
                "https://site.example/rsl.xml": HardCase.rsl(
                    "<permits type=\"usage\">ai-train</permits><prohibits type=\"usage\">all</prohibits><payment type=\"free\"/>"
                )
            ]
        },
        HardCase("66", "an infringing source under CC BY, and a contract with it", "P P P P P P P P P P P") {
            $0.head = HardCase.licence("by")
            $0.grounds[.lists] = HardCase.lists("infringing: [site.example]")
            $0.grounds[.contracts] = HardCase.contract("granted")
        },
        HardCase("73", "a voluntary licence whose member opted out of it, the page reserved", "D D H A A D D D D D D") {
            HardCase.reserved(&$0)
            $0.grounds[.mandates] =
                "mandates:\n" + HardCase.mandate("member", more: "opt_outs: [{covers: site.example, from: 2026-11-01}]")
        },
        HardCase("73b", "a voluntary licence, the page reserved", "A A A A A A A A A A A") {
            HardCase.reserved(&$0)
            $0.grounds[.mandates] = "mandates:\n" + HardCase.mandate("member")
        },
        HardCase("73c", "a voluntary licence for elsewhere, the page reserved", "D D H A A D D D D D D") {
            HardCase.reserved(&$0)
            $0.grounds[.mandates] = "mandates:\n" + HardCase.mandate("member").replacing("[DE]", with: "[FR]")
        },
        HardCase("path 2b", "a notice for another purpose", "A D A A A H H D A D D") {
            $0.grounds[.notices] = HardCase.notice().replacing("[pretrain]", with: "[search]")
        },
        HardCase("path 2c", "a notice in effect, the page reserved", "D D H A A D D D D D D") {
            HardCase.reserved(&$0)
            $0.grounds[.notices] = HardCase.notice()
        },
    ]
}
