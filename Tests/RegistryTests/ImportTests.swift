import Canonical
import Foundation
import Provenance
import Registry
import Testing

@Suite("Importing lists of others")
struct ImportTests {
    static let terms = ObjectionImport.Terms(standing: .documents, at: compileTime)

    private func read(_ text: String, _ format: ImportFormat) throws -> [Result<Objection, ObjectionImport.Fault>] {
        let path = Bench.folder()
        try Data(text.utf8).write(to: URL(fileURLWithPath: path))
        var rows = try ObjectionImport(path: path, format: format, terms: Self.terms, publicSuffixList: suffixes)
        var out: [Result<Objection, ObjectionImport.Fault>] = []
        while let row = try rows.next() { out.append(row) }
        return out
    }

    private func taken(_ rows: [Result<Objection, ObjectionImport.Fault>]) -> [Objection] {
        rows.compactMap { try? $0.get() }
    }

    private func refused(_ rows: [Result<Objection, ObjectionImport.Fault>]) -> [ObjectionImport.Fault] {
        rows.compactMap { row in if case .failure(let fault) = row { fault } else { nil } }
    }

    @Test("CSV: names of columns, quotes, dates, purposes; bad rows are told by line and the others kept")
    func csv() throws {
        let rows = try read(
            """
            scope_kind,value,purpose,from,to\r
            domain,Example.COM,,,\r
            url,"https://example.org/?a=1,2",train search,2026-01-01,2027-01-01T00:00:00Z\r

            domain,co.uk,,,
            prefix,https://example.org/a,nonsense,,
            host,"example.com,,,
            url,https://example.org/b,,2026-02-30,
            site,example.org,,,
            payload,\(Digest(of: "x").hex),tdm,2026-01-01,2026-01-01
            host,last.example.org
            """, .csv)
        #expect(
            taken(rows).map(\.scope.description) == [
                "domain example.com", "url example.org/?a=1,2", "host last.example.org",
            ])
        #expect(taken(rows).map(\.uses) == [[.all], [.train, .search], [.all]])
        #expect(taken(rows)[1].effectiveFrom == time("2026-01-01T00:00:00Z"))
        #expect(taken(rows)[1].effectiveTo == time("2027-01-01T00:00:00Z"))
        #expect(taken(rows)[0].effectiveFrom == compileTime)
        #expect(taken(rows).allSatisfy { $0.state == .effective && $0.standing == .documents })
        #expect(taken(rows).map { $0.id.suffix(10) } == ["-000000002", "-000000003", "-000000011"])
        #expect(refused(rows).map(\.line) == [5, 6, 7, 8, 9, 10])
        #expect(
            refused(rows).map(\.refusal.code) == [
                .publicSuffix, .badPurpose, .badRow, .badTime, .badKind, .badTime,
            ])
    }

    @Test("CSV: columns may stand in another order, and the file may begin with a byte order mark")
    func columns() throws {
        let rows = try read("\u{FEFF}value,scope_kind\nexample.com,host\n", .csv)
        #expect(taken(rows).map(\.scope.description) == ["host example.com"])
        #expect(refused(try read("value,kind\nexample.com,host\n", .csv)).count == 2)
    }

    @Test("JSON lines take the same keys")
    func json() throws {
        let rows = try read(
            """
            {"scope_kind":"domain","value":"example.com","purpose":["train","tdm"],"to":"2027-01-01"}
            {"scope_kind":"domain","value":"example.com","why":"x"}
            {"scope_kind":"domain"
            []
            {"scope_kind":"domain","value":7}
            """, .jsonl)
        #expect(taken(rows).map(\.uses) == [[.train, .tdm]])
        #expect(refused(rows).map(\.refusal.code) == [.badRow, .badRow, .badRow, .badRow])
    }

    @Test("Blocklists of domains in their spellings; URLs, and prefixes where a star ends them")
    func blocklists() throws {
        let domains = try read(
            "# list\n! list\nexample.com\n0.0.0.0 ads.example.com # ads\n*.example.org\n||b.demo^\nlocalhost\n",
            .domains)
        #expect(
            taken(domains).map(\.scope.key) == ["example.com", "ads.example.com", "example.org", "b.demo"])
        #expect(refused(domains).map(\.refusal.code) == [.bareTopLevel])
        let urls = try read("#x\nhttps://example.com/a\n https://example.com/b/*\nexample.com\n", .urls)
        #expect(taken(urls).map(\.scope.description) == ["url example.com/a", "prefix example.com/b/"])
        #expect(refused(urls).map(\.refusal.code) == [.unparseable])
    }

    @Test("What would be lost in a line of a blocklist is told, and never dropped without a word")
    func crowdedLines() throws {
        let domains = try read(
            "0.0.0.0 a.com b.com\nc.com d.com\n::1 e.com\nfe80::1%lo0 f.com # x\ng.com\rh.com\r\n192.0.2.1\n\ti.com\t\r\n",
            .domains)
        #expect(taken(domains).map(\.scope.key) == ["e.com", "f.com", "i.com"])
        #expect(refused(domains).map(\.line) == [1, 2, 5, 6])
        #expect(refused(domains).map(\.refusal.code) == [.badRow, .badRow, .badRow, .address])
        let urls = try read(
            "https://a.com/x # why\nhttps://b.com/y https://b.com/z\nhttps://c.com/\thttps://d.com/\nhttps://e.com/q/*  #all\nhttps://f.com/a b\nhttps://g.com/\rhttps://h.com/\r\nhttps://i.com/#x\nhttps://j.com/blog*\nhttps://k.com/img_*\n",
            .urls)
        #expect(
            taken(urls).map(\.scope.description) == [
                "url a.com/x", "prefix e.com/q/", "url i.com/", "prefix k.com/img_",
            ])
        #expect(refused(urls).map(\.line) == [2, 3, 5, 6, 8])
        #expect(refused(urls).allSatisfy { $0.refusal.code == .badRow })
    }

    @Test(
        "Hostile registrations are refused with a code that stays the same",
        arguments: [
            ("domain", "com", RefusalCode.bareTopLevel), ("domain", "co.uk", .publicSuffix),
            ("domain", "github.io", .publicSuffix), ("domain", "192.0.2.1", .address),
            ("host", "192.0.2.0/24", .addressBlock), ("domain", "2001:db8::/32", .addressBlock),
            ("host", "*.example.com", .wildcard), ("url", "https://ann:pw@example.com/", .userinfo),
            ("host", "\u{0440}aypal.com", .mixedScript), ("domain", "p\u{03B1}ypal.com", .mixedScript),
            ("url", "https://xn--aypal-uye.com/a", .mixedScript), ("host", "<b>example</b>.com", .unparseable),
            ("host", "'; DROP TABLE x; --", .unparseable), ("payload", "abc", .unparseable),
            ("url", "https://example.com/" + String(repeating: "a", count: 9000), .tooLong),
        ])
    func hostile(_ kind: String, _ value: String, _ code: RefusalCode) throws {
        let rows = try read("scope_kind,value\n\(kind),\"\(value)\"\nhost,example.com\n", .csv)
        #expect(refused(rows).map(\.refusal.code) == [code])
        #expect(refused(rows).allSatisfy { !$0.refusal.reason.isEmpty })
        #expect(taken(rows).count == 1)
    }

    @Test("A row of 10 MB is refused and its neighbours are kept")
    func hugeRow() throws {
        let rows = try read("host,a.com\nhost,\(String(repeating: "x", count: 10 << 20))\nhost,b.com\n", .csv)
        #expect(refused(rows).map(\.refusal.code) == [.tooLong])
        #expect(taken(rows).count == 2)
    }

    @Test("Names in one script, or in scripts that do not look alike, are taken")
    func honestNames() throws {
        let rows = try read("host,пример.com\nhost,ελλάδα.com\nhost,日本go.com\nhost,bücher.com\n", .csv)
        #expect(taken(rows).count == 4)
    }

    @Test("What was imported compiles to the same snapshot by way of an objection file")
    func file() throws {
        let rows = taken(
            try read("domain,example.com\nurl,https://example.org/?\\\npayload,\(Digest(of: "x"))\n", .csv))
        let path = Bench.folder()
        var file = try ObjectionFile(path)
        for row in rows { try file.write(row) }
        try file.finish()
        let compiled = try Snapshot.compile(
            files: [path], publicSuffixList: suffixes, at: compileTime, into: Bench.folder())
        #expect(Set(compiled.objections) == Set(rows))
        var rest = rows[...]
        let straight = try Snapshot.compile(publicSuffixList: suffixes, at: compileTime, into: Bench.folder()) {
            rest.popFirst()
        }
        #expect(straight.name == compiled.name)
    }

    @Test("An address on the other scheme's port is still that address in an objection file")
    func ports() throws {
        for url in ["http://example.com:443/a", "https://example.com:80/a", "http://example.com:8443/a"] {
            let objection = try #require(taken(try read(url + "\n", .urls)).first)
            let line = String(decoding: objection.line, as: UTF8.self)
            #expect(try compile(text: line + "\n").covering(url).count == 1, "\(url)")
        }
    }
}
