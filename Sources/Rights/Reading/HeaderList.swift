/// The headers of a response in the order received, repeated ones kept apart.
public struct HeaderList: Hashable, Sendable {
    public struct Field: Hashable, Sendable {
        public let name: String
        public let value: String
    }

    public let fields: [Field]

    public init(_ fields: [(name: String, value: String)]) {
        self.fields = fields.map { Field(name: $0.name, value: $0.value) }
    }

    /// The values of a header, in order; the name is compared without regard to case.
    public func all(_ name: String) -> [String] {
        var values: [String] = []
        for field in fields where Self.isSame(field.name, name) { values.append(field.value) }
        return values
    }

    private static func isSame(_ one: String, _ other: String) -> Bool {
        one.utf8.count == other.utf8.count
            && zip(one.utf8, other.utf8).allSatisfy { ByteText.lower($0) == ByteText.lower($1) }
    }

    public func first(_ name: String) -> String? { all(name).first }
}
