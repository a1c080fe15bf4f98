internal import Canonical
internal import Shards

/// One row that a recall took out of documents, or a purge stripped of words in evidence: a line of
/// `recalls/NNNNNN.jsonl.zst`. Format: `docs/formats/recall.md`, version 1.
///
/// It holds no URL and no word of the page: whoever was handed the row knows it by its id.
struct RemovedRow: Hashable, Sendable {
    /// Why a row is concerned.
    enum Reason: String, Hashable, Sendable {
        /// An objection covers it.
        case covered
        /// It has the payload or the text of one that is covered.
        case copy
    }

    let folder: PartFolder
    let part: PartName
    /// Its place in the part as that was first sealed, from 1.
    let row: Int
    /// Of the line as it was: what the part's first root was made of.
    let leaf: Digest
    let id: String
    /// The document's key; nil if the row had no text.
    let key: Digest?
    let text: Digest?
    let objections: [String]
    let why: Reason

    var line: [UInt8] {
        JSONValue.object([
            .init("folder", .string(folder.rawValue)), .init("id", .string(id)),
            .init("key", .string(key?.hex ?? "")), .init("leaf", .string(leaf.hex)),
            .init("objections", .array(objections.map { .string($0) })), .init("part", .string(part.description)),
            .init("row", .integer(Int64(row))), .init("text", .string(text?.hex ?? "")),
            .init("why", .string(why.rawValue)),
        ]).canonicalBytes
    }
}

extension RemovedRow {
    /// Reads ``line``.
    ///
    /// - Throws: ``RowError`` for a line that is not one, byte for byte.
    init(line: [UInt8]) throws(RowError) {
        let json: JSONValue
        do { json = try JSONReader.read(line) } catch {
            throw RowError(format: "recall 1", key: "", problem: error.description)
        }
        guard let folder = json["folder"]?.string.flatMap(PartFolder.init), folder != .sites,
            let part = json["part"]?.string.flatMap({ PartName($0) }), let row = json["row"]?.integer,
            let leaf = json["leaf"]?.string.flatMap({ Digest($0) }), let id = json["id"]?.string,
            let key = json["key"]?.string, let text = json["text"]?.string,
            let why = json["why"]?.string.flatMap(Reason.init), let objections = json["objections"]?.array
        else { throw RowError(format: "recall 1", key: "", problem: "is no row that was removed") }
        self.init(
            folder: folder, part: part, row: Int(row), leaf: leaf, id: id, key: Digest(key), text: Digest(text),
            objections: objections.compactMap(\.string), why: why)
        guard self.line == line else { throw RowError(format: "recall 1", key: "", problem: "is not canonical") }
    }
}
