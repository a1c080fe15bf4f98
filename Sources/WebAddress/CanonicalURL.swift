/// The one form of a web address that frontier, robots paths, registry keys and address guard share.
///
/// Made from a parsed URL by these steps, and by no others: http or https only; no userinfo; the fragment is
/// dropped; a percent-escape of an unreserved character is decoded and all others get upper-case digits; the
/// host's root dot is dropped. Making it twice changes nothing.
///
/// Query parameters are neither sorted nor removed, and http and https stay apart: both would claim that two addresses
/// are one resource, which only their server knows.
///
/// Source: RFC 3986, sections 6.2.2.1 and 6.2.2.2, over the WHATWG URL Standard; both read 2026-11-23.
public struct CanonicalURL: Hashable, Comparable, Sendable, CustomStringConvertible {
    public let url: WebURL

    /// - Throws: ``WebURLError`` with code `notWeb`, `userinfo` or `unresolvableHost`.
    public init(_ url: WebURL) throws(WebURLError) {
        guard url.parts.scheme == .http || url.parts.scheme == .https else {
            throw WebURLError(.notWeb, input: url.href)
        }
        guard !url.hasUserinfo else { throw WebURLError(.userinfo, input: url.href) }
        guard let canonical = Canonicalisation.apply(to: url) else {
            throw WebURLError(.unresolvableHost, input: url.href)
        }
        self.url = canonical
    }

    /// Parses and makes canonical in one step.
    ///
    /// - Throws: ``WebURLError`` if the text is no URL or has no canonical form.
    public init(_ text: String, base: WebURL? = nil) throws(WebURLError) {
        try self.init(WebURL(text, base: base))
    }

    public var text: String { url.href }
    public var description: String { url.href }
    public var host: String { url.text(url.parts.hostStart, url.parts.hostEnd) }
    public var pathAndQuery: String { url.pathAndQuery }

    public var origin: Origin {
        let port = url.parts.port < 0 ? url.parts.scheme.defaultPort : url.parts.port
        return Origin(scheme: url.scheme, host: host, port: Int(port))
    }

    public static func < (one: CanonicalURL, other: CanonicalURL) -> Bool { one.url < other.url }
}

extension WebURL {
    /// The canonical form, or nil where there is none. ``CanonicalURL/init(_:)`` says why there is none.
    public var canonical: CanonicalURL? {
        do throws(WebURLError) {
            return try CanonicalURL(self)
        } catch {
            return nil
        }
    }
}
