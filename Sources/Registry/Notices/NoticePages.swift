public import Canonical
public import Ledger

/// A notice as everybody can read it: a page, canonical JSON with a detached signature, and a feed of all notices.
public struct NoticePages: Sendable {
    public static let format = "muniment.notice/1"
    private static let context = SignatureContext("notice")

    /// A file to publish.
    public struct File: Hashable, Sendable {
        /// Below the folder of all notices.
        public let path: String
        public let bytes: [UInt8]
    }

    let origin: String
    let key: SigningKey
    /// Where the folder of all notices stands, with a slash at its end.
    let base: String
    let at: Timestamp

    public init(origin: String, key: SigningKey, base: String, at: Timestamp) {
        (self.origin, self.key, self.at) = (origin, key, at)
        self.base = base.hasSuffix("/") ? base : base + "/"
    }

    /// All files of some notices.
    ///
    /// - Throws: ``LedgerError`` if the key cannot sign.
    public func files(_ notices: [NoticeLife]) throws(LedgerError) -> [File] {
        var files: [File] = []
        for notice in notices.sorted(by: { $0.id < $1.id }) {
            for version in notice.versions {
                let folder = "\(Self.name(notice.id))/v\(version.number)/"
                let document = document(notice, version)
                files.append(File(path: folder + "notice.json", bytes: document))
                files.append(File(path: folder + "notice.json.sig", bytes: try signature(document)))
                files.append(File(path: folder + "index.html", bytes: Array(page(notice, version).utf8)))
            }
        }
        files.append(File(path: "feed.atom", bytes: Array(feed(notices).utf8)))
        return files
    }

    /// Whether octets are a notice's document and a signature is a key's over it.
    public static func isSigned(_ document: [UInt8], _ signature: [UInt8], by key: VerifyingKey) -> Bool {
        key.isValid(signature, of: document, for: context)
    }

    /// The folder of a notice's versions below that of all notices: of each notice another, and none that is hidden or leads
    /// out of it. What stands for a character here is in no id.
    public static func name(_ id: String) -> String {
        var name = ""
        for (place, character) in id.enumerated() {
            switch character {
            case "/": name += "~"
            case ":": name += "="
            case "." where place == 0: name += "+"
            default: name.append(character)
            }
        }
        return name
    }

    /// The notice that an address names: by its folder, or by the name its folder had before, where only one had it. Notices
    /// that were published so name that address among their channels.
    public static func notice(named name: String, among notices: [NoticeLife]) -> NoticeLife? {
        if let found = notices.first(where: { Self.name($0.id) == name }) { return found }
        let former = notices.filter { formerName($0.id) == name }
        return former.count == 1 ? former[0] : nil
    }

    private static func formerName(_ id: String) -> String {
        String(id.map { $0 == "/" || $0 == ":" ? "-" : $0 }.drop { $0 == "." })
    }

    private func document(_ notice: NoticeLife, _ version: NoticeLife.Version) -> [UInt8] {
        JSONValue.object([
            .init("content", version.record.content), .init("content_hash", .string(version.record.digest.description)),
            .init("format", .string(Self.format)), .init("id", .string(notice.id)),
            .init("index", .integer(Int64(version.index))), .init("log", .string(origin)),
            .init("published_at", .string(version.publishedAt.description)),
            .init("version", .integer(Int64(version.number))),
        ]).canonicalBytes
    }

    private func signature(_ document: [UInt8]) throws(LedgerError) -> [UInt8] {
        let value = JSONValue.object([
            .init("key", .string(key.verifying.text)),
            .init("signature", .string(Base64.encode(try key.sign(document, for: Self.context)))),
        ])
        return value.canonicalBytes + [0x0A]
    }

    // MARK: Page

    private func page(_ notice: NoticeLife, _ version: NoticeLife.Version) -> String {
        let windows = version.record.sources.map { source in
            let window = notice.window(of: source, in: version, at: at)
            let closes = window.map {
                "until \($0.closes)\($0.outageDays > 0 ? " (\($0.outageDays) days added for outages)" : "")"
            }
            return "<tr><td>\(Self.escape(source))</td><td>\(closes ?? "not yet open")</td></tr>"
        }
        let rows = (version.record.content.members ?? []).filter { $0.key != "sources" }.map { member in
            "<dt>\(Self.escape(member.key.replacing("_", with: " ")))</dt><dd>\(Self.html(member.value))</dd>"
        }
        return """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>Notice \(Self.escape(notice.id)), version \(version.number)</title>
            <link rel="alternate" type="application/json" href="notice.json">
            <link rel="alternate" type="application/atom+xml" href="../../feed.atom">
            </head>
            <body>
            <main>
            <h1>Notice \(Self.escape(notice.id)), version \(version.number)</h1>
            <p>State: \(notice.state(of: version, at: at).rawValue), as of \(at). Published \(version.publishedAt).</p>
            <h2>Sources, and until when objections to each are awaited</h2>
            <table><thead><tr><th scope="col">Source</th><th scope="col">Window</th></tr></thead>
            <tbody>
            \(windows.joined(separator: "\n"))
            </tbody></table>
            <p>An objection has effect from receipt, also after the window is closed.</p>
            <h2>What it says</h2>
            <dl>
            \(rows.joined(separator: "\n"))
            </dl>
            <p>Digest of the text: <code>\(version.record.digest)</code></p>
            </main>
            </body>
            </html>

            """
    }

    private static func html(_ value: JSONValue) -> String {
        switch value {
        case .array(let items): "<ul>" + items.map { "<li>\(html($0))</li>" }.joined() + "</ul>"
        case .object(let members):
            "<dl>" + members.map { "<dt>\(escape($0.key))</dt><dd>\(html($0.value))</dd>" }.joined() + "</dl>"
        case .string(let text): escape(text)
        default: escape(String(decoding: value.canonicalBytes, as: UTF8.self))
        }
    }

    private static func escape(_ text: String) -> String { MarkupText.escaped(text) }

    // MARK: Feed

    /// Source: RFC 4287, read 2026-11-29.
    private func feed(_ notices: [NoticeLife]) -> String {
        let versions = notices.flatMap { notice in notice.versions.map { (notice, $0) } }
            .sorted { ($0.1.publishedAt, $0.0.id) > ($1.1.publishedAt, $1.0.id) }
        let entries = versions.map { notice, version in
            let updated = max(version.publishedAt, version.ended?.at ?? version.publishedAt)
            let address = "\(base)\(Self.name(notice.id))/v\(version.number)/"
            return """
                <entry>
                <id>\(Self.escape(address))</id>
                <title>Notice \(Self.escape(notice.id)), version \(version.number)</title>
                <updated>\(updated)</updated>
                <published>\(version.publishedAt)</published>
                <link rel="alternate" type="text/html" href="\(Self.escape(address))"/>
                <category term="\(notice.state(of: version, at: at).rawValue)"/>
                <summary>\(Self.escape(version.record.sources.joined(separator: ", "))) \(version.record.digest)</summary>
                </entry>
                """
        }
        let updated = versions.map { max($0.1.publishedAt, $0.1.ended?.at ?? $0.1.publishedAt) }.max() ?? at
        return """
            <?xml version="1.0" encoding="utf-8"?>
            <feed xmlns="http://www.w3.org/2005/Atom">
            <id>\(Self.escape(base))feed.atom</id>
            <title>Notices of \(Self.escape(origin))</title>
            <updated>\(updated)</updated>
            <link rel="self" href="\(Self.escape(base))feed.atom"/>
            <author><name>\(Self.escape(origin))</name></author>
            \(entries.joined(separator: "\n"))
            </feed>

            """
    }
}
