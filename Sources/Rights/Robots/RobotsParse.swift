/// The state of one reading of a robots file.
struct RobotsParse {
    private(set) var sitemaps: [String] = []
    private(set) var rules: [RobotsRule] = []
    private(set) var plain = RobotsGroups(.plain)
    private(set) var aipref = RobotsGroups(.aipref)
    private(set) var lists = RobotsGroups(.lists)
    private(set) var meant = RobotsGroups(.meant)
    private(set) var hasContentUsage = false
    /// Whether a line names no crawler and means all.
    private(set) var hasMeant = false
    /// Whether a line names agents in a way that RFC 9309 does not read.
    private(set) var hasLists = false

    mutating func read(_ bytes: [UInt8], in range: Range<Int>) {
        RobotsLine.forEachPlace(in: bytes, range) { place, number in
            if let line = RobotsLine(bytes, place: place, number: number), line.field != .unknown {
                add(line)
            } else {
                addLoose(bytes, place, number)
            }
        }
        plain.finishGroup()
        aipref.finishGroup()
        lists.finishGroup()
        meant.finishGroup()
    }

    /// A line that names an agent with a colon or space that is no ASCII.
    private mutating func addLoose(_ bytes: [UInt8], _ place: Range<Int>, _ number: Int) {
        // What is no UTF-8 is no letter or mark that somebody chose.
        guard place.count < 1024, bytes[place].contains(where: { $0 >= 0x80 }), ByteText.isUTF8(Array(bytes[place]))
        else { return }
        let loose = Array(LooseText.plain(ByteText.string(bytes[place])).utf8)
        guard let line = RobotsLine(loose, place: loose.indices, number: number), line.field == .userAgent else {
            return
        }
        hasLists = true
        lists.add(agent: line.value)
    }

    private mutating func add(_ line: RobotsLine) {
        switch line.field {
        case .unknown: return
        case .sitemap: sitemaps.append(ByteText.string(line.value))
        case .userAgent:
            plain.add(agent: line.value)
            aipref.add(agent: line.value)
            lists.add(agent: line.value)
            meant.add(agent: line.value)
            hasLists = hasLists || RobotsGroups.isList(line.value)
            hasMeant = hasMeant || RobotsGroups.meansAll(line.value)
        case .allow, .disallow, .crawlDelay, .contentUsage, .contentSignal, .licence,
            .licenceLookAlike:
            guard let rule = RobotsRule(line) else { return }
            if rule.kind == .contentUsage { hasContentUsage = true }
            plain.add(rule: rules.count, rule.kind)
            aipref.add(rule: rules.count, rule.kind)
            lists.add(rule: rules.count, rule.kind)
            meant.add(rule: rules.count, rule.kind)
            rules.append(rule)
        }
    }
}
