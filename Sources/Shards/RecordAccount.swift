internal import Canonical

/// What became of one record of an input: a line of `records/input-NNNNNN.jsonl.zst`. Format: `docs/formats/records.md`,
/// version 1.
public struct RecordAccount: Hashable, Sendable {
    public enum Outcome: Hashable, Sendable {
        /// It is the row of a part, counted from 1.
        case row(PartName, Int)
        /// It is no capture, and why.
        case skipped(String)
    }

    /// In the file, bytes: of the record, or of the gzip member or zstd frame it begins in.
    public let offset: Int
    /// 0 for the first record of its member or frame.
    public let ordinal: Int
    /// Bytes of the file that hold exactly this record; 0 if its member or frame holds others too.
    public let length: Int
    public let outcome: Outcome

    public init(offset: Int, ordinal: Int, length: Int, outcome: Outcome) {
        (self.offset, self.ordinal, self.length, self.outcome) = (offset, ordinal, length, outcome)
    }

    /// `records/input-000012.jsonl.zst`.
    public static func path(_ number: Int) -> String {
        let digits = String(number)
        return "\(folder)/input-" + String(repeating: "0", count: max(0, 6 - digits.count)) + digits + ".jsonl.zst"
    }

    public static let folder = "records"

    public var line: [UInt8] {
        let place = [offset, ordinal, length].map { JSONValue.integer(Int64($0)) }
        let rest: [JSONValue] =
            switch outcome {
            case .row(let part, let row): [.string(part.description), .integer(Int64(row))]
            case .skipped(let reason): [.string(reason)]
            }
        return JSONValue.array(place + rest).canonicalBytes
    }

    /// Reads ``line``.
    ///
    /// - Throws: ``RowError`` for a line that is not one, byte for byte.
    public init(line: [UInt8]) throws(RowError) {
        let items = try RowReader(line: line, format: "records 1").items ?? []
        let numbers = items.prefix(3).compactMap(\.number)
        guard numbers.count == 3, (4...5).contains(items.count), let word = items[3].text else {
            throw RowError(format: "records 1", key: "", problem: "is no account of a record")
        }
        var outcome = Outcome.skipped(word)
        if items.count == 5 {
            guard let part = PartName(word), let row = items[4].number else {
                throw RowError(format: "records 1", key: "", problem: "names no row of a part")
            }
            outcome = .row(part, row)
        }
        self.init(offset: numbers[0], ordinal: numbers[1], length: numbers[2], outcome: outcome)
        guard self.line == line else { throw RowError(format: "records 1", key: "", problem: "is not canonical") }
    }
}
