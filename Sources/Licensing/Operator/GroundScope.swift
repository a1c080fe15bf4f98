internal import Canonical
internal import Provenance
internal import WebAddress

/// What an entry of an operator's file covers: a host with all below it, the pages under an address, or an identifier.
///
/// `example.com`, `https://example.com/archive/`, `doi:10.1000/182`, `sha256:…`.
public enum GroundScope: Hashable, Sendable {
    case host(String)
    /// A path ends at a segment: `/a` covers `/a` and `/a/b`, not `/ab`.
    case prefix(host: String, path: String)
    case identifier(String)

    /// - Throws: ``ConfigError`` for what is none of these.
    init(_ node: ConfigNode) throws(ConfigError) {
        let text = try node.filledText()
        if let identifier = try Self.identifier(text, node) {
            self = .identifier(identifier)
            return
        }
        let isAddress = text.contains("://")
        guard isAddress || !text.contains(where: { "/ ?#@".contains($0) }) else {
            throw node.fault("\(text): an address needs its scheme (https://…), a host stands alone")
        }
        do throws(WebURLError) {
            let url = try CanonicalURL(isAddress ? text : "https://\(text)/")
            self = isAddress ? .prefix(host: url.host, path: url.pathAndQuery) : .host(url.host)
        } catch {
            throw node.fault("\(text) is no address and no host: \(error)")
        }
    }

    /// A digest or a public identifier in its one form; nil for a text that begins as neither.
    private static func identifier(_ text: String, _ node: ConfigNode) throws(ConfigError) -> String? {
        if text.hasPrefix("sha256:") {
            guard let digest = Digest(text) else { throw node.fault("\(text) is not sha256: and 64 hex digits") }
            return digest.description
        }
        do throws(IdentifierError) { return try Identifier.named(text)?.text } catch {
            throw node.fault("\(error)")
        }
    }

    var host: String? {
        switch self {
        case .host(let host): host
        case .prefix(let host, _): host
        case .identifier: nil
        }
    }
}
