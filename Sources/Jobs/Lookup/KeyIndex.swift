internal import Canonical
internal import Ledger
internal import Registry
internal import Shards

/// A key index as it lies in an output, mapped: a look-up reads a few pages of it.
struct KeyIndex {
    let output: String
    let count: Int
    let root: Digest
    private let keys: MappedFile
    private let blocks: MappedFile
    /// Nil for an index of version 1.
    private let tops: MappedFile?
    /// Which revision of a part a row is to be read from, and what was taken out.
    let revisions: Revisions
    private let frames: [String: [(row: Int, offset: Int)]]

    /// - Throws: ``JobError`` if there is none, or it is of another manifest than the output's.
    init(_ output: String) throws(JobError) {
        self.output = output
        let folder = "\(output)/\(KeyIndexWriter.folder)"
        guard FileKind(folder + "/index.json") == .file else {
            throw JobError(.couldNotRun, "\(output) has no key index; make it with `muniment audit index \(output)`")
        }
        do {
            let json = try JSONReader.read(OutputFile.read(folder + "/index.json"))
            let manifest = try OutputFile.read(output + "/manifest.json")
            let version = json["format"]?.integer.map { Int($0) }
            guard version == KeyIndexWriter.version || version == KeyIndexWriter.withoutTops,
                let count = json["count"]?.integer,
                let root = json["root"]?.string.flatMap({ Digest($0) }),
                json["manifest"]?.string == Digest(of: manifest).hex
            else {
                throw JobError(
                    .couldNotRun,
                    "\(folder): is not the index of this manifest; make it anew with `muniment audit index`")
            }
            (self.count, self.root) = (Int(count), root)
            (keys, blocks) = (try MappedFile(folder + "/keys.bin"), try MappedFile(folder + "/blocks.bin"))
            tops = version == KeyIndexWriter.version ? try MappedFile(folder + "/tops.bin") : nil
            var frames: [String: [(row: Int, offset: Int)]] = [:]
            let lines = try OutputFile.read(folder + "/frames.jsonl")
            if version == KeyIndexWriter.version, json["frames"]?.string != Digest(of: lines).hex {
                throw JobError(
                    .couldNotRun,
                    "\(folder)/frames.jsonl: is not what index.json tells of; make both anew with `muniment audit index`"
                )
            }
            for line in lines.split(separator: 0x0A).map({ Array($0) }) {
                let json = try JSONReader.read(line)
                frames[json["part"]?.string ?? ""] = (json["frames"]?.array ?? []).compactMap { pair in
                    guard let row = pair.array?.first?.integer, let offset = pair.array?.last?.integer else {
                        return nil
                    }
                    return (Int(row), Int(offset))
                }
            }
            self.frames = frames
            revisions = try Revisions(output)
        } catch {
            throw JobError(error)
        }
        guard keys.bytes.count == count * KeyRecord.bytes else {
            throw JobError(
                .couldNotRun,
                "\(folder)/keys.bin: has not the \(count) records that index.json tells of; make it anew with `muniment audit index`"
            )
        }
    }

    /// The record at a place, which must be below ``count``.
    func record(_ place: Int) -> KeyRecord {
        let start = place * KeyRecord.bytes
        // There are always 48 bytes, so this cannot be nil.
        return KeyRecord(keys.bytes[start..<(start + KeyRecord.bytes)])!
    }

    /// The first place whose key is not before this one.
    func place(of key: Digest) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if record(middle).key < key { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// All records of a key.
    func records(of key: Digest) -> [KeyRecord] {
        var found: [KeyRecord] = []
        var place = place(of: key)
        while place < count, record(place).key == key {
            found.append(record(place))
            place += 1
        }
        return found
    }

    /// The roots that are kept, of each 256 records.
    var blockRoots: [Digest] { Self.roots(blocks) }

    /// The roots over each 256 of these; nil where none are kept.
    var topRoots: [Digest]? { tops.map { Self.roots($0) } }

    private static func roots(_ file: MappedFile, _ range: Range<Int>? = nil) -> [Digest] {
        let all = 0..<(file.bytes.count / 32)
        return (range?.clamped(to: all) ?? all).compactMap { Digest(bytes: file.bytes[($0 * 32)..<($0 * 32 + 32)]) }
    }

    /// That a record stands at its place. Nodes above the blocks are made from the roots that are kept: of its top those of
    /// the blocks, and beside it those of the tops.
    func inclusion(_ place: Int) throws(JobError) -> InclusionProof {
        let size = KeyIndexWriter.block
        let first = place / size * size
        let leaves = (first..<min(first + size, count)).map { MerkleTree.leaf(record($0).encoded) }
        do {
            var path = try MerkleProofs(leaves).inclusion(of: place - first, in: leaves.count)
            let block = first / size
            if let tops {
                let start = block / size * size
                path += try Self.path(block - start, in: Self.roots(blocks, start..<(start + size)))
                path += try Self.path(block / size, in: Self.roots(tops))
            } else {
                path += try Self.path(block, in: blockRoots)
            }
            let proof = InclusionProof(index: place, size: count, path: path)
            guard proof.root(of: MerkleTree.leaf(record(place).encoded)) == root else {
                throw JobError(
                    .couldNotRun,
                    "\(output)/index: is not what its root was made of; make it anew with `muniment audit index`")
            }
            return proof
        } catch {
            throw JobError(error)
        }
    }

    private static func path(_ place: Int, in roots: [Digest]) throws -> [Digest] {
        guard roots.indices.contains(place) else { return [] }
        return try MerkleProofs(roots).inclusion(of: place, in: roots.count)
    }

    /// Reads a row by its number in a part.
    func row(_ part: PartName, _ number: Int) throws(JobError) -> EvidenceRow {
        let start = frames[part.description]?.last { $0.row <= number } ?? (1, 0)
        let path = "\(output)/\(revisions.path(part, in: .evidence))"
        do {
            let lines = try FramedLines(path, from: start.offset)
            for _ in start.row..<number { _ = try lines.next() }
            guard let (line, _) = try lines.next() else {
                throw JobError(
                    .couldNotRun,
                    "\(path): has no row \(number), and the index names it; `muniment audit verify` tells what is wrong"
                )
            }
            return try EvidenceRow(line: line)
        } catch {
            throw JobError(error)
        }
    }
}
