internal import Canonical
internal import Ledger
internal import Registry
internal import Shards

/// Makes the key index of an output: `index/keys.bin`, `blocks.bin`, `tops.bin`, `frames.jsonl` and `index.json`.
///
/// Sorted on disk, so memory is bounded. The same rows give the same bytes. Format: `docs/formats/index.md`, version 2.
struct KeyIndexWriter {
    static let folder = "index"
    /// In the output's ``RunBundle/folder``: what the log gets of the index.
    static let entry = "index.jsonl"
    static let version = 2
    /// Of an index that keeps the roots of blocks and none of tops.
    static let withoutTops = 1
    /// Records of which one root is kept in `blocks.bin`, and roots of these of which one is kept in `tops.bin`.
    static let block = 256
    /// What an index consists of.
    static let names = ["index.json", "keys.bin", "blocks.bin", "tops.bin", "frames.jsonl"]

    let output: String

    /// - Returns: The number of records, and the root over them.
    /// - Throws: ``JobError`` also for evidence that is not as it was sealed: its index would prove what is not so.
    func write() throws(JobError) -> (count: Int, root: Digest) {
        try SealedParts(output).check(.evidence)
        do {
            let manifest = try Manifest(json: JSONReader.read(OutputFile.read(output + "/manifest.json")))
            let folder = "\(output)/\(Self.folder)"
            try OutputFile.makeFolder(folder)
            var sorter = ByteSorter(in: folder, named: "keys")
            var frames: [JSONValue] = []
            let revisions = try Revisions(output)
            for part in manifest.seals.flatMap(\.parts) { frames.append(try read(part.name, revisions, &sorter)) }
            let (count, root) = try drain(&sorter, folder)
            let lines: [UInt8] = frames.flatMap { (frame: JSONValue) -> [UInt8] in frame.canonicalBytes + [0x0A] }
            try OutputFile.replace("\(folder)/frames.jsonl", with: lines)
            let recalls = revisions.records.count
            let json = JSONValue.object(
                [
                    .init("count", .integer(Int64(count))), .init("format", .integer(Int64(Self.version))),
                    .init("frames", .string(Digest(of: lines).hex)),
                    .init("manifest", .string(Digest(of: manifest.bytes).hex)),
                ] + (recalls > 0 ? [.init("recalls", .integer(Int64(recalls)))] : [])
                    + [.init("root", .string(root.hex))])
            let bytes = json.canonicalBytes + [0x0A]
            try OutputFile.replace("\(folder)/index.json", with: bytes)
            try note(count: count, root: root, file: Digest(of: bytes))
            return (count, root)
        } catch {
            throw JobError(error)
        }
    }

    /// How many recalls had been done when an index was made, as its `index.json` says.
    static func recalls(_ path: String) throws(ShardError) -> Int {
        do { return Int(try JSONReader.read(OutputFile.read(path))["recalls"]?.integer ?? 0) } catch {
            throw ShardError(path: path, problem: "\(error); make it anew with `muniment audit index`")
        }
    }

    /// The index's entry for the log.
    private func note(count: Int, root: Digest, file: Digest) throws {
        guard let name = try OutputPlan.names(output).first,
            let plan = try OutputPlan.read("\(output)/manifests/\(name)")
        else { return }
        let line = RunLeaf.index(plan, count: count, root: root, file: file)
        try OutputFile.makeFolder("\(output)/\(RunBundle.folder)")
        try OutputFile.replace("\(output)/\(RunBundle.folder)/\(Self.entry)", with: line + [0x0A])
    }

    /// Gives the keys of a part's rows to the sorter.
    ///
    /// - Returns: Where its frames begin, by the number of the first row in each.
    private func read(_ part: PartName, _ revisions: Revisions, _ sorter: inout ByteSorter) throws -> JSONValue {
        var (frames, last): ([JSONValue], Int) = ([], -1)
        var number = 0
        let lines = try FramedLines("\(output)/\(revisions.path(part, in: .evidence))")
        while let (line, offset) = try lines.next() {
            number += 1
            if offset != last {
                frames.append(.array([.integer(Int64(number)), .integer(Int64(offset))]))
                last = offset
            }
            for key in IndexKey.keys(of: try EvidenceRow(line: line)) {
                try sorter.add(KeyRecord(key: key.digest, part: part, row: number, rows: 1).encoded)
            }
        }
        return .object([.init("frames", .array(frames)), .init("part", .string(part.description))])
    }

    private func drain(_ sorter: inout ByteSorter, _ folder: String) throws -> (count: Int, root: Digest) {
        let (keys, blocks) = (try AppendedFile("\(folder)/keys.bin"), try AppendedFile("\(folder)/blocks.bin"))
        let tops = try AppendedFile("\(folder)/tops.bin")
        var (tree, inBlock, inTop): (MerkleTree, MerkleTree, MerkleTree) = (MerkleTree(), MerkleTree(), MerkleTree())
        var pending: KeyRecord?
        var failure: ShardError?
        func endBlock() throws(ShardError) {
            try blocks.append(inBlock.root.bytes)
            inTop.append(leaf: inBlock.root)
            inBlock = MerkleTree()
        }
        func endTop() throws(ShardError) {
            try tops.append(inTop.root.bytes)
            inTop = MerkleTree()
        }
        func put(_ record: KeyRecord) throws(ShardError) {
            let bytes = record.encoded
            try keys.append(bytes)
            let leaf = MerkleTree.leaf(bytes)
            tree.append(leaf: leaf)
            inBlock.append(leaf: leaf)
            if inBlock.count == Self.block { try endBlock() }
            if inTop.count == Self.block { try endTop() }
        }
        try sorter.drain { (bytes) throws(RegistryError) in
            guard failure == nil, let record = KeyRecord(bytes) else { return }
            do throws(ShardError) {
                guard let before = pending else {
                    pending = record
                    return
                }
                if before.key == record.key, before.part == record.part {
                    pending = KeyRecord(
                        key: before.key, part: before.part, row: before.row, rows: before.rows + record.rows)
                } else {
                    try put(before)
                    pending = record
                }
            } catch {
                failure = error
            }
        }
        if let failure { throw failure }
        if let pending { try put(pending) }
        if inBlock.count > 0 { try endBlock() }
        if inTop.count > 0 { try endTop() }
        try keys.finish()
        try blocks.finish()
        try tops.finish()
        return (tree.count, tree.root)
    }
}
