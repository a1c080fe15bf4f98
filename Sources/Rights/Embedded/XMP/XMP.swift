public import Markup

/// The properties of one XMP packet, or of the RDF in another XML document.
///
/// Source: XMP Specification Part 1 (ISO 16684-1), section 7, read 2026-11-24. The forms that say the same are one:
/// attribute or element, `rdf:resource` or text, array or single value, with or without `x:xmpmeta` and `rdf:RDF`. A
/// prefix means nothing, only its namespace does.
public struct XMP: Sendable {
    /// One value of a property, an item of its array where it has one.
    public struct Value: Hashable, Sendable {
        public let text: String
        /// `xml:lang`, as written; empty for none.
        public let language: String
    }

    /// One property of the resource that the packet is about.
    public struct Property: Sendable {
        public let name: XMLName
        public let values: [Value]
        /// The element it stands in or on.
        public let element: Int
        /// What the description is about, as written; empty for the file itself.
        public let about: String

        /// The first value that says something, that of the default language before others.
        public var text: String {
            let stated = values.filter { !$0.text.isEmpty }
            return (stated.first { $0.language == "x-default" } ?? stated.first)?.text ?? ""
        }
    }

    public let reading: XMLReading
    public let properties: [Property]

    public init(_ bytes: [UInt8]) { self.init(XMLReader.read(Self.trimmed(bytes))) }

    public init(_ reading: XMLReading) {
        self.reading = reading
        properties = XMPProperties.read(reading)
    }

    /// All properties of a name, in document order.
    public func all(_ name: XMLName) -> [Property] { properties.filter { $0.name == name } }

    /// What the first property of a name that says something says; nil if none does.
    public func text(_ name: XMLName) -> String? { all(name).map(\.text).first { !$0.isEmpty } }

    /// The packet's padding may hold zero bytes, which XML does not allow.
    private static func trimmed(_ bytes: [UInt8]) -> [UInt8] {
        let end = bytes.lastIndex { $0 != 0 }.map { $0 + 1 } ?? 0
        return end == bytes.count ? bytes : Array(bytes[..<end])
    }
}
