internal import ArgumentParser
internal import Canonical
internal import Foundation
internal import Jobs
internal import Ledger
internal import Registry
internal import Shards

/// What `recall` and `purge` have in common.
struct RecallOptions: ParsableArguments {
    @Argument(help: "Output folders. Copies of what is covered in one are found in all of them.")
    var outputs: [String]

    @Option(help: ArgumentHelp("The registry snapshot to hold against them.", valueName: "snapshot"))
    var registry: String?

    @Option(help: ArgumentHelp("Objections as JSON lines, instead of a snapshot.", valueName: "file"))
    var list: String?

    @Option(help: "The Public Suffix List that a list of objections is read by.")
    var psl = RegistrySettings.systemList

    @Option(help: ArgumentHelp("The key the receipt is signed with, as `ledger key` makes it.", valueName: "file"))
    var key: String?

    @Option(help: "The time it is done as of (RFC 3339); now if not given.")
    var at: String?

    @Option(help: ArgumentHelp("A store to keep what is taken out in, under legal hold.", valueName: "dir"))
    var hold: String?

    @Option(name: .customLong("case"), help: "The case it is held for.")
    var caseName: String?

    @Option(parsing: .unconditional, help: "Threads that search; 1 if not given.")
    var workers: Int?

    @Flag(help: "Tell what would be done, and write nothing.")
    var dryRun = false

    @Flag(help: "Print JSON lines, one for each output.")
    var json = false

    func run(_ kind: OutputRecall.Kind) throws {
        guard Set(outputs).count == outputs.count else { throw JobError(.usage, "an output is named twice") }
        let workers = workers ?? 1
        guard (1...256).contains(workers) else { throw JobError(.usage, "--workers \(workers): 1 to 256 is due") }
        guard (hold == nil) == (caseName == nil) else { throw JobError(.usage, "--hold and --case go together") }
        guard dryRun || key != nil else {
            throw JobError(.usage, "--key is due, to sign the receipt with; or --dry-run")
        }
        try OutsideOutput.check(hold, "--hold", of: outputs)
        let signing = try key.map { try LedgerKey.signing($0) }
        let (time, now) = (try RegistryCommand.time(at), try RegistryCommand.time(nil))
        guard time <= now else {
            throw JobError(.usage, "--at \(time) is yet to come (it is \(now)): nothing is recalled ahead of its time")
        }
        let (snapshot, source) = try objections(time)
        let store =
            dryRun ? nil : try hold.map { try LegalHold(store: $0, caseName: caseName ?? "") }
        let recall = OutputRecall(
            kind, snapshot: snapshot, source: source, at: time, hold: store, workers: workers)
        guard !dryRun, let signing else { return try recall.preview(outputs).forEach { say($0, "would go") } }
        try recall.run(outputs, key: signing).forEach { say($0, "taken out") }
    }

    private func objections(_ time: Timestamp) throws -> (Snapshot, Digest) {
        switch (registry, list) {
        case (let folder?, nil):
            let snapshot = try RegistryCommand.load(folder)
            return (snapshot, snapshot.digest)
        case (nil, let file?):
            let folder = NSTemporaryDirectory() + "muniment-recall-" + UUID().uuidString
            // A snapshot is mapped, so its names may go.
            defer { do { try FileManager.default.removeItem(atPath: folder) } catch { Console.complain("\(error)") } }
            let bytes = try OutputFile.read(file)
            let snapshot = try Snapshot.compile(
                objections: [(file, bytes)], publicSuffixList: try OutputFile.read(psl), at: time, into: folder)
            return (snapshot, Digest(of: bytes))
        default: throw JobError(.usage, "either --registry or --list is due")
        }
    }

    private func say(_ outcome: OutputRecall.Outcome, _ words: String) {
        if json { return Console.say(String(decoding: outcome.json.canonicalBytes, as: UTF8.self)) }
        var lines = [
            "\(outcome.output): \(outcome.documents) documents \(words) (\(outcome.copies) of them copies), \(outcome.parts.count) files anew"
        ]
        if outcome.rows > 0 { lines.append("  \(outcome.rows) rows of evidence without their words") }
        if outcome.records > 0 { lines.append("  \(outcome.records) records of the archives without their block") }
        for (name, count) in outcome.inputs.sorted(by: { $0.key < $1.key }) {
            lines.append("  yours to purge: \(name), which holds \(count) captures")
        }
        for list in outcome.lists { lines.append("  to hand on: \(outcome.output)/recalls/\(list)") }
        if let record = outcome.record { lines.append("  record \(record.hex)") }
        Console.say(lines.joined(separator: "\n"))
    }
}
