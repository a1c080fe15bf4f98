/// One rule of an `X-Robots-Tag` header or a robots meta element.
public struct RobotsDirective: Hashable, Sendable {
    /// In lower case.
    public let name: String
    /// What follows the colon, of the rules that carry a value; empty for the others.
    public let value: String
    /// The agent it speaks to, as written; nil for all.
    public let agent: String?

    public init(name: String, value: String = "", agent: String? = nil) {
        self.name = name
        self.value = value
        self.agent = agent
    }

    /// Rules whose colon belongs to a value and names no agent.
    static let withValue: Set<String> = ["unavailable_after", "max-snippet", "max-image-preview", "max-video-preview"]

    /// Whether it binds an agent: it speaks to all, or names the agent.
    public func binds(_ agent: ProductToken) -> Bool {
        guard let named = self.agent else { return true }
        return ByteText.lowercased(named) == agent.key || ProductToken(prefixOf: named) == agent
    }

    /// A rule nobody defined whose name looks like a refusal of training.
    var isRestrictiveIntent: Bool {
        guard !Self.known.contains(name) else { return false }
        if name.contains("noai") || name == Self.disallow { return true }
        if let verb = ["no", "disallow", "deny"].first(where: name.hasPrefix) {
            return Self.objects.contains { name.dropFirst(verb.count).contains($0) }
        }
        guard let equals = name.firstIndex(of: "=") else { return false }
        if let reserved = reservation(name[..<equals], name[name.index(after: equals)...]) { return reserved }
        return Self.isNo(name[name.index(after: equals)...]) && Self.speaksOfTraining(name[..<equals])
    }

    /// Whether a reservation by TDMRep that stands among the rules reserves: `tdm-reservation=1`; nil if it is none.
    private func reservation(_ name: Substring, _ value: Substring) -> Bool? {
        guard NearName.meant(by: name.utf8, among: [.tdmReservation]) != nil else { return nil }
        return NearValue.reserves(ByteText.trimmed(value), String(name))
    }

    /// Whether a value in lower case says no: `ai=no`, `train: disallow`.
    static func isNo(_ value: some StringProtocol) -> Bool {
        ["no", "n", "false", "0", "off", "deny", "disallow", "disallowed", "forbidden", "prohibited", "none"]
            .contains(ByteText.trimmed(value))
    }

    static func speaksOfTraining(_ name: some StringProtocol) -> Bool { objects.contains { name.contains($0) } }

    private static let objects = ["ai", "ml", "train", "llm", "tdm", "gpt", "archive", "scrap", "mining"]

    /// The word of robots files, which is no rule of a page and is meant as one.
    static let disallow = "disallow"

    /// Whether the content of an element addressed to a crawler says no in a word that is no rule: `Disallow: /`, `no`.
    static func isPlainNo(_ content: String) -> Bool {
        guard content.utf8.count <= 32 else { return false }
        let words = ByteText.lowercased(content).split { !$0.isLetter }.map(String.init)
        // `none` is a rule.
        let says = words.filter { $0 != "none" && isNo($0) || denials.contains($0) }
        return !says.isEmpty && words.allSatisfy { says.contains($0) || beside.contains($0) }
    }

    private static let denials: Set<String> = ["denied", "block", "blocked", "forbid", "refused", "not"]
    private static let beside: Set<String> = ["all", "everything", "allowed", "permitted"]

    /// Rules that, addressed to a crawler that gathers for training, keep a page from it.
    static let shutOut: Set<String> = ["disallow", "noai", "noimageai", "noindex", "none", "nofollow", "noarchive"]

    static let known: Set<String> = [
        "all", "index", "follow", "noindex", "nofollow", "none", "nosnippet", "indexifembedded", "notranslate",
        "noimageindex", "noarchive", "nocache", "noai", "noimageai", "unavailable_after", "max-snippet",
        "max-image-preview", "max-video-preview", "noodp", "noydir", "nositelinkssearchbox", "nopagereadaloud",
        "nomobile", "noimageclick",
    ]
}
