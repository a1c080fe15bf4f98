/// Reads `X-Robots-Tag` headers.
///
/// There is no specification. A name with a colon that is no rule with a value scopes what follows it to that agent, until
/// the next such name; each header line starts anew. Source: MDN and the search engines' pages, read 2026-11-23.
public enum XRobotsTag {
    /// The rules of the header's lines, in order.
    public static func parse(_ lines: [String]) -> [RobotsDirective] { lines.flatMap { parse(line: $0, .named) } }

    /// The rules of the content of a meta element, whose name is its agent: nothing in it names another.
    static func parse(content: String) -> [RobotsDirective] { parse(line: content, .unnamed) }

    /// Whether a name with a colon may be an agent.
    private enum Agents { case named, unnamed }

    /// The sum of the rules that bind an agent (nil: only those for all), by name, sorted, each once.
    public static func rules(_ lines: [String], agent: ProductToken?) -> [String] {
        let bound = parse(lines).filter { rule in agent.map { rule.binds($0) } ?? (rule.agent == nil) }
        return Set(bound.map(\.name)).sorted()
    }

    private static func parse(line: String, _ agents: Agents) -> [RobotsDirective] {
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
            rules += directives(text, &agent, agents)
        }
        // One that stands twice says no more; a line may be nothing but one, a hundred thousand times.
        var seen: Set<RobotsDirective> = []
        return (rules + rules.flatMap(swallowed)).filter { seen.insert($0).inserted }
    }

    /// Refusals that stand in a value where a comma was forgotten: `max-snippet:-1 noai`.
    private static func swallowed(_ rule: RobotsDirective) -> [RobotsDirective] {
        guard RobotsDirective.withValue.contains(rule.name) else { return [] }
        return ByteText.lowercased(rule.value).split { $0 == " " || $0 == "\t" || $0 == ";" || $0 == ":" }.map(
            String.init
        )
        .filter {
            $0.hasPrefix("no") && RobotsDirective.known.contains($0)
                || RobotsDirective(name: $0).isRestrictiveIntent
        }
        .map { RobotsDirective(name: $0, agent: rule.agent) }
    }

    /// A date has a comma after its weekday, or between day and year; a whole date has none after it.
    private static func continuesDate(_ value: String, _ next: String) -> Bool {
        guard value.utf8.count < 64, let first = next.utf8.first, ByteText.isDigit(first) else { return false }
        return RobotsDate.read(value) == nil
    }

    private static func directives(_ text: String, _ agent: inout String?, _ agents: Agents) -> [RobotsDirective] {
        guard let colon = text.firstIndex(of: ":") else { return named(text, "", agent) }
        let before = ByteText.trimmed(text[..<colon])
        let after = ByteText.trimmed(text[text.index(after: colon)...])
        if let name = ruleWithValue(before) { return named(name, after, agent) }
        if let rule = misplaced(before, after, agent) { return [rule] }
        if agents == .named, !before.isEmpty { agent = isAgent(before) ? before : nil }
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
        if NearName.meant(by: name.utf8, among: [.tdmReservation]) != nil {
            return RobotsDirective(name: name + "=" + value, agent: agent)
        }
        guard RobotsDirective.isNo(value), RobotsDirective.speaksOfTraining(name) else { return nil }
        return RobotsDirective(name: name + "=" + value, agent: agent)
    }

    /// The rule with a value that a name is, with `-` for `_` or the other way round.
    private static func ruleWithValue(_ name: String) -> String? {
        func plain(_ byte: UInt8) -> UInt8 { byte == UInt8(ascii: "_") ? UInt8(ascii: "-") : ByteText.lower(byte) }
        return RobotsDirective.withValue.first { rule in
            rule.utf8.count == name.utf8.count && zip(rule.utf8, name.utf8).allSatisfy { plain($0) == plain($1) }
        }
    }

    /// Whether a name is one crawler's: a product token, with or without a version, and no word for all of them, nor
    /// the name of a header, a meta element or a rule of robots.txt. What is none of these speaks to everyone.
    private static func isAgent(_ name: String) -> Bool {
        let pieces = name.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
        guard ProductToken(String(pieces[0])) != nil else { return false }
        let isVersion =
            pieces.count == 1 || pieces[1].utf8.allSatisfy { ByteText.isDigit($0) || $0 == UInt8(ascii: ".") }
        let lowered = ByteText.lowercased(pieces[0])
        return isVersion && !AllCrawlers.names.contains(lowered) && !fields.contains(lowered)
    }

    /// Names of headers, meta elements and rules of robots.txt.
    private static let fields: Set<String> = [
        "expires", "last-modified", "date", "revisit-after", "rating", "crawl-delay", "url", "user-agent",
        "x-robots-tag", "content-signal", "content-usage", "tdm-reservation", "cache-control", "data-nosnippet",
        "sitemap", "disallow", "allow", "noindex", "license", "http", "https",
    ]

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
