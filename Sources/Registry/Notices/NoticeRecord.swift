public import Canonical
internal import Provenance
public import WebAddress

/// A public notice as it is written: who will collect what, for what, where and when, and how to object.
///
/// Source: licensing bases 2(b), "Notice record", and 0.0.5, read 2026-11-29.
public struct NoticeRecord: Hashable, Sendable {
    private static let keys = [
        "bases", "channels", "collection", "commercial", "controller", "crawler", "how_to_object", "id", "languages",
        "late_objection", "lookup", "model_class", "opt_out_formats", "period_days", "purposes", "remuneration",
        "retention", "sources", "territories", "what_happens_next", "work_types",
    ]
    private static let purposeNames = ["archive", "eval", "finetune", "pretrain", "rag_index", "search"]

    public let id: String
    public let sources: [String]
    public let purposes: [String]
    public let isCommercial: Bool
    public let territories: [String]
    public let from: Timestamp
    public let to: Timestamp
    public let periodDays: Int
    public let remuneration: String
    /// Where it stands for everybody to read, two at least.
    public let channels: [String]
    /// Everything it says.
    public let content: JSONValue

    /// The digest of its canonical form, which every page of it shows.
    public var digest: Digest { Digest(of: content.canonicalBytes) }

    /// Reads a notice that a person wrote, as YAML or JSON (`docs/formats/registry.md`).
    ///
    /// - Parameter publicSuffixList: What sources are tested by; nil for a text that was tested before.
    /// - Throws: ``ConfigError`` with file, line and key.
    public init(_ node: ConfigNode, publicSuffixList: PublicSuffixList?) throws(ConfigError) {
        let map = try node.map(Self.keys)
        func due(_ key: String) throws(ConfigError) -> ConfigNode {
            guard let value = map[key] else { throw node.fault("\(key) is missing; a notice says it") }
            return value
        }
        id = try due("id").string()
        guard id.utf8.count <= 100, !id.isEmpty, id.utf8.allSatisfy(ObjectionFields.isIDByte) else {
            throw node.fault("the id \"\(id.prefix(80))\" is not made of letters, digits and . _ : / -")
        }
        sources = try Self.sources(due("sources"), publicSuffixList)
        purposes = try due("purposes").strings()
        for purpose in purposes where !Self.purposeNames.contains(purpose) {
            throw try due("purposes").fault("\(purpose) is none of \(Self.purposeNames.joined(separator: ", "))")
        }
        isCommercial = try due("commercial").bool()
        territories = try due("territories").strings()
        let collection = try due("collection")
        let period = try collection.map(["from", "to"])
        guard let begin = try Self.time(period["from"]), let end = try Self.time(period["to"]), begin < end else {
            throw collection.fault("from and to are due, days or times, the first before the second")
        }
        (from, to) = (begin, end)
        periodDays = try map["period_days"]?.integer(in: 30...3650) ?? 90
        remuneration = try map["remuneration"]?.string() ?? ""
        channels = try Self.channels(due("channels"))
        for key in ["controller", "how_to_object"] { _ = try due(key).entries() }
        guard !purposes.isEmpty, !territories.isEmpty else { throw node.fault("purposes and territories are due") }
        var members: [JSONValue.Member] = []
        for (key, value) in try node.entries() {
            switch key {
            case "commercial": members.append(.init(key, .bool(isCommercial)))
            case "period_days": members.append(.init(key, .integer(Int64(periodDays))))
            default: members.append(.init(key, Self.json(value)))
            }
        }
        content = .object(members.sorted { JSONWriter.precedes($0.key, $1.key) })
    }

    private static func json(_ node: ConfigNode) -> JSONValue {
        switch node.content {
        case .scalar(let text): .string(text)
        case .list(let items): .array(items.map(json))
        case .map(let members): .object(members.map { .init($0.key, json($0.value)) })
        }
    }

    private static func time(_ node: ConfigNode?) throws(ConfigError) -> Timestamp? {
        guard let text = try node?.string() else { return nil }
        return Timestamp(rfc3339: text) ?? Timestamp(day: text)
    }

    /// Hosts, addresses and identifiers, one by one; nothing wider than a registrable domain.
    private static func sources(_ node: ConfigNode, _ list: PublicSuffixList?) throws(ConfigError) -> [String] {
        let sources = try node.strings()
        guard !sources.isEmpty, Set(sources).count == sources.count else {
            throw node.fault("at least one source is due, and each once")
        }
        // What is in the log was tested when it was published, by the list of then.
        guard let list else { return sources }
        for source in sources where try !isIdentifier(source, node) {
            let kind = source.contains("://") ? ScopeKind.prefix : .domain
            if case .failure(let refusal) = ObjectionScope.read(kind, source, list) {
                throw node.fault("\(source): \(refusal.reason)")
            }
        }
        return sources
    }

    private static func isIdentifier(_ source: String, _ node: ConfigNode) throws(ConfigError) -> Bool {
        if source.hasPrefix("sha256:") { return Digest(source) != nil }
        do throws(IdentifierError) { return try Identifier.named(source) != nil } catch {
            throw node.fault("\(error)")
        }
    }

    private static func channels(_ node: ConfigNode) throws(ConfigError) -> [String] {
        let channels = try node.strings()
        guard Set(channels).count == channels.count, channels.count >= 2 else {
            throw node.fault("two channels at least are due, such as your own site and its feed")
        }
        for channel in channels {
            do throws(WebURLError) { _ = try CanonicalURL(channel) } catch { throw node.fault("\(error)") }
        }
        return channels
    }

    /// Whether what it says of all its sources is no more than another said: then their windows go on.
    func isNoWider(than other: NoticeRecord) -> Bool {
        Set(purposes).isSubset(of: other.purposes) && (!isCommercial || other.isCommercial)
            && Set(territories).isSubset(of: other.territories) && from >= other.from && to <= other.to
            && remuneration == other.remuneration && periodDays <= other.periodDays
    }
}
