import Canonical
import Registry
import Testing
import WebAddress

@Suite("Which objections touch what somebody asks about")
struct TouchingTests {
    struct Case: CustomTestStringConvertible {
        let word: String
        let whole: [String]
        var part: [String] = []
        var testDescription: String { word }
    }

    @Test(
        "Addresses, hosts, domains and digests",
        arguments: [
            Case(word: "https://blog.example.com/a/b", whole: ["domain", "prefix"]),
            Case(word: "http://BLOG.example.com:80/a/b#x", whole: ["domain", "prefix"]),
            Case(word: "https://blog.example.com/c", whole: ["domain"]),
            Case(word: "example.com", whole: ["domain"], part: ["prefix"]),
            Case(word: "blog.example.com", whole: ["domain"], part: ["prefix"]),
            Case(word: "www.example.org", whole: ["host"], part: ["url"]),
            Case(word: "example.org", whole: [], part: ["host", "url"]),
            Case(word: "https://www.example.org/p?q=1", whole: ["host", "url"]),
            Case(word: "badexample.com", whole: []), Case(word: "example.co.uk", whole: []),
            Case(word: Digest(of: "work").description, whole: ["payload"]),
            Case(word: "secret.example.com", whole: ["domain"]), Case(word: "", whole: []),
            Case(word: "https://", whole: []), Case(word: "'; DROP TABLE scope; --", whole: []),
        ])
    func touching(_ one: Case) throws {
        let bench = try StoreBench()
        var kinds: [String: String] = [:]
        for (index, (kind, value)) in [
            ("domain", "example.com"), ("prefix", "https://blog.example.com/a/"), ("host", "www.example.org"),
            ("url", "https://www.example.org/p?q=1"), ("payload", Digest(of: "work").description),
        ].enumerated() {
            kinds[try bench.file(kind, value, contact: "n\(index)@example.net")] = kind
        }
        var personal = StoreBench.filing("host", "secret.example.com")
        personal.isPersonal = true
        _ = try bench.store.file(personal, publicSuffixList: suffixes, key: bench.key, at: bench.day(0)).get()
        let found = try bench.store.objections(
            touching: one.word, suffixes: PublicSuffixList(contents: suffixes), limit: 100, at: bench.day(0))
        #expect(found.filter(\.coversAll).compactMap { kinds[$0.life.id] }.sorted() == one.whole.sorted())
        #expect(found.filter { !$0.coversAll }.compactMap { kinds[$0.life.id] }.sorted() == one.part.sorted())
        #expect(found.count == one.whole.count + one.part.count)
    }
}
