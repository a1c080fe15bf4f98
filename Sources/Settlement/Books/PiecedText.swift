internal import Shards

/// Text on its way into a file, a piece at a time.
struct PiecedText {
    private static let piece = 1 << 20

    private var bytes: [UInt8] = []

    init() { bytes.reserveCapacity(Self.piece + 4096) }

    mutating func add(_ text: String, to put: OutputFile.Put) throws(ShardError) {
        bytes.append(contentsOf: text.utf8)
        if bytes.count >= Self.piece { try flush(to: put) }
    }

    mutating func add(_ fields: [String], to put: OutputFile.Put) throws(ShardError) {
        for (place, field) in fields.enumerated() {
            if place > 0 { bytes.append(0x09) }
            bytes.append(contentsOf: field.utf8)
        }
        try add("\n", to: put)
    }

    mutating func flush(to put: OutputFile.Put) throws(ShardError) {
        try put(bytes)
        bytes.removeAll(keepingCapacity: true)
    }
}
