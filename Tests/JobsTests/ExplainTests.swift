import Canonical
import Foundation
import Licensing
import Provenance
import Testing

@testable import Jobs

@Suite("explain follows each pack's way to its answer, and finds what would change it by trying")
struct ExplainTests {
    private func text(_ packs: [String], _ set: @escaping @Sendable (inout HardCase.Scene) -> Void) throws -> String {
        let considered = try HardCase("", "", "", set).consider(packs: packs)
        var scene = HardCase.Scene()
        set(&scene)
        let profile = try HardCase.profile(scene.profile.isEmpty ? HardCase.company : scene.profile)
        return ExplainText.of(considered.row, rules: (try HardCase.ruleset(scene, packs), profile))
    }

    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let packs: [String]
        let says: [String]
        /// What must not be offered, since it would not help.
        var never: [String] = []
        let set: @Sendable (inout HardCase.Scene) -> Void
    }

    static let cases: [Case] = [
        Case(
            testDescription: "a page reserved by header, under Article 4", packs: ["eu"],
            says: [
                "basis exc.eu.cdsm4 falls", "(reservation)", "reservation rests on tdmrep.header: 1",
                "would be allowWithObligations if a contract granted training",
                "would be allowWithObligations if nothing that was read reserved the text",
                "would be allowWithObligations if the actor were a research organisation without commerce, with evidence",
            ],
            never: [
                "if no objection covered it", "if the text stayed in house", "if the setting",
                "if the page were licensed under CC BY 4.0",
            ], set: HardCase.reserved),
        Case(
            testDescription: "a licence that a header speaks against", packs: ["eu"],
            says: [
                "would be allowWithObligations if the setting honour_over_open_licence were at its softest",
                "would be allowWithObligations if nothing that was read reserved the text",
            ], never: ["if the setting noarchive"]
        ) {
            HardCase.reserved(&$0)
            $0.head = HardCase.licence("by")
        },
        Case(
            testDescription: "words, which a setting of doubt weighs", packs: ["eu"],
            says: ["would be allowWithObligations if the setting nl_reservation were at its softest"],
            never: ["if the setting noarchive"]
        ) { $0.body += HardCase.refusingTerms },
        Case(
            testDescription: "an objection", packs: ["eu"],
            says: ["gate HG5", "would be fetched and read if no objection covered it"],
            never: ["CC BY 4.0", "in house"]
        ) { $0.objections = HardCase.objection("") },
        Case(
            testDescription: "an infringing source", packs: ["eu"],
            says: ["HG2 fired", "would be fetched and read if the operator's lists did not name the source"],
            never: ["CC BY 4.0"]
        ) { $0.grounds[.lists] = HardCase.lists("infringing: [site.example]") },
        Case(
            testDescription: "no list of infringing sources", packs: ["eu"],
            says: [
                "HG2 not known", "would be allowWithObligations if the setting infringing_list were at its softest",
                "would be allowWithObligations if the lists that gates ask were at hand and named nobody",
            ]
        ) { $0.grounds[.lists] = HardCase.gateLists.replacing("infringing: [], ", with: "") },
        Case(
            testDescription: "an ordinary page in the United Kingdom", packs: ["uk"],
            says: [
                "would be allowWithObligations if the page were licensed under CC BY 4.0",
                "would be allowWithObligations if the actor were a research organisation without commerce, with evidence",
            ], never: ["if the use were not commercial"]
        ) { _ in },
        Case(
            testDescription: "two things at once: a copy of what another had before, for commerce", packs: ["uk"],
            says: [
                "would be allowWithObligations if no earlier copy of another were known, and the use were not commercial"
            ],
            never: ["if the use were not commercial\n"]
        ) {
            $0.head = HardCase.licence("by-nc")
            $0.grounds[.clusters] = """
                clusters:
                  - {id: K-1, members: ["https://site.example/essay", "https://paper.example/essay"], origin: "https://paper.example/essay", proof: verified}
                """
        },
        Case(
            testDescription: "an own subscription that says nothing of training, Japan", packs: ["jp"],
            says: ["would be allowWithObligations if the page were open to all"]
        ) {
            $0.head =
                "<script type=\"application/ld+json\">{\"@context\":\"https://schema.org\",\"@type\":\"NewsArticle\",\"isAccessibleForFree\":false}</script>"
        },
    ]

    @Test("remedies are found by trying", arguments: cases)
    func remedies(_ given: Case) throws {
        let text = try text(given.packs, given.set)
        for words in given.says { #expect(text.contains(words), "\(words)\n\(text)") }
        let remedies = text.split(separator: "\n").filter { $0.contains("would be ") }.joined(separator: "\n")
        for words in given.never { #expect(!remedies.contains(words), "\(words)\n\(remedies)") }
    }

    @Test("an admitted document has no remedies")
    func admitted() throws {
        #expect(!(try text(["eu"]) { _ in }).contains("What would change it"))
    }

    @Test("gates stand in order, and the first condition that failed or is unknown with its quote")
    func order() throws {
        let text = try text(["eu", "cn"]) { $0.body += HardCase.refusingTerms }
        #expect(text.contains("eu (Europ"))
        #expect(text.contains("rests on natural-language: "))
        #expect(text.contains("prohibited"))
        let gates = try #require(text.split(separator: "\n").first { $0.contains("gates: all clear") })
        #expect(!gates.isEmpty)
    }

    @Test("where another pack overrode a proposed basis, explain says which, from the row alone too")
    func overridden() throws {
        let set: @Sendable (inout HardCase.Scene) -> Void = { $0.grounds[.notices] = HardCase.notice() }
        let words = "prop.cn.notice of cn-proposed was overridden by uk (deny)"
        #expect(try text(["cn-proposed", "eu", "uk"], set).contains(words))
        let row = try HardCase("", "", "", set).consider(packs: ["cn-proposed", "eu", "uk"]).row
        #expect(ExplainText.of(row).contains(words), "\(ExplainText.of(row))")
        #expect(!(try text(["cn-proposed"], set)).contains("overridden"))
    }

    @Test("the factors of a score are told with strength, value and how long they hold")
    func factors() throws {
        let text = try text(["cn-proposed"]) {
            $0.grounds[.lists] = HardCase.lists("sellers: [site.example]")
            $0.grounds[.clusters] = HardCase.noClusters
            $0.profile = HardCase.guarded
        }
        #expect(text.contains("score market-conflict: conflict"))
        #expect(text.contains("MC04 yes (hard)"))
        #expect(text.contains("MC10 yes (+1)"))
        #expect(text.contains("MC05 no (hard), observed 2026-11-24T11:00:00Z, until 2026-12-01T12:00:00Z"), "\(text)")
    }
}
