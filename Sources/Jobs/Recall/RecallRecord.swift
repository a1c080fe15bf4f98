internal import Canonical
internal import Shards

/// `recalls/NNNNNN.json` of an output: that rows were taken out of it, when, and what the parts concerned are now.
///
/// The recall is done when this file has its name: all else follows from it. Format: `docs/formats/recall.md`, version 1.
struct RecallRecord: Hashable, Sendable {
    static let version = 1

    /// How far it goes.
    enum Kind: String, Hashable, Sendable {
        /// Documents are taken out.
        case recall
        /// And words and payloads are taken out of evidence and archives.
        case purge
    }

    /// A part's file as the recall left it.
    struct Part: Hashable, Sendable {
        let folder: PartFolder
        let name: PartName
        let revision: Int
        let seal: FileSeal

        var path: String { name.path(in: folder, revision: revision) }
    }

    /// The archive of a crawl's segment as a purge left it.
    struct Archive: Hashable, Sendable {
        let number: Int
        let revision: Int
        let digest: Digest
        let bytes: Int
        /// Records whose block was taken out.
        let records: Int

        var path: String { Self.path(number, revision) }

        /// `warc/segment-000007.r1.warc.gz`; revision 0 is the file as it was first sealed.
        static func path(_ number: Int, _ revision: Int) -> String {
            let name = SegmentFiles.warcName(number)
            return revision == 0 ? name : name.replacing(".warc.gz", with: ".r\(revision).warc.gz")
        }
    }

    /// From 1, one more for each recall of the output.
    let number: Int
    let kind: Kind
    let at: Timestamp
    /// Of the snapshot, or of the list, that was held against the output.
    let source: Digest
    let manifest: Digest
    let parts: [Part]
    let archives: [Archive]
    /// Archives that a filter read and that hold what was purged, with the number of captures: the operator's to purge.
    let inputs: [String: Int]
    /// Of `recalls/NNNNNN.jsonl.zst`.
    let rows: FileSeal

    var bytes: [UInt8] { json.canonicalBytes + [0x0A] }
    var digest: Digest { Digest(of: bytes) }

    static func name(_ number: Int) -> String {
        let digits = String(number)
        return Revisions.folder + "/" + String(repeating: "0", count: max(0, 6 - digits.count)) + digits
    }

    /// Refuses an output of which recalls were done: whoever wrote its parts anew would put back what was taken out.
    ///
    /// - Parameter word: what is not to be done with it.
    static func refuse(in output: String, _ word: String) throws(JobError) {
        guard FileKind("\(output)/\(name(1)).json") != nil else { return }
        throw JobError(
            .usage,
            "\(output) is done, and documents were recalled from it: it is not \(word), lest they come back; begin a new output"
        )
    }

    private var json: JSONValue {
        .object([
            .init("archives", .array(archives.map(Self.json))), .init("at", .string(at.description)),
            .init("format", .integer(Int64(Self.version))),
            .init("inputs", .object(inputs.sorted { $0.key < $1.key }.map { .init($0, .integer(Int64($1))) })),
            .init("kind", .string(kind.rawValue)), .init("manifest", .string(manifest.hex)),
            .init("number", .integer(Int64(number))), .init("parts", .array(parts.map(Self.json))),
            .init("rows", rows.json), .init("source", .string(source.hex)),
        ])
    }

    private static func json(_ part: Part) -> JSONValue {
        .object([
            .init("folder", .string(part.folder.rawValue)), .init("part", .string(part.name.description)),
            .init("revision", .integer(Int64(part.revision))), .init("seal", part.seal.json),
        ])
    }

    private static func json(_ archive: Archive) -> JSONValue {
        .object([
            .init("bytes", .integer(Int64(archive.bytes))), .init("digest", .string(archive.digest.hex)),
            .init("number", .integer(Int64(archive.number))), .init("records", .integer(Int64(archive.records))),
            .init("revision", .integer(Int64(archive.revision))),
        ])
    }
}

extension RecallRecord {
    /// Reads a record.
    ///
    /// - Throws: ``RowError`` for what is no record, byte for byte.
    init(bytes: [UInt8]) throws(RowError) {
        func fault(_ problem: String) -> RowError { RowError(format: "recall 1", key: "", problem: problem) }
        let json: JSONValue
        do { json = try JSONReader.read(bytes) } catch { throw fault(error.description) }
        guard json["format"]?.integer == Int64(Self.version) else {
            throw fault("this program reads format \(Self.version)")
        }
        guard let number = json["number"]?.integer, let kind = json["kind"]?.string.flatMap(Kind.init),
            let at = json["at"]?.string.flatMap({ Timestamp(rfc3339: $0) }), let rows = json["rows"],
            let source = json["source"]?.string.flatMap({ Digest($0) }),
            let manifest = json["manifest"]?.string.flatMap({ Digest($0) }), let inputs = json["inputs"]?.members
        else { throw fault("is no record of a recall") }
        var parts: [Part] = []
        for item in json["parts"]?.array ?? [] { parts.append(try Self.part(item)) }
        self.init(
            number: Int(number), kind: kind, at: at, source: source, manifest: manifest, parts: parts,
            archives: (json["archives"]?.array ?? []).compactMap(Self.archive),
            inputs: Dictionary(inputs.map { ($0.key, Int($0.value.integer ?? 0)) }) { first, _ in first },
            rows: try FileSeal(json: rows))
        guard self.bytes == bytes else { throw fault("holds what no record of a recall has") }
    }

    private static func part(_ json: JSONValue) throws(RowError) -> Part {
        guard let folder = json["folder"]?.string.flatMap(PartFolder.init),
            let name = json["part"]?.string.flatMap({ PartName($0) }), let revision = json["revision"]?.integer,
            let seal = json["seal"]
        else { throw RowError(format: "recall 1", key: "parts", problem: "is no part") }
        return Part(folder: folder, name: name, revision: Int(revision), seal: try FileSeal(json: seal))
    }

    private static func archive(_ json: JSONValue) -> Archive? {
        guard let number = json["number"]?.integer, let revision = json["revision"]?.integer,
            let digest = json["digest"]?.string.flatMap({ Digest($0) }), let bytes = json["bytes"]?.integer,
            let records = json["records"]?.integer
        else { return nil }
        return Archive(
            number: Int(number), revision: Int(revision), digest: digest, bytes: Int(bytes), records: Int(records))
    }
}
