/// The state of one reading of a robots file.
struct RobotsParse {
    private(set) var sitemaps: [String] = []
    private(set) var rules: [RobotsRule] = []
    private(set) var plain = RobotsGroups(.plain)
    private(set) var aipref = RobotsGroups(.aipref)
    private(set) var hasContentUsage = false

    /// Lines end in CR, LF or both.
    mutating func read(_ bytes: [UInt8], in range: Range<Int>) {
        var (start, number) = (range.lowerBound, 1)
        while start < range.upperBound {
            var end = start
            while end < range.upperBound, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
            if end > start, let line = RobotsLine(bytes, place: start..<end, number: number) { add(line) }
            start = end + 1
            if end + 1 < range.upperBound, bytes[end] == 0x0D, bytes[end + 1] == 0x0A { start += 1 }
            number += 1
        }
        plain.finishGroup()
        aipref.finishGroup()
    }

    private mutating func add(_ line: RobotsLine) {
        switch line.field {
        case .unknown: return
        case .sitemap: sitemaps.append(ByteText.string(line.value))
        case .userAgent:
            plain.add(agent: line.value)
            aipref.add(agent: line.value)
        case .allow, .disallow, .crawlDelay, .contentUsage, .contentSignal, .licence:
            guard let rule = RobotsRule(line) else { return }
            if rule.kind == .contentUsage { hasContentUsage = true }
            plain.add(rule: rules.count, rule.kind)
            aipref.add(rule: rules.count, rule.kind)
            rules.append(rule)
        }
    }
}
