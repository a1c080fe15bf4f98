extension WebURL {
    /// The scheme, in lower case, without its colon.
    public var scheme: String { text(0, parts.schemeEnd) }

    /// The user name, percent-encoded; empty if there is none.
    public var username: String {
        parts.hasHost ? text(parts.schemeEnd + 3, parts.usernameEnd) : ""
    }

    /// The password, percent-encoded; empty if there is none.
    public var password: String {
        guard parts.hasHost, parts.usernameEnd + 1 < parts.hostStart else { return "" }
        return text(parts.usernameEnd + 1, parts.hostStart - 1)
    }

    /// Whether a user name or password stands in the URL.
    public var hasUserinfo: Bool { parts.hasHost && parts.hostStart > parts.schemeEnd + 3 }

    /// The host as serialised: a domain in ASCII, a dotted IPv4 address, or an IPv6 address in brackets.
    /// Empty for `file:///`, nil when the URL has no authority at all.
    public var host: String? { parts.hasHost ? text(parts.hostStart, parts.hostEnd) : nil }

    /// The port, nil when it is the scheme's default or none is named.
    public var port: Int? { parts.port < 0 ? nil : Int(parts.port) }

    /// The path, with its leading slash, percent-encoded.
    public var path: String { text(parts.pathStart, parts.pathEnd) }

    /// The query without its question mark. An empty query (`/a?`) is "", a missing one nil.
    public var query: String? {
        parts.pathEnd < parts.queryEnd ? text(parts.pathEnd + 1, parts.queryEnd) : nil
    }

    /// The fragment without its `#`. An empty one is "", a missing one nil.
    public var fragment: String? {
        Int(parts.queryEnd) < href.utf8.count ? text(parts.queryEnd + 1, UInt32(href.utf8.count)) : nil
    }

    /// Path and query as sent in a request line; without the fragment. Never empty for http and https.
    public var pathAndQuery: String { text(parts.pathStart, parts.queryEnd) }

    /// Scheme, host and port; nil for the schemes that have none (`file`, `data`, `mailto` …).
    ///
    /// Source: WHATWG URL Standard, section 4.7 "Origin", read 2026-11-23.
    public var origin: Origin? {
        guard parts.scheme.defaultPort > 0 else { return nil }
        let port = parts.port < 0 ? parts.scheme.defaultPort : parts.port
        return Origin(scheme: scheme, host: text(parts.hostStart, parts.hostEnd), port: Int(port))
    }

    func text(_ start: UInt32, _ end: UInt32) -> String {
        let bytes = href.utf8
        let from = bytes.index(bytes.startIndex, offsetBy: Int(start))
        return String(href[from..<bytes.index(from, offsetBy: Int(end - start))])
    }
}
