internal import Canonical
internal import Shards

/// What a rank has for the log and the log does not have yet: `ledger/<rank>-of-<N>.jsonl` of an output.
///
/// Lines are appended and synced as things happen; `muniment ledger add` takes them over, in this order. A line that
/// stands here already is not written again, so a run that goes on says nothing twice.
final class RunBundle {
    static let folder = "ledger"
    /// Of recalls and releases.
    static let after = "after.jsonl"
    private let output: String
    private let path: String
    private let plan: OutputPlan
    private var known: Set<[UInt8]> = []
    private var rank = 0
    /// The number of the rank's next row. All parts of a rank are told of in their order, whether they were before or not.
    private var next = 1

    /// Opens a rank's bundle, and says there that the run begins.
    convenience init(output: String, plan: OutputPlan, rank: Int, world: Int) throws(ShardError) {
        try self.init(output: output, name: "\(rank)-of-\(world).jsonl", plan: plan)
        self.rank = rank
        try append(RunLeaf.open(plan, rank: rank, world: world))
    }

    /// Opens the bundle of whoever joins the ranks.
    convenience init(closing output: String, plan: OutputPlan) throws(ShardError) {
        try self.init(output: output, name: "close.jsonl", plan: plan)
    }

    /// Opens the bundle of what happened to the run after it was done.
    convenience init(after output: String, plan: OutputPlan) throws(ShardError) {
        try self.init(output: output, name: Self.after, plan: plan)
    }

    private init(output: String, name: String, plan: OutputPlan) throws(ShardError) {
        self.output = output
        try OutputFile.makeFolder(output + "/" + Self.folder)
        path = "\(output)/\(Self.folder)/\(name)"
        self.plan = plan
        if OutputFile.exists(path) { for line in try RowFile.lines(path) { known.insert(line) } }
    }

    func add(_ parts: [InputSeal.Part]) throws(ShardError) {
        for part in parts {
            let line = RunLeaf.part(plan, part, rank: rank, first: next)
            next += part.seals[.evidence]?.rows ?? 0
            // A run that an earlier version began has told of it without its number.
            if !known.contains(RunLeaf.part(plan, part)) { try append(line) }
        }
    }

    func close(manifest: [UInt8]) throws(ShardError) { try append(RunLeaf.close(plan, manifest: manifest)) }

    func recall(_ record: RecallRecord) throws(ShardError) {
        try append(RunLeaf.recall(plan, number: record.number, record: record.digest))
    }

    func release(_ record: ReleaseRecord) throws(ShardError) {
        try append(RunLeaf.release(plan, number: record.number, record: record.digest))
    }

    /// ``init(output:plan:rank:world:)`` as a job has it.
    static func begin(_ output: String, _ plan: OutputPlan, rank: Int, world: Int) throws(JobError) -> RunBundle {
        do { return try RunBundle(output: output, plan: plan, rank: rank, world: world) } catch {
            throw JobError(error)
        }
    }

    /// ``add(_:)`` as a job has it.
    func note(_ parts: [InputSeal.Part]) throws(JobError) {
        do { try add(parts) } catch { throw JobError(error) }
    }

    /// The closing entry of a run without ranks.
    func close(_ manifest: [UInt8]) throws(ShardError) {
        try RunBundle(closing: output, plan: plan).close(manifest: manifest)
    }

    private func append(_ line: [UInt8]) throws(ShardError) {
        guard known.insert(line).inserted else { return }
        try OutputFile.append(line + [0x0A], to: path)
    }

    /// The lines of an output's bundles: of each rank in order, then the closing ones, and what came after last.
    static func lines(of output: String) throws(ShardError) -> [[UInt8]] { try placed(of: output).map(\.line) }

    /// ``lines(of:)``, each with its file and its number there.
    static func placed(of output: String) throws(ShardError) -> [(file: String, number: Int, line: [UInt8])] {
        var names: [String] = []
        try FolderWalk.each("\(output)/\(folder)") { if $0.hasSuffix(".jsonl") { names.append($0) } }
        let order = names.sorted { (rank($0), isAfter($0), $0) < (rank($1), isAfter($1), $1) }
        var lines: [(file: String, number: Int, line: [UInt8])] = []
        for name in order {
            let file = "\(output)/\(folder)/\(name)"
            for (place, line) in try RowFile.lines(file).enumerated() { lines.append((file, place + 1, line)) }
        }
        return lines
    }

    private static func isAfter(_ name: String) -> Int { name == after ? 1 : 0 }

    private static func rank(_ name: String) -> Int { Int(name.prefix { $0 != "-" }) ?? Int.max }
}
