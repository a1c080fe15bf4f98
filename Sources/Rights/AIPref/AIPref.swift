internal import RawStructuredFieldValues

/// One AIPREF usage statement: the value of a `Content-Usage` header or robots line.
///
/// A Structured Field Dictionary; a field that does not parse says nothing about anything, which here is kept apart
/// from saying nothing. Source: draft-ietf-aipref-vocab-08, sections 4 to 6; RFC 9651; read 2026-11-23.
public struct AIPref: Hashable, Sendable {
    public enum Category: String, CaseIterable, Hashable, Sendable {
        case trainAI = "train-ai"
        case aiUse = "ai-use"
        case search
    }

    public enum Preference: String, Hashable, Sendable {
        case allowed, disallowed, unknown
    }

    /// False if the value is no Structured Field Dictionary.
    public let isParsed: Bool
    /// Members that look like a refusal but are none by the specification: `train-ai=no`. Of a value that is not
    /// parsed, the value itself if it looks like one.
    public let restrictiveIntent: [String]
    /// Labels of earlier drafts that cover training, set to `n`: nothing by the present draft, and once a refusal.
    public let legacyDeny: [String]
    private let preferences: [Category: Preference]

    public subscript(category: Category) -> Preference { preferences[category] ?? .unknown }

    /// Whether any category is stated.
    public var isStated: Bool { !preferences.isEmpty }

    /// Reads one value; several header lines are joined with `, ` first, or given to ``parse(lines:)``.
    public static func parse(_ value: String) -> AIPref {
        var parser = StructuredFieldValueParser(Array(value.utf8))
        do {
            return AIPref(try parser.parseDictionaryFieldValue())
        } catch {
            let intents = looksLikeRefusal(value) ? [ByteText.trimmed(value)] : []
            return AIPref(isParsed: false, restrictiveIntent: intents, legacyDeny: [], preferences: [:])
        }
    }

    /// Reads the lines of one header field (RFC 9651, section 4.2).
    public static func parse(lines: [String]) -> AIPref { parse(lines.joined(separator: ", ")) }

    /// What several statements come to: any refusal refuses, else any permission permits (vocab-08, section 5.1).
    public static func combined(_ statements: [AIPref], _ category: Category) -> Preference {
        let all = statements.map { $0[category] }
        if all.contains(.disallowed) { return .disallowed }
        return all.contains(.allowed) ? .allowed : .unknown
    }

    private init(
        isParsed: Bool, restrictiveIntent: [String], legacyDeny: [String], preferences: [Category: Preference]
    ) {
        self.isParsed = isParsed
        self.restrictiveIntent = restrictiveIntent
        self.legacyDeny = legacyDeny
        self.preferences = preferences
    }

    private init(_ members: OrderedMap<String, ItemOrInnerList>) {
        var (intents, legacy, preferences): ([String], [String], [Category: Preference]) = ([], [], [:])
        for (key, member) in members {
            let token = Self.token(member)
            // `search=y; train-ai=n`: a parameter says nothing by the specification, and the writer meant a member.
            intents += Self.parameters(member).filter { Self.meansRefusal($0.0, $0.1) }.map(\.0)
            if let category = Category(rawValue: key) {
                switch token {
                case "y": preferences[category] = .allowed
                case "n": preferences[category] = .disallowed
                default: intents.append(key)
                }
            } else if Self.earlierLabels.contains(key), token == "n" {
                legacy.append(key)
            } else if TrainingName.refuses(key, token ?? Self.bare(member)) {
                // The key of another protocol (`ai-train=n`), or a value of one (`train-genai=no`).
                intents.append(key)
            }
        }
        self.init(isParsed: true, restrictiveIntent: intents, legacyDeny: legacy, preferences: preferences)
    }

    private static func parameters(_ member: ItemOrInnerList) -> [(String, RFC9651BareItem)] {
        guard case .item(let item) = member else { return [] }
        return item.rfc9651Parameters.map { ($0.0, $0.1) }
    }

    private static func meansRefusal(_ key: String, _ value: RFC9651BareItem) -> Bool {
        let text = bare(value)
        if key == Category.trainAI.rawValue || earlierLabels.contains(key) { return RobotsDirective.isNo(text) }
        return TrainingName.refuses(key, text)
    }

    /// Labels of earlier drafts (-01 to -04) that reached training; the present one ignores them.
    private static let earlierLabels: Set<String> = ["all", "bots", "tdm", "ai", "genai", "train-genai"]

    /// Whether a value that does not parse sets anything to a word that begins with `n`, to `0` or to `false`.
    private static func looksLikeRefusal(_ value: String) -> Bool {
        let bytes = Array(value.utf8)
        return bytes.indices.contains { at in
            guard bytes[at] == UInt8(ascii: "=") || bytes[at] == UInt8(ascii: ":") else { return false }
            let rest = bytes[(at + 1)...].drop { ByteText.isSpace($0) || "\"'?(".utf8.contains($0) }.prefix(8)
            return rest.first == UInt8(ascii: "0")
                || ["n", "false", "disallow", "deny"].contains { ByteText.hasPrefix(rest, $0) }
        }
    }

    /// A value that is no token, as far as it may mean no.
    private static func bare(_ member: ItemOrInnerList) -> String {
        guard case .item(let item) = member else { return "" }
        return bare(item.rfc9651BareItem)
    }

    private static func bare(_ item: RFC9651BareItem) -> String {
        switch item {
        case .bool(let value): value ? "yes" : "no"
        case .integer(let value): String(value)
        case .string(let value), .token(let value): value
        default: ""
        }
    }

    private static func token(_ member: ItemOrInnerList) -> String? {
        guard case .item(let item) = member, case .token(let token) = item.rfc9651BareItem else { return nil }
        return token
    }
}
