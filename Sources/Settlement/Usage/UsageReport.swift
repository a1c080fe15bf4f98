public import Canonical

/// What a licensee used in a period, told to a society: a head, the uses, a line for each document of each, sums per tariff,
/// and a foot.
///
/// Shape: `docs/formats/settlement.md`; the records are those of a sales report, as in DDEX DSR flat files, read
/// 2026-11-29. Lines end in a line feed, fields in tabs.
public struct UsageReport: Sendable {
    public static let form = "muniment-usage/2"
    /// It told nothing of uses: lines of two could not be told apart.
    static let firstForm = "muniment-usage/1"
    /// How the rule of counting begins where documents were prepared and no use of them is shown: nothing is shared out
    /// by such a report.
    public static let preparedMark = "prepared, "

    public struct Head: Hashable, Sendable {
        public var report: String
        public var sender: String
        public var recipient: String
        public var from: Timestamp
        /// Exclusive.
        public var to: Timestamp
        public var currency: String
        /// The rule that tokens were counted by.
        public var counting: String

        public init(
            report: String, sender: String, recipient: String, from: Timestamp, to: Timestamp, currency: String,
            counting: String
        ) {
            self.report = report
            self.sender = sender
            self.recipient = recipient
            self.from = from
            self.to = to
            self.currency = currency
            self.counting = counting
        }
    }

    /// A line that is wrong, and why. The others are read all the same; money is shared out by none of them.
    public struct Fault: Hashable, Sendable, CustomStringConvertible {
        public let file: String
        public let line: Int
        public let reason: String

        public var description: String { "\(file):\(line): \(reason)" }
    }

    public struct Sums: Hashable, Sendable {
        public var lines: UInt64 = 0
        public var documents: UInt128 = 0
        /// Times epochs.
        public var tokens: UInt128 = 0

        public init() {}

        /// False beyond 128 bits, when nothing is added.
        mutating func add(documents more: UInt64, tokens used: UInt64, epochs: UInt64) -> Bool {
            // Of two numbers of 64 bits: a product of 128 holds it.
            let (tokens, isOver) = tokens.addingReportingOverflow(UInt128(used) * UInt128(epochs))
            let (documents, isOver2) = documents.addingReportingOverflow(UInt128(more))
            guard !isOver, !isOver2 else { return false }
            (self.tokens, self.documents, lines) = (tokens, documents, lines + 1)
            return true
        }

        /// - Throws: ``SettlementError`` with code `overflow` beyond 128 bits.
        mutating func add(_ other: Sums) throws(SettlementError) {
            let (tokens, isOver) = tokens.addingReportingOverflow(other.tokens)
            let (documents, isOver2) = documents.addingReportingOverflow(other.documents)
            guard !isOver, !isOver2 else {
                throw SettlementError(.overflow, "the sums of a usage report are beyond 128 bits")
            }
            (self.tokens, self.documents, lines) = (tokens, documents, lines + other.lines)
        }
    }

    public let head: Head
    public internal(set) var uses: [RecordedUse] = []
    /// By tariff.
    public let sums: [String: Sums]
    public let digest: Digest
}
