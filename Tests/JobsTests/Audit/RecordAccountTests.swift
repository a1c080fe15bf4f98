import Canonical
import Foundation
import Shards
import Testing

@testable import Jobs

@Suite("records: every record of an input has its row or a reason, and none is passed over in silence")
struct RecordAccountTests {
    private func bench() throws -> Workbench {
        let bench = try Workbench()
        let pages = (0..<4).map { Record.page("http://a.example/\($0)", Record.prose("item \($0)")) }
        try bench.archive("a.warc.gz", Record.silentSite("a.example") + pages)
        try bench.filter([bench.folder + "/a.warc.gz"], out: "out", more: "output: {part_bytes: 6000}")
        return bench
    }

    private func accounts(_ bench: Workbench) throws -> [RecordAccount] {
        try RowFile.lines(bench.folder + "/out/" + RecordAccount.path(0)).map { try RecordAccount(line: $0) }
    }

    @Test("each stands where it stood, with its length, and names the row that the archive's record became")
    func complete() throws {
        let bench = try bench()
        let accounts = try accounts(bench)
        var at = 0
        for account in accounts {
            #expect(account.offset == at && account.ordinal == 0)
            at += account.length
        }
        #expect(at == OutputFile.length(bench.folder + "/a.warc.gz"))
        let rows = accounts.compactMap { if case .row(let part, let row) = $0.outcome { (part, row) } else { nil } }
        #expect(rows.count == 4 && Set(rows.map(\.0)).count > 1)
        for (part, row) in rows {
            #expect(try RowFile.lines(bench.folder + "/out/" + part.path(in: .evidence)).count >= row)
        }
        let report = try OutputAudit(output: bench.folder + "/out").run()
        #expect(report.faults.isEmpty, "\(report.faults)")
        #expect(report.counts["records accounted for"] == accounts.count)
    }

    /// Ways to hide a record from the account.
    enum Hiding: String, CaseIterable { case dropped, swapped, otherRow, otherReason }

    @Test("an account made to say less is found, though its seal is made to fit", arguments: Hiding.allCases)
    func hidden(_ hiding: Hiding) throws {
        let bench = try bench()
        var changed = try accounts(bench)
        let row = try #require(changed.lastIndex { if case .row = $0.outcome { true } else { false } })
        switch hiding {
        case .dropped: changed.remove(at: row)
        case .swapped: changed.swapAt(row, row - 1)
        case .otherRow:
            changed[row] = RecordAccount(
                offset: changed[row].offset, ordinal: 0, length: 1, outcome: .row(PartName(number: 0, roll: 0), 9))
        case .otherReason:
            changed[0] = RecordAccount(offset: 0, ordinal: 0, length: 1, outcome: .skipped("nothing"))
        }
        let path = bench.folder + "/out/" + RecordAccount.path(0)
        let writer = try RowFileWriter(path: path)
        for account in changed { try writer.append(account.line) }
        let records = try writer.finish()
        let manifest = try Manifest(json: JSONReader.read(OutputFile.read(bench.folder + "/out/manifest.json")))
        let seal = manifest.seals[0]
        let forged = InputSeal(
            number: 0, name: seal.name, digest: seal.digest, bytes: seal.bytes, parts: seal.parts, records: records)
        let files = AuditFiles(output: bench.folder + "/out", log: AuditLog())
        var skipped: [String: Int] = [:]
        _ = RecordAudit(files, forged).run(&skipped)
        #expect(!files.log.isEmpty || skipped != manifest.counts.groups["skipped"])
    }

    @Test(
        "lines that are no account",
        arguments: ["", "[]", "[0,0,1]", "[0,0,1,2]", #"[0, 0,1,"x"]"#, #"[0,0,1,"part-0",1]"#])
    func refused(_ line: String) {
        #expect(throws: RowError.self) { try RecordAccount(line: Array(line.utf8)) }
    }
}
