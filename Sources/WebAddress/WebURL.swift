/// A URL, parsed and normalised as browsers do it.
///
/// Held as its serialisation and the places where its components begin, so comparing, hashing and storing
/// cost what they cost for a `String`. Two URLs are equal when their serialisations are. All components are
/// ASCII: what was not is percent-encoded or, in a host, Punycode.
///
/// This is not the form to key anything on: that is ``canonical``.
///
/// Source: WHATWG URL Standard, sections 3 to 4, read 2026-11-23. Departs from it in one thing: a query is always
/// encoded as UTF-8, never in the encoding of the page a link stands in.
public struct WebURL: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// The whole URL, serialised.
    public let href: String
    let parts: URLParts

    init(href: String, parts: URLParts) {
        self.href = href
        self.parts = parts
    }

    /// Parses a URL, or a reference relative to `base`.
    ///
    /// - Parameter text: As found; white space round it and tabs and newlines inside it are dropped, as the standard
    ///   says.
    /// - Throws: ``WebURLError`` if it is not a URL, with the reason; also if it is longer than 1 MiB.
    /// - Complexity: Linear in the length of `text` and `base`.
    public init(_ text: String, base: WebURL? = nil) throws(WebURLError) {
        var text = text
        let parsed = text.withUTF8 { URLParser.parse($0, base: base) }
        switch parsed {
        case .success(let url): self = url
        case .failure(let code): throw WebURLError(code, input: text)
        }
    }

    /// Parses a URL from UTF-8 bytes. Bytes that are not UTF-8 are read as U+FFFD.
    ///
    /// - Throws: ``WebURLError`` as for text.
    public init(utf8: some Collection<UInt8>, base: WebURL? = nil) throws(WebURLError) {
        try self.init(String(decoding: utf8, as: UTF8.self), base: base)
    }

    public static func == (one: WebURL, other: WebURL) -> Bool { one.href == other.href }
    public static func < (one: WebURL, other: WebURL) -> Bool { one.href < other.href }
    public func hash(into hasher: inout Hasher) { hasher.combine(href) }
    public var description: String { href }
}
