internal import Foundation
internal import Shards

/// Keeps a run out of folders that are somebody else's.
enum OutputFolder {
    /// Names that a run may leave before its plan, or that no run is known by.
    private static let unsigned: Set<String> = [".lock", "run.json"]

    /// Looks at the folder a command is to write to.
    ///
    /// - Throws: ``JobError`` of kind `usage` for what is no folder, and for a folder that holds something and is not
    ///   the output of this program.
    static func check(_ output: String) throws(JobError) {
        guard let names = try names(output), try OutputPlan.isTaken(output) == false else { return }
        let foreign = names.filter { !unsigned.contains($0) && !$0.hasPrefix(".lock-") && $0 != "manifests" }
        guard let name = foreign.first else { return }
        throw JobError(
            .usage,
            "\(output) is not empty (\(name)) and was not begun by this command; give a new or empty --out folder")
    }

    /// The same for the store of a survey, which has no plan.
    static func check(store output: String) throws(JobError) {
        guard let names = try names(output) else { return }
        let isOther = try OutputPlan.isTaken(output) || names.contains("manifest.json")
        guard !isOther, !OutputFile.exists(output + "/state/frontier.sqlite") else {
            throw JobError(.usage, "\(output) holds the output of another command; give the survey a folder of its own")
        }
        let own = unsigned.union(["sites", "state"])
        guard let name = names.first(where: { !own.contains($0) }) else { return }
        throw JobError(
            .usage, "\(output) is not empty (\(name)) and is no store of a survey; give a new or empty --out folder")
    }

    /// What a folder holds; nil if it is not there.
    private static func names(_ output: String) throws(JobError) -> [String]? {
        guard let kind = FileKind(output) else {
            guard !output.isEmpty else { throw JobError(.usage, "--out '': name a folder") }
            return nil
        }
        guard kind == .folder else { throw JobError(.usage, "\(output) is \(kind.words); --out names a folder") }
        return try list(output)
    }

    private static func list(_ folder: String) throws(JobError) -> [String] {
        do { return try FileManager.default.contentsOfDirectory(atPath: folder).sorted() } catch {
            throw JobError(.couldNotRun, "\(folder): the folder cannot be read")
        }
    }

    /// The names in a folder that every output has.
    ///
    /// - Throws: ``JobError``: `couldNotRun` where there is nothing, `usage` for what is no output.
    static func contents(of part: String, in output: String) throws(JobError) -> [String] {
        guard let kind = FileKind(output) else {
            throw JobError(.couldNotRun, "\(output.isEmpty ? "''" : output): there is no such folder")
        }
        guard kind == .folder, FileKind(output + "/" + part) == .folder else {
            throw JobError(.usage, "\(output) is no output folder: it has no \(part)/")
        }
        return try list(output + "/" + part)
    }
}
