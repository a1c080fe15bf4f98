import Canonical
import Shards
import Testing

@testable import Settlement

@Suite("Every field of a usage report and of a pool is checked, and named where it is wrong")
struct UsageFieldTests {
    /// The faults of a report, signed anew, in whose lines something stands for something else.
    private func faults(
        _ lines: [UsageLine], uses: [RecordedUse] = [], _ old: String = "", _ new: [UInt8] = []
    ) throws -> [UsageReport.Fault] {
        let desk = try Desk()
        let path = try desk.put("u.tsv", "")
        let bytes = try Desk.report(lines, uses: uses)
        let at = old.isEmpty ? nil : bytes.firstRange(of: Array(old.utf8))
        if !old.isEmpty { try #require(at != nil) }
        var changed = bytes
        if let at { changed.replaceSubrange(at, with: new) }
        let foot = try #require(changed.firstRange(of: Array("\nFOOT".utf8))).lowerBound + 1
        let digest = Digest(of: Array(changed[..<foot])).hex
        changed.removeLast(65)
        try OutputFile.replace(path, with: changed + Array((digest + "\n").utf8))
        let (report, reader, _) = try SettlementInputs.readUsage(path)
        #expect(report != nil && reader.moreFaults == 0)
        return reader.faults
    }

    @Test(
        "a field of a use that cannot be meant",
        arguments: [
            ("\ta.example\t", "\ta\u{0}example\t", "domain has a control character (U+0000)"),
            ("\ta.example\t", "\ta.example/x\t", "domain \"a.example/x\" is no host"),
            ("\ta.example\t", "\tA.example\t", "domain \"A.example\" is no host in lower case"),
            ("\td0\t", "\t\t", "document is empty"), ("\td0\t", "\td\u{7F}\t", "document has a control character"),
            ("\tlab\t", "\t\t", "licensee is empty"), ("\tlab\t", "\tl\u{1}b\t", "licensee has a control character"),
            ("\tCN\t", "\tChina\t", "territory \"China\" is no code"), ("\tCN\t", "\tcn\t", "territory \"cn\""),
            ("\tprop.cn.cmo\t", "\t\t", "basis is empty"), ("\tweb\t1\t", "\tweb\t0\t", "documents is 0"),
            ("\tweb\t1\t", "\tw\u{2}b\t1\t", "class has a control character"),
            ("\tA\tMATCHED", "\tA\u{1B}[0m\tMATCHED", "work has a control character"),
        ])
    func fields(_ old: String, _ new: String, _ reason: String) throws {
        let found = try faults([Desk.use("A", 7), Desk.use("B", 5)], old, Array(new.utf8))
        // The sums lack the line, which is told too.
        #expect(found.first.map { $0.line == 3 && $0.reason.contains(reason) } == true, "\(found)")
    }

    @Test("a field that is no text")
    func octets() throws {
        let found = try faults([Desk.use("A", 7)], "\tlab\t", [0x09, 0xFF, 0x09])
        #expect(found.first?.reason == "licensee is no UTF-8", "\(found)")
        #expect(try faults([Desk.use("A", 7, domain: "bücher.example", licensee: "Łódź")]).isEmpty)
    }

    @Test(
        "a document counts once for a work in a use, and has a work or none",
        arguments: [
            ([("A", "d", 1), ("A", "d", 1)], "work A stands twice for document d"),
            ([("A", "d", 1), ("B", "d", 1), ("B", "d", 1)], "work B stands twice for document d"),
            ([("", "d", 1), ("", "d", 1)], "document d stands twice"),
            ([("A", "d", 1), ("", "d", 1)], "document d stands twice"),
            ([("", "d", 1), ("A", "d", 1)], "work A stands twice"),
            ([("A", "d", 0), ("A", "d", 0)], "names no use"),
            ([("A", "d", 1), ("A", "d", 2), ("A", "e", 1), ("B", "d", 1), ("", "f", 1), ("", "f", 2)], ""),
        ] as [([(String, String, Int)], String)])
    func once(_ lines: [(work: String, document: String, use: Int)], _ reason: String) throws {
        let uses = [
            Desk.recorded("r1", "2026-03-01", "2026-04-01"), Desk.recorded("r2", "2026-03-01", "2026-04-01"),
        ]
        let found = try faults(
            lines.map {
                Desk.use($0.work, 7, match: $0.work.isEmpty ? .unmatched : .matched, document: $0.document, use: $0.use)
            }, uses: uses)
        guard !reason.isEmpty else { return #expect(found.isEmpty, "\(found)") }
        #expect(found.count == 1 && found[0].reason.contains(reason) && found[0].line == 4 + lines.count, "\(found)")
    }

    @Test("of many documents none is taken for another, and each that stands twice is found")
    func many() {
        var (once, random) = (DocumentOnce(), SplitMix(seed: 7))
        func add(_ use: UInt64, _ document: String, _ work: String) -> Bool {
            Array(document.utf8).withUnsafeBufferPointer { document in
                Array(work.utf8).withUnsafeBufferPointer { work in
                    once.add(use: use, document: document[...], work: work[...])
                }
            }
        }
        var told: Set<String> = []
        for _ in 0..<30_000 {
            let (use, document, work) = (random.next() % 3, "d\(random.next() % 4000)", "w\(random.next() % 3)")
            let isNew = told.insert("\(use) \(document) \(work)").inserted
            let isTaken = add(use, document, work)
            #expect(isTaken == isNew)
        }
        #expect(told.count > 20_000)
    }

    @Test(
        "a use that a report cannot mean",
        arguments: [
            ("US\t1", "US\t2", "the number of the use should be 1"), ("\tr1\t", "\t\t", "record is empty"),
            ("\tm\t", "\t\t", "model is empty"), ("\tCN\t3", "\tChina\t3", "territory \"China\""),
            ("\t3\t2026", "\t0\t2026", "epochs"), ("2026-03-01T", "2026-05-01T", "from and to of a use"),
            ("2026-04-01T", "2027-04-01T", "outside the period"), ("2026-04-01T", "April", "from and to of a use"),
        ])
    func records(_ old: String, _ new: String, _ reason: String) throws {
        let uses = [Desk.recorded("r1", "2026-03-01", "2026-04-01", epochs: 3)]
        let found = try faults([Desk.use("A", 7, epochs: 3, use: 1)], uses: uses, old, Array(new.utf8))
        #expect(found.first.map { $0.line == 3 && $0.reason.contains(reason) } == true, "\(found)")
        // Its lines name a use that is none.
        #expect(found.contains { $0.line == 4 && $0.reason.contains("stands in no US") }, "\(found)")
    }

    @Test("a line says of its use what the use says of itself, and a use stands once")
    func agreement() throws {
        let use = Desk.recorded("r1", "2026-03-01", "2026-04-01", epochs: 3)
        for (line, reason) in [
            (Desk.use("A", 7, epochs: 2, use: 1), "epochs is 2, that of use 1 is 3"),
            (Desk.use("A", 7, epochs: 3, licensee: "other", use: 1), "licensee is other, that of use 1 is lab"),
            (Desk.use("A", 7, epochs: 3, territory: "DE", use: 1), "territory is DE, that of use 1 is CN"),
            (Desk.use("A", 7, epochs: 3, use: 2), "use 2 stands in no US"),
        ] {
            let found = try faults([line], uses: [use])
            #expect(found.first?.reason.contains(reason) == true, "\(found)")
        }
        #expect(try faults([Desk.use("A", 7, epochs: 3, use: 1)], uses: [use]).isEmpty)
        let twice = try faults([Desk.use("A", 7, epochs: 3, use: 1)], uses: [use, use])
        #expect(twice.count == 1 && twice[0].reason.contains("record r1 stands twice"))
    }

    @Test("reports of the first form are read, and told that two uses of one document cannot be told apart in them")
    func firstForm() throws {
        let desk = try Desk()
        func report(_ documents: [String]) throws -> [String] {
            var text =
                "HEAD\tmuniment-usage/1\tR\tLab\tSociety\t2026-01-01T00:00:00Z\t2027-01-01T00:00:00Z\tEUR\tbytes\n"
            for (index, document) in documents.enumerated() {
                text += "SU\t\(index + 1)\tT\tA\tMATCHED\t\(document)\ta.example\tweb\t1\t7\t1\tb\tCN\tLab\n"
            }
            let (count, sum) = (documents.count, documents.count * 7)
            text += "SY\tT\t\(count)\t\(count)\t\(sum)\n"
            text += "FOOT\t\(count)\t\(count)\t\(sum)\t\(Digest(of: Array(text.utf8)).hex)\n"
            let (read, reader, _) = try SettlementInputs.readUsage(desk.put("u.tsv", text))
            #expect(read != nil)
            return reader.faults.map(\.reason)
        }
        #expect(try report(["d", "e"]).isEmpty)
        #expect(try report(["d", "d"]).first?.contains("muniment-usage/2 tell uses apart") == true)
    }

    @Test(
        "adjustments, payouts and what is carried forward that cannot be meant",
        arguments: [
            ("adjustments: [{id: J, party: p-A, amount: 0, reason: r}]", "adjustments[0]", "amount is 0"),
            (
                "adjustments: [{id: J, party: p-A, amount: 5, reason: r, held: P-1}]", "adjustments[0]",
                "this pool itself"
            ),
            (
                "adjustments: [{id: J, party: p-A, amount: -5, reason: r, held: P-0}]", "adjustments[0]",
                "more than nothing"
            ),
            ("adjustments: [{id: J, party: p-A, amount: 1.5, reason: r}]", "adjustments[0].amount", "whole number"),
            ("adjustments: [{id: J, party: p-A, amount: 5}]", "adjustments[0]", "reason is missing"),
            (
                "carried_forward: {\"ipi:00014107338\": 5, \"ipi:000 141 073 38\": 6}",
                "carried_forward.ipi:000 141 073 38", "stands twice"
            ),
        ])
    func pools(_ more: String, _ key: String, _ reason: String) throws {
        let error = #expect(throws: ConfigError.self) { try PoolFile.read(Desk.pool(more: more), file: "p.yaml") }
        #expect(error?.key == key && error?.problem.contains(reason) == true, "\(String(describing: error))")
        #expect(error?.line == 10)
    }

    @Test("a party that nobody knows is paid by no adjustment and in no currency; one that has left may be")
    func parties() throws {
        func faults(_ more: String, parties: String = "") throws -> [String] {
            let desk = try Desk()
            let mandates = """
                \(parties)
                mandates:
                  - {id: M, society: S, kind: member, rights: [training], territories: [CN], from: 2026-01-01, tariff: T, repertoire: [{work: A, covers: [a.example], shares: {ann: 1_000_000}}]}
                """
            let inputs = try SettlementInputs.read(
                pool: desk.put("p.yaml", Desk.pool(more: more)),
                usage: desk.put("u.tsv", String(decoding: Desk.report([Desk.use("A", 1)]), as: UTF8.self)),
                shares: desk.put("m.yaml", mandates))
            return inputs.faults.map(\.description)
        }
        let adjustment = "adjustments: [{id: J, party: anne, amount: 5, reason: r}]"
        let payout = "rates: [{id: R, currency: USD, rate: 2}]\npayouts: {anne: R}"
        for (more, key) in [(adjustment, "adjustments[0]: anne"), (payout, "payouts.anne: anne")] {
            let found = try faults(more)
            #expect(found.count == 1 && found[0].contains(key) && found[0].contains("p.yaml:1"), "\(found)")
            #expect(try faults(more.replacing("anne", with: "ann")).isEmpty)
            #expect(try faults(more + "\ncarried_forward: {anne: 5}").isEmpty)
            #expect(try faults(more, parties: "parties: [{party: ann}, {party: anne}]").isEmpty)
        }
    }

    @Test("a tariff that no mandate asks by is named by the line of its sums; that of the pool, or of a list, is known")
    func tariffs() throws {
        func faults(_ tariff: String, gross: String = "gross: 5", list: String = "") throws -> [UsageReport.Fault] {
            let desk = try Desk()
            let mandates = """
                \(list)
                mandates:
                  - {id: M, society: S, kind: member, rights: [training], territories: [CN], from: 2026-01-01, tariff: T, repertoire: [{work: A, covers: [a.example], shares: {ann: 1_000_000}}]}
                """
            let lines = [Desk.use("A", 1, tariff: tariff)]
            return try SettlementInputs.read(
                pool: desk.put("p.yaml", Desk.pool(gross: gross)),
                usage: desk.put("u.tsv", String(decoding: Desk.report(lines), as: UTF8.self)),
                shares: desk.put("m.yaml", mandates)
            ).faults
        }
        #expect(try faults("T").isEmpty)
        let found = try faults("U")
        #expect(
            found.count == 1 && found[0].line == 4 && found[0].reason.contains("tariff U is that of no"), "\(found)")
        #expect(try faults("U", gross: "tariff: {id: U, basis: flat, rate: 5}").isEmpty)
        let list =
            "tariffs: [{tariff: T, basis: flat, rate: 5, currency: EUR}, {tariff: U, basis: flat, rate: 5, currency: EUR}]"
        #expect(try faults("U", list: list).isEmpty)
    }

    @Test("a likeness that was confirmed is shared out; nobody who claims confirms it")
    func matches() throws {
        let desk = try Desk()
        let lines = [
            Desk.use("A", 60, match: .candidate, document: "d1"), Desk.use("A", 40, match: .candidate, document: "d2"),
        ]
        func settle(_ filed: [UInt8]) throws -> Allocation {
            try SettlementInputs.read(
                pool: desk.put("p.yaml", Desk.pool(gross: "gross: 1000", deductions: "[]")),
                usage: desk.put("u.tsv", String(decoding: Desk.report(lines), as: UTF8.self)),
                shares: desk.put("s.tsv", Desk.whole(["A"])),
                filings: desk.put("f.jsonl", String(decoding: filed, as: UTF8.self))
            ).allocate()
        }
        func match(_ document: String) throws -> [UInt8] {
            Filings.line(
                try Filings.Match(id: "C", work: "A", document: document, by: "Society", evidence: "title page"))
        }
        #expect(try settle([]).sum(.heldUnmatched) == 1000)
        let claim = Filings.line(try Filings.Claim(id: "K", work: "A", party: "p-A", ppm: 5, evidence: "e"))
        #expect(try settle(claim).sum(.heldUnmatched) == 1000)
        #expect(try settle(match("")).payable == ["p-A": 1000])
        #expect(try settle(match("d1")).payable == ["p-A": 600])
        #expect(try settle(match("d1")).sum(.heldUnmatched) == 400)
        #expect(throws: SettlementError.self) {
            try Filings.Match(id: "C", work: "A", document: "", by: "", evidence: "e")
        }
        #expect(throws: SettlementError.self) {
            try Filings.Match(id: "C", work: "domain:a.example", document: "", by: "S", evidence: "e")
        }
    }
}
