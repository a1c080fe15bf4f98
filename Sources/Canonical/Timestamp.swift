/// A moment in UTC, in whole seconds, as RFC 3339 writes it.
///
/// Years 0001 to 9999. Fractions of a second are dropped on reading, never rounded, so that a time never
/// moves into the future. A leap second, which RFC 3339 allows at the end of a month in UTC and nowhere else, is
/// read as the second before it. Source: RFC 3339, sections 5.6 and 5.7, date read 2026-11-23.
public struct Timestamp: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// 0001-01-01T00:00:00Z to 9999-12-31T23:59:59Z, in seconds.
    private static let range: ClosedRange<Int64> = -62_135_596_800...253_402_300_799

    /// Seconds since 1970-01-01T00:00:00Z, without leap seconds.
    public let seconds: Int64

    public init(seconds: Int64) { self.seconds = seconds }

    /// Reads `2026-11-23T12:00:00Z`, with any offset and any fraction; nil if it is not RFC 3339, or if its offset
    /// leads out of the years 0001 to 9999.
    public init?(rfc3339 text: some StringProtocol) {
        var text = String(text)
        guard let moment = text.withUTF8({ Self.moment($0) }) else { return nil }
        seconds = moment
    }

    /// The same of bytes.
    public init?(rfc3339 bytes: UnsafeBufferPointer<UInt8>) {
        guard let moment = Self.moment(bytes) else { return nil }
        seconds = moment
    }

    private static func moment(_ bytes: UnsafeBufferPointer<UInt8>) -> Int64? {
        guard bytes.count >= 20, let date = Self.date(bytes), let time = Self.time(bytes) else { return nil }
        guard bytes[10] == UInt8(ascii: "T") || bytes[10] == UInt8(ascii: "t") || bytes[10] == UInt8(ascii: " ") else {
            return nil
        }
        var rest = bytes[19...]
        if rest.first == UInt8(ascii: ".") {
            rest = rest.dropFirst()
            let digits = rest.prefix { (0x30...0x39).contains($0) }
            guard !digits.isEmpty else { return nil }
            rest = rest.dropFirst(digits.count)
        }
        guard let offset = Self.offset(UnsafeBufferPointer(rebasing: rest)) else { return nil }
        let moment = date * 86_400 + time.seconds - offset
        guard range.contains(moment), !time.isLeap || mayLeap(after: moment) else { return nil }
        return moment
    }

    /// The first second of a day, UTC, written as `2026-11-23`; nil if it is no day of the years 0001 to 9999.
    public init?(day text: some StringProtocol) {
        guard text.utf8.count == 10 else { return nil }
        self.init(rfc3339: text + "T00:00:00Z")
    }

    /// Reads the 14 digits of a CDX or Wayback timestamp, `20200201000000`.
    public init?(digits text: some StringProtocol) {
        let digits = Array(text)
        guard digits.count == 14 else { return nil }
        let parts = [0..<4, 4..<6, 6..<8, 8..<10, 10..<12, 12..<14].map { String(digits[$0]) }
        self.init(rfc3339: "\(parts[0])-\(parts[1])-\(parts[2])T\(parts[3]):\(parts[4]):\(parts[5])Z")
    }

    public var description: String {
        let inDay = seconds - days * 86_400
        let (year, month, day) = Self.civil(days)
        if 0...9999 ~= year { return Self.written(year, month, day, inDay) }
        let date = "\(Self.pad(year, 4))-\(Self.pad(month, 2))-\(Self.pad(day, 2))"
        let time = "\(Self.pad(inDay / 3600, 2)):\(Self.pad(inDay / 60 % 60, 2)):\(Self.pad(inDay % 60, 2))"
        return "\(date)T\(time)Z"
    }

    /// The calendar year, UTC.
    public var year: Int { Int(Self.civil(days).0) }

    /// Whole days since 1970-01-01, rounded down.
    private var days: Int64 { seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400 }

    public static func < (left: Timestamp, right: Timestamp) -> Bool { left.seconds < right.seconds }

    /// This moment moved by whole seconds, but not out of the years 0001 to 9999.
    public func adding(seconds more: Int64) -> Timestamp {
        let (sum, overflow) = seconds.addingReportingOverflow(more)
        let moved = overflow ? (more > 0 ? Int64.max : .min) : sum
        return Timestamp(seconds: min(max(moved, Self.range.lowerBound), Self.range.upperBound))
    }
}

extension Timestamp {
    private static func number(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int64? {
        var value: Int64 = 0
        for byte in bytes[range] {
            guard (0x30...0x39).contains(byte) else { return nil }
            value = value * 10 + Int64(byte - 0x30)
        }
        return value
    }

    private static func date(_ b: UnsafeBufferPointer<UInt8>) -> Int64? {
        guard b[4] == UInt8(ascii: "-"), b[7] == UInt8(ascii: "-"), let year = number(b, 0..<4), year > 0,
            let month = number(b, 5..<7), (1...12).contains(month), let day = number(b, 8..<10),
            (1...length(ofMonth: month, year)).contains(day)
        else { return nil }
        return days(year, month, day)
    }

    /// The second within the day; of a leap second, the one before it.
    private static func time(_ b: UnsafeBufferPointer<UInt8>) -> (seconds: Int64, isLeap: Bool)? {
        guard b[13] == UInt8(ascii: ":"), b[16] == UInt8(ascii: ":"), let hour = number(b, 11..<13), hour < 24,
            let minute = number(b, 14..<16), minute < 60, let second = number(b, 17..<19), second <= 60
        else { return nil }
        return (hour * 3600 + minute * 60 + min(second, 59), second == 60)
    }

    /// Whether a moment is the last regular second of a month.
    private static func mayLeap(after moment: Int64) -> Bool {
        (moment + 1).isMultiple(of: 86_400) && civil((moment + 1) / 86_400).2 == 1
    }

    private static func offset(_ b: UnsafeBufferPointer<UInt8>) -> Int64? {
        if b.count == 1, b[0] | 0x20 == UInt8(ascii: "z") { return 0 }
        guard b.count == 6, b[3] == UInt8(ascii: ":"), let hours = number(b, 1..<3), hours < 24,
            let minutes = number(b, 4..<6), minutes < 60
        else { return nil }
        switch b[0] {
        case UInt8(ascii: "+"): return hours * 3600 + minutes * 60
        case UInt8(ascii: "-"): return -(hours * 3600 + minutes * 60)
        default: return nil
        }
    }

    private static func length(ofMonth month: Int64, _ year: Int64) -> Int64 {
        switch month {
        case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// Days since 1970-01-01 of a date in the proleptic Gregorian calendar.
    private static func days(_ year: Int64, _ month: Int64, _ day: Int64) -> Int64 {
        let shifted = month <= 2 ? year - 1 : year
        let era = shifted / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * 146_097 + dayOfEra - 719_468
    }

    private static func civil(_ days: Int64) -> (Int64, Int64, Int64) {
        let shifted = days + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = shiftedMonth + (shiftedMonth < 10 ? 3 : -9)
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
    }

    /// `2026-11-23T12:00:00Z`, of a year of four digits.
    private static func written(_ year: Int64, _ month: Int64, _ day: Int64, _ inDay: Int64) -> String {
        String(unsafeUninitializedCapacity: 20) { out in
            var at = 0
            func put(_ value: Int64, _ mark: UInt8) {
                out[at] = 0x30 + UInt8(truncatingIfNeeded: value / 10)
                out[at + 1] = 0x30 + UInt8(truncatingIfNeeded: value % 10)
                at += 2
                if mark != 0 {
                    out[at] = mark
                    at += 1
                }
            }
            put(year / 100, 0)
            put(year % 100, UInt8(ascii: "-"))
            put(month, UInt8(ascii: "-"))
            put(day, UInt8(ascii: "T"))
            put(inDay / 3600, UInt8(ascii: ":"))
            put(inDay / 60 % 60, UInt8(ascii: ":"))
            put(inDay % 60, UInt8(ascii: "Z"))
            return at
        }
    }

    private static func pad(_ value: Int64, _ width: Int) -> String {
        let digits = String(value)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}
