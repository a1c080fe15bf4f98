import Canonical
import Foundation
import Testing

@Suite("docs/formats: the rows shown are rows that the code writes")
struct DocumentedTests {
    private func example(_ name: String) throws -> String {
        let text = String(decoding: try Golden.document(name), as: UTF8.self)
        let start = try #require(text.range(of: "```json\n"))
        let end = try #require(text[start.upperBound...].range(of: "\n```"))
        return String(text[start.upperBound..<end.lowerBound])
    }

    @Test(
        "of evidence, documents and site files, byte for byte",
        arguments: [("evidence.md", "evidence.jsonl"), ("document.md", "document.jsonl"), ("site.md", "site.jsonl")])
    func golden(_ document: String, _ golden: String) throws {
        #expect(try Golden.lines(golden).contains(Array(example(document).utf8)))
    }

    @Test("the document is of the evidence, and the row recalled is of the document")
    func joined() throws {
        let evidence = try example("evidence.md")
        let document = try JSONReader.read(Array(example("document.md").utf8))
        #expect(document["metadata"]?["evidence_digest"]?.string == Digest(of: evidence).hex)
        let recalled = try JSONReader.read(Array(example("recall.md").utf8))
        #expect(recalled["id"] == document["id"] && recalled["key"] == document["metadata"]?["document_key"])
        #expect(recalled["text"]?.string == Digest(of: document["text"]?.string ?? "").hex)
    }

    @Test("every object shown is canonical JSON", arguments: ["ledger.md", "manifest.md", "recall.md"])
    func canonical(_ name: String) throws {
        let bytes = Array(try example(name).utf8)
        #expect(try JSONReader.read(bytes).canonicalBytes == bytes)
    }
}
