public import Canonical
internal import Foundation
public import Ledger
internal import Shards

/// An operator's append-only log: a folder with `log.json`, `entries.jsonl`, `checkpoint` and `checkpoints/`.
///
/// Format: `docs/formats/ledger.md`, version 1. The leaf of an entry is its line without its line feed; the tree is that
/// of RFC 9162. One writer at a time holds the folder's lock; readers need none, since lines are only ever added.
public struct OperatorLog: Sendable {
    public static let version = 1

    public let folder: String
    /// The name in the first line of its checkpoints, and of the key that signs them.
    public let origin: String
    /// Leaf hashes, in order.
    private var leaves: [Digest] = []

    public var size: Int { leaves.count }

    private var entries: String { folder + "/entries.jsonl" }
    private var head: String { folder + "/checkpoint" }

    /// Makes an empty log.
    ///
    /// - Throws: ``JobError`` `usage` for a folder that holds something, and for a name that is none.
    public static func make(_ folder: String, origin: String) throws(JobError) {
        do {
            _ = try SigningKey(newNamed: origin)
            let file = folder + "/log.json"
            guard !OutputFile.exists(file) else { throw JobError(.usage, "\(folder) is a log already") }
            try OutputFile.makeFolder(folder + "/checkpoints")
            let json = JSONValue.object([
                .init("format", .integer(Int64(version))), .init("origin", .string(origin)),
            ])
            try OutputFile.replace(folder + "/entries.jsonl", with: [])
            try OutputFile.replace(file, with: json.canonicalBytes + [0x0A])
        } catch {
            throw JobError(error)
        }
    }

    /// Reads a log, and holds its entries against its newest checkpoint.
    ///
    /// - Throws: ``JobError`` `couldNotRun` for what is no log; `finding` for one whose entries are not those it signed.
    public init(_ folder: String) throws(JobError) {
        self.folder = folder
        do {
            let json = try JSONReader.read(OutputFile.read(folder + "/log.json"))
            guard json["format"]?.integer == Int64(Self.version), let origin = json["origin"]?.string else {
                throw JobError(.couldNotRun, "\(folder)/log.json: a log of format \(Self.version) is due")
            }
            self.origin = origin
            var leaves: [Digest] = []
            let reader = try SealReader(folder + "/entries.jsonl")
            while try reader.next({ leaves.append(MerkleTree.leaf($0)) }) {}
            self.leaves = leaves
        } catch {
            throw JobError(error)
        }
        try check()
    }

    private func check() throws(JobError) {
        guard let checkpoint = try newest() else { return }
        guard checkpoint.origin == origin, checkpoint.size <= size, try root(of: checkpoint.size) == checkpoint.root
        else {
            throw JobError(
                .finding,
                "\(entries): its first \(checkpoint.size) entries are not those that \(head) was signed over; restore the file"
            )
        }
    }

    /// The newest checkpoint; nil before the first.
    public func newest() throws(JobError) -> Checkpoint? {
        guard OutputFile.exists(head) else { return nil }
        do { return try Checkpoint(bytes: OutputFile.read(head), subject: head) } catch { throw JobError(error) }
    }

    /// The root over the first `size` entries.
    public func root(of size: Int) throws(JobError) -> Digest {
        do { return try MerkleProofs(leaves).root(of: size) } catch { throw JobError(error) }
    }

    /// Appends the lines that are not in the log yet, in their order.
    ///
    /// - Returns: How many were.
    public mutating func append(_ lines: [[UInt8]]) throws(JobError) -> Int {
        do {
            let turn = try FolderTurn(folder)
            defer { withExtendedLifetime(turn) {} }
            // Another writer may have been here since.
            self = try OperatorLog(folder)
            var known = Set(leaves)
            var bytes: [UInt8] = []
            var count = 0
            for line in lines {
                let leaf = MerkleTree.leaf(line)
                guard known.insert(leaf).inserted else { continue }
                leaves.append(leaf)
                bytes += line + [0x0A]
                count += 1
            }
            if count > 0 { try OutputFile.append(bytes, to: entries) }
            return count
        } catch {
            throw JobError(error)
        }
    }

    /// Whether the log has an entry.
    public func holds(_ line: [UInt8]) -> Bool { leaves.contains(MerkleTree.leaf(line)) }

    /// The seals of a society's pool, each one line of JSON as it stands in `close.json`, in the order of the log.
    ///
    /// A seal of before societies were named in it is one of any.
    public func settlements(of pool: String, society: String) throws(JobError) -> [[UInt8]] {
        var seals: [[UInt8]] = []
        do {
            for line in try RowFile.lines(entries) {
                let entry = try JSONReader.read(line)
                guard entry["type"]?.string == "settlement", let body = entry["close"]?.string else { continue }
                let close = try JSONReader.read(Array(body.utf8))
                guard close["pool"]?.string == pool, (close["society"]?.string ?? society) == society else { continue }
                let seal = (entry.members ?? []).filter { $0.key != "type" && $0.key != "v" }
                seals.append(JSONValue.object(seal).canonicalBytes + [0x0A])
            }
        } catch { throw JobError(error) }
        return seals
    }

    /// An entry of a use that is none: nobody can have recorded it so, or its signature is not its key's.
    public struct BadUse: Hashable, Sendable, CustomStringConvertible {
        public let file: String
        public let line: Int
        public let reason: String

        public var description: String { "\(file):\(line): \(reason)" }
    }

    /// The uses that were recorded, in the order of the log, each with the key it is signed by; and the entries that say they
    /// are uses and are none, which take nothing from the others.
    public func uses() throws(JobError) -> (good: [(record: UseRecord, key: VerifyingKey)], bad: [BadUse]) {
        var (good, bad): ([(record: UseRecord, key: VerifyingKey)], [BadUse]) = ([], [])
        let lines: [[UInt8]]
        do { lines = try RowFile.lines(entries) } catch { throw JobError(error) }
        for (index, line) in lines.enumerated() {
            do throws(JobError) {
                if let use = try UseRecord.read(line) { good.append(use) }
            } catch { bad.append(BadUse(file: entries, line: index + 1, reason: error.message)) }
        }
        return (good, bad)
    }

    /// A recall as the log has it.
    struct Recall: Hashable {
        let number: Int
        let record: Digest
    }

    /// The recalls that were done of a run, in the order of the log.
    func recalls(of run: Digest) throws(JobError) -> [Recall] {
        var found: [Recall] = []
        do {
            for line in try RowFile.lines(entries) {
                let entry = try JSONReader.read(line)
                guard entry["type"]?.string == "recall", entry["run"]?.string == run.hex else { continue }
                guard let number = entry["number"]?.integer, (1...999_999).contains(number),
                    let record = entry["record"]?.string.flatMap({ Digest($0) })
                else { throw JobError(.finding, "\(entries): an entry of a recall of \(run.hex) cannot be read") }
                found.append(Recall(number: Int(number), record: record))
            }
        } catch {
            throw JobError(error)
        }
        return found
    }

    /// Appends what the bundles of outputs hold, of all or of none.
    ///
    /// - Throws: ``JobError`` `finding`, with file and line, for a line that is no entry of a run: nothing is added then.
    public mutating func add(outputs: [String]) throws(JobError) -> Int {
        var lines: [[UInt8]] = []
        for output in outputs {
            let placed: [(file: String, number: Int, line: [UInt8])]
            do { placed = try RunBundle.placed(of: output) } catch {
                throw JobError(.couldNotRun, "\(error); an output of crawl or filter with its ledger/ folder is due")
            }
            var next: [String: Int] = [:]
            for (file, number, line) in placed {
                guard let fault = RunLeaf.fault(in: line) ?? RunLeaf.gap(in: line, &next[file, default: 1]) else {
                    continue
                }
                throw JobError(
                    .finding,
                    "\(file), line \(number): \(fault); nothing was added. Restore the output's ledger/ folder")
            }
            lines += placed.map(\.line)
        }
        return try append(lines)
    }

    /// Signs the head, and keeps it.
    public func checkpoint(_ key: SigningKey) throws(JobError) -> Checkpoint {
        try checkSigner(key)
        do {
            let turn = try FolderTurn(folder)
            defer { withExtendedLifetime(turn) {} }
            var checkpoint = Checkpoint(origin: origin, size: size, root: try root(of: size))
            try checkpoint.sign(with: key)
            try OutputFile.replace("\(folder)/checkpoints/\(size)", with: checkpoint.bytes)
            try OutputFile.replace(head, with: checkpoint.bytes)
            return checkpoint
        } catch {
            throw JobError(error)
        }
    }

    /// That one head continues another; both must be heads of this log.
    public func consistency(from older: Checkpoint, to newer: Checkpoint) throws(JobError) -> ConsistencyProof {
        guard older.size <= newer.size, newer.size <= size else {
            throw JobError(.finding, "checkpoints of \(older.size) and \(newer.size) entries; the log has \(size)")
        }
        do {
            let path = try MerkleProofs(leaves).consistency(from: older.size, to: newer.size)
            let proof = ConsistencyProof(older: older.size, newer: newer.size, path: path)
            guard older.origin == newer.origin, proof.holds(from: older.root, to: newer.root) else {
                throw JobError(
                    .finding, "the checkpoint of \(newer.size) entries does not continue that of \(older.size)")
            }
            return proof
        } catch {
            throw JobError(error)
        }
    }

    /// That a line stands in the log as a checkpoint has it; nil if it does not stand there.
    public func inclusion(of line: [UInt8], in checkpoint: Checkpoint) throws(JobError) -> InclusionProof? {
        guard checkpoint.size <= size else {
            throw JobError(.finding, "the checkpoint has \(checkpoint.size) entries, and the log \(size)")
        }
        let leaf = MerkleTree.leaf(line)
        guard let index = leaves.prefix(checkpoint.size).lastIndex(of: leaf) else { return nil }
        do {
            let path = try MerkleProofs(leaves).inclusion(of: index, in: checkpoint.size)
            return InclusionProof(index: index, size: checkpoint.size, path: path)
        } catch {
            throw JobError(error)
        }
    }
}
