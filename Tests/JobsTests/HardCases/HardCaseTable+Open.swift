import Licensing

extension HardCaseTable {
    /// Pages that say nothing of training, or hardly anything.
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
}
