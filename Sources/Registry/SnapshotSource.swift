internal import Canonical
internal import Provenance

/// What a snapshot is written from.
struct SnapshotSource {
    private let compiledAt: Timestamp
    private let publicSuffixList: [UInt8]
    private let objectionsDigest: Digest
    /// In the order of the file.
    private let objections: [Objection]

    /// - Parameter lines: In the order of their ids.
    init(compiledAt: Timestamp, publicSuffixList: [UInt8], lines: [ObjectionReader.Line]) {
        self.compiledAt = compiledAt
        self.publicSuffixList = publicSuffixList
        var hasher = Digest.Hasher()
        for line in lines { hasher.update(line.bytes + [0x0A]) }
        objectionsDigest = hasher.finish()
        objections = lines.map(\.objection).sorted {
            ($0.scope.kind.rawValue, $0.scope.key, $0.id) < ($1.scope.kind.rawValue, $1.scope.key, $1.id)
        }
    }

    /// The bytes of the file: header, entries, Public Suffix List, and the digest of all of these.
    func written() -> [UInt8] {
        var out = header.json.canonicalBytes + [0x0A]
        out.reserveCapacity(out.count + objections.count * 256 + publicSuffixList.count * 2)
        var writer = JSONWriter()
        for objection in objections {
            writer.reset()
            Self.write(objection, to: &writer)
            out += writer.bytes
            out.append(0x0A)
        }
        let list = String(decoding: publicSuffixList, as: UTF8.self)
        out += JSONValue.object([.init("public_suffix_list", .string(list))]).canonicalBytes + [0x0A]
        let digest = Digest(of: out)
        out += JSONValue.object([.init("sha256", .string(digest.hex))]).canonicalBytes + [0x0A]
        return out
    }

    private var header: SnapshotHeader {
        var scopes: [ScopeKind: Int] = [:]
        for objection in objections { scopes[objection.scope.kind, default: 0] += 1 }
        return SnapshotHeader(
            compiledAt: compiledAt, entries: objections.count, scopes: scopes, objections: objectionsDigest,
            publicSuffixList: Digest(of: publicSuffixList))
    }

    private static func write(_ objection: Objection, to writer: inout JSONWriter) {
        writer.object { writer in
            writer.key("from")
            writer.string(objection.effectiveFrom.description)
            writer.key("id")
            writer.string(objection.id)
            writer.key("key")
            writer.string(objection.scope.key)
            writer.key("recorded")
            writer.string(objection.recordedAt.description)
            writer.key("scope")
            writer.string(objection.scope.kind.rawValue)
            writer.key("standing")
            writer.string(objection.standing.rawValue)
            writer.key("state")
            writer.string(objection.state.rawValue)
            writer.key("to")
            writer.string(objection.effectiveTo?.description ?? "")
            writer.key("uses")
            writer.string(objection.uses.map(\.rawValue).joined(separator: " "))
        }
    }
}
