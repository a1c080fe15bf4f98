internal import Canonical
internal import Foundation
internal import Shards

/// What an output folder was begun for: whoever goes on in it must go on with the same run.
///
/// One file per rank, `manifests/plan-<rank>-of-<world>.json`.
struct OutputPlan: Hashable, Sendable {
    /// The command that writes the folder.
    enum Command: String, Hashable, Sendable { case crawl, filter }

    let command: Command
    let at: Timestamp
    let inputSet: Digest
    /// What a filter reads; of a crawl empty.
    let archives: ArchiveNames
    /// Over whatever else of a filter may change a byte: limits, settings of parts and captures, site evidence.
    let means: Digest

    /// Of a crawl, which promises no bytes.
    static let noMeans = Digest(of: "")

    private static func folder(_ output: String) -> String { output + "/manifests" }

    private static func path(_ output: String, _ rank: Int, _ world: Int) -> String {
        "\(folder(output))/plan-\(rank)-of-\(world).json"
    }

    /// The plan a folder already has; nil for a new folder.
    static func read(_ output: String, rank: Int, world: Int) throws(JobError) -> OutputPlan? {
        try read(path(output, rank, world))
    }

    /// Takes a folder for a rank of a run, or finds that it is this run's already.
    ///
    /// - Returns: The plan.
    /// - Throws: ``JobError`` of kind `usage` for a folder of another run, saying what it was begun with.
    static func take(
        _ output: String, rank: Int, world: Int, command: Command, archives: ArchiveNames = ArchiveNames([]),
        means: Digest = noMeans, for inputs: InputSet
    ) throws(JobError) -> OutputPlan {
        try RecallRecord.refuse(in: output, "gone on with")
        let plan = OutputPlan(
            command: command, at: inputs.at, inputSet: inputs.digest, archives: archives, means: means)
        do {
            try OutputFile.makeFolder(folder(output))
            let turn = try FolderTurn(folder(output))
            defer { withExtendedLifetime(turn) {} }
            for name in try names(output) { try plan.check(name, output, world: world) }
            let path = path(output, rank, world)
            if !OutputFile.exists(path) { try OutputFile.replace(path, with: plan.json.canonicalBytes + [0x0A]) }
            for folder in ["documents", "evidence", "sites/blobs", "manifests/inputs", "inputs"] {
                try OutputFile.makeFolder(output + "/" + folder)
            }
            try keep(inputs, output)
            return plan
        } catch {
            throw JobError(error)
        }
    }

    private static func keep(_ inputs: InputSet, _ output: String) throws(ShardError) {
        for blob in inputs.blobs { try blob.keep(in: output + "/inputs") }
        let path = output + "/manifests/inputset.json"
        if !OutputFile.exists(path) {
            try OutputFile.replace(path, with: Manifest.inputSet(inputs).canonicalBytes + [0x0A])
        }
    }

    /// Whether any rank has begun in a folder.
    static func isTaken(_ output: String) throws(JobError) -> Bool {
        do { return try !names(output).isEmpty } catch { throw JobError(error) }
    }

    /// The names of the plans of all ranks, in order.
    static func names(_ output: String) throws(ShardError) -> [String] {
        guard FileKind(folder(output)) == .folder else { return [] }
        do {
            return try FileManager.default.contentsOfDirectory(atPath: folder(output))
                .filter { $0.hasPrefix("plan-") && $0.hasSuffix(".json") }.sorted()
        } catch {
            throw ShardError(path: folder(output), problem: "cannot be listed")
        }
    }

    /// Holds this plan against one that a rank has left.
    private func check(_ name: String, _ output: String, world: Int) throws(JobError) {
        let other = Int(name.dropLast(5).split(separator: "-").last ?? "")
        guard other == world else {
            throw JobError(
                .usage,
                "\(output) was begun with --world \(other ?? 0), and this is --world \(world); give a new --out folder, or the world it was begun with"
            )
        }
        guard let plan = try Self.read(Self.folder(output) + "/" + name) else { return }
        guard plan.command == command else {
            throw JobError(.usage, "\(output) holds the output of \(plan.command.rawValue); give another --out folder")
        }
        guard plan.archives == archives else {
            throw JobError(
                .usage,
                "\(output) was begun with \(plan.archives), and now \(archives) \(archives.count == 1 ? "is" : "are") named; give a new --out folder, or the inputs it was begun with"
            )
        }
        guard plan.inputSet == inputSet else {
            throw JobError(
                .usage,
                "\(output) was begun with \(plan.at == at ? "other packs, profile, registry or settings" : "another time, \(plan.at), and this is \(at)"); give a new --out folder, or what it was begun with"
            )
        }
        try checkMeans(plan, output)
    }

    private func checkMeans(_ plan: OutputPlan, _ output: String) throws(JobError) {
        guard plan.means == means else {
            throw JobError(
                .usage,
                "\(output) was begun with other limits, filter or output settings, flags or site evidence; give a new --out folder, or what it was begun with"
            )
        }
    }

    static func read(_ path: String) throws(JobError) -> OutputPlan? {
        guard OutputFile.exists(path) else { return nil }
        do {
            let json = try JSONReader.read(OutputFile.read(path))
            guard let at = json["at"]?.string.flatMap({ Timestamp(rfc3339: $0) }),
                let digest = json["inputSet"]?.string.flatMap({ Digest($0) }),
                let command = json["command"]?.string.flatMap({ Command(rawValue: $0) }),
                let archives = json["archives"].flatMap({ ArchiveNames(json: $0) }),
                let means = json["means"]?.string.flatMap({ Digest($0) })
            else { throw JobError(.couldNotRun, "\(path): cannot be read; give another --out folder") }
            return OutputPlan(command: command, at: at, inputSet: digest, archives: archives, means: means)
        } catch let error as JobError {
            throw error
        } catch {
            throw JobError(.couldNotRun, "\(path): \(error)")
        }
    }

    var json: JSONValue {
        .object([
            .init("archives", archives.json), .init("at", .string(at.description)),
            .init("command", .string(command.rawValue)), .init("inputSet", .string(inputSet.hex)),
            .init("means", .string(means.hex)),
        ])
    }
}
