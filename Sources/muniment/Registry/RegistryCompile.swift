internal import ArgumentParser
internal import Canonical
internal import Jobs
internal import Registry
internal import Shards

struct RegistryCompile: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "compile", abstract: "Compiles objections (JSON lines) into one immutable snapshot.",
        discussion: """
            EXAMPLE
              muniment registry compile objections.jsonl --out snapshot
            """)

    @Argument(help: "Files of objections, one JSON object a line (docs/formats/objection.md).")
    var files: [String]

    @Option(help: "The Public Suffix List to compile in.")
    var psl = RegistrySettings.systemList

    @Option(help: "The time it is compiled as of (RFC 3339); now if not given.")
    var at: String?

    @Option(
        name: .customLong("out"),
        help: ArgumentHelp("The folder of the snapshot; an older snapshot there is replaced.", valueName: "dir"))
    var output: String

    @Flag(help: "Print JSON lines for programs instead of text for people.")
    var json = false

    func run() throws {
        let time = try RegistryCommand.time(at)
        for file in files + [psl] where FileKind.areSame(file, output) {
            throw JobError(
                .usage, "--out \(output) is \(file), which is read: it would be replaced; give --out another name")
        }
        for file in files {
            guard let kind = FileKind(file), kind != .file, kind != .pipe else { continue }
            throw JobError(.couldNotRun, "\(file): is \(kind.words); a file is due")
        }
        let snapshot = try compile(list: try OutputFile.read(psl), at: time)
        let summary = snapshot.summary
        for note in summary.shownNotes { Console.complain(note) }
        if summary.entries == 0 { Console.complain("warning: the registry holds no objections") }
        RegistryCommand.show(summary, json: json)
    }

    private func compile(list: [UInt8], at time: Timestamp) throws(JobError) -> Snapshot {
        do throws(RegistryError) {
            return try Snapshot.compile(files: files, publicSuffixList: list, at: time, into: output)
        } catch {
            // A list has no name of its own: the message gives the file's.
            let isList = error.code == .badPublicSuffixList
            throw isList ? JobError(.couldNotRun, "\(psl): \(error.reason)") : JobError(error)
        }
    }
}
