internal import WebAddress

/// A source that a notice announces, and whether something belongs to it: a host with all below it, an address to the end of
/// a segment, or an identifier (`docs/formats/grounds.md`).
struct NoticeSource {
    let text: String

    enum Coverage {
        /// All that was asked about.
        case all
        /// Something on the host that was asked about.
        case part
    }

    /// - Returns: Nil if the notice does not touch it.
    func covers(_ asked: LookupWord) -> Coverage? {
        switch asked.meaning {
        case .identifier: return text.lowercased() == asked.text.lowercased() ? .all : nil
        case .page(let url): return covers(url) ? .all : nil
        case .host(let url):
            if covers(url) { return .all }
            guard let own = address else { return nil }
            return Self.lies(own.host, under: url.host) ? .part : nil
        case .nothing: return nil
        }
    }

    private var isIdentifier: Bool { ["doi:", "isbn:", "sha256:"].contains { text.hasPrefix($0) } }

    private var address: CanonicalURL? {
        guard !isIdentifier else { return nil }
        do { return try CanonicalURL(text.contains("://") ? text : "https://\(text)/") } catch { return nil }
    }

    private func covers(_ url: CanonicalURL) -> Bool {
        guard let own = address else { return false }
        guard text.contains("://") else { return Self.lies(url.host, under: own.host) }
        let (prefix, path) = (own.pathAndQuery, url.pathAndQuery)
        guard own.host == url.host, path.hasPrefix(prefix) else { return false }
        let rest = path.dropFirst(prefix.count)
        return rest.isEmpty || prefix.hasSuffix("/") || "/?".contains(rest.first ?? "/")
    }

    private static func lies(_ host: String, under other: String) -> Bool {
        host == other || host.hasSuffix("." + other)
    }
}
