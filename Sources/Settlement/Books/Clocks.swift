public import Canonical

/// When unclaimed money must be looked for, told of, and what becomes of it.
///
/// Source: Directive 2014/26/EU, Art. 13(1) to (4): nine months, then three, then a year; three years in all; read
/// 2026-11-29. Other laws differ: the dates are a minimum that a society may lengthen.
public struct Clocks: Hashable, Sendable {
    /// The end of the financial year in which the money was collected.
    public let yearEnd: Timestamp
    public let distributeBy: Timestamp
    public let tellMembersBy: Timestamp
    public let publishBy: Timestamp
    public let nonDistributableFrom: Timestamp

    public init(yearEnd: Timestamp) {
        self.yearEnd = yearEnd
        distributeBy = Self.adding(9, to: yearEnd)
        tellMembersBy = Self.adding(12, to: yearEnd)
        publishBy = Self.adding(24, to: yearEnd)
        nonDistributableFrom = Self.adding(36, to: yearEnd)
    }

    /// The same day some months on, or the last of a shorter month.
    private static func adding(_ months: Int, to day: Timestamp) -> Timestamp {
        let text = Array(day.description.utf8)
        func number(_ range: Range<Int>) -> Int { text[range].reduce(0) { $0 * 10 + Int($1 - 0x30) } }
        let (year, month, date) = (number(0..<4), number(5..<7) - 1 + months, number(8..<10))
        func pad(_ value: Int, _ width: Int) -> String {
            let digits = String(value)
            return String(repeating: "0", count: max(0, width - digits.count)) + digits
        }
        for candidate in stride(from: date, to: 0, by: -1) {
            let text = "\(pad(year + month / 12, 4))-\(pad(month % 12 + 1, 2))-\(pad(candidate, 2))"
            if let found = Timestamp(day: text) { return found }
        }
        return day
    }
}
