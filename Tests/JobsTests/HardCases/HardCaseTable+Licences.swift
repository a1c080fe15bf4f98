import Canonical
import Licensing

extension HardCaseTable {
    /// Pages and works under a licence, or free by law.
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
}
