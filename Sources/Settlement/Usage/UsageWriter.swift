public import Canonical

/// Writes a usage report, line by line, and its foot with counts, sums and the digest of all before it.
public struct UsageWriter {
    private var hasher = Digest.Hasher()
    private var sums: [String: UsageReport.Sums] = [:]
    private var number = 0
    private var uses = 0
    private let take: ([UInt8]) throws(SettlementError) -> Void

    /// - Parameter take: Gets the octets in order.
    public init(
        _ head: UsageReport.Head, to take: @escaping ([UInt8]) throws(SettlementError) -> Void
    ) throws(SettlementError) {
        self.take = take
        try write([
            "HEAD", UsageReport.form, head.report, head.sender, head.recipient, head.from.description,
            head.to.description, head.currency, head.counting,
        ])
        try write(["#"] + UsageLine.columns)
    }

    /// Tells of a use, before the lines that are of it.
    ///
    /// - Returns: Its number, by which they name it.
    public mutating func add(_ use: RecordedUse) throws(SettlementError) -> Int {
        uses += 1
        try write(use.fields(uses))
        return uses
    }

    public mutating func add(_ line: UsageLine) throws(SettlementError) {
        number += 1
        let isCounted = sums[line.tariff, default: .init()].add(
            documents: line.documents, tokens: line.tokens, epochs: line.epochs)
        guard isCounted else {
            throw SettlementError(
                .overflow, "usage line \(number): the tokens of tariff \(line.tariff) are beyond 128 bits")
        }
        try write(line.fields(number))
    }

    /// - Returns: The digest that stands in the foot.
    public mutating func finish() throws(SettlementError) -> Digest {
        var total = UsageReport.Sums()
        for (tariff, sum) in sums.sorted(by: { ByteOrder.precedes($0.key, $1.key) }) {
            try write(["SY", tariff, String(sum.lines), String(sum.documents), String(sum.tokens)])
            try total.add(sum)
        }
        let digest = hasher.finish()
        let foot = ["FOOT", String(total.lines), String(total.documents), String(total.tokens), digest.hex]
        try take(Array((foot.joined(separator: "\t") + "\n").utf8))
        return digest
    }

    /// A line that says something of a use and counts for nothing.
    public mutating func note(_ fields: [String]) throws(SettlementError) { try write(["#"] + fields) }

    /// - Throws: ``SettlementError`` with code `badInput` for what no reader of the report takes.
    private mutating func write(_ fields: [String]) throws(SettlementError) {
        // A tab or line end inside a field would be another field.
        let clean = fields.map { field in
            field.unicodeScalars.contains { $0.value < 0x20 }
                ? String(field.map { $0.isNewline || $0 == "\t" ? " " : $0 }) : field
        }
        for field in clean {
            guard let mark = HiddenMarks.first(in: field) else { continue }
            throw SettlementError(
                .badInput, "a name in the usage holds \(mark), a character that nobody sees; write it without")
        }
        let line = Array((clean.joined(separator: "\t") + "\n").utf8)
        hasher.update(line)
        try take(line)
    }
}
