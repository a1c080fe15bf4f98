internal import Canonical
internal import Extraction
internal import Ledger
internal import Provenance
internal import Rights
internal import Shards

/// `manifest.json`, joined from what each input or segment came to. Format: `docs/formats/manifest.md`, version 1.
///
/// It holds no clock, host, path, worker or rank: two runs of one input set over the same inputs write the same bytes.
struct Manifest: Sendable {
    static let version = 1

    /// What ``inputSet(_:)`` gave when the run began.
    let inputSet: JSONValue
    let seals: [InputSeal]
    let counts: RunCounts
    let damage: [Damage]

    /// Canonical bytes with a newline.
    var bytes: [UInt8] { json.canonicalBytes + [0x0A] }

    private var json: JSONValue {
        .object([
            .init("counts", counts.json), .init("damage", .array(damage.map(\.json))),
            .init("format", .integer(Int64(Self.version))), .init("inputSet", inputSet),
            .init("inputs", .array(seals.map(\.json))),
            .init("protocols", .array(RightsProtocol.allCases.map { .string($0.rawValue) })),
            .init("root", .string(root.hex)),
        ])
    }

    /// The Merkle root over the evidence roots of all parts, in order.
    private var root: Digest {
        var tree = MerkleTree()
        for part in seals.flatMap(\.parts) { tree.append(part.seals[.evidence]?.root.bytes ?? []) }
        return tree.root
    }

    /// The names and digests of everything decisions depend on besides evidence.
    static func inputSet(_ inputs: InputSet) -> JSONValue {
        var members: [JSONValue.Member] = [
            .init("agent", .string(inputs.agent.text)), .init("at", .string(inputs.at.description)),
            .init("digest", .string(inputs.digest.hex)), .init("protocolSet", .string(RightsProtocol.setID)),
            .init("reader", .string(ReaderVersion.current)), .init("sketch", .string(TextFingerprint.algorithm)),
        ]
        for blob in inputs.blobs where blob.isNamed { members.append(.init(blob.name, .string(blob.digest.hex))) }
        return .object(members)
    }
}
