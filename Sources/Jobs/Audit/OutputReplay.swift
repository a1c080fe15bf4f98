public import Canonical
public import Licensing
internal import Provenance
public import Registry
internal import Shards
internal import WebAddress

/// `muniment audit replay`: every row of an output decided again from its stored evidence, offline.
///
/// With the inputs that the output keeps, every row must come out byte for byte as it lies there. With others, what
/// would change is told.
public struct OutputReplay: Sendable {
    /// What is to be other than it was; nothing for a replay of the same.
    public struct Others: Sendable {
        public var profile: UseProfile?
        /// Packs to take in place of the output's; its settings of doubt stay.
        public var packs: Ruleset?
        public var registry: RegistryChange?
        public var at: Timestamp?

        /// The registry to ask in place of the output's.
        public enum RegistryChange: Sendable {
            case none
            case snapshot(Snapshot)
        }

        public init() {}

        var isEmpty: Bool { profile == nil && packs == nil && registry == nil && at == nil }
    }

    /// What a replay came to.
    public struct Outcome: Sendable {
        public let rows: Int
        /// Rows that came out byte for byte.
        public let identical: Int
        public let table: ReplayTable
        /// The first rows that are not as they lie there, by file and place.
        public let differing: [String]
        /// Files of evidence that are not as they were sealed, and why: rows of theirs may be gone.
        public let unsealed: [String]
        /// Whether nothing was to be other.
        public let isSame: Bool

        public var json: JSONValue {
            .object([
                .init("changes", table.json), .init("differing", .array(differing.map { .string($0) })),
                .init("event", .string("replay")), .init("identical", .integer(Int64(identical))),
                .init("rows", .integer(Int64(rows))), .init("same_inputs", .bool(isSame)),
                .init("unsealed", .array(unsealed.map { .string($0) })),
            ])
        }
    }

    /// The rows of a batch, decided again.
    private struct Replayed: Sendable {
        var identical = 0
        var others: [(row: EvidenceRow, new: EvidenceRow)] = []
    }

    private static let window = 8 << 20

    private let output: String
    private let replay: RowReplay
    private let isSame: Bool

    /// - Throws: ``JobError`` for an output whose inputs cannot be read back.
    public init(output: String, others: Others = Others()) throws(JobError) {
        try EntryAudit.check(output)
        self.output = output
        let stored = try StoredInputs(output: output)
        let grounds = try stored.grounds()
        let own = try stored.ruleset(grounds)
        let snapshot: Snapshot?
        switch others.registry {
        case .snapshot(let other): snapshot = other
        case .some(.none): snapshot = nil
        case nil: snapshot = try stored.snapshot()
        }
        replay = RowReplay(
            profile: try Self.profile(others, stored), ruleset: others.packs.map { own.replacing(packs: $0) } ?? own,
            objections: .matched(snapshot), grounds: try Self.adding(snapshot, to: grounds), at: others.at)
        isSame = others.isEmpty
    }

    /// The operator's files, with the notices of a registry.
    private static func adding(_ snapshot: Snapshot?, to grounds: OperatorGrounds) throws(JobError) -> OperatorGrounds {
        var grounds = grounds
        do { try grounds.add(groundsOf: snapshot) } catch { throw JobError(error) }
        return grounds
    }

    private static func profile(_ others: Others, _ stored: StoredInputs) throws(JobError) -> UseProfile {
        if let profile = others.profile { return profile }
        return try stored.profile()
    }

    /// Decides every row.
    ///
    /// - Parameters:
    ///   - workers: threads.
    ///   - changed: gets a line for each row whose decision changed, in the order of the rows.
    /// - Throws: ``JobError`` for a part that cannot be read to its end, and what `changed` throws.
    public func run(
        workers: Int = 1, changed: (JSONValue) throws(JobError) -> Void = { _ in }
    ) throws(JobError) -> Outcome {
        var tally = Tally()
        let unsealed = try SealedParts(output).problems(in: .evidence)
        let replay = replay
        let pool = OrderedWorkers<EvidenceBatch, Result<Replayed, ShardError>>(workers: workers, window: Self.window) {
            { batch in Self.work(batch, replay) }
        }
        try EvidenceBatch.each(output) { (batch) throws(JobError) in
            try pool.submit(batch, weight: batch.weight) { (result) throws(JobError) in
                try Self.take(result, &tally, changed)
            }
        }
        try pool.drain { (result) throws(JobError) in try Self.take(result, &tally, changed) }
        return Outcome(
            rows: tally.rows, identical: tally.identical, table: tally.table, differing: tally.differing,
            unsealed: unsealed, isSame: isSame)
    }

    private struct Tally {
        var rows = 0
        var identical = 0
        var table = ReplayTable()
        var differing: [String] = []
    }

    private static func work(_ batch: EvidenceBatch, _ replay: RowReplay) -> Result<Replayed, ShardError> {
        var replayed = Replayed()
        var writer = JSONWriter(reserving: 4096)
        for (place, line) in batch.lines.enumerated() {
            do throws(RowError) {
                let new = replay.row(try UndecidedRow(line: line))
                writer.reset()
                new.write(to: &writer)
                if writer.bytes == line {
                    replayed.identical += 1
                } else {
                    replayed.others.append((try EvidenceRow(line: line), new))
                }
            } catch {
                return .failure(ShardError(path: batch.path, problem: "row \(batch.first + place): \(error)"))
            }
        }
        return .success(replayed)
    }

    private static func take(
        _ result: Result<Replayed, ShardError>, _ tally: inout Tally, _ changed: (JSONValue) throws(JobError) -> Void
    ) throws(JobError) {
        let replayed: Replayed
        do { replayed = try result.get() } catch { throw JobError(error) }
        tally.identical += replayed.identical
        tally.rows += replayed.identical + replayed.others.count
        for item in replayed.others {
            if tally.differing.count < 20 {
                let place = JSONDifference.first(item.row.line, item.new.line)
                tally.differing.append("\(item.row.id) \(item.row.considered.url.text) at \(place)")
            }
            guard let change = ReplayChange(item.row, item.new) else { continue }
            tally.table.add(item.row, from: change.old, to: change.decision)
            try changed(change.json)
        }
    }
}
