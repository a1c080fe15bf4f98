import Canonical
import Foundation
import Licensing
import Provenance
import Registry
import Shards
import Testing

@testable import Jobs

@Suite("The table of hard cases (docs/hard-cases.md), each row under each pack")
struct HardCaseTests {
    @Test("every cell", arguments: HardCaseTable.all)
    func cell(_ row: HardCase) throws {
        let decision = try row.decide()
        let reasons = decision.packs.map { "\($0.pack) \($0.verdict): \($0.reasons.prefix(6))" }
        #expect(row.answers(decision) == row.cells, "\(reasons.joined(separator: "\n"))")
        // What the United States, Japan and Singapore admit on an exception bears the mark of its risk.
        for pack in decision.packs where ["us", "jp", "sg"].contains(pack.pack) && pack.basis.hasPrefix("exc.") {
            #expect(pack.reasons.contains("flag.risk") && pack.obligations.contains("OB.GUARD"))
        }
    }

    @Test(
        "row 33: an objection to a public suffix is refused, and its filer told what to name",
        arguments: ["github.io", "co.uk"])
    func publicSuffix(_ domain: String) {
        let line = HardCase.objection("", domain: domain)
        let error = #expect(throws: RegistryError.self) { try HardCase.registry(line, at: HardCase.now) }
        #expect(error?.line == 1 && error?.key == "scope.value")
        #expect(error?.reason.contains("host") == true, "\(error?.reason ?? "")")
    }

    @Test("row 78: the map's own words are no part of the text")
    func map() throws {
        let considered = try HardCase("78", "", "", HardCase.mapped).consider(packs: ["eu"])
        let text = String(decoding: try #require(considered.documentLine), as: UTF8.self)
        #expect(text.contains("ferry"))
        #expect(!text.contains("Map Makers"))
    }

    @Test("row 82: what a PDF's metadata reserve is judged as row 21, and without text it is no document")
    func assetMetadata() throws {
        let row = HardCase("82", "a PDF that reserves in its metadata", "D D D D D D D D D D D") {
            $0.headers = [("Content-Type", "application/pdf")]
            $0.file = Self.pdf(reservation: "1")
        }
        let decisions = try EvidenceRow(line: row.consider().evidenceLine).decisions
        let tag = try #require(decisions.first { $0.moment == .tag })
        #expect(row.answers(tag) == "D D H A A D D D D D D", "\(tag.packs.map(\.reasons))")
        let use = try #require(decisions.last)
        #expect(row.answers(use) == row.cells)
        #expect(use.packs.allSatisfy { $0.reasons.contains("gate.TEXT") })
        #expect(tag.packs.allSatisfy { !$0.reasons.contains("gate.TEXT") })
        #expect(ReasonText.explain("gate.TEXT").contains("no main text"))
    }

    @Test("row 82: a PDF whose words nobody read is not known to be free of a reservation in words")
    func assetWords() throws {
        let row = HardCase("82", "a PDF that says nothing", "") {
            $0.headers = [("Content-Type", "application/pdf")]
            $0.file = Self.pdf(reservation: nil)
        }
        let decisions = try row.consider().row.decisions
        let tag = try #require(decisions.first { $0.moment == .tag })
        let verdicts = Dictionary(uniqueKeysWithValues: tag.packs.map { ($0.pack, $0.verdict) })
        #expect(verdicts["eu"] == .hold && verdicts["uk"]?.admits == false)
    }

    private static func pdf(reservation: String?) -> [UInt8] {
        let packet =
            "<x:xmpmeta xmlns:x='adobe:ns:meta/'><r:RDF xmlns:r='http://www.w3.org/1999/02/22-rdf-syntax-ns#'>"
            + "<r:Description r:about='' xmlns:t='http://www.w3.org/ns/tdmrep/'"
            + (reservation.map { " t:reservation='\($0)'" } ?? "") + "/></r:RDF></x:xmpmeta>"
        return Array(
            ("%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Metadata 2 0 R >>\nendobj\n2 0 obj\n"
                + "<< /Type /Metadata /Subtype /XML /Length \(packet.utf8.count) >>\nstream\n" + packet
                + "\nendstream\nendobj\ntrailer\n<< /Root 1 0 R >>\nstartxref\n0\n%%EOF\n").utf8)
    }

    @Test("row 63: what is admitted although a robots tag keeps it out of search bears a mark of it")
    func searchPreference() throws {
        let rows = HardCaseTable.open.filter { $0.row == "63" }
        try #require(rows.count == 3)
        for row in rows {
            let decision = try row.decide()
            for pack in decision.packs where ["eu", "ie", "us"].contains(pack.pack) && pack.verdict.admits {
                #expect(pack.reasons.contains("flag.search-preference"), "\(row.says): \(pack.pack)")
            }
        }
        let plain = try HardCase("1", "", "").decide()
        #expect(plain.packs.allSatisfy { !$0.reasons.contains("flag.search-preference") })
    }

    @Test("row 84: a pack turned off changes new decisions, which name their rules; what was decided stays")
    func packTurnedOff() throws {
        let open = HardCase("84", "", "") { _ in }
        let both = try open.consider(packs: ["eu", "uk"])
        let one = try open.consider(packs: ["eu"])
        #expect(both.row.verdict == .deny && both.documentLine == nil)
        #expect(one.row.verdict == .allowWithObligations)
        #expect(try HardCase.rules(["eu", "uk"]).digest != HardCase.rules(["eu"]).digest)
        let document = try JSONReader.read(try #require(one.documentLine))
        let ruleset = try HardCase.rules(["eu"]).digest.hex
        #expect(String(decoding: document.canonicalBytes, as: UTF8.self).contains(ruleset))
        // The older row still answers as it did.
        #expect(try EvidenceRow(line: both.evidenceLine).decisions.map(\.verdict) == both.row.decisions.map(\.verdict))
        let replayed = Licensing.decide(
            both.row.considered, profile: try HardCase.profile(HardCase.company), ruleset: try HardCase.rules(["eu"]),
            moment: .use, at: HardCase.now)
        #expect(replayed.verdict == one.row.verdict)
        #expect(both.row.verdict == .deny)
    }

    @Test("what is purged keeps no word of the page: hash, address, times and reasons are left")
    func purged() throws {
        let words = HardCase("41", "", "") {
            $0.head =
                "<link rel=license href=\"https://creativecommons.org/licenses/by/4.0/\"><meta name=author content=\"Ann Author\">"
            $0.headers.append(("tdm-reservation", "1"))
            $0.grounds[.lists] = HardCase.gateLists.replacing("infringing: []", with: "infringing: [elsewhere.example]")
                .replacing("orders: {}", with: "orders: {purge: [\"https://site.example/essay\"]}")
        }
        let row = try words.consider().row
        #expect(row.verdict == .purge)
        #expect(
            row.considered.signals.allSatisfy { signal in
                signal.quote.bytes.isEmpty || signal.quote.space != .payload && signal.quote.space != .utf8
            })
        #expect(row.considered.licence.attribution.isEmpty)
    }
}
