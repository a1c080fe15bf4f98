/// An `ai.txt` file in the form that Spawning made: robots.txt for use in training, by kind of file.
///
/// A pattern `*.ext` speaks of the extension of the path; every other is matched as in robots.txt, `*` alone and at
/// the start included. The longest match counts; of two as long, the one that refuses.
/// Source: Spawning's ai.txt generator and the files it made, read 2026-11-23.
public struct AITxt: Sendable {
    /// Bytes that are read of a file.
    public static let limit = 500 * 1024

    /// What came of reading a file.
    public enum Outcome: Sendable {
        case file(AITxt)
        /// Something else stands at the place.
        case other(LookAlike)
    }

    /// What else is found at `/ai.txt`.
    public struct LookAlike: Hashable, Sendable {
        public enum Kind: String, Hashable, Sendable {
            case markup = "html-body"
            case frontMatter = "markdown-with-front-matter"
            case keyValue = "key-value-draft"
            case prose
            case empty
        }

        public let kind: Kind
        /// A line that plainly means to refuse training, and the bytes of the file before it.
        public struct Refusal: Hashable, Sendable {
            public let line: [UInt8]
            public let offset: Int
        }

        /// The first such line; nil if there is none, or if the kind has no rights meaning.
        public let refusal: Refusal?
    }

    /// The line that counts for a path.
    public struct Verdict: Hashable, Sendable {
        public let isAllowed: Bool
        public let pattern: String
        public let line: [UInt8]
        /// Bytes of the file before the line.
        public let offset: Int
    }

    struct Rule: Sendable {
        let isAllowed: Bool
        let pattern: AITxtPattern
        let place: Range<Int>
    }

    private let bytes: [UInt8]
    private let rules: [Rule]
    private let groups: RobotsGroups

    public static func parse(_ bytes: [UInt8]) -> Outcome {
        var (rules, groups, hasAgent): ([Rule], RobotsGroups, Bool) = ([], RobotsGroups(.plain), false)
        let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        let isMarkup = ByteText.trimmed(bytes[start...]).first == UInt8(ascii: "<")
        RobotsLine.forEach(in: bytes, start..<bytes.count) { line in
            switch line.field {
            case .userAgent:
                hasAgent = true
                groups.add(agent: line.value)
            case .allow, .disallow:
                let isAllowed = line.field == .allow
                groups.add(rule: rules.count, isAllowed ? .allow : .disallow)
                rules.append(Rule(isAllowed: isAllowed, pattern: AITxtPattern(line.value), place: line.place))
            case .sitemap, .crawlDelay, .contentUsage, .contentSignal, .licence, .licenceLookAlike, .unknown: return
            }
        }
        groups.finishGroup()
        guard hasAgent, !isMarkup else { return .other(LookAlike(bytes, from: start)) }
        return .file(AITxt(bytes: bytes, rules: rules, groups: groups))
    }

    /// What the file says to an agent about a path; nil if no pattern matches it.
    public func verdict(agent: ProductToken, pathAndQuery: String) -> Verdict? {
        let path = AITxtPattern.Path(pathAndQuery)
        var best: Rule?
        for index in groups.rules(for: agent) ?? [] {
            let rule = rules[index]
            let length = best?.pattern.length ?? -1
            let wins = rule.pattern.length > length || (rule.pattern.length == length && !rule.isAllowed)
            if wins, rule.pattern.matches(path, isRefusal: !rule.isAllowed) { best = rule }
        }
        return best.map(verdict)
    }

    /// The first line that refuses a path to some agent that is neither ours nor all; nil if there is none.
    public func refusalOfOthers(but agent: ProductToken, pathAndQuery: String) -> Verdict? {
        let path = AITxtPattern.Path(pathAndQuery)
        let own = Set(groups.rules(for: agent) ?? [])
        let other = rules.indices.first { index in
            !own.contains(index) && groups.byAgent["*"]?.contains(index) != true && !rules[index].isAllowed
                && groups.byAgent.values.contains { $0.contains(index) }
                && rules[index].pattern.matches(path, isRefusal: true)
        }
        return other.map { verdict(rules[$0]) }
    }

    /// The first line that refuses to an agent what it names by a word, `Disallow: text`; nil if there is none.
    func refusalOfKind(agent: ProductToken) -> Verdict? {
        let index = (groups.rules(for: agent) ?? []).first { index in
            !rules[index].isAllowed && AITxtPattern.kinds.contains(ByteText.lowercased(rules[index].pattern.text))
        }
        return index.map { verdict(rules[$0]) }
    }

    private func verdict(_ rule: Rule) -> Verdict {
        Verdict(
            isAllowed: rule.isAllowed, pattern: rule.pattern.text, line: Array(bytes[rule.place]),
            offset: rule.place.lowerBound)
    }
}
