public import Canonical

/// Reads the dates of `unavailable_after`: RFC 822, RFC 850, asctime, ISO 8601, and what people write instead.
///
/// Where a form leaves a choice (a zone nobody knows, day and month in either order) the earlier time is taken, since
/// from that time on the page is withdrawn.
public enum RobotsDate {
    /// The time named; midnight UTC if only a day is; nil if it cannot be told.
    public static func read(_ text: String) -> Timestamp? {
        let trimmed = ByteText.trimmed(text)
        guard trimmed.utf8.count <= 64 else { return nil }
        if let first = trimmed.utf8.first, ByteText.isDigit(first), let stamp = numeric(trimmed) { return stamp }
        return worded(trimmed)
    }

    private static let months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]

    private static let zones: [String: Int] = [
        "gmt": 0, "ut": 0, "utc": 0, "z": 0, "wet": 0, "bst": 60, "cet": 60, "cest": 120, "eet": 120, "eest": 180,
        "msk": 180, "jst": 540, "kst": 540, "est": -300, "edt": -240, "cst": -360, "cdt": -300, "mst": -420,
        "mdt": -360, "pst": -480, "pdt": -420,
    ]
    /// Minutes by which the easternmost zone is ahead of UTC.
    private static let easternmost = 14 * 60

    /// Day, month by name and year, in whatever order, with a clock and a zone or without.
    private static func worded(_ text: String) -> Timestamp? {
        let words = text.split { " ,\t".contains($0) }.flatMap(parts).map { ByteText.lowercased($0) }
        guard let at = words.firstIndex(where: { $0.utf8.count >= 3 && months.contains(String($0.prefix(3))) }),
            let month = months.firstIndex(of: String(words[at].prefix(3)))
        else { return nil }
        let clock = words.first { $0.contains(":") }
        let numbers = words.filter { $0.utf8.allSatisfy(ByteText.isDigit) }
        guard numbers.count >= 2 else { return nil }
        let yearPlace = numbers.firstIndex { $0.utf8.count == 4 } ?? 1
        guard yearPlace < 2, let day = Int(numbers[1 - yearPlace]), let year = year(numbers[yearPlace]) else {
            return nil
        }
        return stamp(year, month + 1, day, clock ?? "00:00:00", offset(words, after: clock))
    }

    /// `03-Dec-25` is three words; an offset `-0500` is one.
    private static func parts(_ word: Substring) -> [Substring] {
        word.contains(where: \.isLetter) && !word.contains(":") ? word.split(separator: "-") : [word]
    }

    private static func year(_ text: String) -> Int? {
        guard let number = Int(text) else { return nil }
        return text.utf8.count > 2 ? number : number + (number < 70 ? 2000 : 1900)
    }

    /// Minutes ahead of UTC.
    private static func offset(_ words: [String], after clock: String?) -> Int {
        guard let clock, let place = words.firstIndex(of: clock) else { return 0 }
        for word in words[(place + 1)...] {
            if let minutes = signed(word) ?? zones[word] { return minutes }
            if word.utf8.allSatisfy(ByteText.isLetter), word != "am", word != "pm" { return easternmost }
        }
        return 0
    }

    /// `+0100`, `+01:00`, `-05`.
    private static func signed(_ text: String) -> Int? {
        guard let sign = text.first, sign == "+" || sign == "-" else { return nil }
        let digits = text.dropFirst().filter { $0 != ":" }
        guard [2, 4].contains(digits.count), digits.utf8.allSatisfy(ByteText.isDigit), let hours = Int(digits.prefix(2))
        else { return nil }
        let minutes = hours * 60 + (Int(digits.dropFirst(2)) ?? 0)
        return sign == "-" ? -minutes : minutes
    }

    /// A date in numbers alone: year first, or last with day and month in either order.
    private static func numeric(_ text: String) -> Timestamp? {
        let split = text.firstIndex { $0 == "T" || $0 == "t" || $0 == " " }
        let date = text[..<(split ?? text.endIndex)]
        let rest = split.map { ByteText.trimmed(text[text.index(after: $0)...]) } ?? ""
        guard let (clock, minutes) = clock(rest) else { return nil }
        if date.utf8.count == 8, date.utf8.allSatisfy(ByteText.isDigit) {
            let month = date.dropFirst(4).prefix(2)
            return stamp(Int(date.prefix(4)) ?? 0, Int(month) ?? 0, Int(date.suffix(2)) ?? 0, clock, minutes)
        }
        let numbers = date.split { "-/.".contains($0) }.map { Int($0) ?? 0 }
        guard numbers.count == 3 else { return nil }
        if numbers[0] >= 1000 { return stamp(numbers[0], numbers[1], numbers[2], clock, minutes) }
        guard numbers[2] >= 1000 else { return nil }
        let both = [
            stamp(numbers[2], numbers[0], numbers[1], clock, minutes),
            stamp(numbers[2], numbers[1], numbers[0], clock, minutes),
        ]
        return both.compactMap { $0 }.min()
    }

    /// The clock and the minutes ahead of UTC of what follows a date; nil if it is neither.
    private static func clock(_ text: String) -> (String, Int)? {
        if text.isEmpty { return ("00:00:00", 0) }
        let end = text.firstIndex { !$0.isNumber && $0 != ":" && $0 != "." } ?? text.endIndex
        var time = String(text[..<end].prefix { $0 != "." })
        guard !time.isEmpty else { return nil }
        if !time.contains(":"), time.utf8.count == 6 {
            time = "\(time.prefix(2)):\(time.dropFirst(2).prefix(2)):\(time.suffix(2))"
        }
        let zone = ByteText.lowercased(ByteText.trimmed(text[end...]))
        if zone.isEmpty { return (time, 0) }
        return (time, signed(zone) ?? zones[zone] ?? easternmost)
    }

    private static func stamp(_ year: Int, _ month: Int, _ day: Int, _ clock: String, _ ahead: Int) -> Timestamp? {
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        let hours = clock.split(separator: ":").map(String.init)
        guard year >= 1000, year <= 9999, let hour = hours.first, clock.contains(":") else { return nil }
        let time = ([hour.utf8.count == 1 ? "0" + hour : hour] + hours.dropFirst()).joined(separator: ":")
        let whole = hours.count == 2 ? time + ":00" : time
        guard let local = Timestamp(rfc3339: "\(year)-\(two(month))-\(two(day))T\(whole)Z") else { return nil }
        return local.adding(seconds: -Int64(ahead) * 60)
    }
}
