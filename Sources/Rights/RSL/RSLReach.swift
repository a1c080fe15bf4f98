internal import WebAddress

/// What the `url` of a content reaches.
enum RSLReach: Hashable, Sendable {
    /// Empty: the scope of whatever led to the document.
    case placement
    /// A path pattern of RFC 9309.
    case path(PathPattern, narrowness: Int)
    /// A pattern on one host. `http` and `https` are one where it refuses, and two where it grants.
    case host(name: String, port: Int?, isSecure: Bool, path: PathPattern, narrowness: Int)
    /// A URI that is no web address, which names a work.
    case name

    /// Nil if the text is none of these.
    init?(_ text: String) {
        if text.isEmpty {
            self = .placement
        } else if text.hasPrefix("/") || text.hasPrefix("*") {
            let bytes = Array(text.utf8)[...]
            self = .path(PathPattern(bytes, .rfc), narrowness: Self.narrowness(bytes))
        } else {
            guard RSLToken.isAbsoluteURI(text) else { return nil }
            guard RSLToken.isWebURL(text) else { self = .name; return }
            guard let host = Self.host(text) else { return nil }
            self = host
        }
    }

    /// The authority is read as a URL's, the rest kept as written, since it is a pattern.
    private static func host(_ text: String) -> RSLReach? {
        let bytes = Array(text.utf8)
        guard let slashes = bytes.firstRange(of: Array("://".utf8)) else { return nil }
        let end = bytes[slashes.upperBound...].firstIndex { "/?#".utf8.contains($0) } ?? bytes.count
        // A pattern of hosts cannot be told from a host, and must not pass for one that is never met.
        guard !bytes[..<end].contains(where: { $0 == UInt8(ascii: "*") || $0 == UInt8(ascii: "$") }) else { return nil }
        var path = Array(bytes[end...].prefix { $0 != UInt8(ascii: "#") })
        if path.first != UInt8(ascii: "/") { path.insert(UInt8(ascii: "/"), at: 0) }
        do throws(WebURLError) {
            let origin = try CanonicalURL(ByteText.string(bytes[..<end]) + "/").origin
            return .host(
                name: origin.host, port: port(of: origin), isSecure: origin.scheme == "https",
                path: PathPattern(path[...], .rfc), narrowness: narrowness(path[...]))
        } catch {
            return nil
        }
    }

    /// Nil for the port that the scheme implies.
    private static func port(of origin: Origin) -> Int? {
        origin.port == (origin.scheme == "https" ? 443 : 80) ? nil : origin.port
    }

    /// How narrowly it reaches a page, more is narrower; nil if it does not.
    func reach(_ url: CanonicalURL, by association: RSLAssociation) -> Int? {
        switch (self, association) {
        case (.placement, .site): return 0
        case (_, .embedded), (.placement, _), (.name, .placement), (.host, .placement): return Int.max
        case (.name, _): return nil
        case (.path(let pattern, let narrowness), _): return Self.matches(pattern, url) ? narrowness : nil
        case (.host(let name, let port, _, let pattern, let narrowness), _):
            let origin = url.origin
            guard name == origin.host, port == Self.port(of: origin) else { return nil }
            return Self.matches(pattern, url) ? narrowness : nil
        }
    }

    /// Whether it names the other of `http` and `https` than an address has.
    func isOfOtherScheme(_ url: CanonicalURL) -> Bool {
        guard case .host(_, _, let isSecure, _, _) = self else { return false }
        return isSecure != (url.origin.scheme == "https")
    }

    private static func matches(_ pattern: PathPattern, _ url: CanonicalURL) -> Bool {
        pattern.matches(PathPattern.path(Array(url.pathAndQuery.utf8)[...], .rfc))
    }

    /// How narrow a pattern is, by its octets, but for those that change nothing: a wildcard at the end, several in a
    /// row, and the slash that every path begins with.
    private static func narrowness(_ pattern: ArraySlice<UInt8>) -> Int {
        var rest = pattern
        while rest.last == UInt8(ascii: "*") { rest.removeLast() }
        var (count, before): (Int, UInt8) = (0, 0)
        for byte in rest {
            if byte != UInt8(ascii: "*") || before != byte { count += 1 }
            before = byte
        }
        return rest.elementsEqual([UInt8(ascii: "/")]) ? 0 : count
    }
}
