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
        let wanted = ByteText.lowercased(name)
        return fields.filter { ByteText.equals(Array($0.name.utf8)[...], wanted) }.map(\.value)
    }

    public func first(_ name: String) -> String? { all(name).first }
}
