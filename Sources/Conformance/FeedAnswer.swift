internal import Canonical
internal import Rights
internal import WebAddress

/// What an XML document says of rights, in the words of vector rows.
///
/// A row has one answer, a document many: the licence told is the one of the first thing that has its own, narrower
/// things first; words of rights are told for feeds and entries apart.
struct FeedAnswer {
    private let rights: XMLRights
    private let url: CanonicalURL

    init(_ rights: XMLRights, url: CanonicalURL) { (self.rights, self.url) = (rights, url) }

    var value: JSONValue {
        let chosen = licence
        var members = chosen.map(describe) ?? Self.nothing
        let levels: [(String, [XMLHolder.Level])] = [
            ("entryRights", [.entry]), ("itemRights", [.item]), ("feedRights", [.feed]), ("channelRights", [.channel]),
            ("mediaRights", [.media]), ("recordRights", [.record]), ("rights", XMLHolder.Level.allCases),
        ]
        for (key, levels) in levels { members.append(.init(key, .text(orNull: words(levels)))) }
        for (key, levels) in [("entryUnit", [XMLHolder.Level.entry]), ("itemUnit", [.item])] {
            members.append(.init(key, .text(orNull: units(levels))))
        }
        members.append(.init("access", .text(orNull: access)))
        members.append(.init("free", .bool(isFree)))
        members.append(.init("attribution", .text(orNull: rights.attribution.isEmpty ? nil : rights.attribution)))
        members.append(.init("readable", .bool(rights.fault == nil)))
        return .object(members + [.init("licences", .array(licences.map { .object(describe($0)) }))])
    }

    private static var nothing: [JSONValue.Member] {
        ["unit", "version", "jurisdiction", "licence", "level", "url", "subject", "carrier"].map { .init($0, .null) }
            + [.init("unspecified", .bool(false))]
    }

    private var licences: [XMLStatement] { rights.statements.filter(Self.isLicence) }

    /// Narrower things first; of one kind, what is in force first.
    private var licence: XMLStatement? {
        let order: [XMLHolder.Level] = [
            .media, .image, .item, .entry, .record, .metadata, .source, .article, .document, .package, .channel, .feed,
            .resource, .part,
        ]
        func place(_ statement: XMLStatement) -> Int {
            let level = order.firstIndex(of: rights.holders[statement.holder].level) ?? order.count
            return level * 2 + (statement.isInForce ? 0 : 1)
        }
        return licences.min { place($0) < place($1) }
    }

    private func describe(_ statement: XMLStatement) -> [JSONValue.Member] {
        let holder = rights.holders[statement.holder]
        let url = Self.url(of: statement)
        let tool = url.flatMap(CreativeCommons.parse)
        return [
            .init("unit", .text(orNull: tool?.unit)), .init("version", .text(orNull: tool?.version)),
            .init("jurisdiction", .text(orNull: tool?.jurisdiction)), .init("licence", .text(orNull: tool?.id)),
            .init("url", .text(orNull: url)), .init("level", .string(holder.level.rawValue)),
            .init("subject", .string(holder.isDocument ? "document" : holder.subject)),
            .init("carrier", .string(statement.carrier.rawValue)), .init("inForce", .bool(statement.isInForce)),
            .init("startDate", .text(orNull: statement.start)), .init("endDate", .text(orNull: statement.end)),
            .init("value", .string(statement.isInForce ? (tool == nil ? "unknown" : "allow") : "conditional")),
            .init("unspecified", .bool(statement.meaning == .unspecified)),
            .init("weak", .bool(statement.notes.contains("feed-level licence"))),
            .init("covers", .bool(holder.isDocument)),
        ]
    }

    private static func isLicence(_ statement: XMLStatement) -> Bool {
        url(of: statement) != nil || statement.meaning == .unspecified
    }

    private static func url(of statement: XMLStatement) -> String? {
        if case .licence(let url) = statement.meaning { url } else { nil }
    }

    /// The words that count for the first thing of a kind, its own or taken over.
    private func words(_ levels: [XMLHolder.Level]) -> String? {
        first(levels) { if case .words = $0.meaning { true } else { false } }.flatMap {
            if case .words(let text) = $0.meaning { text } else { nil }
        }
    }

    private func units(_ levels: [XMLHolder.Level]) -> String? {
        first(levels, where: Self.isLicence).flatMap(Self.url).flatMap(CreativeCommons.parse)?.unit
    }

    private func first(_ levels: [XMLHolder.Level], where isMeant: (XMLStatement) -> Bool) -> XMLStatement? {
        for index in rights.holders.indices where levels.contains(rights.holders[index].level) {
            if let found = rights.effective(index, where: isMeant).first { return found }
        }
        return nil
    }

    private var access: String? {
        for statement in rights.statements {
            if case .access(let right) = statement.meaning { return right.rawValue }
        }
        return nil
    }

    private var isFree: Bool { rights.statements.contains { $0.meaning == .access(.free) && $0.isInForce } }
}
