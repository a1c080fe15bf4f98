internal import Canonical

/// One line of a usage report where it lies, so that ten million of them cost no copies.
struct UsageRow {
    enum Column: Int, CaseIterable {
        case kind, number, tariff, work, match, document, domain, workClass, documents, tokens, epochs, basis, territory
        case licensee
        /// Of the second form alone.
        case use

        var name: String {
            switch self {
            case .kind: "the kind of line"
            case .number: "seq"
            case .workClass: "class"
            default: "\(self)"
            }
        }
    }

    let bytes: UnsafeBufferPointer<UInt8>
    /// Where each field ends; one begins after the tab that ends the one before.
    let ends: [Int]
    /// Whether there are control characters, or letters beyond ASCII.
    var hasOddOctets = false
    /// Of the use; 0 where the line names none.
    var useNumber = 0
    /// When the use was: in all of the report's period where the line names none.
    var from = Timestamp(seconds: 0)
    var to = Timestamp(seconds: 0)

    func text(_ column: Column) -> String { String(decoding: field(column), as: UTF8.self) }

    func field(_ column: Column) -> Slice<UnsafeBufferPointer<UInt8>> {
        let at = column.rawValue
        return bytes[(at == 0 ? 0 : ends[at - 1] + 1)..<ends[at]]
    }

    /// Nil for none of the states.
    var match: MatchState? {
        let word = field(.match)
        return MatchState.allCases.first { word.elementsEqual($0.octets) }
    }

    /// A number of digits alone; nil for anything else.
    func number(_ column: Column) -> UInt64? { Self.number(field(column)) }

    static func number(_ digits: Slice<UnsafeBufferPointer<UInt8>>) -> UInt64? {
        guard (1...20).contains(digits.count) else { return nil }
        var value: UInt64 = 0
        for byte in digits {
            guard byte &- 0x30 < 10 else { return nil }
            let (tens, isOver) = value.multipliedReportingOverflow(by: 10)
            let (sum, isOver2) = tens.addingReportingOverflow(UInt64(byte &- 0x30))
            if isOver || isOver2 { return nil }
            value = sum
        }
        return value
    }
}
