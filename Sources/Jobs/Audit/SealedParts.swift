internal import Canonical
internal import Shards

/// The parts of a finished output as they lie there, held against the seals that count: those of its manifest, and of a
/// part that a recall wrote anew those of the recall's record.
///
/// Whoever concludes from its rows that something is not there asks this first: a row that is gone says nothing.
struct SealedParts {
    let finished: FinishedOutput
    private let output: String
    private let revisions: Revisions

    /// - Throws: ``JobError`` for a folder that is no finished output, and for records of recalls that cannot be read.
    init(_ output: String) throws(JobError) {
        self.output = output
        finished = try FinishedOutput(output)
        revisions = try Revisions(output)
    }

    /// What is not as it was sealed: a file below the output, and why. Reads files to their end, and nothing in them.
    ///
    /// - Parameter names: the parts to look at; nil for all, and for files that no seal is of.
    /// - Throws: ``JobError`` for a folder that cannot be listed.
    func problems(in folder: PartFolder, of names: Set<PartName>? = nil) throws(JobError) -> [String] {
        var (problems, due): ([String], Set<String>) = ([], [])
        for part in finished.manifest.seals.flatMap(\.parts) where names?.contains(part.name) ?? true {
            let file = revisions.path(part.name, in: folder)
            due.insert(PathText.name(of: file))
            guard let seal = revisions.latest(part.name, in: folder)?.seal ?? part.seals[folder] else { continue }
            if let problem = problem(file, seal) { problems.append("\(file): \(problem)") }
        }
        guard names == nil else { return problems }
        for name in try OutputFolder.contents(of: folder.rawValue, in: output)
        where name.hasSuffix(".jsonl.zst") && !due.contains(name) {
            problems.append("\(folder.rawValue)/\(name): is a part that was not sealed")
        }
        return problems
    }

    /// - Throws: ``JobError`` `finding` naming the first file that is not as it was sealed.
    func check(_ folder: PartFolder, of names: Set<PartName>? = nil) throws(JobError) {
        guard let problem = try problems(in: folder, of: names).first else { return }
        throw JobError(
            .finding,
            "\(output)/\(problem); restore it from a copy: `muniment audit verify` tells what else is wrong")
    }

    private func problem(_ file: String, _ seal: FileSeal) -> String? {
        let path = "\(output)/\(file)"
        if FileKind.isLink(path) {
            return
                "is a link: a recall would remove the link, and what it leads to would stay; put the file in its place"
        }
        if !OutputFile.exists(path), OutputFile.exists(path + PartRevision.pending) {
            return "has not got its name yet: a recall was cut short, and the next `muniment recall` finishes it"
        }
        do { try SealedFile.check(path, seal) } catch { return error.problem }
        return nil
    }
}
