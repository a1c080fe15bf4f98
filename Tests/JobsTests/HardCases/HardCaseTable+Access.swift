import Canonical
import Licensing

extension HardCaseTable {
    /// Walls, answers and sources that are shut, and what courts order.
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
}
