internal import Canonical
public import WebAddress

/// What an entry of an operator's file covers: a host with all below it, the pages under an address, or an identifier.
///
/// `example.com`, `https://example.com/archive/`, `doi:10.1/x`, `sha256:…`.
public enum GroundScope: Hashable, Sendable {
    case host(String)
    /// A path ends at a segment: `/a` covers `/a` and `/a/b`, not `/ab`.
    case prefix(host: String, path: String)
    case identifier(String)

    /// - Throws: ``ConfigError`` for what is none of these.
    init(_ node: ConfigNode) throws(ConfigError) {
        let text = try node.filledText()
        if text.hasPrefix("doi:") || text.hasPrefix("sha256:") || text.hasPrefix("isbn:") {
            self = .identifier(text.lowercased())
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

    var host: String? {
        switch self {
        case .host(let host): host
        case .prefix(let host, _): host
        case .identifier: nil
        }
    }
}
