import Canonical
import Foundation
import Provenance
import Shards

@testable import Settlement

/// A folder with the files of a small pool.
struct Desk {
    let folder: String

    init() throws {
        folder = NSTemporaryDirectory() + "settle-" + UUID().uuidString
        try OutputFile.makeFolder(folder)
    }

    func put(_ name: String, _ text: String) throws -> String {
        try OutputFile.replace("\(folder)/\(name)", with: Array(text.utf8))
        return "\(folder)/\(name)"
    }

    static let head = UsageReport.Head(
        report: "R-1", sender: "Lab", recipient: "Society", from: Timestamp(rfc3339: "2026-01-01T00:00:00Z")!,
        to: Timestamp(rfc3339: "2027-01-01T00:00:00Z")!, currency: "EUR", counting: "bytes")

    static func use(
        _ work: String, _ tokens: UInt64, match: MatchState = .matched, documents: UInt64 = 1, epochs: UInt64 = 1,
        domain: String = "a.example", workClass: String = "web", licensee: String = "lab", tariff: String = "T",
        document: String = "", territory: String = "CN", use: Int = 0
    ) -> UsageLine {
        UsageLine(
            tariff: tariff, work: work, match: match, document: document, domain: domain, workClass: workClass,
            documents: documents, tokens: tokens, epochs: epochs, basis: "prop.cn.cmo", territory: territory,
            licensee: licensee, use: use)
    }

    /// Lines that name no document are of one each.
    static func report(
        _ lines: [UsageLine], currency: String = "EUR", uses: [RecordedUse] = []
    ) throws -> [UInt8] {
        var bytes: [UInt8] = []
        var head = Self.head
        head.currency = currency
        var writer = try UsageWriter(head) { bytes += $0 }
        for use in uses { _ = try writer.add(use) }
        for (index, line) in lines.enumerated() {
            var line = line
            if line.document.isEmpty { line.document = "d\(index)" }
            try writer.add(line)
        }
        _ = try writer.finish()
        return bytes
    }

    static func pool(
        gross: String = "gross: 1_000_000", method: String = "method: tokens", more: String = "",
        deductions: String = "[{name: administration, rate: 12.5%}]"
    ) -> String {
        """
        pool: P-1
        society: Society
        from: 2026-01-01
        to: 2027-01-01
        currency: EUR
        \(gross)
        deductions: \(deductions)
        \(method)
        financial_year_end: 2026-12-31
        \(more)
        """
    }

    static func whole(_ works: [String]) -> String {
        "work\tparty\trole\tppm\tsociety\tmark\n"
            + works.map { work in
                "\(work)\tp-\(work.replacing(":", with: "-"))\tA\t1000000\tSociety\t\n"
            }.joined()
    }

    static func time(_ day: String) -> Timestamp { Timestamp(day: day)! }

    static func recorded(
        _ record: String, _ from: String, _ to: String, territory: String = "CN", epochs: UInt64 = 1
    ) -> RecordedUse {
        RecordedUse(
            record: record,
            terms: UseTerms(
                model: "m", licensee: "lab", territory: territory, epochs: epochs, from: time(from), to: time(to)))
    }

    func inputs(
        pool: String = Desk.pool(), _ lines: [UsageLine], uses: [RecordedUse] = [], shares: String
    ) throws -> SettlementInputs {
        let usage = String(decoding: try Self.report(lines, uses: uses), as: UTF8.self)
        return try SettlementInputs.read(
            pool: put("pool.yaml", pool), usage: put("usage.tsv", usage), shares: put("shares.tsv", shares))
    }
}
