internal import Canonical
internal import Shards

/// `releases/NNNNNN.json` of an output: that its documents were handed out, as which revisions, and to whom.
/// Format: `docs/formats/recall.md`, version 1.
struct ReleaseRecord: Hashable, Sendable {
    static let folder = "releases"
    static let version = 1

    /// From 1.
    let number: Int
    let at: Timestamp
    let recipient: String
    let manifest: Digest
    /// How many recalls had been done: what those took out was not handed out.
    let recalls: Int
    /// So that nobody who sees the digest in a log can try out names of recipients: 32 hex digits at random.
    let nonce: String

    var bytes: [UInt8] {
        JSONValue.object([
            .init("at", .string(at.description)), .init("format", .integer(Int64(Self.version))),
            .init("manifest", .string(manifest.hex)), .init("nonce", .string(nonce)),
            .init("number", .integer(Int64(number))), .init("recalls", .integer(Int64(recalls))),
            .init("recipient", .string(recipient)),
        ]).canonicalBytes + [0x0A]
    }

    var digest: Digest { Digest(of: bytes) }

    static func name(_ number: Int) -> String {
        let digits = String(number)
        return "\(folder)/" + String(repeating: "0", count: max(0, 6 - digits.count)) + digits + ".json"
    }

    /// All releases of an output, in their order.
    static func all(_ output: String) throws(JobError) -> [ReleaseRecord] {
        var records: [ReleaseRecord] = []
        while FileKind("\(output)/\(name(records.count + 1))") == .file {
            let path = "\(output)/\(name(records.count + 1))"
            do {
                let record = try ReleaseRecord(bytes: OutputFile.read(path))
                guard record.number == records.count + 1 else {
                    throw ShardError(path: path, problem: "is the record of release \(record.number)")
                }
                records.append(record)
            } catch {
                throw JobError(.couldNotRun, "\(path): \(error); restore it from a copy")
            }
        }
        return records
    }
}

extension ReleaseRecord {
    /// - Throws: ``RowError`` for what is no record, byte for byte.
    init(bytes: [UInt8]) throws(RowError) {
        let json: JSONValue
        do { json = try JSONReader.read(bytes) } catch {
            throw RowError(format: "release 1", key: "", problem: error.description)
        }
        guard json["format"]?.integer == Int64(Self.version), let number = json["number"]?.integer,
            let at = json["at"]?.string.flatMap({ Timestamp(rfc3339: $0) }), let recipient = json["recipient"]?.string,
            let manifest = json["manifest"]?.string.flatMap({ Digest($0) }), let recalls = json["recalls"]?.integer,
            let nonce = json["nonce"]?.string
        else { throw RowError(format: "release 1", key: "", problem: "is no record of a release") }
        self.init(
            number: Int(number), at: at, recipient: recipient, manifest: manifest, recalls: Int(recalls), nonce: nonce)
        guard self.bytes == bytes else {
            throw RowError(format: "release 1", key: "", problem: "holds what no record of a release has")
        }
    }
}
