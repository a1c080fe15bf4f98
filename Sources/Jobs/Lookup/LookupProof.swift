public import Canonical
internal import Ledger
internal import Shards

/// That a key is in a run's index, or that it is not: checked by itself, without the run.
///
/// A key that is there is shown by its record; one that is not by the two records between which it would stand.
public struct LookupProof: Sendable {
    static let version = 1

    struct Shown: Hashable, Sendable {
        let record: KeyRecord
        let inclusion: InclusionProof
    }

    public let key: IndexKey
    public let count: Int
    public let root: Digest
    /// SHA-256 of the manifest that the index is of.
    public let manifest: Digest
    let shown: [Shown]

    init(_ key: IndexKey, in index: KeyIndex) throws(JobError) {
        self.key = key
        (count, root) = (index.count, index.root)
        do { manifest = Digest(of: try OutputFile.read(index.output + "/manifest.json")) } catch {
            throw JobError(error)
        }
        let place = index.place(of: key.digest)
        let isIn = place < index.count && index.record(place).key == key.digest
        var shown: [Shown] = []
        for place in isIn ? [place] : [place - 1, place] where index.count > place && place >= 0 {
            shown.append(Shown(record: index.record(place), inclusion: try index.inclusion(place)))
        }
        self.shown = shown
    }

    /// What the proof shows: true for in, false for not in.
    ///
    /// - Throws: ``JobError`` `finding` if it shows nothing.
    public func isIn() throws(JobError) -> Bool {
        for item in shown {
            guard item.inclusion.size == count,
                item.inclusion.root(of: MerkleTree.leaf(item.record.encoded)) == root
            else { throw fault("a record does not lead to the index's root") }
        }
        if let item = shown.first, shown.count == 1, item.record.key == key.digest { return true }
        try checkAbsence()
        return false
    }

    /// The neighbours must stand side by side, and the key between them.
    private func checkAbsence() throws(JobError) {
        let digest = key.digest
        if count == 0 {
            guard shown.isEmpty, root == Digest(of: []) else { throw fault("an empty index has no records") }
            return
        }
        let before = shown.filter { $0.record.key < digest }
        let after = shown.filter { $0.record.key > digest }
        guard before.count + after.count == shown.count, before.count <= 1, after.count <= 1, !shown.isEmpty else {
            throw fault("the neighbours do not stand on either side of the key")
        }
        let isLast = before.first?.inclusion.index == count - 1
        let isFirst = after.first?.inclusion.index == 0
        let isBetween = before.first.flatMap { one in after.first.map { $0.inclusion.index == one.inclusion.index + 1 }
        }
        guard isBetween ?? (before.isEmpty ? isFirst : isLast) else {
            throw fault("the neighbours do not stand side by side")
        }
    }

    /// Holds the proof against an output: it must be of the manifest and of the index that are there, and what it shows to be
    /// in must stand in the evidence at its place.
    ///
    /// - Returns: When the document that the proof shows was taken out; nil if it still is in, or never was one. The proof
    ///   itself stands: it was in as the run was first sealed. Of a recall its receipt is checked, too.
    /// - Throws: ``JobError`` `finding` for a proof of another run or index, and for evidence that is not as it was sealed.
    public func recalled(in output: String) throws(JobError) -> Timestamp? {
        let sealed = try SealedParts(output)
        guard sealed.finished.digest == manifest else {
            throw JobError(.finding, "\(output) is not the run that the proof is of: its manifest is another")
        }
        let index = try KeyIndex(output)
        guard index.root == root, index.count == count else {
            throw JobError(.finding, "the proof is not of the index of \(output): its root or count is another")
        }
        guard try isIn(), let record = shown.first?.record else { return nil }
        try sealed.check(.evidence, of: [record.part])
        let row = try index.row(record.part, record.row)
        guard IndexKey.keys(of: row).contains(key) else {
            throw JobError(
                .finding, "\(output): row \(record.row) of \(record.part) does not have what the proof shows to be in")
        }
        guard let (number, at) = index.revisions.recall(of: row.id) else { return nil }
        let name = "\(output)/\(RecallRecord.name(number))"
        do {
            let receipt = try RecallReceipt(
                bytes: OutputFile.read(name + ".receipt.json"), file: name + ".receipt.json")
            guard receipt.record == Digest(of: try OutputFile.read(name + ".json")) else {
                throw JobError(.finding, "\(name).receipt.json is the receipt of another recall")
            }
        } catch {
            throw JobError(error)
        }
        return at
    }

    private func fault(_ words: String) -> JobError { JobError(.finding, "the proof shows nothing: \(words)") }

    public var json: JSONValue {
        .object([
            .init(
                "index",
                .object([
                    .init("count", .integer(Int64(count))), .init("manifest", .string(manifest.hex)),
                    .init("root", .string(root.hex)),
                ])),
            .init("format", .integer(Int64(Self.version))),
            .init("key", .object([.init("kind", .string(key.kind.rawValue)), .init("value", .string(key.value))])),
            .init(
                "records",
                .array(
                    shown.map {
                        .object([
                            .init("bytes", .string(Hex.encode($0.record.encoded))),
                            .init("inclusion", $0.inclusion.json),
                        ])
                    })),
        ])
    }

    private static let due =
        "a file is due that `muniment audit lookup --proof` wrote, or the receipt of an objection, whole and as it was given"

    private static func json(_ bytes: [UInt8], _ path: String) throws(JobError) -> JSONValue {
        do throws(JSONError) { return try JSONReader.read(bytes) } catch {
            throw JobError(.finding, "\(path): \(error); \(due)")
        }
    }

    /// Reads a proof's file.
    ///
    /// - Throws: ``JobError`` `finding` for what is no proof, saying what is due.
    public init(reading path: String) throws(JobError) {
        do {
            let json = try Self.json(OutputFile.read(path), path)
            let index = json["index"]
            guard json["format"]?.integer == Int64(Self.version),
                let kind = json["key"]?["kind"]?.string.flatMap(IndexKey.Kind.init(rawValue:)),
                let value = json["key"]?["value"]?.string, let count = index?["count"]?.integer,
                let root = index?["root"]?.string.flatMap({ Digest($0) }),
                let manifest = index?["manifest"]?.string.flatMap({ Digest($0) }), let items = json["records"]?.array
            else { throw JobError(.finding, "\(path): is no proof of a look-up; \(Self.due)") }
            key = IndexKey(kind, value)
            (self.count, self.root, self.manifest) = (Int(count), root, manifest)
            let shown = items.compactMap { item -> Shown? in
                guard
                    let record = item["bytes"]?.string.flatMap({ Hex.decode(Array($0.utf8)) }).flatMap({ KeyRecord($0) }
                    ),
                    let inclusion = item["inclusion"].flatMap({ InclusionProof(json: $0) })
                else { return nil }
                return Shown(record: record, inclusion: inclusion)
            }
            guard shown.count == items.count else {
                throw JobError(.finding, "\(path): a record of the proof cannot be read")
            }
            self.shown = shown
        } catch {
            throw JobError(error)
        }
    }
}
