internal import Ledger
internal import Canonical
internal import Registry

/// The newest events of the log as a feed.
///
/// Source: RFC 4287, read 2026-11-29.
struct LogFeed {
    private static let shown = 50
    let portal: Portal

    func bytes() async throws -> [UInt8] {
        let head = try await portal.log.head()
        let events = try await portal.log.events(in: max(0, head.size - Self.shown)..<head.size).reversed()
        let base = portal.settings.base
        let entries = events.map { event in
            let address = "\(base)/en/log/\(event.index)"
            return """
                <entry>
                <id>\(escape(address))</id>
                <title>\(event.index) \(escape(event.name)) \(escape(event.subject))</title>
                <updated>\(event.recordedAt)</updated>
                <link rel="alternate" type="text/html" href="\(escape(address))"/>
                <summary>\(escape(event.name)) \(Digest(of: event.line))</summary>
                </entry>
                """
        }
        let updated = events.first?.recordedAt ?? Timestamp.now
        let text = """
            <?xml version="1.0" encoding="utf-8"?>
            <feed xmlns="http://www.w3.org/2005/Atom">
            <id>\(escape(base))/log/feed.atom</id>
            <title>Log of \(escape(head.origin))</title>
            <updated>\(updated)</updated>
            <link rel="self" href="\(escape(base))/log/feed.atom"/>
            <author><name>\(escape(head.origin))</name></author>
            \(entries.joined(separator: "\n"))
            </feed>

            """
        return Array(text.utf8)
    }

    private func escape(_ text: String) -> String { MarkupText.escaped(text) }
}
