internal import Shards

/// Some rows of a part of evidence, for workers that share the rows of an output.
struct EvidenceBatch: Sendable {
    private static let size = 128

    let lines: [[UInt8]]
    /// Below the output.
    let path: String
    let part: PartName
    /// The number of its first row in the part, from 1.
    let first: Int

    var weight: Int { lines.reduce(0) { $0 + $1.count } }

    /// Gives all rows of an output, in the order of parts and rows.
    ///
    /// - Throws: ``JobError`` if the folder is no output or a part cannot be read to its end.
    static func each(_ output: String, _ body: (EvidenceBatch) throws(JobError) -> Void) throws(JobError) {
        for name in try OutputFolder.contents(of: "evidence", in: output) where name.hasSuffix(".jsonl.zst") {
            let path = "evidence/\(name)"
            guard let part = PartName(name.prefix { $0 != "." }) else {
                throw JobError(.couldNotRun, "\(output)/\(path): is no part of evidence")
            }
            var (lines, first): ([[UInt8]], Int) = ([], 1)
            do {
                // Whether the file is as it was sealed, its digest tells: its rows need not be hashed for that.
                let reader = try FramedLines("\(output)/\(path)")
                while let item = try reader.next() {
                    lines.append(item.line)
                    guard lines.count == size else { continue }
                    try body(EvidenceBatch(lines: lines, path: path, part: part, first: first))
                    first += lines.count
                    lines.removeAll(keepingCapacity: true)
                }
            } catch {
                throw JobError(error)
            }
            if !lines.isEmpty { try body(EvidenceBatch(lines: lines, path: path, part: part, first: first)) }
        }
    }
}
