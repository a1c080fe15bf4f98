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

    static let snapshot = #"""
        {"compiled_at":"2026-11-23T12:00:00Z","entries":2,"format":"muniment.registry.snapshot/1",\#
        "objections":"sha256:36199a368d9bb6e5afdd01c3d939371342f9f0ef8c28ea1660b458d0f56f77bc",\#
        "public_suffix_list":"sha256:9d4d64a57d5f10b6a04977a95c1a72a2e12e806813ea51a6451a32cc5b18ec65",\#
        "scopes":{"domain":1,"host":0,"payload":0,"prefix":0,"url":1}}
        {"from":"2026-01-15T00:00:00Z","id":"O-1","key":"example.com","recorded":"2026-01-15T09:30:00Z",\#
        "scope":"domain","standing":"L2","state":"EFFECTIVE","to":"","uses":"all"}
        {"from":"2026-01-31T23:00:00Z","id":"O-2","key":"example.org/a?b=\\","recorded":"2026-02-01T00:00:00Z",\#
        "scope":"url","standing":"L0","state":"RECEIVED","to":"2027-01-01T00:00:00Z","uses":"crawl train"}
        {"public_suffix_list":"com\norg\nco.uk\n"}
        {"sha256":"dbc0e5eb36f354e130d1341a77219cfe5ba9fc4161f5b008d988db20be0fe627"}

        """#

    /// The digests were taken with another implementation of SHA-256 and JSON.
    @Test("Two objections and a list of three rules give these bytes and this name, for good")
    func bytes() throws {
        let compiled = try Snapshot.compile(
            objections: [(file: "objections.jsonl", bytes: Array(Self.objections.utf8))],
            publicSuffixList: Array("com\norg\nco.uk\n".utf8), at: compileTime)
        #expect(String(decoding: compiled.bytes, as: UTF8.self) == Self.snapshot)
        #expect(compiled.digest.hex == "60511e1499f9a0539552a5d5b5b7bdce6c00a0e37cf4d3ee6836c7a10da637af")
        #expect(compiled.fileName == "snapshot-60511e1499f9a053.jsonl")
    }
}
