internal import Canonical
internal import Ledger
internal import Provenance
internal import Shards

/// Writes the next revision of a part's file, beside it and under a name that nobody reads yet.
struct PartRevision {
    /// Ends the names of files that get their own when the recall is done.
    static let pending = ".new"

    let revisions: Revisions
    let part: PartName
    /// Where what is taken out is kept, if it must be.
    let hold: HoldWriter?

    struct Written {
        let part: RecallRecord.Part
        let rows: [RemovedRow]
    }

    /// Documents without those that are concerned; nil if none of them is in the part.
    ///
    /// - Throws: ``ShardError`` also if a document that evidence tells of is not there: then nothing may be called removed.
    func documents(_ hits: [Int: CoverSearch.Hit]) throws(ShardError) -> Written? {
        var due: [String: CoverSearch.Hit] = [:]
        for hit in hits.values where hit.isDocument && revisions.recall(of: hit.id) == nil { due[hit.id] = hit }
        guard !due.isEmpty else { return nil }
        var first = revisions.firstTree(part, in: .documents) ?? FirstTree(leaves: [:], isReplaced: false)
        let next = try begin(.documents)
        var rows: [RemovedRow] = []
        try RowFile.each(path(.documents)) { (line) throws(ShardError) in
            let id = try Self.id(of: line, path(.documents))
            if let hit = due.removeValue(forKey: id) {
                rows.append(Self.row(hit, .documents, part, first.place, line))
                try hold?.append(line, of: part, in: .documents)
            } else {
                try next.append(line)
            }
            line.withUnsafeBytes { first.append($0) }
        }
        if let missing = due.keys.sorted().first {
            throw ShardError(
                path: path(.documents),
                problem:
                    "has no document \(missing), which evidence tells of; `muniment audit verify` tells what is wrong")
        }
        return Written(part: try finish(next, .documents), rows: rows)
    }

    /// Evidence without the words of what is concerned; nil if there is none left to strip.
    func evidence(_ hits: [Int: CoverSearch.Hit]) throws(ShardError) -> Written? {
        let known = revisions.leaves(part, in: .evidence)
        let due = hits.filter { known[$0.key] == nil }
        guard !due.isEmpty else { return nil }
        let next = try begin(.evidence)
        var (rows, number): ([RemovedRow], Int) = ([], 0)
        try RowFile.each(path(.evidence)) { (line) throws(ShardError) in
            number += 1
            guard let hit = due[number] else { return try next.append(line) }
            let bare: [UInt8]
            do throws(RowError) { bare = try EvidenceRow(line: line).withoutWords.line } catch {
                throw ShardError(path: path(.evidence), problem: "row \(number): \(error)")
            }
            if bare != line {
                rows.append(Self.row(hit, .evidence, part, number, line))
                try hold?.append(line, of: part, in: .evidence)
            }
            try next.append(bare)
        }
        let written = try finish(next, .evidence)
        return rows.isEmpty ? nil : Written(part: written, rows: rows)
    }

    private func path(_ folder: PartFolder) -> String { "\(revisions.output)/\(revisions.path(part, in: folder))" }

    private func begin(_ folder: PartFolder) throws(ShardError) -> RowFileWriter {
        try RowFileWriter(path: "\(revisions.output)/\(next(folder))\(Self.pending)")
    }

    private func next(_ folder: PartFolder) -> String {
        part.path(in: folder, revision: revisions.revision(part, in: folder) + 1)
    }

    private func finish(_ writer: RowFileWriter, _ folder: PartFolder) throws(ShardError) -> RecallRecord.Part {
        RecallRecord.Part(
            folder: folder, name: part, revision: revisions.revision(part, in: folder) + 1, seal: try writer.finish())
    }

    private static func row(
        _ hit: CoverSearch.Hit, _ folder: PartFolder, _ part: PartName, _ place: Int, _ line: [UInt8]
    ) -> RemovedRow {
        RemovedRow(
            folder: folder, part: part, row: place, leaf: MerkleTree.leaf(line), id: hit.id, key: hit.key,
            text: hit.text, objections: hit.objections, why: hit.why)
    }

    /// The id of a document's line; the rest is not looked into.
    private static func id(of line: [UInt8], _ path: String) throws(ShardError) -> String {
        var id: String?
        do {
            try line.withUnsafeBytes { bytes in
                var scanner = CanonicalScanner(bytes)
                try scanner.object { (key, scanner) throws(JSONError) in
                    if key == "id" { id = try scanner.string().text } else { try scanner.skip() }
                }
            }
        } catch {
            throw ShardError(path: path, problem: "a row is no document: \(error)")
        }
        guard let id else { throw ShardError(path: path, problem: "a row has no id") }
        return id
    }
}

extension EvidenceRow {
    /// The row without a word of the page and without the sketch of its text.
    var withoutWords: EvidenceRow {
        var considered = considered.withoutWords
        considered.matchKeys.sketch = ""
        return EvidenceRow(id: id, kind: kind, considered: considered, decisions: decisions, trouble: trouble)
    }
}
