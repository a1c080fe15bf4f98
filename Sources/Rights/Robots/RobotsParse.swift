/// The state of one reading of a robots file.
struct RobotsParse {
    private(set) var sitemaps: [String] = []
    private(set) var rules: [RobotsRule] = []
    private(set) var plain = RobotsGroups(.plain)
    private(set) var aipref = RobotsGroups(.aipref)
    private(set) var hasContentUsage = false

    mutating func read(_ bytes: [UInt8], in range: Range<Int>) {
        RobotsLine.forEach(in: bytes, range) { add($0) }
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
