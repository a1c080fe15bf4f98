internal import Canonical
internal import Shards

/// Looks at what became of every record of an input: each row of its parts comes from one record, in order, and what was
/// skipped is what the mark counts.
struct RecordAudit {
    let files: AuditFiles
    let seal: InputSeal

    init(_ files: AuditFiles, _ seal: InputSeal) {
        self.files = files
        self.seal = seal
    }

    /// - Parameter skipped: counts what was skipped, by reason.
    /// - Returns: How many records are accounted for.
    func run(_ skipped: inout [String: Int]) -> Int {
        guard let due = seal.records else { return 0 }
        let file = RecordAccount.path(seal.number)
        var walk = RowWalk(parts: seal.parts)
        var (number, last): (Int, (Int, Int)) = (0, (-1, -1))
        do throws(ShardError) {
            let found = try SealedFile.read(files.path(file)) { line in
                number += 1
                do throws(RowError) {
                    let record = try RecordAccount(line: Array(line))
                    if (record.offset, record.ordinal) <= last {
                        throw RowError(format: "records 1", key: "", problem: "does not stand behind the one before it")
                    }
                    last = (record.offset, record.ordinal)
                    switch record.outcome {
                    case .row(let part, let row): try walk.take(part, row)
                    case .skipped(let reason): skipped[reason, default: 0] += 1
                    }
                } catch {
                    files.log.add(.row, file, "line \(number): \(error)")
                }
            }
            if found != due { files.log.add(.changed, file, "is not the account that was sealed") }
        } catch {
            files.log.add(FileKind(error.path) == nil ? .missing : .unreadable, file, error.problem)
        }
        if let rest = walk.rest { files.log.add(.count, file, "names no record for \(rest)") }
        return number
    }

    /// The rows of an input's parts, each of which is due next.
    private struct RowWalk {
        private var parts: [InputSeal.Part]
        private var row = 0

        init(parts: [InputSeal.Part]) { self.parts = parts }

        /// The next row that no record was named for; nil if there is none.
        var rest: String? {
            parts.enumerated().first { ($1.seals[.evidence]?.rows ?? 0) > ($0 == 0 ? row : 0) }
                .map { "a row of \($1.name)" }
        }

        mutating func take(_ part: PartName, _ number: Int) throws(RowError) {
            while let first = parts.first, row == first.seals[.evidence]?.rows ?? 0 {
                parts.removeFirst()
                row = 0
            }
            row += 1
            guard parts.first?.name == part, number == row else {
                throw RowError(
                    format: "records 1", key: "", problem: "names row \(number) of \(part), which is not the next")
            }
        }
    }
}
