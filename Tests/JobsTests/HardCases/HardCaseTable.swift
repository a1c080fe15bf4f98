import Canonical
import Licensing

/// The rows of the table of hard cases. Conditional cells have a row per side; docs/hard-cases.md tells how a cell was read.
enum HardCaseTable {
    static let open: [HardCase] = [
        HardCase("1", "an open page without a signal", "A D A A A H H D A D D"),
        HardCase("1", "an open page, the notice effective", "A D A A A H A D A D D") {
            $0.grounds[.notices] = HardCase.notice()
        },
        HardCase("1", "an open page, the notice's window open", "A D A A A H H D A D D") {
            $0.grounds[.notices] = HardCase.notice(published: "2026-10-01")
        },
        HardCase("1", "an open page, lists, clusters and safeguards at hand", "A D A A A H A D A D D") {
            $0.grounds[.lists] = HardCase.lists("")
            $0.grounds[.clusters] = HardCase.noClusters
            $0.profile = HardCase.guarded
        },
        HardCase("1", "an open page, no output guard declared", "A D A A A H H D A D D") {
            $0.grounds[.lists] = HardCase.lists("")
            $0.grounds[.clusters] = HardCase.noClusters
        },
        HardCase("2", "all rights reserved in the footer", "A D A A A H H D A D D") {
            $0.body += "<footer><p>© 2026 Site GmbH. All rights reserved.</p></footer>"
        },
        HardCase("2", "all rights reserved, the notice effective", "A D A A A H A D A D D") {
            $0.body += "<footer><p>© 2026 Site GmbH. All rights reserved.</p></footer>"
            $0.grounds[.notices] = HardCase.notice()
        },
        HardCase("3", "terms in words against training", "D D H A A D D D D D D") { $0.body += HardCase.refusingTerms },
        HardCase("3", "terms in words, of a database", "D D H A D D D D D D D") {
            $0.body += HardCase.refusingTerms
            $0.grounds[.lists] = HardCase.lists("databases: [site.example]")
        },
        HardCase("3", "terms in words, recorded only", "A D A A A H H D A D D") {
            $0.body += HardCase.refusingTerms
            $0.settings = "nl_reservation: record"
        },
        HardCase("27", "robots.txt is not there", "A D A A A H H D A D D") { $0.robots = nil },
        HardCase("61", "ai-train=yes and no licence", "A D A A A H A D A D D") {
            $0.robots = "User-agent: *\nContent-Signal: ai-train=yes\nAllow: /\n"
            $0.grounds[.lists] = HardCase.lists("")
            $0.grounds[.clusters] = HardCase.noClusters
            $0.profile = HardCase.guarded
        },
        HardCase("61", "train-ai=y and no licence, no lists", "A D A A A H H D A D D") {
            $0.headers.append(("Content-Usage", "train-ai=y"))
        },
        HardCase("63", "noindex", "A D A A A H H D A D D") { $0.head = "<meta name=robots content=noindex>" },
        HardCase("63", "noarchive, strict by default", "D D A A A H H D D D D") {
            $0.head = "<meta name=robots content=noarchive>"
        },
        HardCase("63", "noarchive, recorded only", "A D A A A H H D A D D") {
            $0.head = "<meta name=robots content=noarchive>"
            $0.settings = "noarchive: record"
        },
        HardCase("64", "an image's refusal", "A D A A A H H D A D D") {
            $0.head = "<meta name=robots content=noimageai>"
        },
        HardCase("68", "imitation of one author", "H D H D H H D D H D D") {
            $0.profile = HardCase.company.replacing("style_target: false", with: "style_target: true")
        },
        HardCase("52", "lyrics", "H D H H A D D D H D D") {
            $0.grounds[.lists] = HardCase.lists("offers: [site.example]", classes: "lyrics: [site.example]")
            $0.grounds[.clusters] = HardCase.noClusters
            $0.profile = HardCase.guarded
        },
        HardCase("70", "a novel out of commerce on a library's portal", "D D H A A H H D D D D") {
            $0.grounds[.lists] = HardCase.lists("", classes: "out-of-commerce: [site.example]")
        },
        HardCase("70", "a novel out of commerce, the notice effective", "D D H A A H A D D D D") {
            $0.grounds[.lists] = HardCase.lists("", classes: "out-of-commerce: [site.example]")
            $0.grounds[.notices] = HardCase.notice()
        },
        HardCase("71", "an orphan without a signal, the notice effective", "A D A A A H A D A D D") {
            $0.grounds[.notices] = HardCase.notice()
        },
        HardCase("77", "personal data", "A D A A A H H D A D D") {
            $0.grounds[.lists] = HardCase.lists("personal-data: [site.example]")
        },
        HardCase("77", "personal data under CC BY", "A A A A A H H H A A H") {
            $0.head = HardCase.licence("by")
            $0.grounds[.lists] = HardCase.lists("personal-data: [site.example]")
        },
    ]

    static let licences: [HardCase] = [
        HardCase("4", "CC BY, clear", "A A A A A A A A A A A") { $0.head = HardCase.licence("by") },
        HardCase("5", "CC0, clusters at hand", "A A A A A A A A A A A") {
            $0.head = "<link rel=license href=\"https://creativecommons.org/publicdomain/zero/1.0/\">"
            $0.grounds[.clusters] = HardCase.noClusters
        },
        HardCase("5", "CC0, nobody looked for earlier copies", "A H A A A H H H A H H") {
            $0.head = "<link rel=license href=\"https://creativecommons.org/publicdomain/zero/1.0/\">"
        },
        HardCase("6", "CC BY-NC, research without commerce", "A A A A A A A A A A A") {
            $0.head = HardCase.licence("by-nc")
            $0.profile = HardCase.institute
        },
        HardCase("6", "CC BY-NC, commerce", "A D A A A H H D A D D") { $0.head = HardCase.licence("by-nc") },
        HardCase("7", "CC BY-ND, text kept in house", "A A A A A A A H A A H") { $0.head = HardCase.licence("by-nd") },
        HardCase("8", "CC BY-ND, shards published", "D D H D D D D D D D D") {
            $0.head = HardCase.licence("by-nd")
            $0.profile = HardCase.company.replacing("redistributes_text: false", with: "redistributes_text: true")
        },
        HardCase("9", "CC BY-SA", "A A A A A A A A A A A") { $0.head = HardCase.licence("by-sa") },
        HardCase("10", "a CC BY photo in a reserved article", "A D A A A H H D A D D") {
            $0.body =
                "<article><h1>Essay</h1>" + String(repeating: HardCase.prose, count: 3)
                + "<figure><img src=a.jpg><figcaption>Photo <a rel=license href=\"https://creativecommons.org/licenses/by/4.0/\">CC BY 4.0</a></figcaption></figure></article><footer><p>All rights reserved.</p></footer>"
        },
        HardCase("11", "the theme's licence in the footer", "A D A A A H H D A D D") {
            $0.body +=
                "<footer><p>Theme by Ann, <a href=\"https://creativecommons.org/licenses/by/4.0/\">CC BY 4.0</a></p></footer>"
        },
        HardCase("12", "JSON-LD says CC BY, the footer that all rights are reserved", "H H H H H H H H H H H") {
            $0.head =
                "<script type=\"application/ld+json\">{\"@context\":\"https://schema.org\",\"@type\":\"Article\",\"license\":\"https://creativecommons.org/licenses/by/4.0/\"}</script>"
            $0.body += "<footer><p>© 2026 Site GmbH. All rights reserved.</p></footer>"
        },
        HardCase("12", "JSON-LD says CC BY, the footer nothing", "A A A A A A A A A A A") {
            $0.head =
                "<script type=\"application/ld+json\">{\"@context\":\"https://schema.org\",\"@type\":\"Article\",\"license\":\"https://creativecommons.org/licenses/by/4.0/\"}</script>"
            $0.body += "<footer><p>© 2026 Site GmbH.</p></footer>"
        },
        HardCase("13", "CC BY against CC BY-NC", "H H H H H H H H H H H") {
            $0.head =
                HardCase.licence("by")
                + "<script type=\"application/ld+json\">{\"@context\":\"https://schema.org\",\"@type\":\"Article\",\"license\":\"https://creativecommons.org/licenses/by-nc/4.0/\"}</script>"
        },
        HardCase("14", "CC0 on a copy of what another had before", "D D D D D D D D D D D") {
            $0.head = "<link rel=license href=\"https://creativecommons.org/publicdomain/zero/1.0/\">"
            $0.grounds[.clusters] = """
                clusters:
                  - {id: K-1, members: ["https://site.example/essay", "https://paper.example/essay"], origin: "https://paper.example/essay", proof: verified}
                """
        },
        HardCase("15", "the Public Domain Mark alone", "A H A A A H H H A H H") {
            $0.head = "<link rel=license href=\"https://creativecommons.org/publicdomain/mark/1.0/\">"
        },
        HardCase("16", "the author died in 1953, the page reserved", "A A H A A A A H A H A") {
            HardCase.reserved(&$0)
            $0.grounds[.works] =
                "works: [{work: W-1, covers: [\"https://site.example/essay\"], died: 1953, evidence: register 3}]"
        },
        HardCase(
            "17", "published in the US in 1930, the author died in 1980, the page reserved", "H H A A A H H H H H H"
        ) {
            HardCase.reserved(&$0)
            $0.grounds[.works] =
                "works: [{work: W-1, covers: [\"https://site.example/essay\"], died: 1980, published: 1930, country: US, evidence: register 3}]"
        },
        HardCase("18", "a work of the US government, the page reserved", "D D A A A D D D D D D") {
            HardCase.reserved(&$0)
            $0.grounds[.works] =
                "works: [{work: W-1, covers: [\"https://site.example/essay\"], official: US, evidence: agency author}]"
        },
        HardCase("19", "OGL 3.0", "A A A A A A A A A A A") {
            $0.head =
                "<link rel=license href=\"https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/\">"
        },
        HardCase("50", "posts under CC BY-SA, terms against AI", "H H H A A H H H H H H") {
            $0.head = HardCase.licence("by-sa")
            $0.body += HardCase.refusingTerms
        },
        HardCase("50", "the same on a database's site", "H H H A H H H H H H H") {
            $0.head = HardCase.licence("by-sa")
            $0.body += HardCase.refusingTerms
            $0.grounds[.lists] = HardCase.lists("databases: [site.example]")
        },
        HardCase("51", "CC BY with an embedded post", "A A A A A A A A A A A") {
            $0.head = HardCase.licence("by")
            $0.body =
                "<article><h1>Essay</h1>" + String(repeating: HardCase.prose, count: 3)
                + "<blockquote class=twitter-tweet><p>A post of another.</p></blockquote></article>"
        },
        HardCase("78", "a government's page with an embedded map that is licensed to it", "A A A A A A A A A A A") {
            HardCase.mapped(&$0)
        },
        HardCase("81", "a licence taken away after the capture", "A A A A A A A A A A A") {
            $0.head = HardCase.licence("by", "2.0")
            $0.fetched = HardCase.now.adding(seconds: -20 * 3600)
            $0.tdmrep = nil
        },
    ]

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

    static let access: [HardCase] = [
        HardCase("41", "a paywalled page read from an archive", "P P P P P P P P P P P") {
            $0.url = "https://web.archive.org/web/20260101000000/https://site.example/essay"
            $0.head =
                "<script type=\"application/ld+json\">{\"@context\":\"https://schema.org\",\"@type\":\"NewsArticle\",\"isAccessibleForFree\":false}</script>"
        },
        HardCase("42", "a paywalled page at its origin", "D D D D D D D D D D D") {
            $0.head =
                "<script type=\"application/ld+json\">{\"@context\":\"https://schema.org\",\"@type\":\"NewsArticle\",\"isAccessibleForFree\":false}</script>"
        },
        HardCase("43", "one's own subscription, silent on training", "A D H A A H H D A D D") {
            $0.head =
                "<script type=\"application/ld+json\">{\"@context\":\"https://schema.org\",\"@type\":\"NewsArticle\",\"isAccessibleForFree\":false}</script>"
            $0.grounds[.contracts] = HardCase.contract("silent", more: ", opens_access: true")
        },
        HardCase("44", "one's own subscription, which bans mining", "D D D H H D D D D D D") {
            $0.head =
                "<script type=\"application/ld+json\">{\"@context\":\"https://schema.org\",\"@type\":\"NewsArticle\",\"isAccessibleForFree\":false}</script>"
            $0.grounds[.contracts] = HardCase.contract("banned", more: ", opens_access: true")
        },
        HardCase("44", "the same for a research organisation", "A A D H H H H D A D H") {
            $0.head =
                "<script type=\"application/ld+json\">{\"@context\":\"https://schema.org\",\"@type\":\"NewsArticle\",\"isAccessibleForFree\":false}</script>"
            $0.grounds[.contracts] = HardCase.contract("banned", more: ", opens_access: true")
            $0.profile = HardCase.institute
        },
        HardCase("45", "451", "D D D D D D D D D D D") { $0.status = 451 },
        HardCase("47", "402 with a price", "H H H H H H H H H H H") { $0.status = 402 },
        HardCase("65", "no list of infringing sources", "H H H H H H H H H H H") {
            $0.head = HardCase.licence("by")
            $0.grounds[.lists] = HardCase.gateLists.replacing("infringing: [], ", with: "")
        },
        HardCase("65", "the list of infringing sources too old", "H H H H H H H H H H H") {
            $0.head = HardCase.licence("by")
            $0.grounds[.lists] = HardCase.gateLists.replacing("2026-11-20", with: "2026-08-20")
        },
        HardCase("65", "none, and the reason why", "A A A A A A A A A A A") {
            $0.head = HardCase.licence("by")
            $0.grounds[.lists] = HardCase.gateLists.replacing("infringing: [], ", with: "")
            $0.settings = "infringing_list: \"none, because the sources are our own\""
        },
        HardCase("HG6", "a court forbids the use", "D D D D D D D D D D D") {
            $0.head = HardCase.licence("by")
            $0.grounds[.lists] = HardCase.gateLists.replacing("orders: {}", with: "orders: {deny: [site.example]}")
        },
        HardCase("HG6", "a court orders removal", "P P P P P P P P P P P") {
            $0.head = HardCase.licence("by")
            $0.grounds[.lists] = HardCase.gateLists.replacing("orders: {}", with: "orders: {purge: [site.example]}")
        },
        HardCase("HG6", "an infringing source that a court wants kept: not used, not removed", "D D D D D D D D D D D")
        {
            $0.grounds[.lists] = HardCase.gateLists.replacing(
                "orders: {}", with: "orders: {legal-hold: [site.example]}"
            )
            .replacing("infringing: []", with: "infringing: [site.example]")
        },
        HardCase("HG6", "no list of orders", "H H H H H H H H H H H") {
            $0.head = HardCase.licence("by")
            $0.grounds[.lists] = HardCase.gateLists.replacing(", orders: {}", with: "")
        },
        HardCase("HG7", "a digest on the list of illegal content", "P P P P P P P P P P P") {
            $0.head = HardCase.licence("by")
            let digest = Digest(of: Array($0.html.utf8)).hex
            $0.grounds[.lists] = HardCase.gateLists.replacing(
                "illegal-content: []", with: "illegal-content: [\"sha256:\(digest)\"]")
        },
        HardCase("HG7", "no list of illegal content, and the reason why", "A A A A A A A A A A A") {
            $0.head = HardCase.licence("by")
            $0.grounds[.lists] = HardCase.gateLists.replacing(", illegal-content: []", with: "")
            $0.settings = "illegal_content_list: \"none, because the site is our own\""
        },
        HardCase("65", "an infringing source", "P P P P P P P P P P P") {
            $0.grounds[.lists] = HardCase.lists("infringing: [site.example]")
        },
    ]

    static let parties: [HardCase] = [
        HardCase("32", "an objection at the domain, a page below it", "D D D D D D D D D D D") {
            $0.url = "https://blog.site.example/essay"
            $0.head = HardCase.licence("by")
            $0.objections = HardCase.objection("")
        },
        HardCase("32", "the objection withdrawn since the capture", "H H H H H H H H H H H") {
            $0.head = HardCase.licence("by")
            $0.objections = HardCase.objection(",\"effective_to\":\"2026-11-24T11:30:00Z\"", state: "WITHDRAWN")
        },
        HardCase("32", "withdrawn, and fetched again", "A A A A A A A A A A A") {
            $0.head = HardCase.licence("by")
            $0.objections = HardCase.objection(",\"effective_to\":\"2026-11-20T00:00:00Z\"", state: "WITHDRAWN")
        },
        HardCase("34", "an objection that was never proved, lapsed", "A A A A A A A H A A H") {
            $0.head = HardCase.licence("by")
            $0.objections = HardCase.objection("", state: "LAPSED", standing: "L0")
        },
        HardCase("35", "an author objects, the publisher licensed us", "H H H H H H H H H H H") {
            $0.objections = HardCase.objection("")
            $0.grounds[.contracts] = HardCase.contract("granted")
        },
        HardCase("36", "one author of several objects", "D D H D D H D D D D D") {
            $0.objections = HardCase.objection(",\"capacity\":\"co-author\"", standing: "L4")
        },
        HardCase("36", "one author of several objects to a page under CC BY", "D D H D D H D D D D D") {
            $0.head = HardCase.licence("by")
            $0.objections = HardCase.objection(",\"capacity\":\"co-author\"", standing: "L4")
        },
        HardCase("39", "a competitor without proof files for a domain", "A D A A A H A D A D D") {
            $0.objections = HardCase.objection("", state: "RECEIVED", standing: "L0")
            $0.grounds[.notices] = HardCase.notice()
        },
        HardCase("39", "the same, rejected", "A A A A A A A A A A A") {
            $0.head = HardCase.licence("by")
            $0.objections = HardCase.objection("", state: "REJECTED", standing: "L0")
        },
        HardCase("39", "the owner of the domain files", "D D D D D D D D D D D") {
            $0.objections = HardCase.objection("", state: "RECEIVED")
        },
        HardCase("40", "an agent's objection, which the owner contests", "D D D D D D D D D D D") {
            $0.head = HardCase.licence("by")
            $0.objections = HardCase.objection("", state: "CONTESTED")
        },
        HardCase("40", "lifted since the capture", "H H H H H H H H H H H") {
            $0.head = HardCase.licence("by")
            $0.objections = HardCase.objection(",\"effective_to\":\"2026-11-24T11:30:00Z\"", state: "LIFTED")
        },
        HardCase("40", "lifted, and fetched again", "A A A A A A A A A A A") {
            $0.head = HardCase.licence("by")
            $0.objections = HardCase.objection(",\"effective_to\":\"2026-11-20T00:00:00Z\"", state: "LIFTED")
        },
        HardCase("40", "upheld", "D D D D D D D D D D D") {
            $0.head = HardCase.licence("by")
            $0.objections = HardCase.objection("", state: "UPHELD")
        },
        HardCase("37", "an objection after the text was used", "D D D D D D D D D D D") {
            $0.objections = HardCase.objection("", from: "2026-11-23")
        },
        HardCase(
            "72", "an extended licence for tools in house, claimed for a market, the page reserved",
            "D H H A A H A D D H H"
        ) {
            HardCase.reserved(&$0)
            $0.grounds[.mandates] = "mandates:\n" + HardCase.mandate("extended", more: "internal_use_only: false")
        },
        HardCase("74", "two societies claim one work", "A A A A A A A A A A A") {
            $0.grounds[.mandates] =
                "mandates:\n" + HardCase.mandate("member") + "\n"
                + HardCase.mandate("member", society: "Autoren", id: "M-2")
        },
        HardCase("80", "a contract that ended yesterday, the page reserved", "D D H A A D D D D D D") {
            HardCase.reserved(&$0)
            $0.grounds[.contracts] = HardCase.contract("granted", more: ", to: 2026-11-23")
        },
        HardCase("80", "the same contract in force", "A A A A A A A A A A A") {
            HardCase.reserved(&$0)
            $0.grounds[.contracts] = HardCase.contract("granted", more: ", to: 2026-11-30")
        },
        HardCase("path 2", "an objection against what a notice covers", "D D D D D D D D D D D") {
            $0.grounds[.notices] = HardCase.notice()
            $0.objections = HardCase.objection("")
        },
        HardCase("path 2", "a notice nobody probed to the end of its window", "A D A A A H H D A D D") {
            $0.grounds[.notices] = HardCase.notice(probes: "2026-07-01")
        },
        HardCase("path 2", "a notice withdrawn", "A D A A A H H D A D D") {
            $0.grounds[.notices] = HardCase.notice(more: "ended: 2026-11-01")
        },
        HardCase("path 3", "licensed by default", "A H A A A H A H A H H") {
            $0.grounds[.mandates] = "mandates:\n" + HardCase.mandate("default")
        },
        HardCase("path 3", "licensed by default, opted out", "A D A A A H H D A D D") {
            $0.grounds[.mandates] =
                "mandates:\n"
                + HardCase.mandate("default", more: "opt_outs: [{covers: site.example, from: 2026-11-01}]")
        },
        HardCase("path 3", "the page names itself otherwise: the match is not certain", "A H A A A H H H A H H") {
            $0.url = "https://mirror.example/essay"
            $0.head = "<link rel=canonical href=\"https://site.example/essay\">"
            $0.grounds[.mandates] = "mandates:\n" + HardCase.mandate("default")
        },
    ]
}
