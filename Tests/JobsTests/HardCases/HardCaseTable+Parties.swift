import Licensing

extension HardCaseTable {
    /// Objections, contracts, notices and mandates: what others than the page say.
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
