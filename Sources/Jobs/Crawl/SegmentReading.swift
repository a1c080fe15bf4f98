internal import Canonical
internal import Ledger
internal import Provenance
internal import Shards

/// Reads a published segment back: what it holds follows from its files, not from what a process remembers.
struct SegmentReading {
    let output: String
    let number: Int

    func mark() throws -> InputMark {
        let part = PartName(number: number, roll: 0)
        var counts = RunCounts()
        var seals: [PartFolder: FileSeal] = [:]
        for folder in PartFolder.allCases {
            seals[folder] = try seal(output + "/" + part.path(in: folder)) { (line) throws(ShardError) in
                guard folder == .evidence else { return }
                do {
                    let row = try EvidenceRow(line: line)
                    let isDocument = row.verdict.admits && row.decisions.last?.moment == .use
                    counts.add(row, textBytes: isDocument ? row.considered.document?.textBytes : nil)
                } catch {
                    throw ShardError(path: part.path(in: folder), problem: "\(error)")
                }
            }
        }
        let warc = SegmentFiles.warcName(number)
        let (digest, bytes) = try OutputFile.digest(output + "/" + warc)
        let seal = InputSeal(
            number: number, name: String(warc.dropFirst(5)), digest: digest, bytes: bytes,
            parts: [InputSeal.Part(name: part, seals: seals)])
        return InputMark(seal: seal, counts: counts, damage: [])
    }

    private func seal(_ path: String, _ body: ([UInt8]) throws(ShardError) -> Void) throws -> FileSeal {
        var tree = MerkleTree()
        var content = Digest.Hasher()
        var count = 0
        try RowFile.each(path) { (line) throws(ShardError) in
            tree.append(line)
            content.update(line)
            content.update([0x0A])
            count += line.count + 1
            try body(line)
        }
        let (digest, bytes) = try OutputFile.digest(path)
        return FileSeal(
            rows: tree.count, bytes: count, content: content.finish(), root: tree.root, file: digest, fileBytes: bytes)
    }
}
