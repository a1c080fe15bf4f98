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
        for part in line.split(separator: ",", omittingEmptySubsequences: false) {
            let text = ByteText.trimmed(part)
            if rules.last?.name == "unavailable_after", continuesDate(rules.last!.value, text) {
                let last = rules.removeLast()
                rules.append(.init(name: last.name, value: last.value + ", " + text, agent: last.agent))
                continue
            }
            if let rule = directive(text, &agent) { rules.append(rule) }
        }
        return rules
    }

    /// A date of RFC 822 or RFC 850 has a comma after its weekday.
    private static func continuesDate(_ value: String, _ next: String) -> Bool {
        !value.contains(where: \.isNumber) && (next.first?.isNumber ?? false)
    }

    private static func directive(_ text: String, _ agent: inout String?) -> RobotsDirective? {
        guard let colon = text.firstIndex(of: ":") else { return named(text, "", agent) }
        let before = ByteText.trimmed(text[..<colon])
        let after = ByteText.trimmed(text[text.index(after: colon)...])
        if RobotsDirective.withValue.contains(ByteText.lowercased(before)) { return named(before, after, agent) }
        agent = before.isEmpty ? agent : before
        return directiveAfterAgent(after, agent)
    }

    private static func directiveAfterAgent(_ text: String, _ agent: String?) -> RobotsDirective? {
        guard let colon = text.firstIndex(of: ":") else { return named(text, "", agent) }
        let name = ByteText.trimmed(text[..<colon])
        return named(name, ByteText.trimmed(text[text.index(after: colon)...]), agent)
    }

    private static func named(_ name: String, _ value: String, _ agent: String?) -> RobotsDirective? {
        let lowered = ByteText.lowercased(name)
        guard lowered.utf8.contains(where: ByteText.isLetter) else { return nil }
        return RobotsDirective(name: lowered, value: value, agent: agent)
    }
}
