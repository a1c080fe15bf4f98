import Canonical
import Provenance
import Registry
import Testing
import WebAddress

@Suite("Scopes that lie on no host: works, parties, texts, repertoires, parts of data sets; and accounts")
struct NameScopeTests {
    struct Case: CustomTestStringConvertible {
        let kind: String
        let value: String
        /// What a snapshot has of it; nil if it is refused.
        let key: String?

        init(_ kind: String, _ value: String, _ key: String?) { (self.kind, self.value, self.key) = (kind, value, key) }

        var testDescription: String { "\(kind) \(value)" }
    }

    static let cases = [
        Case("work", "isbn:978-0-306-40615-7", "isbn:9780306406157"),
        Case("work", "ISBN:0-306-40615-2", "isbn:9780306406157"), Case("work", "isbn:978-0-306-40615-8", nil),
        Case("work", "https://doi.org/10.1000/ABC", "doi:10.1000/abc"), Case("work", "10.1000/abc", nil),
        Case("work", "issn:0317-8471", "issn:0317-8471"), Case("work", "issn:0317-8472", nil),
        Case("work", "iswc:T-034.524.680-1", "iswc:T0345246801"), Case("work", "iswc:T-034.524.680-2", nil),
        Case("work", "orcid:0000-0002-1825-0097", nil), Case("work", "", nil),
        Case("party", "https://orcid.org/0000-0002-1825-0097", "orcid:0000-0002-1825-0097"),
        Case("party", "orcid:0000-0002-1825-0098", nil),
        Case("party", "isni:0000 0001 2103 2683", "isni:0000000121032683"),
        Case("party", "isbn:9780306406157", nil), Case("party", "Ann Author", nil),
        Case("repertoire", "example-society", "example-society"), Case("repertoire", "a b", nil),
        Case("repertoire", "", nil),
        Case("shard", "corpus-2026/part-000017", "corpus-2026/part-000017"), Case("shard", "<b>", nil),
        Case("account", "https://Example.com/u/ann", "example.com/u/ann"),
        Case("account", "https://example.com/", nil), Case("account", "example.com/u/ann", nil),
        Case("text", "minhash64x8-w5-2:AAAA", nil), Case("text", "an article", nil),
        Case("text", "minhash64x8-w5-1:" + sketch(1).base64, nil),
        Case("text", "minhash64x8-w5-2:" + sketch(1, count: 195).base64, nil),
        Case(
            "text", "minhash64x8-w5-2:" + sketch(1, count: 196).base64,
            "minhash64x8-w5-2:" + sketch(1, count: 196).base64),
    ]

    /// A sketch of places that no other number gives.
    static func sketch(_ number: Int, count: Int = 1000) -> TextSketch {
        var random = SplitMix(seed: UInt64(number))
        return TextSketch(places: (0..<64).map { _ in UInt8.random(in: 0...255, using: &random) }, count: count)
    }

    @Test("Each is brought to its one form, or refused", arguments: cases)
    func forms(_ one: Case) throws {
        let filing = Filing(kind: one.kind, value: one.value, standing: "L4")
        guard let key = one.key else {
            #expect(throws: RegistryError.self) { try compile([filing]) }
            return
        }
        #expect(try compile([filing]).objections.map(\.scope.key) == [key])
    }

    @Test("What a document states of itself is covered by its identifier, and by no other")
    func works() throws {
        let snapshot = try compile([
            Filing(id: "book", kind: "work", value: "isbn:9780306406157"),
            Filing(id: "person", kind: "party", value: "orcid:0000-0002-1825-0097", standing: "L3"),
            Filing(id: "claim", kind: "work", value: "doi:10.1000/1", standing: "L0"),
        ])
        func found(_ identifiers: String...) -> [ObjectionMatch] {
            snapshot.match(MatchKeys(identifiers: identifiers), at: compileTime)
        }
        #expect(found("isbn:9780306406157").map(\.objection) == ["book"])
        #expect(found("isbn:9780306406157").map(\.key) == ["isbn:9780306406157"])
        #expect(found("isbn:9780306406157").allSatisfy { $0.isBlocking && !$0.isUncertain })
        #expect(found("issn:0317-8471").isEmpty)
        #expect(found("orcid:0000-0002-1825-0097").map(\.isUncertain) == [false])
        #expect(found("isni:0000000218250097").map(\.objection) == ["person"], "an ORCID is an ISNI")
        #expect(found("doi:10.1000/1").map(\.isBlocking) == [false])
    }

    @Test(
        "A party is a candidate until its signature is shown, and holds",
        arguments: [("L1", true), ("L2", true), ("L3", false)])
    func parties(_ standing: String, _ isUncertain: Bool) throws {
        let snapshot = try compile([
            Filing(kind: "party", value: "orcid:0000-0002-1825-0097", standing: standing)
        ])
        let found = snapshot.match(MatchKeys(identifiers: ["orcid:0000-0002-1825-0097"]), at: compileTime)
        #expect(found.map(\.isBlocking) == [true])
        #expect(found.map(\.isUncertain) == [isUncertain])
    }

    @Test("An account covers its page and what is below, beside the prefixes of the same host")
    func accounts() throws {
        let snapshot = try compile([
            Filing(id: "ann", kind: "account", value: "https://example.com/u/ann", standing: "L0"),
            Filing(id: "all", kind: "prefix", value: "https://example.com/u/"),
            Filing(id: "other", kind: "prefix", value: "https://example.com/v/ann"),
            Filing(id: "port", kind: "account", value: "https://example.com:8443/u/ann"),
        ])
        #expect(snapshot.covering("https://example.com/u/ann") == ["ann", "all"])
        #expect(snapshot.covering("http://example.com/u/ann/1?x") == ["ann", "all"])
        #expect(snapshot.covering("https://example.com/u/anna") == ["all"])
        #expect(snapshot.covering("https://example.com:8443/u/ann/2") == ["port"])
        #expect(snapshot.covering("https://example.org/u/ann").isEmpty)
        #expect(snapshot.match(url("https://example.com/u/ann"), at: compileTime).allSatisfy { $0.isBlocking })
    }

    @Test("A part of a data set is asked for by its name, and needs a mandate or order")
    func shards() throws {
        let snapshot = try compile([
            Filing(id: "order", kind: "shard", value: "corpus/17", standing: "L5"),
            Filing(id: "wish", kind: "shard", value: "corpus/17", standing: "L3"),
        ])
        let found = snapshot.match(MatchKeys(shards: ["corpus/17"]), at: compileTime)
        #expect(found.map(\.objection) == ["order", "wish"])
        #expect(found.map(\.isBlocking) == [true, false])
        #expect(snapshot.match(MatchKeys(shards: ["corpus/1"]), at: compileTime).isEmpty)
    }

    @Test("A row of a list may name the identifier's own kind")
    func lists() throws {
        let path = Bench.folder()
        try write("isbn,9780306406157\norcid,0000-0002-1825-0097\nisbn,9780306406158\nisan,1\n", path)
        let terms = ObjectionImport.Terms(standing: .documents, at: compileTime)
        var rows = try ObjectionImport(path: path, format: .csv, terms: terms, publicSuffixList: suffixes)
        var (taken, refused) = ([String](), [RefusalCode]())
        while let row = try rows.next() {
            switch row {
            case .success(let objection): taken.append(objection.scope.description)
            case .failure(let fault): refused.append(fault.refusal.code)
            }
        }
        #expect(taken == ["work isbn:9780306406157", "party orcid:0000-0002-1825-0097"])
        #expect(refused == [.unparseable, .badKind])
    }
}
