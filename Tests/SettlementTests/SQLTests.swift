import Canonical
import GRDB
import Shards
import Testing

@testable import Settlement

/// The same cents by other means: SQL over the files that were written, which shares no code with the program.
@Suite("A second recomputation, in SQL over the exported files, reaches the same cents")
struct SQLTests {
    private static let sharing = """
        WITH w AS (SELECT work, sum(tokens * epochs) AS weight FROM usage GROUP BY work),
          t AS (SELECT sum(weight) AS total FROM w),
          n AS (SELECT gross - gross * fee / 1000 AS net FROM pool),
          q AS (SELECT work, net * weight / total AS base, net * weight % total AS rest FROM w, t, n),
          d AS (SELECT max(net) - sum(base) AS more FROM q, n),
          works AS (SELECT work, base + (row_number() OVER (ORDER BY rest DESC, work) <= more) AS amount FROM q, d),
          s AS (
            SELECT work, party, role, society, 'PAYABLE' AS state, ppm FROM shares
            UNION ALL
            SELECT work, '', '', '', 'HELD_UNMATCHED', 1000000 - sum(ppm) FROM shares GROUP BY work
            HAVING sum(ppm) < 1000000),
          p AS (
            SELECT s.*, amount, amount * ppm / 1000000 AS base, amount * ppm % 1000000 AS rest
            FROM s JOIN works USING (work)),
          l AS (SELECT work, max(amount) - sum(base) AS more FROM p GROUP BY work),
          cents AS (
            SELECT work, party, role, state,
              base + (row_number() OVER (PARTITION BY work ORDER BY rest DESC, party, role, society) <= more) AS amount
            FROM p JOIN l USING (work))
        SELECT work, party, role, state, amount FROM cents WHERE amount > 0
        """

    @Test("works by largest remainder, parties of each by theirs, what nobody claims held", arguments: 1...12)
    func cents(_ seed: UInt64) throws {
        let desk = try Desk()
        var dice = Dice(seed)
        let works = (0..<30).map { "W-\($0)" }
        let uses = (0..<200).map { _ in
            Desk.use(
                works[dice.below(works.count)], UInt64(dice.below(5_000_000) + 1), epochs: UInt64(dice.below(3) + 1))
        }
        let shares = works.map { dice.shares(of: $0) }.joined()
        let gross = 1_000_000 + dice.below(90_000_000)
        let fee = 1 + dice.below(400)
        let pool = Desk.pool(
            gross: "gross: \(gross)", deductions: "[{name: fee, rate: \(fee)/1000}]")
        let inputs = try desk.inputs(
            pool: pool, uses, shares: "work\tparty\trole\tppm\tsociety\tmark\n" + shares)
        _ = try SettlementFolder(desk.folder + "/out").write(
            inputs.allocate(), pool: desk.folder + "/pool.yaml", usage: desk.folder + "/usage.tsv",
            shares: desk.folder + "/shares.tsv")
        let database = try DatabaseQueue()
        try database.write { database in
            try database.execute(sql: "CREATE TABLE pool (gross, fee)")
            try database.execute(sql: "INSERT INTO pool VALUES (?, ?)", arguments: [gross, fee])
            try Self.load(desk, "inputs/usage.tsv", "usage", "work, tokens, epochs", database) { fields in
                fields[0] == "SU" ? [fields[3], Int64(fields[9]), Int64(fields[10])] : nil
            }
            try Self.load(desk, "inputs/shares.tsv", "shares", "work, party, role, ppm, society", database) { fields in
                Int64(fields[3]).map { [fields[0], fields[1], fields[2], $0, fields[4]] }
            }
            try Self.load(desk, "allocation.tsv", "exported", "work, party, role, state, amount", database) { fields in
                Int64(fields[6]).map { [fields[0], fields[1], fields[2], fields[4], $0] }
            }
        }
        let (missing, other, lines) = try database.read { database in
            (
                try Row.fetchAll(database, sql: Self.sharing + " EXCEPT SELECT * FROM exported"),
                try Row.fetchAll(database, sql: "SELECT * FROM exported EXCEPT SELECT * FROM (\(Self.sharing))"),
                try Int.fetchOne(database, sql: "SELECT count(*) FROM exported") ?? 0
            )
        }
        #expect(missing.isEmpty && other.isEmpty, "\(missing) \(other)")
        #expect(lines > 20)
    }

    /// Puts the lines of a file into a table, as `row` has their fields; nil for lines that are none.
    private static func load(
        _ desk: Desk, _ file: String, _ table: String, _ columns: String, _ database: Database,
        row: ([String]) -> [(any DatabaseValueConvertible)?]?
    ) throws {
        try database.execute(sql: "CREATE TABLE \(table) (\(columns))")
        let marks = columns.split(separator: ",").map { _ in "?" }.joined(separator: ", ")
        let text = String(decoding: try OutputFile.read("\(desk.folder)/out/\(file)"), as: UTF8.self)
        for line in text.split(separator: "\n") where !line.hasPrefix("#") {
            let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            guard let values = row(fields) else { continue }
            try database.execute(
                sql: "INSERT INTO \(table) VALUES (\(marks))", arguments: StatementArguments(values))
        }
    }

    /// Numbers that are the same on every run.
    private struct Dice {
        private var state: UInt64

        init(_ seed: UInt64) { state = seed }

        mutating func below(_ count: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((state >> 33) % UInt64(count))
        }

        /// One to three parties, of which the last may leave a part to others.
        mutating func shares(of work: String) -> String {
            let count = below(3) + 1
            let isPartial = below(4) == 0
            var left = 1_000_000
            return (0..<count).map { number in
                let isLast = number == count - 1
                let ppm = isLast && !isPartial ? left : below(left - count) + 1
                left -= ppm
                return "\(work)\tp-\(below(9))-\(number)\tA\t\(ppm)\tSociety\t\(isPartial ? "partial" : "")\n"
            }.joined()
        }
    }
}
