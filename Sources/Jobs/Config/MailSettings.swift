public import Canonical
internal import Registry

/// `registry.mail`: how codes get to mailboxes.
public struct MailSettings: Hashable, Sendable {
    /// Where messages go.
    public enum Way: Hashable, Sendable {
        /// A mail server: `smtp://127.0.0.1:25` or `smtps://mail.example.org:465`.
        case server(String)
        /// A folder, relative to the settings file, in which another program finds messages, a file each, and sends them on.
        case spool(String)
    }

    /// Who the messages are from.
    public let from: String
    public let way: Way

    init(_ node: ConfigNode) throws(ConfigError) {
        let keys = try node.map(["from", "smtp", "spool"])
        guard let from = try keys["from"]?.string(), MailAddress(from) != nil else {
            throw (keys["from"] ?? node).fault("from: a mail address is due, like registry@example.org")
        }
        self.from = from
        switch (keys["smtp"], keys["spool"]) {
        case (let server?, nil): way = .server(try Self.server(server))
        case (nil, let folder?): way = .spool(try folder.string())
        default: throw node.fault("either smtp, a server, or spool, a folder, is due beside from")
        }
    }

    private static func server(_ node: ConfigNode) throws(ConfigError) -> String {
        let text = try node.string()
        let rest = text.hasPrefix("smtp://") ? text.dropFirst(7) : text.hasPrefix("smtps://") ? text.dropFirst(8) : ""
        guard !rest.isEmpty, !rest.contains(where: { "/?#@ \\".contains($0) || $0.isNewline }) else {
            throw node.fault("a mail server is due here, like smtp://127.0.0.1:25 or smtps://mail.example.org:465")
        }
        return text
    }
}
