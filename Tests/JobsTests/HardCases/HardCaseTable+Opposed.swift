import Canonical
import Licensing

extension HardCaseTable {
    /// An open licence beside a protocol that refuses training: row 58 with a licence in the place of free terms.
    static let opposed: [HardCase] = [
        HardCase("4, 21", "CC BY beside tdm-reservation: 1", "H H H A A H H H H H H") {
            HardCase.reserved(&$0)
            $0.head = HardCase.licence("by")
        },
        HardCase("4, 21", "the same, the licence taken at its word", "A A A A A A A A A A A") {
            HardCase.reserved(&$0)
            $0.head = HardCase.licence("by")
            $0.settings = "honour_over_open_licence: false"
        },
        HardCase("4, 21", "CC BY beside tdmrep.json", "H H H A A H H H H H H") {
            $0.tdmrep = #"[{"location": "/", "tdm-reservation": 1}]"#
            $0.head = HardCase.licence("by")
        },
        HardCase("4, 21", "CC BY on a path that tdmrep.json leaves free", "A A A A A A A A A A A") {
            $0.tdmrep = #"[{"location": "/press/", "tdm-reservation": 1}]"#
            $0.head = HardCase.licence("by")
        },
        HardCase("5, 60", "CC0 beside Content-Usage: train-ai=n", "H H H A A H H H H H H") {
            $0.headers.append(("Content-Usage", "train-ai=n"))
            $0.head = "<link rel=license href=\"https://creativecommons.org/publicdomain/zero/1.0/\">"
            $0.grounds[.clusters] = HardCase.noClusters
        },
        HardCase("5, 60", "the same, the waiver taken at its word", "A A A A A A A A A A A") {
            $0.headers.append(("Content-Usage", "train-ai=n"))
            $0.head = "<link rel=license href=\"https://creativecommons.org/publicdomain/zero/1.0/\">"
            $0.grounds[.clusters] = HardCase.noClusters
            $0.settings = "honour_over_open_licence: false"
        },
        HardCase("4, 60", "CC BY beside Content-Usage: search=n alone", "A A A A A A A A A A A") {
            $0.headers.append(("Content-Usage", "search=n"))
            $0.head = HardCase.licence("by")
        },
        HardCase("9, 60", "CC BY-SA beside noai", "H H H A A H H H H H H") {
            $0.head = "<meta name=robots content=noai>" + HardCase.licence("by-sa")
        },
        HardCase("9, 60", "CC BY-SA beside noimageai, which speaks of pictures", "A A A A A A A A A A A") {
            $0.head = "<meta name=robots content=noimageai>" + HardCase.licence("by-sa")
        },
        HardCase("4, 29", "CC BY, and ai-train=no added after the capture", "H H H A A H H H H H H") {
            $0.robotsAtFetch = "User-agent: *\nAllow: /\n"
            $0.robots = "User-agent: *\nContent-Signal: ai-train=no\nAllow: /\n"
            $0.head = HardCase.licence("by")
        },
        HardCase("4, 55", "CC BY beside terms that prohibit training", "H H H A A H H H H H H") {
            $0.robots = "User-agent: *\nAllow: /\nLicense: https://site.example/rsl.xml\n"
            $0.rsl = [
                "https://site.example/rsl.xml": HardCase.rsl("<prohibits type=\"usage\">ai-train</prohibits>")
            ]
            $0.head = HardCase.licence("by")
        },
        HardCase("4, 57", "CC BY beside terms named and not there", "H H H A A H H H H H H") {
            $0.robots = "User-agent: *\nAllow: /\nLicense: https://site.example/rsl.xml\n"
            $0.rsl = ["https://site.example/rsl.xml": nil]
            $0.head = HardCase.licence("by")
        },
        HardCase("4, 21", "CC BY beside an ai.txt that refuses", "H H H A A H H H H H H") {
            $0.aiTxt = "User-Agent: *\nDisallow: /\n"
            $0.head = HardCase.licence("by")
        },
        HardCase("19, 21", "OGL 3.0 beside tdm-reservation: 1", "H H H A A H H H H H H") {
            HardCase.reserved(&$0)
            $0.head =
                "<link rel=license href=\"https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/\">"
        },
        HardCase("4, 24", "CC BY where robots.txt shuts out other collectors by name", "A A A A A A A A A A A") {
            $0.robots = "User-agent: GPTBot\nUser-agent: Google-Extended\nDisallow: /\n"
            $0.head = HardCase.licence("by")
        },
        HardCase("4, 63", "CC BY beside noarchive, a word on copies in a search engine", "A A A A A A A A A A A") {
            $0.head = "<meta name=robots content=noarchive>" + HardCase.licence("by")
        },
    ]
}
