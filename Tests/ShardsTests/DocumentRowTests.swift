import Canonical
import Provenance
import Shards
import Testing
import WebAddress

@Suite("Document rows, docs/formats/document.md")
struct DocumentRowTests {
    private func line(_ row: DocumentRow) -> [UInt8] {
        var writer = JSONWriter()
        row.write(to: &writer)
        return writer.bytes
    }

    /// A row of which nothing is known that need not be.
    private func bare() throws -> DocumentRow {
        DocumentRow(
            id: "", text: [], source: "", added: Samples.at,
            considered: Considered(url: try CanonicalURL("http://a.example/")),
            decision: Decision(moment: .use, at: Samples.at, verdict: .allow, packs: [], obligations: [], doubts: []),
            title: "", evidence: Digest(of: "e"),
            inputs: .init(ruleset: Digest(of: "r"), profile: Digest(of: "p"), snapshot: Digest(of: "s")))
    }

    @Test("The golden rows are written byte for byte")
    func golden() throws { try Golden.expect([line(Samples.document()), line(bare())], are: "document.jsonl") }

    @Test("Every key is in every row, flat, a string or an integer, and the line is its own canonical form")
    func flat() throws {
        var shapes: [[String]] = []
        for row in [try Samples.document(), try bare()] {
            let line = line(row)
            let value = try JSONReader.read(line)
            #expect(value.canonicalBytes == line)
            let metadata = try #require(value["metadata"]?.members)
            for member in (value.members ?? []) + metadata where member.key != "metadata" {
                #expect(member.value.string != nil || member.value.integer != nil, "\(member.key)")
            }
            shapes.append((value.members ?? []).map(\.key) + metadata.map(\.key))
        }
        #expect(shapes[0] == shapes[1])
    }

    @Test("A row names its evidence, its licence and its partition")
    func content() throws {
        let value = try JSONReader.read(line(Samples.document()))
        let metadata = try #require(value["metadata"])
        #expect(value["text"]?.string?.utf8.elementsEqual(Samples.text) == true)
        #expect(metadata["evidence_digest"]?.string == Digest(of: try Samples.row().line).hex)
        #expect(metadata["basis"]?.string == "open-only=open.cc-by")
        #expect(metadata["licence_url"]?.string == "https://creativecommons.org/licenses/by/4.0/")
        #expect(metadata["obligations"]?.string == "OB.ATTR OB.CHANGES OB.NOTICE")
        #expect(metadata["partition"]?.string == "attribution")
        #expect(metadata["snapshot_digest"]?.string == "")
    }

    @Test(
        "A partition is the union of what its user must do",
        arguments: [
            ([], "none"), (["OB.NOTICE"], "none"), (["OB.ATTR"], "attribution"),
            (["OB.SA", "OB.ATTR"], "attribution+share-alike"), (["OB.DBSA", "OB.SA"], "share-alike"),
            (["OB.NC", "OB.ND", "OB.PAY", "OB.NOREDIST"], "no-derivatives+no-redistribution+non-commercial+paid"),
        ])
    func partition(obligations: [String], name: String) { #expect(DocumentRow.partition(obligations) == name) }
}
