internal import Canonical
internal import Extraction
internal import Ledger
internal import Provenance
internal import Rights
internal import Shards

/// `manifest.json`, joined from what each input or segment came to. Format: `docs/formats/manifest.md`, version 2.
///
/// It holds no clock, host, path, worker or rank: two runs of one input set over the same inputs write the same bytes.
struct Manifest: Hashable, Sendable {
    static let version = 2

    /// What ``inputSet(_:)`` gave when the run began.
    let inputSet: JSONValue
    /// Over whatever besides input set and inputs may change a byte; see ``OutputPlan``.
    let means: Digest
    let seals: [InputSeal]
    let counts: RunCounts
    let damage: [Damage]

    /// Canonical bytes with a newline.
    var bytes: [UInt8] { json.canonicalBytes + [0x0A] }

    private var json: JSONValue {
        .object([
            .init("counts", counts.json), .init("damage", .array(damage.map(\.json))),
            .init("format", .integer(Int64(Self.version))), .init("inputSet", inputSet),
            .init("inputs", .array(seals.map(\.json))), .init("means", .string(means.hex)),
            .init("protocols", .array(RightsProtocol.allCases.map { .string($0.rawValue) })),
            .init("root", .string(root.hex)),
        ])
    }

    /// The Merkle root over the evidence roots of all parts, in order.
    var root: Digest {
        var tree = MerkleTree()
        for part in seals.flatMap(\.parts) { tree.append(part.seals[.evidence]?.root.bytes ?? []) }
        return tree.root
    }

    /// The names and digests of everything decisions depend on besides evidence.
    static func inputSet(_ inputs: InputSet) -> JSONValue {
        var members: [JSONValue.Member] = [
            .init("agent", .string(inputs.agent.text)), .init("at", .string(inputs.at.description)),
            .init("digest", .string(inputs.digest.hex)), .init("protocolSet", .string(RightsProtocol.setID)),
            .init("reader", .string(ReaderVersion.writing(inputs.text))),
            .init("sketch", .string(TextSketch.algorithm)),
            .init("source", .string(inputs.source)),
        ]
        for blob in inputs.blobs where blob.isNamed { members.append(.init(blob.name, .string(blob.digest.hex))) }
        return .object(members.sorted { JSONWriter.precedes($0.key, $1.key) })
    }

    init(inputSet: JSONValue, means: Digest, seals: [InputSeal], counts: RunCounts, damage: [Damage]) {
        self.inputSet = inputSet
        self.means = means
        self.seals = seals
        self.counts = counts
        self.damage = damage
    }

    /// Reads a manifest; whether it is whole and true is an audit's to say.
    ///
    /// - Throws: ``RowError`` naming the key.
    init(json: JSONValue) throws(RowError) {
        func fault(_ key: String, _ problem: String) -> RowError {
            RowError(format: "manifest \(Self.version)", key: key, problem: problem)
        }
        guard json["format"]?.integer == Int64(Self.version) else {
            throw fault("format", "this program reads format \(Self.version)")
        }
        guard let inputSet = json["inputSet"], inputSet.members != nil else { throw fault("inputSet", "is missing") }
        guard let means = json["means"]?.string.flatMap({ Digest($0) }) else { throw fault("means", "is missing") }
        guard let counts = json["counts"].flatMap({ RunCounts(json: $0) }) else { throw fault("counts", "is missing") }
        guard let items = json["damage"]?.array, let inputs = json["inputs"]?.array else {
            throw fault("", "damage and inputs are due")
        }
        let damage = items.compactMap { Damage(json: $0) }
        guard damage.count == items.count else { throw fault("damage", "cannot be read") }
        var seals: [InputSeal] = []
        for input in inputs { seals.append(try InputSeal(json: input)) }
        self.init(inputSet: inputSet, means: means, seals: seals, counts: counts, damage: damage)
    }
}
