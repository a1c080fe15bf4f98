/// Reads `X-Robots-Tag` headers.
///
/// There is no specification. A name with a colon that is no rule with a value scopes what follows it to that agent, until
/// the next such name; each header line starts anew. Source: MDN and the search engines' pages, read 2026-11-23.
public enum XRobotsTag {
    /// The rules of the header's lines, in order.
    public static func parse(_ lines: [String]) -> [RobotsDirective] { lines.flatMap(parse(line:)) }

    /// The sum of the rules that bind an agent (nil: only those for all), by name, sorted, each once.
    public static func rules(_ lines: [String], agent: ProductToken?) -> [String] {
        let bound = parse(lines).filter { rule in agent.map { rule.binds($0) } ?? (rule.agent == nil) }
        return Set(bound.map(\.name)).sorted()
    }

    private static func parse(line: String) -> [RobotsDirective] {
        var rules: [RobotsDirective] = []
        var agent: String?
        // A quoted list is no list by any grammar, but its writer meant one.
        let line = LooseText.plain(line)
        for part in line.split(separator: ",", omittingEmptySubsequences: false) {
            let text = ByteText.trimmed(part)
            if let last = rules.last, last.name == "unavailable_after", continuesDate(last.value, text) {
                rules.removeLast()
                rules.append(.init(name: last.name, value: last.value + ", " + text, agent: last.agent))
                continue
            }
            rules += directives(text, &agent)
        }
        return rules
    }

    /// A date has a comma after its weekday, or between day and year; a whole date has none after it.
    private static func continuesDate(_ value: String, _ next: String) -> Bool {
        guard value.utf8.count < 64, let first = next.utf8.first, ByteText.isDigit(first) else { return false }
        return RobotsDate.read(value) == nil
    }

    private static func directives(_ text: String, _ agent: inout String?) -> [RobotsDirective] {
        guard let colon = text.firstIndex(of: ":") else { return named(text, "", agent) }
        let before = ByteText.trimmed(text[..<colon])
        let after = ByteText.trimmed(text[text.index(after: colon)...])
        if RobotsDirective.withValue.contains(ByteText.lowercased(before)) { return named(before, after, agent) }
        if let rule = misplaced(before, after, agent) { return [rule] }
        if !before.isEmpty { agent = everyone.contains(ByteText.lowercased(before)) ? nil : before }
        guard let second = after.firstIndex(of: ":") else { return named(after, "", agent) }
        let name = ByteText.trimmed(after[..<second])
        return named(name, ByteText.trimmed(after[after.index(after: second)...]), agent)
    }

    /// A rule with a value that no rule has: `noai: true`, `ai: no`; nil if what stands before the colon may be a crawler.
    private static func misplaced(_ before: String, _ after: String, _ agent: String?) -> RobotsDirective? {
        let (name, value) = (ByteText.lowercased(before), ByteText.lowercased(after))
        guard !name.hasSuffix("bot") else { return nil }
        if RobotsDirective.known.contains(name) || RobotsDirective(name: name).isRestrictiveIntent {
            let isYes = ["", "true", "yes", "1", "on", "all"].contains(value)
            return RobotsDirective(name: isYes ? name : name + ":" + value, agent: agent)
        }
        guard RobotsDirective.isNo(value), RobotsDirective.speaksOfTraining(name) else { return nil }
        return RobotsDirective(name: name + "=" + value, agent: agent)
    }

    /// Names that address all crawlers.
    private static let everyone: Set<String> = ["*", "robots"]

    private static func named(_ name: String, _ value: String, _ agent: String?) -> [RobotsDirective] {
        let lowered = ByteText.lowercased(name)
        // `noai noimageai` and `noai; noimageai` are meant as two rules.
        let words = lowered.split { $0 == " " || $0 == "\t" || $0 == ";" }.map(String.init)
        if words.count > 1, value.isEmpty, words.allSatisfy(RobotsDirective.known.contains) {
            return words.map { RobotsDirective(name: $0, agent: agent) }
        }
        guard lowered.utf8.contains(where: ByteText.isLetter) else { return [] }
        return [RobotsDirective(name: lowered, value: value, agent: agent)]
    }
}
