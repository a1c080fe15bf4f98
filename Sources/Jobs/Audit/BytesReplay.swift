public import Canonical
internal import Foundation
internal import Provenance
internal import Shards
internal import WebAddress

/// `muniment audit replay --from-bytes`: reads the archives and site files of a run again, with the inputs it keeps, and
/// holds every row of evidence against what comes out.
public struct BytesReplay: Sendable {
    /// What it came to.
    public struct Outcome: Sendable {
        /// Captures in the output's evidence.
        public let rows: Int
        public let identical: Int
        /// Captures whose payload is not at hand: never kept, or purged since. Nothing can be said of them.
        public let withoutBytes: Int
        /// The first rows that are not as they lie there: id, URL, and where they differ.
        public let differing: [String]
        /// Captures of the archives that the evidence has no row of.
        public let unknown: [String]
        /// Files of evidence that are not as they were sealed, and why: rows of theirs may be gone.
        public let unsealed: [String]

        public var isSame: Bool { identical + withoutBytes == rows && unknown.isEmpty && unsealed.isEmpty }

        public var json: JSONValue {
            .object([
                .init("differing", .array(differing.map { .string($0) })), .init("event", .string("bytes")),
                .init("identical", .integer(Int64(identical))), .init("rows", .integer(Int64(rows))),
                .init("unknown", .array(unknown.map { .string($0) })),
                .init("unsealed", .array(unsealed.map { .string($0) })),
                .init("without_bytes", .integer(Int64(withoutBytes))),
            ])
        }
    }

    private static let shown = 20
    private let output: String
    private let config: RunConfig

    /// - Parameter config: with the limits that the run was made with.
    public init(output: String, config: RunConfig) { (self.output, self.config) = (output, config) }

    /// Reads all again.
    ///
    /// - Parameters:
    ///   - archives: of a filter, what it read; of a crawl its own are read if none is named.
    ///   - sites: a store of site evidence, if the filter was given one; a crawl has its own.
    ///   - work: a folder of its own to work in; removed at the end.
    /// - Throws: ``JobError`` for archives or inputs that cannot be read.
    public func run(archives: [String], sites: String?, work: String, workers: Int) throws(JobError) -> Outcome {
        let finished = try FinishedOutput(output)
        guard finished.isCrawl || !archives.isEmpty else {
            throw JobError(.usage, "the archives that the filter read are not in its output; name them with --archives")
        }
        guard FileKind(work) == nil else { throw JobError(.usage, "\(work) is there already; name a new folder") }
        defer { Self.remove(work) }
        let options = FilterOptions(
            inputs: archives.isEmpty ? [output + "/warc"] : archives, output: work,
            siteEvidence: sites ?? (finished.isCrawl ? output : nil), workers: workers, rank: 0, world: 1, isLive: false
        )
        let inputs = try StoredInputs(output: output).inputSet()
        let job = try FilterJob(config: config, inputs: inputs, options: options)
        try keepInputs(work)
        _ = try job.run { _ in }
        return try compare(work)
    }

    /// The inputs as the output has them: what was read back from there has no files of its own.
    private func keepInputs(_ work: String) throws(JobError) {
        do {
            try OutputFile.makeFolder(work)
            try FileManager.default.copyItem(atPath: output + "/inputs", toPath: work + "/inputs")
        } catch {
            throw JobError(.couldNotRun, "\(work): \(error.localizedDescription)")
        }
    }

    private func compare(_ work: String) throws(JobError) -> Outcome {
        var again: [String: (leaf: Digest, hasBytes: Bool)] = [:]
        try Self.each(work) { again[$0.id] = (Digest(of: $1), $0.considered.capture?.bodyState == .whole) }
        var (rows, identical, without): (Int, Int, Int) = (0, 0, 0)
        var differing: Set<String> = []
        try Self.each(output) { row, line in
            guard row.kind == .capture else { return }
            rows += 1
            let found = again.removeValue(forKey: row.id)
            if found?.leaf == Digest(of: line) { return identical += 1 }
            let hadBytes = row.considered.capture?.bodyState == .whole
            if hadBytes, found?.hasBytes != true { return without += 1 }
            if (row.considered.capture?.status ?? 0) == 0 { return without += 1 }
            differing.insert(row.id)
        }
        return Outcome(
            rows: rows, identical: identical, withoutBytes: without, differing: try places(differing, work),
            unknown: Array(again.keys.sorted().prefix(Self.shown)),
            unsealed: try SealedParts(output).problems(in: .evidence))
    }

    /// Where the first of the rows differ.
    private func places(_ ids: Set<String>, _ work: String) throws(JobError) -> [String] {
        let shown = Set(ids.sorted().prefix(Self.shown))
        var (old, new): ([String: [UInt8]], [String: [UInt8]]) = ([:], [:])
        try Self.each(output) { if shown.contains($0.id) { old[$0.id] = $1 } }
        try Self.each(work) { if shown.contains($0.id) { new[$0.id] = $1 } }
        return shown.sorted().map { id in
            guard let line = new[id] else { return "\(id): the archives have no such capture" }
            return "\(id) at \(JSONDifference.first(old[id] ?? [], line))"
        }
    }

    private static func each(_ output: String, _ body: (EvidenceRow, [UInt8]) -> Void) throws(JobError) {
        try EvidenceBatch.each(output) { (batch) throws(JobError) in
            for line in batch.lines {
                do { body(try EvidenceRow(line: line), line) } catch {
                    throw JobError(.couldNotRun, "\(output)/\(batch.path): \(error)")
                }
            }
        }
    }

    private static func remove(_ folder: String) {
        // What is left of it is the caller's folder, named by the caller.
        do { try FileManager.default.removeItem(atPath: folder) } catch { return }
    }
}
