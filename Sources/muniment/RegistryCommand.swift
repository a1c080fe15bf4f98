internal import ArgumentParser
internal import Canonical
internal import Foundation
internal import Jobs
internal import Registry
internal import Shards

struct RegistryCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "registry", abstract: "Compiles and shows objection registries.",
        subcommands: [Compile.self, Show.self])

    struct Compile: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Compiles objections (JSON lines) into one immutable snapshot.",
            discussion: """
                EXAMPLE
                  muniment registry compile objections.jsonl --out snapshot.jsonl
                """)

        @Argument(help: "Files of objections, one JSON object a line (docs/formats/objection.md).")
        var files: [String]

        @Option(help: "The Public Suffix List to compile in.")
        var psl = RegistrySettings.systemList

        @Option(help: "The time it is compiled as of (RFC 3339); now if not given.")
        var at: String?

        @Option(name: .customLong("out"), help: "The snapshot to write.")
        var output: String

        @Flag(help: "Print JSON lines for programs instead of text for people.")
        var json = false

        func run() throws {
            let now = Timestamp(seconds: Int64(Date().timeIntervalSince1970))
            guard let time = at.map({ Timestamp(rfc3339: $0) }) ?? now else {
                throw JobError(.usage, "--at: an RFC 3339 time is due")
            }
            for file in files + [psl] where FileKind.areSame(file, output) {
                throw JobError(
                    .usage, "--out \(output) is \(file), which is read: it would be replaced; give --out another name")
            }
            var objections: [(file: String, bytes: [UInt8])] = []
            for file in files { objections.append((file, try OutputFile.read(file))) }
            let snapshot = try compile(objections, list: try OutputFile.read(psl), at: time)
            try OutputFile.replace(output, with: snapshot.bytes)
            for note in snapshot.summary.notes { Console.complain(note) }
            if snapshot.summary.entries == 0 { Console.complain("warning: the registry holds no objections") }
            show(snapshot.summary, json: json)
        }

        private func compile(
            _ objections: [(file: String, bytes: [UInt8])], list: [UInt8], at time: Timestamp
        ) throws(JobError) -> Snapshot {
            do throws(RegistryError) {
                return try Snapshot.compile(objections: objections, publicSuffixList: list, at: time)
            } catch {
                // A list has no name of its own: the message gives the file's.
                let isList = error.code == .badPublicSuffixList
                throw isList ? JobError(.couldNotRun, "\(psl): \(error.reason)") : JobError(error)
            }
        }
    }

    struct Show: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Checks a snapshot and tells what is in it.",
            discussion: """
                EXAMPLE
                  muniment registry show snapshot.jsonl
                """)

        @Argument(help: "The snapshot.")
        var file: String

        @Flag(help: "Print JSON lines for programs instead of text for people.")
        var json = false

        func run() throws {
            let snapshot: Snapshot
            do { snapshot = try Snapshot.load(bytes: OutputFile.read(file)) } catch let error as RegistryError {
                throw JobError(.couldNotRun, "\(file): \(error.reason)")
            }
            show(snapshot.summary, json: json)
        }
    }
}

private func show(_ summary: SnapshotSummary, json: Bool) {
    Console.say(json ? String(decoding: summary.json.canonicalBytes, as: UTF8.self) : summary.description)
}
