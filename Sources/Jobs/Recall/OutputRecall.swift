public import Canonical
public import Ledger
public import Registry
internal import Shards

/// `muniment recall` and `muniment purge`: takes out of runs what objections now cover.
///
/// Source: licensing bases 5.7, date read 2026-11-30. Formats: `docs/formats/recall.md`.
public struct OutputRecall: Sendable {
    /// How far it goes.
    public enum Kind: Sendable { case recall, purge }

    /// What came of one output.
    public struct Outcome: Sendable {
        public let output: String
        /// Taken out, or to be.
        public let documents: Int
        /// Of them those that only copy what is covered.
        public let copies: Int
        /// Rows of evidence without their words.
        public let rows: Int
        /// Files of parts that have a new revision.
        public let parts: [String]
        /// Records of the crawl's archives whose block is gone.
        public let records: Int
        /// Archives that a filter read and that hold what was purged: the operator's to purge.
        public let inputs: [String: Int]
        /// Lists for the recipients of releases.
        public let lists: [String]
        /// Of the record; nil if nothing was done.
        public let record: Digest?

        public var json: JSONValue {
            .object([
                .init("copies", .integer(Int64(copies))), .init("documents", .integer(Int64(documents))),
                .init("event", .string("recall")),
                .init("inputs", .object(inputs.sorted { $0.key < $1.key }.map { .init($0, .integer(Int64($1))) })),
                .init("lists", .array(lists.map { .string($0) })), .init("output", .string(output)),
                .init("parts", .array(parts.map { .string($0) })), .init("record", .string(record?.hex ?? "")),
                .init("records", .integer(Int64(records))), .init("rows", .integer(Int64(rows))),
            ])
        }
    }

    private let kind: Kind
    private let source: Digest
    private let search: CoverSearch
    private let at: Timestamp
    private let hold: LegalHold?

    /// - Parameters:
    ///   - snapshot: with the objections to hold against the outputs.
    ///   - source: the digest it is known by: its own, or that of the list it was made of.
    ///   - at: when; objections that do not block then cover nothing.
    public init(
        _ kind: Kind, snapshot: Snapshot, source: Digest, at: Timestamp, hold: LegalHold? = nil, workers: Int = 1
    ) {
        (self.kind, self.source, self.at, self.hold) = (kind, source, at, hold)
        search = CoverSearch(snapshot: snapshot, at: at, takesUncertain: kind == .recall, workers: workers)
    }

    /// What would be done; nothing is written.
    public func preview(_ outputs: [String]) throws(JobError) -> [Outcome] {
        let found = try find(outputs)
        var outcomes: [Outcome] = []
        for (output, hits) in zip(outputs, found) {
            let revisions = try Revisions(output)
            let documents = hits.values.flatMap(\.values).filter { $0.isDocument && revisions.recall(of: $0.id) == nil }
            let rows = hits.map { part, rows in
                kind == .purge ? rows.keys.filter { revisions.leaves(part, in: .evidence)[$0] == nil }.count : 0
            }
            let parts = hits.filter { _, rows in
                rows.values.contains { $0.isDocument && revisions.recall(of: $0.id) == nil }
            }
            let after = parts.keys.map { $0.path(in: .documents, revision: revisions.revision($0, in: .documents) + 1) }
            outcomes.append(
                Outcome(
                    output: output, documents: documents.count, copies: documents.count { $0.why == .copy },
                    rows: rows.reduce(0, +), parts: after.sorted(), records: 0,
                    inputs: try inputs(hits, FinishedOutput(output)), lists: [], record: nil))
        }
        return outcomes
    }

    /// Does it, one output after the other. A kill leaves each as it was, or done but for what the next call finishes.
    ///
    /// - Throws: ``JobError``; outputs before the one it names are done.
    public func run(_ outputs: [String], key: SigningKey) throws(JobError) -> [Outcome] {
        do {
            var locks: [RunLock] = []
            for output in outputs {
                _ = try FinishedOutput(output)
                locks.append(try RunLock(folder: output))
                try RecallFinish(output).finish()
            }
            defer { withExtendedLifetime(locks) {} }
            let found = try find(outputs)
            var outcomes: [Outcome] = []
            for (output, hits) in zip(outputs, found) { outcomes.append(try run(output, hits, key)) }
            return outcomes
        } catch {
            throw JobError(error)
        }
    }

    /// What is concerned. Only parts that are as they were sealed can tell: of a row that is gone nothing would be found.
    private func find(_ outputs: [String]) throws(JobError) -> [CoverSearch.Hits] {
        var sealed: [SealedParts] = []
        for output in outputs {
            let parts = try SealedParts(output)
            guard at >= parts.finished.plan.at else {
                throw JobError(
                    .usage, "\(at) is before \(output) was decided (\(parts.finished.plan.at)); give a later --at")
            }
            try parts.check(.evidence)
            sealed.append(parts)
        }
        let found = try search.run(outputs)
        for (parts, hits) in zip(sealed, found) { try parts.check(.documents, of: Set(hits.keys)) }
        return found
    }

    private func run(_ output: String, _ hits: CoverSearch.Hits, _ key: SigningKey) throws -> Outcome {
        let finished = try FinishedOutput(output)
        let revisions = try Revisions(output)
        let number = revisions.records.count + 1
        let holder = hits.isEmpty ? nil : try hold?.writer(finished.run, number)
        var (parts, rows): ([RecallRecord.Part], [RemovedRow]) = ([], [])
        for (name, found) in hits.sorted(by: { $0.key < $1.key }) {
            let revision = PartRevision(revisions: revisions, part: name, hold: holder)
            var written = [try revision.documents(found)]
            if kind == .purge { written.append(try revision.evidence(found)) }
            for case let part? in written {
                parts.append(part.part)
                rows += part.rows
            }
        }
        let archives = try purge(hits, finished, revisions, number, holder)
        guard !parts.isEmpty || !archives.isEmpty else { return nothing(output) }
        let record = RecallRecord(
            number: number, kind: kind == .purge ? .purge : .recall, at: at, source: source,
            manifest: finished.digest, parts: parts, archives: archives, inputs: try inputs(hits, finished),
            rows: try write(rows, "\(output)/\(RecallRecord.name(number)).jsonl.zst"))
        try holder?.finish(.string(record.digest.hex))
        let documents = rows.filter { $0.folder == .documents }
        let receipt = try RecallReceipt(record, documents: documents.count, key: key)
        try OutputFile.replace("\(output)/\(RecallRecord.name(number)).receipt.json", with: receipt.bytes)
        // From here on it is done, whatever happens.
        try OutputFile.replace("\(output)/\(RecallRecord.name(number)).json", with: record.bytes)
        try RecallFinish(output).finish()
        return Outcome(
            output: output, documents: documents.count, copies: documents.count { $0.why == .copy },
            rows: rows.count - documents.count, parts: parts.map(\.path),
            records: archives.reduce(0) { $0 + $1.records }, inputs: record.inputs,
            lists: try RemovalLists(Revisions(output)).names(of: number), record: record.digest)
    }

    private func write(_ rows: [RemovedRow], _ path: String) throws(ShardError) -> FileSeal {
        try OutputFile.makeFolder(PathText.folder(of: path))
        let writer = try RowFileWriter(path: path)
        for row in rows { try writer.append(row.line) }
        return try writer.finish()
    }

    private func purge(
        _ hits: CoverSearch.Hits, _ finished: FinishedOutput, _ revisions: Revisions, _ number: Int,
        _ holder: HoldWriter?
    ) throws(ShardError) -> [RecallRecord.Archive] {
        guard kind == .purge, finished.isCrawl else { return [] }
        let purge = ArchivePurge(
            revisions: revisions, ids: Set(hits.values.flatMap(\.values).map(\.id)), record: (number, at), hold: holder)
        var archives: [RecallRecord.Archive] = []
        for seal in finished.manifest.seals {
            if let archive = try purge.run(seal.number) { archives.append(archive) }
        }
        return archives
    }

    /// Archives outside the output that hold what is concerned.
    private func inputs(_ hits: CoverSearch.Hits, _ finished: FinishedOutput) throws(JobError) -> [String: Int] {
        guard kind == .purge, !finished.isCrawl else { return [:] }
        var inputs: [String: Int] = [:]
        for (part, rows) in hits {
            guard let seal = finished.manifest.seals.first(where: { $0.number == part.number }) else { continue }
            inputs[seal.name, default: 0] += rows.count
        }
        return inputs
    }

    private func nothing(_ output: String) -> Outcome {
        Outcome(
            output: output, documents: 0, copies: 0, rows: 0, parts: [], records: 0, inputs: [:], lists: [],
            record: nil)
    }
}
