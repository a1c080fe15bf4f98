internal import Canonical
internal import Licensing
internal import Provenance
internal import Registry
internal import Shards

/// Finds every row that objections cover, in every run, and every copy of one.
///
/// A row is covered if an objection that blocks at the time matches it; as what its holder objects does not matter here,
/// nor what a pack would make of it. A copy has the payload or the text of a row that is covered, byte for byte.
struct CoverSearch: Sendable {
    /// A row that is concerned.
    struct Hit: Sendable {
        let row: Int
        let id: String
        /// Whether it was written to `documents/`.
        let isDocument: Bool
        let key: Digest?
        let text: Digest?
        let payload: Digest?
        let objections: [String]
        let why: RemovedRow.Reason
        /// Objections whose copies are sought elsewhere. What was refused as a part of a data set was refused there alone.
        let spreading: Set<String>

        init(
            _ evidence: EvidenceRow, _ row: Int, _ objections: Set<String>, _ why: RemovedRow.Reason,
            spreading: Set<String> = []
        ) {
            let document = evidence.considered.document
            self.row = row
            id = evidence.id
            isDocument = evidence.verdict.admits && evidence.decisions.last?.moment == .use && document != nil
            (key, text) = (document?.key, document?.textDigest)
            payload = evidence.considered.matchKeys.payload
            self.objections = objections.sorted()
            self.why = why
            self.spreading = spreading
        }
    }

    /// What rows of one output are matched by besides themselves.
    private struct Source: Sendable {
        /// Of the run's own rules: what a near-duplicate comes to is what it came to there.
        let settings: DoubtSettings
        let run: Digest
        /// By the number of the input.
        let inputs: [Int: [String]]

        init(_ output: String) throws(JobError) {
            let finished = try FinishedOutput(output)
            settings = try StoredInputs(output: output).doubts()
            run = finished.run
            // What a crawl wrote came from no part of anybody's.
            let seals = finished.isCrawl ? [] : finished.manifest.seals
            inputs = Dictionary(
                seals.map { ($0.number, ShardNames.input($0.name, $0.digest)) }, uniquingKeysWith: { $0 + $1 })
        }

        func shards(of part: PartName) -> [String] {
            (inputs[part.number] ?? []) + ShardNames.output(run, part)
        }
    }

    /// By part, then by row.
    typealias Hits = [PartName: [Int: Hit]]

    private typealias Found = Result<[Hit], ShardError>
    private static let window = 8 << 20
    private static let nothing = Digest(of: [])

    let snapshot: Snapshot
    let at: Timestamp
    /// Whether a match that rests on what a page says of itself counts: it holds a document, and destroys nothing.
    let takesUncertain: Bool
    let workers: Int

    /// - Returns: What is concerned, of each output.
    /// - Throws: ``JobError`` for an output that cannot be read to its end.
    func run(_ outputs: [String]) throws(JobError) -> [Hits] {
        var all: [Hits] = []
        var originals: [Digest: Set<String>] = [:]
        for output in outputs {
            let source = try Source(output)
            let hits = try search(output) { [self] in covered($0, source) }
            for hit in hits.values.flatMap(\.values) where !hit.spreading.isEmpty {
                for digest in [hit.text, hit.payload] {
                    // Nothing is a copy of nothing.
                    if let digest, digest != Self.nothing { originals[digest, default: []].formUnion(hit.spreading) }
                }
            }
            all.append(hits)
        }
        guard !originals.isEmpty else { return all }
        let known = originals
        let marks = Set(known.keys.map { BlobAudit.mark($0) })
        for (place, output) in outputs.enumerated() {
            let copies = try search(output) { Self.copies($0, known, marks) }
            for (part, rows) in copies {
                all[place][part, default: [:]].merge(rows) { covered, _ in covered }
            }
        }
        return all
    }

    private func search(
        _ output: String, _ work: @escaping @Sendable (EvidenceBatch) -> Result<[Hit], ShardError>
    ) throws(JobError) -> Hits {
        var hits: Hits = [:]
        let pool = OrderedWorkers<EvidenceBatch, (PartName, Found)>(workers: workers, window: Self.window) {
            { ($0.part, work($0)) }
        }
        func take(_ found: (PartName, Found)) throws(JobError) {
            do {
                for hit in try found.1.get() { hits[found.0, default: [:]][hit.row] = hit }
            } catch {
                throw JobError(error)
            }
        }
        try EvidenceBatch.each(output) { (batch) throws(JobError) in
            try pool.submit(batch, weight: batch.weight) { (found) throws(JobError) in try take(found) }
        }
        try pool.drain { (found) throws(JobError) in try take(found) }
        return hits
    }

    private func covered(_ batch: EvidenceBatch, _ source: Source) -> Found {
        var hits: [Hit] = []
        let shards = source.shards(of: batch.part)
        for (place, line) in batch.lines.enumerated() {
            do throws(RowError) {
                var keys = try UndecidedRow(line: line).considered.matchKeys
                keys.shards = shards
                let matches = snapshot.match(keys, at: at).filter {
                    $0.isBlocking && isCovered(by: $0, source.settings)
                }
                guard !matches.isEmpty else { continue }
                let spreading = matches.filter { $0.scope != ScopeKind.shard.rawValue }.map(\.objection)
                let row = try EvidenceRow(line: line)
                hits.append(
                    Hit(
                        row, batch.first + place, Set(matches.map(\.objection)), .covered, spreading: Set(spreading)))
            } catch {
                return .failure(ShardError(path: batch.path, problem: "row \(batch.first + place): \(error)"))
            }
        }
        return .success(hits)
    }

    /// What may be a copy of a text objected to is held, and never recalled.
    ///
    /// Source: licensing bases 0.0.8, "below certainty is hold and never causes recall", read 2026-11-30.
    private func isCovered(by match: ObjectionMatch, _ settings: DoubtSettings) -> Bool {
        guard match.scope != ScopeKind.text.rawValue else {
            return !match.isUncertain && settings.likeness(of: match) == .copy
        }
        return takesUncertain || !match.isUncertain
    }

    private static func copies(_ batch: EvidenceBatch, _ known: [Digest: Set<String>], _ marks: Set<UInt64>) -> Found {
        var hits: [Hit] = []
        for (place, line) in batch.lines.enumerated() {
            do {
                let isLikely = try line.withUnsafeBytes { bytes in
                    let scan = try EvidenceScan(bytes)
                    return [scan.text, scan.payload].contains { slice in
                        slice.flatMap { BlobAudit.mark($0.bytes[...]) }.map { marks.contains($0) } ?? false
                    }
                }
                guard isLikely else { continue }
                let row = try EvidenceRow(line: line)
                let digests = [row.considered.document?.textDigest, row.considered.matchKeys.payload].compactMap { $0 }
                let objections = digests.reduce(into: Set<String>()) { $0.formUnion(known[$1] ?? []) }
                guard !objections.isEmpty else { continue }
                hits.append(Hit(row, batch.first + place, objections, .copy))
            } catch {
                return .failure(ShardError(path: batch.path, problem: "row \(batch.first + place): \(error)"))
            }
        }
        return .success(hits)
    }
}
