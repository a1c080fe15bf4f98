/// Scheme, host and port: what a site file speaks for.
///
/// Take it from ``CanonicalURL/origin`` wherever it is a key, so that `example.com.` and `example.com` are one.
public struct Origin: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// In lower case.
    public let scheme: String
    /// As serialised in a URL; an IPv6 address stands in brackets.
    public let host: String
    /// The port, with the scheme's default filled in.
    public let port: Int

    init(scheme: String, host: String, port: Int) {
        self.scheme = scheme
        self.host = host
        self.port = port
    }

    /// Reads back an origin as ``description`` writes it. Spelling that a URL would allow is allowed here too.
    ///
    /// - Throws: ``WebURLError`` if the text is no URL, or has userinfo, a path, a query or a fragment.
    public init(_ text: String) throws(WebURLError) {
        let url = try WebURL(text)
        guard let origin = url.origin, url.href == origin.description + "/" else {
            throw WebURLError(.notOrigin, input: text)
        }
        self = origin
    }

    /// `https://example.com`, with `:port` only where it is not the scheme's default.
    public var description: String {
        let usual = Int(SchemeKind(Array(scheme.utf8)[...]).defaultPort)
        return port == usual ? "\(scheme)://\(host)" : "\(scheme)://\(host):\(port)"
    }

    /// A URL of this origin.
    ///
    /// - Parameter path: Path, optionally with query and fragment, e.g. `/robots.txt`. It can never lead to
    ///   another origin: `//other/` is a path that begins with an empty segment.
    public func resolve(_ path: String) -> WebURL {
        var path = path
        return path.withUTF8 { URLParser.parse(path: $0, at: self) }
    }

    public static func < (one: Origin, other: Origin) -> Bool {
        (one.host, one.scheme, one.port) < (other.host, other.scheme, other.port)
    }
}
