internal import Canonical

/// The names of a run's inputs in the order of its parts: enough to tell whether two runs read the same, and to say so.
struct ArchiveNames: Hashable, Sendable, CustomStringConvertible {
    let count: Int
    /// Empty if there are none.
    let first: String
    let last: String
    private let digest: Digest

    /// - Parameter names: without their folders.
    init(_ names: [String]) {
        count = names.count
        first = names.first ?? ""
        last = names.last ?? ""
        var writer = JSONWriter()
        writer.strings(names)
        digest = Digest(of: writer.bytes)
    }

    init?(json: JSONValue) {
        guard let count = json["count"]?.integer, let first = json["first"]?.string, let last = json["last"]?.string,
            let digest = json["digest"]?.string.flatMap({ Digest($0) })
        else { return nil }
        (self.count, self.first, self.last, self.digest) = (Int(count), first, last, digest)
    }

    var json: JSONValue {
        .object([
            .init("count", .integer(Int64(count))), .init("digest", .string(digest.hex)),
            .init("first", .string(first)),
            .init("last", .string(last)),
        ])
    }

    var description: String {
        switch count {
        case 0: "no input"
        case 1: "1 input (\(first))"
        case 2: "2 inputs (\(first), \(last))"
        default: "\(count) inputs (\(first) … \(last))"
        }
    }
}
