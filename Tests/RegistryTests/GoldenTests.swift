import Canonical
import Registry
import Testing

@Suite("The snapshot's golden bytes")
struct GoldenTests {
    static let objections = #"""
        {"id":"O-1","scope":{"kind":"domain","value":"Example.com"},"state":"EFFECTIVE","standing":"L2","note":"x",\#
        "effective_from":"2026-01-15T00:00:00Z","recorded_at":"2026-01-15T09:30:00Z"}
        {"id":"O-2","scope":{"kind":"url","value":"http://example.org/a?b=\\"},"state":"RECEIVED","standing":"L0",\#
        "effective_from":"2026-02-01T00:00:00+01:00","effective_to":"2027-01-01T00:00:00Z",\#
        "recorded_at":"2026-02-01T00:00:00Z","uses":["train","crawl"]}

        """#

    /// Two entries: the length of the key, the key, the number of the id, that of the terms.
    static let entries =
        [11] + Array("example.com".utf8) + [0, 0, 0, 0, 1]
        + [17] + Array("example.org/a?b=\\".utf8) + [1, 0, 0, 0, 0]

    @Test("Two objections and a list of three rules give these bytes and this name, for good")
    func bytes() throws {
        let compiled = try compile(
            files: [(file: "objections.jsonl", bytes: Array(Self.objections.utf8))],
            list: Array("com\norg\nco.uk\n".utf8))
        #expect(compiled.bytes(of: "entries.bin") == Self.entries)
        #expect(compiled.bytes(of: "ids.bin") == [1, 3] + Array("O-1".utf8))
        #expect(compiled.bytes(of: "id-starts.bin") == [0, 0, 0, 0])
        #expect(compiled.bytes(of: "prefixes.bin") == [])
        #expect(compiled.bytes(of: "terms.bin").count == 64)
        #expect(compiled.bytes(of: "table.bin").count == 64)
        #expect(compiled.bytes(of: "filter.bin").count == 8)
        #expect(compiled.digest.hex == "23022fcf3c5588af628bd193484ab98438cb7d0f0f4f66383f87f3b7d3f1c7d0")
    }
}
