public import Canonical

/// How far a log had come when a snapshot was made of it.
public struct LogHead: Hashable, Sendable, CustomStringConvertible {
    public let origin: String
    /// Events.
    public let size: Int
    /// Of the Merkle tree over their lines.
    public let root: Digest
    /// The signed note of the head (C2SP tlog-checkpoint), whole.
    public let checkpoint: String

    init(origin: String, size: Int, root: Digest, checkpoint: String) {
        (self.origin, self.size, self.root, self.checkpoint) = (origin, size, root, checkpoint)
    }

    public var description: String { "\(origin), \(size) events, root \(root)" }

    public var json: JSONValue {
        .object([
            .init("checkpoint", .string(checkpoint)), .init("origin", .string(origin)),
            .init("root", .string(root.description)), .init("size", .integer(Int64(size))),
        ])
    }

    init?(_ value: JSONValue) {
        guard let origin = value["origin"]?.string, let size = value["size"]?.integer, size >= 0,
            let root = value["root"]?.string.flatMap({ Digest($0) }), let checkpoint = value["checkpoint"]?.string
        else { return nil }
        self.init(origin: origin, size: Int(size), root: root, checkpoint: checkpoint)
    }
}
