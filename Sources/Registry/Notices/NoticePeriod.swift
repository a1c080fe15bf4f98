public import Canonical

/// The time in which objections to a notice are awaited.
///
/// A day without a probe that found the notice is an outage. More than three days of outage lengthen the window by all of
/// them. Source: licensing bases 2(b), "Publication duty", and 0.0.5, read 2026-11-29.
public struct NoticePeriod: Hashable, Sendable {
    private static let patience = 3

    public let start: Timestamp
    public let closes: Timestamp
    /// Days of outage that were added.
    public let outageDays: Int
    /// Whether probes show the notice until the window's end.
    public let isContinuous: Bool

    /// - Parameter found: beginnings of the days on which it was found.
    init(start: Timestamp, days: Int, found: Set<Timestamp>) {
        self.start = start
        let first = start.dayStart
        let last = found.max() ?? first
        var length = days
        // Each lengthening may hold further outages; none lengthens it twice.
        for _ in 0..<64 {
            let missed = (0..<length).count { day in
                let begin = first.adding(days: day)
                return begin <= last && !found.contains(begin)
            }
            let due = days + (missed > Self.patience ? missed : 0)
            if due <= length { break }
            length = due
        }
        closes = start.adding(days: length)
        outageDays = length - days
        isContinuous = last >= first.adding(days: length - 1)
    }
}
