internal import Canonical
internal import Provenance

/// The time in which objections to a notice are awaited, and whether the notice stood there all the while.
///
/// A day without a probe that found it is an outage. More than three days of outage lengthen the window by all of them.
/// Source: licensing bases 2(b) and 0.0.5, read 2026-11-24.
struct NoticeWindow: Sendable {
    let published: Timestamp
    private let period: Int
    /// Days from publication on on which the notice was found, 0 the first.
    private let found: Set<Int>
    private let lastProbe: Int

    private static let day: Int64 = 86_400
    private static let patience = 3

    init(_ node: ConfigNode, _ map: [String: ConfigNode]) throws(ConfigError) {
        let start = try node.due("published", in: map).time()
        published = start
        period = try map["period_days"]?.integer(in: 30...3650) ?? 90
        let probes = try node.due("probes", in: map)
        let spans = try probes.list()
        var found: Set<Int> = []
        for span in spans {
            let map = try span.map(["from", "to"])
            let (from, to) = (try span.due("from", in: map).time(), try span.due("to", in: map).time())
            guard from <= to else { throw span.fault("a span of probes ends before it begins") }
            let first = max(Self.days(from: start, to: from), 0)
            let last = min(Self.days(from: start, to: to), 4000)
            if first <= last { found.formUnion(first...last) }
        }
        self.found = found
        lastProbe = found.max() ?? -1
    }

    private static func days(from start: Timestamp, to time: Timestamp) -> Int {
        let seconds = time.seconds - start.seconds + start.seconds % day
        return Int(seconds >= 0 ? seconds / day : -1)
    }

    /// When the window closes as known at a time, and whether publication was shown to go on until then.
    func state(at: Timestamp) -> (closes: Timestamp, isContinuous: Truth) {
        var length = period
        // Each lengthening may hold further outages; none lengthens it twice.
        for _ in 0..<64 {
            let missed = (0..<length).count { !found.contains($0) && $0 <= lastProbe }
            let due = period + (missed > Self.patience ? missed : 0)
            if due <= length { break }
            length = due
        }
        let closes = published.adding(seconds: Int64(length) * Self.day)
        return (closes, lastProbe >= length - 1 ? .yes : .unknown)
    }
}
