/// Which rules of a robots file speak to which agent.
///
/// Groups of one agent are merged (RFC 9309, section 2.2.1).
struct RobotsGroups: Sendable {
    /// When a run of user-agent lines ends.
    enum Grouping: Sendable {
        /// At an allow or disallow line (RFC 9309).
        case plain
        /// At a Content-Usage line too (draft-ietf-aipref-attach-05, section 3, read 2026-11-23).
        case aipref
    }

    /// Indices of rules by agent in lower case, `*` for all.
    private(set) var byAgent: [String: [Int]] = [:]
    /// Indices of rules that stand before the first user-agent line.
    private(set) var outside: [Int] = []
    /// An extension line stood between two user-agent lines of one group.
    private(set) var isAmbiguous = false

    private let grouping: Grouping
    private var agents: [String] = []
    private var rules: [Int] = []
    private var isClosed = false
    private var hasAgentLine = false

    init(_ grouping: Grouping) { self.grouping = grouping }

    /// The rules for an agent: its own groups, else those for all, else nil.
    func rules(for agent: ProductToken) -> [Int]? { byAgent[agent.key] ?? byAgent["*"] }

    func isNamed(_ agent: ProductToken) -> Bool { byAgent[agent.key] != nil }

    mutating func add(agent value: ArraySlice<UInt8>) {
        if isClosed { finishGroup() }
        hasAgentLine = true
        if !rules.isEmpty { isAmbiguous = true }
        if value.first == UInt8(ascii: "*"), value.count == 1 || ByteText.isSpace(value[value.startIndex + 1]) {
            agents.append("*")
        } else if let token = ProductToken(prefixOf: ByteText.string(value)) {
            agents.append(token.key)
        }
    }

    mutating func add(rule index: Int, _ kind: RobotsRule.Kind) {
        guard hasAgentLine else {
            outside.append(index)
            return
        }
        rules.append(index)
        switch kind {
        case .allow, .disallow: isClosed = true
        case .contentUsage: if grouping == .aipref { isClosed = true }
        case .contentSignal, .licence, .crawlDelay: break
        }
    }

    mutating func finishGroup() {
        for agent in Set(agents) { byAgent[agent, default: []] += rules }
        (agents, rules, isClosed) = ([], [], false)
    }
}
