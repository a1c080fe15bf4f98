internal import Canonical

/// The numbers that the life of objections is computed by. They stand in the log, so that whoever has the log computes alike.
///
/// Source: licensing bases 2(b), "Parameters (defaults)", and 0.0.8, read 2026-11-29.
public struct RegistryRules: Hashable, Sendable {
    /// Days to answer a deficiency, after which the objection lapses.
    public var cureDays = 14
    /// Days in which proof is handed in, or the objection is deficient.
    public var decisionDays = 7
    /// Days before a withdrawal or a counter-notice takes effect.
    public var delayDays = 14
    /// Business days the objector has to answer a counter-notice.
    public var counterBusinessDays = 10
    /// Hours a nonce is good for.
    public var nonceHours = 72
    /// Filings a contact may make in a day without proof.
    public var dailyLimit = 20
    /// Unproven objections under one registrable domain; more need control of it.
    public var overlapLimit = 5
    /// Days for which a scope needs a mailbox at least once an objection to it has lapsed, and for which a contact is
    /// closed after three abusive filings.
    public var cautionDays = 90
    /// Documents, and registrable domains, that an objection to a text may reach before somebody shall look at it.
    public var reachDocuments = 100
    public var reachDomains = 10
    /// Days that are no business days besides Saturdays and Sundays: `2026-12-25`.
    public var holidays: [String] = []

    public init() {}

    private static let numbers: [(key: String, path: any WritableKeyPath<RegistryRules, Int> & Sendable)] = [
        ("caution_days", \.cautionDays), ("counter_business_days", \.counterBusinessDays), ("cure_days", \.cureDays),
        ("daily_limit", \.dailyLimit), ("decision_days", \.decisionDays), ("delay_days", \.delayDays),
        ("nonce_hours", \.nonceHours), ("overlap_limit", \.overlapLimit),
    ]

    /// Numbers that older logs do not have. They are written where they are not what is meant without them, so that a log
    /// is written as it was.
    private static let later: [(key: String, path: any WritableKeyPath<RegistryRules, Int> & Sendable)] = [
        ("reach_documents", \.reachDocuments), ("reach_domains", \.reachDomains),
    ]

    var members: [JSONValue.Member] {
        let later = Self.later.filter { self[keyPath: $0.path] != RegistryRules()[keyPath: $0.path] }
        return (Self.numbers + later).map { .init($0.key, .integer(Int64(self[keyPath: $0.path]))) }
            + [.init("holidays", .array(holidays.map { .string($0) }))]
    }

    /// - Returns: Nil unless every key is there with a value that makes sense.
    init?(_ value: JSONValue) {
        for (key, path) in Self.numbers {
            guard let number = value[key]?.integer, (1...3650).contains(number) else { return nil }
            self[keyPath: path] = Int(number)
        }
        for (key, path) in Self.later {
            guard let given = value[key] else { continue }
            guard let number = given.integer, (1...1_000_000).contains(number) else { return nil }
            self[keyPath: path] = Int(number)
        }
        guard let days = value["holidays"]?.array else { return nil }
        for day in days {
            guard let text = day.string, Timestamp(day: text) != nil else { return nil }
            holidays.append(text)
        }
    }

    /// The end of the last of some whole business days after a time, UTC.
    func after(businessDays count: Int, from start: Timestamp) -> Timestamp {
        var day = start.dayStart
        var left = count
        // Nobody's holidays fill ten years; the bound keeps a mad list from going on for ever.
        for _ in 0..<3660 where left > 0 {
            day = day.adding(seconds: 86_400)
            if isBusinessDay(day) { left -= 1 }
        }
        return day.adding(seconds: 86_400)
    }

    private func isBusinessDay(_ day: Timestamp) -> Bool {
        // 1970-01-01 was a Thursday.
        let weekday = (day.seconds / 86_400 % 7 + 11) % 7
        return weekday != 0 && weekday != 6 && !holidays.contains(String(day.description.prefix(10)))
    }
}

extension Timestamp {
    /// The beginning of its day, UTC.
    var dayStart: Timestamp { Timestamp(seconds: seconds - (seconds % 86_400 + 86_400) % 86_400) }

    func adding(days: Int) -> Timestamp { adding(seconds: Int64(days) * 86_400) }
}
