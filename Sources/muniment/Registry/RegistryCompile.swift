internal import ArgumentParser
internal import Canonical
internal import Jobs
internal import Ledger
internal import Licensing
internal import Registry
internal import Shards

struct RegistryCompile: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "compile", abstract: "Compiles a store, or objections as JSON lines, into one immutable snapshot.",
        discussion: """
            EXAMPLES
              muniment registry compile --store registry.db --out snapshot
              muniment registry compile objections.jsonl --out snapshot
              muniment registry compile --verify snapshot --log log.jsonl

            A snapshot of a store names the size, root and checkpoint of its log. --verify tests by the exported log alone
            that every objection that blocked then is in the snapshot; exit code 1 if one is missing.
            """)

    @Argument(help: "Files of objections, one JSON object a line (docs/formats/objection.md).")
    var files: [String] = []

    @Option(help: ArgumentHelp("A registry, instead of files.", valueName: "file"))
    var store: String?

    @OptionGroup var signing: SigningKeyOption

    @Option(
        help: ArgumentHelp(
            "What stands on the list of a repertoire that objections name; a CSV, JSONL or other list as `registry import` takes.",
            valueName: "name=file"))
    var repertoire: [String] = []

    @Option(
        help: ArgumentHelp(
            "Mandates, parties, societies and tariffs beside those of the store: YAML, JSON, JSON lines or CSV.",
            valueName: "file"))
    var mandates: [String] = []

    @Option(help: ArgumentHelp("Test this snapshot instead of making one.", valueName: "dir"))
    var verify: String?

    @Option(help: ArgumentHelp("The exported log to test it by.", valueName: "file"))
    var log: String?

    @Option(help: ArgumentHelp("The key (name+id+base64) the log must be signed with.", valueName: "key"))
    var logKey: String?

    @OptionGroup var suffixes: SuffixListOption

    @Option(help: "The time it is compiled as of (RFC 3339), not later than now; now if not given.")
    var at: String?

    @Option(
        name: .customLong("out"),
        help: ArgumentHelp("The folder of the snapshot; an older snapshot there is replaced.", valueName: "dir"))
    var output: String?

    @Flag(help: "Print JSON lines for programs instead of text for people.")
    var json = false

    func run() throws {
        if let verify { return try test(verify) }
        guard let output, store == nil || files.isEmpty, store != nil || !files.isEmpty else {
            throw JobError(.usage, "--out is due, and either --store or files of objections")
        }
        // A snapshot of a time to come would be obeyed before its objections were filed.
        let time = try RegistryCommand.writingTime(at)
        for file in files + [suffixes.psl] where FileKind.areSame(file, output) {
            throw JobError(
                .usage, "--out \(output) is \(file), which is read: it would be replaced; give --out another name")
        }
        for file in files {
            guard let kind = FileKind(file), kind != .file, kind != .pipe else { continue }
            throw JobError(.couldNotRun, "\(file): is \(kind.words); a file is due")
        }
        let snapshot = try compile(list: try suffixes.bytes(), at: time, into: output)
        let summary = snapshot.summary
        for note in summary.shownNotes { Console.complain(note) }
        if summary.entries == 0 { Console.complain("warning: the registry holds no objections") }
        RegistryCommand.show(summary, json: json)
    }

    private func test(_ folder: String) throws {
        guard let log, files.isEmpty, store == nil, output == nil else {
            throw JobError(.usage, "--verify takes a snapshot and --log, and makes nothing")
        }
        let trusted = try logKey.map { text in try VerifyingKey(text: text) }
        let audit = try SnapshotAudit(RegistryCommand.load(folder), log: log, trusted: trusted)
        if json {
            Console.say(String(decoding: audit.json.canonicalBytes, as: UTF8.self))
        } else {
            Console.say(
                """
                log        \(audit.logSize) events, signed by \(audit.key)
                snapshot   made of the first \(audit.size)
                blocking   \(audit.blocking) objections, \(audit.unopened) of them known by kind alone
                """)
            for finding in audit.findings { Console.say("missing    \(finding.objection): \(finding.reason)") }
        }
        guard audit.findings.isEmpty else {
            throw JobError(
                .finding, "\(audit.findings.count) objections that blocked are not in the snapshot as they must be")
        }
    }

    private func compile(list: [UInt8], at time: Timestamp, into output: String) throws -> Snapshot {
        let repertoires = try repertoire.map { try Self.repertoire($0, list) }
        if let store {
            return try Snapshot.compile(
                store: try RegistryStore.open(store), key: try signing.read(beside: store),
                publicSuffixList: list, at: time, into: output, repertoires: repertoires,
                mandates: try repertoireFile(at: time))
        }
        let mandates = try repertoireFile(at: time)
        do throws(RegistryError) {
            return try Snapshot.compile(
                files: files, publicSuffixList: list, at: time, into: output, repertoires: repertoires,
                mandates: mandates)
        } catch {
            // A list has no name of its own: the message gives the file's.
            let isList = error.code == .badPublicSuffixList
            throw isList ? JobError(.couldNotRun, "\(suffixes.psl): \(error.reason)") : JobError(error)
        }
    }

    /// Nothing is compiled of a file that is wrong anywhere.
    private func repertoireFile(at time: Timestamp) throws -> [UInt8] {
        let file = try RegistryRepertoire.file(
            of: store.map { try RegistryStore.open($0) }, at: time, beside: MandateFaults.read(mandates))
        try MandateFaults.complain(file)
        return RegistryRepertoire.bytes(file)
    }

    private static func repertoire(_ text: String, _ list: [UInt8]) throws -> Repertoire {
        let parts = text.split(separator: "=", maxSplits: 1).map { String($0) }
        guard parts.count == 2, let format = ImportFormat(fileName: parts[1]) else {
            throw JobError(.usage, "--repertoire \(text): a name and a list are due, like gema=works.csv")
        }
        return try Repertoire(parts[0], path: parts[1], format: format, publicSuffixList: list)
    }
}
