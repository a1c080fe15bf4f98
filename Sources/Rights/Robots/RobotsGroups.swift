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
        /// As RFC 9309, and every name of a line counts that holds several, or names in quotes or marks: `Bingbot, GPTBot`,
        /// `"*"`, a whole User-Agent header.
        case lists
        /// As RFC 9309, and a line without a name, or with one by which people mean all crawlers or those of AI, is the line
        /// for all: `all`, `%2A`, `*bot`, `AI`, `LLM`.
        case meant
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
        if grouping == .lists {
            agents += Self.names(value)
            return
        }
        if grouping == .meant, Self.meansAll(value) { agents.append("*") }
        if value.first == UInt8(ascii: "*"), value.count == 1 || ByteText.isSpace(value[value.startIndex + 1]) {
            agents.append("*")
        } else if let token = ProductToken(prefixOf: ByteText.string(value)) {
            agents.append(token.key)
        }
    }

    /// Whether a line names no crawler, and means all of them or those of AI.
    static func meansAll(_ value: ArraySlice<UInt8>) -> Bool {
        guard value.count <= 32, !value.elementsEqual([UInt8(ascii: "*")]) else { return false }
        let name = ByteText.lowercased(ByteText.string(value))
        let words = name.split { !$0.isLetter }.map(String.init)
        guard !words.isEmpty, name != "%2a" else { return name.isEmpty || name.contains("*") || name == "%2a" }
        let isNoVersion = name.utf8.allSatisfy { $0 != UInt8(ascii: "/") && !ByteText.isDigit($0) }
        if isNoVersion, AllCrawlers.names.contains(words.joined()) { return true }
        return isNoVersion && words.allSatisfy { AllCrawlers.names.contains($0) || AllCrawlers.beside.contains($0) }
            && words.contains(where: AllCrawlers.names.contains)
    }

    /// Whether a line holds more than the one name that RFC 9309 reads of it.
    static func isList(_ value: ArraySlice<UInt8>) -> Bool {
        guard let odd = value.firstIndex(where: { !ProductToken.isTokenByte($0) }) else { return false }
        return value.count > 1 || value[odd] != UInt8(ascii: "*")
    }

    /// All names of a line, `*` among them; of a long one, those of its beginning.
    private static func names(_ value: ArraySlice<UInt8>) -> [String] {
        let text = LooseText.plain(ByteText.string(value.prefix(longestList)))
        let words = Array(text.utf8).split { byte in
            !ProductToken.isTokenByte(byte) && !ByteText.isDigit(byte) && byte != UInt8(ascii: "*")
                && byte != UInt8(ascii: ".") && byte != UInt8(ascii: "/")
        }
        return words.compactMap { word in
            word.elementsEqual([UInt8(ascii: "*")]) ? "*" : ProductToken(prefixOf: ByteText.string(word))?.key
        }
    }

    private static let longestList = 4096

    mutating func add(rule index: Int, _ kind: RobotsRule.Kind) {
        guard hasAgentLine else {
            outside.append(index)
            return
        }
        rules.append(index)
        switch kind {
        case .allow, .disallow: isClosed = true
        case .contentUsage: if grouping == .aipref { isClosed = true }
        case .contentSignal, .licence, .licenceLookAlike, .crawlDelay: break
        }
    }

    mutating func finishGroup() {
        for agent in Set(agents) { byAgent[agent, default: []] += rules }
        (agents, rules, isClosed) = ([], [], false)
    }
}
