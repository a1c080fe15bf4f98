public import WebAddress

/// A document that a site file names by an absolute URL.
public enum NamedDocument {
    /// The canonical URL of what a site file names.
    ///
    /// - Parameter text: As written, without the space around it.
    /// - Returns: Nil for anything but an absolute https URL. RSL documents are fetched over https only (RSL 1.0,
    ///   section 8, read 2026-11-24); policies are held to the same.
    public static func url(_ text: String) -> CanonicalURL? {
        guard text.prefix(8).lowercased() == "https://" else { return nil }
        do throws(WebURLError) { return try CanonicalURL(text) } catch { return nil }
    }
}

extension RobotsFile {
    /// What the licence lines that count for an agent name, in order and once each: those of its group, else those
    /// outside groups (RSL 1.0, section 4.4, read 2026-11-24), then those that were meant as such.
    public func rslURLs(for agent: ProductToken) -> [CanonicalURL] {
        let statements = licences(for: agent) + licenceLookAlikes(for: agent)
        return Self.once(statements.compactMap { NamedDocument.url($0.value) })
    }

    /// What licence lines name, for whatever agent, in order and once each.
    public var documents: [CanonicalURL] {
        Self.once(
            rules.filter { $0.kind == .licence || $0.kind == .licenceLookAlike }.compactMap {
                NamedDocument.url(ByteText.string($0.value))
            })
    }

    /// Whether an agent may take nothing at all: a rule disallows every path, and none allows one.
    public func refusesAll(_ agent: ProductToken) -> Bool {
        let own = (plain.rules(for: agent) ?? []).map { rules[$0] }
        guard !own.contains(where: { $0.kind == .allow && $0.rfc != nil }) else { return false }
        return own.contains { $0.kind == .disallow && ($0.rfc?.matchesEverything ?? false) }
    }

    private static func once(_ urls: [CanonicalURL]) -> [CanonicalURL] {
        var seen: Set<CanonicalURL> = []
        return urls.filter { seen.insert($0).inserted }
    }
}

extension TDMRepFile {
    /// The policies its rules name, in order and once each.
    public var policies: [CanonicalURL] {
        var seen: Set<CanonicalURL> = []
        return rules.compactMap { $0.statement.policy.flatMap(NamedDocument.url) }.filter { seen.insert($0).inserted }
    }
}
