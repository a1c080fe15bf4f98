internal import Canonical
internal import Shards

/// For each recipient of a release what a later recall took out of it: `recalls/NNNNNN-release-NNNNNN.jsonl`, to be handed
/// to them. Format: `docs/formats/recall.md`, version 1.
struct RemovalLists {
    let revisions: Revisions

    init(_ revisions: Revisions) { self.revisions = revisions }

    /// The lists that are due: a release and each recall after it have one.
    func due(_ releases: [ReleaseRecord]) -> [(name: String, bytes: [UInt8])] {
        revisions.records.flatMap { record in
            releases.filter { $0.recalls < record.number }.map {
                (Self.name(record, $0), Self.bytes(record, $0, revisions))
            }
        }
    }

    /// Names of the lists of one recall.
    func names(of number: Int) throws(JobError) -> [String] {
        let releases = try ReleaseRecord.all(revisions.output)
        return revisions.records.filter { $0.number == number }.flatMap { record in
            releases.filter { $0.recalls < number }.map { Self.name(record, $0) }
        }
    }

    private static func name(_ record: RecallRecord, _ release: ReleaseRecord) -> String {
        let number = PathText.name(of: ReleaseRecord.name(release.number)).replacing(".json", with: "")
        return "\(PathText.name(of: RecallRecord.name(record.number)))-release-\(number).jsonl"
    }

    /// The bytes of one list: a head, then a line for each document.
    private static func bytes(_ record: RecallRecord, _ release: ReleaseRecord, _ revisions: Revisions) -> [UInt8] {
        let rows = revisions.removed.filter {
            $0.folder == .documents && revisions.recall(of: $0.id)?.number == record.number
        }
        let head = JSONValue.object([
            .init("at", .string(record.at.description)), .init("documents", .integer(Int64(rows.count))),
            .init("format", .string("muniment.removal/1")), .init("manifest", .string(release.manifest.hex)),
            .init("recall", .string(record.digest.hex)), .init("recipient", .string(release.recipient)),
            .init("release", .string(release.digest.hex)),
        ])
        var bytes = head.canonicalBytes + [0x0A]
        for row in rows {
            bytes +=
                JSONValue.object([
                    .init("id", .string(row.id)), .init("key", .string(row.key?.hex ?? "")),
                    .init("part", .string(row.part.description)), .init("text", .string(row.text?.hex ?? "")),
                ]).canonicalBytes + [0x0A]
        }
        return bytes
    }

    /// Writes those that are not there yet.
    func write() throws {
        for (name, bytes) in due(try ReleaseRecord.all(revisions.output)) {
            let path = "\(revisions.output)/\(Revisions.folder)/\(name)"
            if !OutputFile.exists(path) { try OutputFile.replace(path, with: bytes) }
        }
    }
}
