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
            let path = part.path(in: folder)
            seals[folder] = try SealedFile.read(output + "/" + path) { (line) throws(ShardError) in
                guard folder == .evidence else { return }
                do {
                    let row = try EvidenceRow(line: Array(line))
                    let isDocument = row.verdict.admits && row.decisions.last?.moment == .use
                    counts.add(row, textBytes: isDocument ? row.considered.document?.textBytes : nil)
                } catch {
                    throw ShardError(path: path, problem: "\(error)")
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
}
