/// A JSON value as Muniment stores it: integers only, keys kept in the order read.
///
/// A number with a fraction or an exponent, which other people's files may hold, is kept as its own text, so
/// that nothing is rounded. Source: RFC 8259; RFC 8785 for the canonical form, date read 2026-11-23.
public enum JSONValue: Hashable, Sendable {
    case null
    case bool(Bool)
    case integer(Int64)
    /// A number that is no integer of 53 bits, exactly as written.
    case number(String)
    case string(String)
    case array([JSONValue])
    case object([Member])

    /// One key and its value.
    public struct Member: Hashable, Sendable {
        public let key: String
        public let value: JSONValue

        public init(_ key: String, _ value: JSONValue) {
            self.key = key
            self.value = value
        }
    }

    /// The value of a key of an object, compared byte by byte; nil if there is none or this is no object.
    public subscript(key: String) -> JSONValue? {
        guard case .object(let members) = self else { return nil }
        return members.first { Self.isAlike($0.key, key) }?.value
    }

    /// Whether two keys are the same bytes. Swift calls some texts equal that are not, but none unequal that are.
    static func isAlike(_ one: String, _ other: String) -> Bool {
        one.utf8.count == other.utf8.count && one == other && one.utf8.elementsEqual(other.utf8)
    }

    public var string: String? { if case .string(let text) = self { text } else { nil } }
    public var integer: Int64? { if case .integer(let value) = self { value } else { nil } }
    public var bool: Bool? { if case .bool(let value) = self { value } else { nil } }
    public var array: [JSONValue]? { if case .array(let items) = self { items } else { nil } }
    public var members: [Member]? { if case .object(let members) = self { members } else { nil } }

    /// The canonical bytes: RFC 8785 with the profile of `docs/formats/canonical-json.md`.
    public var canonicalBytes: [UInt8] {
        var writer = JSONWriter()
        writer.value(self)
        return writer.bytes
    }
}
