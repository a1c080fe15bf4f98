internal import Canonical

/// Reads a usage report in pieces, checks every line, its sums and its foot, and hands on the good lines.
///
/// Memory does not grow with the report, but for its faults, of which the first thousand are kept.
public struct UsageReader {
    private static let mostFaults = 1000

    private let file: String
    private var hasher = Digest.Hasher()
    private var rest: [UInt8] = []
    private var number = 0
    private var expected: UInt64 = 1
    private var head: UsageReport.Head?
    private var sums: [String: UsageReport.Sums] = [:]
    private var told: [String: (sums: UsageReport.Sums, line: Int)] = [:]
    private var digest: Digest?
    private var lastTariff: (text: String, bytes: [UInt8])?
    public private(set) var faults: [UsageReport.Fault] = []
    /// Faults beyond those that are kept.
    public private(set) var moreFaults = 0

    public init(file: String) { self.file = file }

    /// Takes the next piece of the file.
    mutating func feed(
        _ piece: [UInt8], _ take: (UsageRow) throws(SettlementError) -> String?
    ) throws(SettlementError) {
        rest += piece
        let lines = rest
        var start = 0
        var thrown: SettlementError?
        lines.withUnsafeBufferPointer { bytes in
            var hashed = 0
            do throws(SettlementError) {
                while let end = bytes[start...].firstIndex(of: 0x0A) {
                    let line = UnsafeBufferPointer(rebasing: bytes[start..<end])
                    if line.starts(with: Self.foot) {
                        hasher.update(UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(bytes)[hashed..<start]))
                        hashed = end + 1
                    }
                    try read(line, take)
                    start = end + 1
                }
            } catch { thrown = error }
            if digest == nil, start > hashed {
                hasher.update(UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(bytes)[hashed..<start]))
            }
        }
        if let thrown { throw thrown }
        rest.removeFirst(start)
    }

    /// What the report is; nil if its head or foot is missing or wrong. `faults` then says why.
    public mutating func finish() -> UsageReport? {
        if !rest.isEmpty { number += 1; fault("the last line does not end: the file is cut short") }
        if number == 0 { fault("the file is empty; a usage report begins with HEAD") }
        if digest == nil, number > 0 { fault("FOOT is missing: the file is cut short") }
        guard let head, let digest else { return nil }
        return UsageReport(head: head, sums: sums, digest: digest)
    }

    private static let foot = Array("FOOT\t".utf8)

    private mutating func fault(_ reason: String) {
        guard faults.count < Self.mostFaults else { return moreFaults += 1 }
        faults.append(.init(file: file, line: number, reason: reason))
    }

    private mutating func read(
        _ line: UnsafeBufferPointer<UInt8>, _ take: (UsageRow) throws(SettlementError) -> String?
    ) throws(SettlementError) {
        number += 1
        if digest != nil { return fault("nothing may stand behind FOOT") }
        if line.first == UInt8(ascii: "#") { return }
        let ends = line.indices.filter { line[$0] == 0x09 } + [line.count]
        let row = UsageRow(bytes: line, ends: ends)
        let kind = row.text(.kind)
        if kind != "HEAD", head == nil {
            // Of a file of another kind every line would be wrong: one fault says it.
            if faults.isEmpty { fault("a usage report begins with HEAD and \(UsageReport.form)") }
            return
        }
        switch kind {
        case "SU": try readUse(row, take)
        case "HEAD": readHead(fields(row))
        case "SY": readSum(fields(row))
        case "FOOT": readFoot(fields(row))
        default: fault("\(kind.prefix(20)) is none of HEAD, SU, SY, FOOT")
        }
    }

    private func fields(_ row: UsageRow) -> [String] {
        row.bytes.split(separator: 0x09, omittingEmptySubsequences: false).map { String(decoding: $0, as: UTF8.self) }
    }

    private mutating func readUse(
        _ row: UsageRow, _ take: (UsageRow) throws(SettlementError) -> String?
    ) throws(SettlementError) {
        guard row.ends.count == UsageRow.Column.allCases.count else {
            return fault("\(row.ends.count) fields; a use has \(UsageRow.Column.allCases.count)")
        }
        guard row.number(.number) == expected else {
            fault("the number of the line should be \(expected): a line is missing, doubled or out of place")
            if let given = row.number(.number), given < .max { expected = given + 1 }
            return
        }
        expected += 1
        if let reason = fault(in: row) ?? count(row) { return fault(reason) }
        if let reason = try take(row) { fault(reason) }
    }

    private func fault(in row: UsageRow) -> String? {
        guard let documents = row.number(.documents), let tokens = row.number(.tokens), let epochs = row.number(.epochs)
        else { return "documents, tokens and epochs are whole numbers, not negative, below 2^64" }
        guard documents > 0 || tokens > 0, epochs > 0 else { return "a use of nothing; leave the line out" }
        guard let match = MatchState(rawValue: row.text(.match)) else {
            return
                "\(row.text(.match).prefix(40)) is none of \(MatchState.allCases.map(\.rawValue).joined(separator: ", "))"
        }
        if row.field(.work).isEmpty != (match == .unmatched) {
            return match == .unmatched
                ? "a line without a match names a work" : "a line of state \(match.rawValue) names no work"
        }
        if row.field(.tariff).isEmpty { return "the line names no tariff" }
        return nil
    }

    private mutating func count(_ row: UsageRow) -> String? {
        let tariff = tariff(row)
        var line = UsageLine(
            tariff: "", work: "", match: .matched, document: "", domain: "", workClass: "", documents: 0, tokens: 0,
            epochs: 0, basis: "", territory: "", licensee: "")
        (line.documents, line.tokens, line.epochs) = (
            row.number(.documents) ?? 0, row.number(.tokens) ?? 0, row.number(.epochs) ?? 0
        )
        return sums[tariff, default: .init()].add(line) ? nil : "the sums of tariff \(tariff) are beyond 64 bits"
    }

    /// Most lines name the tariff of the line before.
    private mutating func tariff(_ row: UsageRow) -> String {
        let field = row.field(.tariff)
        if let lastTariff, field.elementsEqual(lastTariff.bytes) { return lastTariff.text }
        let text = row.text(.tariff)
        lastTariff = (text, Array(field))
        return text
    }

    private mutating func readHead(_ fields: [String]) {
        guard head == nil else { return fault("a second HEAD") }
        guard fields.count == 9, fields[1] == UsageReport.form else {
            return fault("HEAD has 9 fields, the second of them \(UsageReport.form)")
        }
        guard let from = Timestamp(rfc3339: fields[5]), let to = Timestamp(rfc3339: fields[6]), from < to else {
            return fault("the period is no two times of RFC 3339, the first before the second")
        }
        do { _ = try Currency(fields[7]) } catch { return fault(error.reason) }
        head = .init(
            report: fields[2], sender: fields[3], recipient: fields[4], from: from, to: to, currency: fields[7],
            counting: fields[8])
    }

    private mutating func readSum(_ fields: [String]) {
        guard fields.count == 5, let lines = UInt64(fields[2]), let documents = UInt64(fields[3]),
            let tokens = UInt64(fields[4])
        else { return fault("SY has a tariff, lines, documents and tokens") }
        guard told[fields[1]] == nil else { return fault("the sums of tariff \(fields[1]) stand twice") }
        var sum = UsageReport.Sums()
        (sum.lines, sum.documents, sum.tokens) = (lines, documents, tokens)
        told[fields[1]] = (sum, number)
    }

    private mutating func readFoot(_ fields: [String]) {
        let own = hasher.finish()
        digest = own
        for (tariff, sum) in sums.sorted(by: { ByteOrder.precedes($0.key, $1.key) }) where told[tariff]?.sums != sum {
            fault(
                "the lines of tariff \(tariff) come to \(sum.lines) lines, \(sum.documents) documents, \(sum.tokens) tokens; its SY says otherwise"
            )
        }
        for tariff in told.keys.sorted() where sums[tariff] == nil { fault("SY of tariff \(tariff) has no lines") }
        let total = sums.values.reduce(into: [UInt128](repeating: 0, count: 3)) { total, sum in
            total[0] += UInt128(sum.lines)
            total[1] += UInt128(sum.documents)
            total[2] += UInt128(sum.tokens)
        }
        guard fields.count == 5, total.map({ String($0) }) == Array(fields[1...3]) else {
            return fault(
                "FOOT should say \(total.map { String($0) }.joined(separator: ", ")): lines were lost or changed")
        }
        if fields[4] != own.hex { fault("the digest of FOOT is not that of the file: something was changed") }
    }
}
