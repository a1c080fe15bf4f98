public import Canonical

/// Reads the dates of `unavailable_after`, which come in the forms of RFC 822, RFC 850 and ISO 8601.
public enum RobotsDate {
    /// The time named; midnight UTC if only a day is; nil if it cannot be told.
    public static func read(_ text: String) -> Timestamp? {
        let trimmed = ByteText.trimmed(text)
        if let year = Int(trimmed.prefix(4)), year >= 1000 { return iso(trimmed) }
        let words = trimmed.split { " ,-".contains($0) }.map { ByteText.lowercased($0) }
        let month = words.firstIndex { months.contains(String($0.prefix(3))) && Int($0) == nil }
        guard let month, month > 0, month + 1 < words.count, let day = Int(words[month - 1]),
            var year = Int(words[month + 1]), let number = months.firstIndex(of: String(words[month].prefix(3)))
        else { return nil }
        if year < 100 { year += year < 70 ? 2000 : 1900 }
        let clock = words.first { $0.contains(":") } ?? "00:00:00"
        return stamp(year, number + 1, day, clock)
    }

    private static let months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]

    private static func iso(_ text: String) -> Timestamp? {
        let spaced = text.replacing(" ", with: "T", maxReplacements: 1)
        if text.utf8.count == 10 { return Timestamp(rfc3339: text + "T00:00:00Z") }
        return Timestamp(rfc3339: spaced) ?? Timestamp(rfc3339: spaced + "Z")
    }

    private static func stamp(_ year: Int, _ month: Int, _ day: Int, _ clock: String) -> Timestamp? {
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        let time = clock.utf8.count == 5 ? clock + ":00" : clock
        return Timestamp(rfc3339: "\(year)-\(two(month))-\(two(day))T\(time)Z")
    }
}
