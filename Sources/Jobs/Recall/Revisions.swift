internal import Canonical
internal import Shards

/// What recalls made of an output: which revision of each file is the one that counts, and which rows of the first are gone.
///
/// Memory grows with the rows that were removed, not with those that are left.
struct Revisions: Sendable {
    static let folder = "recalls"

    /// A part's file, whichever revision.
    struct Key: Hashable {
        let folder: PartFolder
        let part: PartName
    }

    let output: String
    /// In the order of their numbers.
    private(set) var records: [RecallRecord] = []
    private(set) var removed: [RemovedRow] = []
    private var parts: [Key: RecallRecord.Part] = [:]
    private var archives: [Int: RecallRecord.Archive] = [:]
    private var leaves: [Key: [Int: Digest]] = [:]
    private var times: [String: (number: Int, at: Timestamp)] = [:]

    /// - Throws: ``JobError`` for records or rows that cannot be read.
    init(_ output: String) throws(JobError) {
        self.output = output
        while FileKind("\(output)/\(RecallRecord.name(records.count + 1)).json") == .file {
            try read(RecallRecord.name(records.count + 1))
        }
    }

    /// Those of an output whose records cannot be read: none.
    init(unreadable output: String) { self.output = output }

    private mutating func read(_ name: String) throws(JobError) {
        let path = "\(output)/\(name).json"
        do {
            let record = try RecallRecord(bytes: OutputFile.read(path))
            guard record.number == records.count + 1 else {
                throw ShardError(path: path, problem: "is the record of recall \(record.number)")
            }
            records.append(record)
            for part in record.parts { parts[Key(folder: part.folder, part: part.name)] = part }
            for archive in record.archives { archives[archive.number] = archive }
            for line in try RowFile.lines("\(output)/\(name).jsonl.zst") {
                let row = try RemovedRow(line: line)
                removed.append(row)
                leaves[Key(folder: row.folder, part: row.part), default: [:]][row.row] = row.leaf
                if row.folder == .documents { times[row.id] = (record.number, record.at) }
            }
        } catch {
            throw JobError(.couldNotRun, "\(path): \(error); restore \(Self.folder)/ from a copy")
        }
    }

    func revision(_ part: PartName, in folder: PartFolder) -> Int { latest(part, in: folder)?.revision ?? 0 }

    /// The later revision of a part's file that counts; nil while it is as it was first sealed.
    func latest(_ part: PartName, in folder: PartFolder) -> RecallRecord.Part? {
        parts[Key(folder: folder, part: part)]
    }

    /// The file that counts, below the output.
    func path(_ part: PartName, in folder: PartFolder) -> String {
        part.path(in: folder, revision: revision(part, in: folder))
    }

    /// Of the archive of a segment, the same.
    func latest(archive number: Int) -> RecallRecord.Archive? { archives[number] }

    func archivePath(_ number: Int) -> String {
        RecallRecord.Archive.path(number, archives[number]?.revision ?? 0)
    }

    /// What a file's rows were when they were first sealed; nil while they are as they were.
    func firstTree(_ part: PartName, in folder: PartFolder) -> FirstTree? {
        guard latest(part, in: folder) != nil else { return nil }
        return FirstTree(leaves: leaves(part, in: folder), isReplaced: folder == .evidence)
    }

    func leaves(_ part: PartName, in folder: PartFolder) -> [Int: Digest] {
        leaves[Key(folder: folder, part: part)] ?? [:]
    }

    /// When a document was taken out, and by which recall; nil while it is in.
    func recall(of id: String) -> (number: Int, at: Timestamp)? { times[id] }

    /// Every file that counts and is a later revision.
    var files: [RecallRecord.Part] {
        parts.values.sorted { ($0.name, $0.folder.rawValue) < ($1.name, $1.folder.rawValue) }
    }

    var archiveFiles: [RecallRecord.Archive] { archives.values.sorted { $0.number < $1.number } }
}
