public import Canonical

/// A place in an input that could not be read.
public struct Damage: Hashable, Sendable {
    /// The file's name without its folder.
    public let input: String
    public let offset: Int
    public let reason: String

    public init(input: String, offset: Int, reason: String) {
        self.input = input
        self.offset = offset
        self.reason = reason
    }

    var json: JSONValue {
        .object([
            .init("input", .string(input)), .init("offset", .integer(Int64(offset))), .init("reason", .string(reason)),
        ])
    }

    init?(json: JSONValue) {
        guard let input = json["input"]?.string, let offset = json["offset"]?.integer,
            let reason = json["reason"]?.string
        else { return nil }
        self.init(input: input, offset: Int(offset), reason: reason)
    }
}
