internal import ArgumentParser
internal import Canonical
internal import Jobs
internal import Registry
internal import Shards

struct RegistryImport: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Turns lists of others into objections: CSV, JSON lines, blocklists.",
        discussion: """
            EXAMPLES
              muniment registry import optouts.csv --out objections.jsonl
              muniment registry import blocklist.txt --format domains --store registry.db

            A row that cannot be taken is reported with its line and a reason; the others are taken all the same, and the
            exit code is 1. Formats are described in docs/formats/objection.md.
            """)

    @Argument(help: "The lists.")
    var files: [String]

    @Option(help: "csv, jsonl, domains or urls; by the end of the file's name if not given.")
    var format: String?

    @Option(help: "The standing of the objections: L0 to L5. Whoever imports a list vouches for it.")
    var standing = Standing.documents.rawValue

    @OptionGroup var suffixes: SuffixListOption

    @Option(help: "The time of the import (RFC 3339); now if not given.")
    var at: String?

    @Option(name: .customLong("out"), help: ArgumentHelp("The objection file to write.", valueName: "file"))
    var output: String?

    @Option(help: ArgumentHelp("The registry to take them into, instead of a file.", valueName: "file"))
    var store: String?

    @Flag(help: "Print JSON lines for programs instead of text for people.")
    var json = false

    func run() throws {
        guard let standing = Standing(rawValue: standing) else {
            throw JobError(.usage, "--standing \(standing): L0, L1, L2, L3, L4 or L5 is due")
        }
        let terms = ObjectionImport.Terms(
            standing: standing, at: try store == nil ? RegistryCommand.time(at) : RegistryCommand.writingTime(at))
        let list = try suffixes.bytes()
        let sources = try files.map { file throws(JobError) in (file, try format(of: file)) }
        var (taken, refused) = (0, 0)
        func each(
            _ file: String, _ format: ImportFormat, _ take: (Objection) throws(RegistryError) -> Void
        ) throws(RegistryError) {
            var rows = try ObjectionImport(path: file, format: format, terms: terms, publicSuffixList: list)
            while let row = try rows.next() {
                switch row {
                case .success(let objection): try take(objection)
                case .failure(let fault):
                    refused += 1
                    tell(fault, file)
                }
            }
        }
        switch (output, store) {
        case (let output?, nil):
            try testPlace(output)
            var out = try ObjectionFile(output)
            for (file, format) in sources {
                try each(file, format) { objection throws(RegistryError) in
                    taken += 1
                    try out.write(objection)
                }
            }
            try out.finish()
        case (nil, let store?):
            let registry = try RegistryStore.open(store)
            for (file, format) in sources {
                taken += try registry.adopt(publicSuffixList: list, at: terms.at) { take throws(RegistryError) in
                    try each(file, format, take)
                }
            }
        default: throw JobError(.usage, "either --out or --store is due")
        }
        let summary = JSONValue.object([
            .init("refused", .integer(Int64(refused))), .init("taken", .integer(Int64(taken))),
        ])
        Console.say(json ? Self.text(summary) : "\(taken) objections taken, \(refused) rows refused")
        if refused > 0 { throw JobError(.finding, "\(refused) rows were refused; the others were taken") }
    }

    private func testPlace(_ output: String) throws(JobError) {
        for file in files where FileKind.areSame(file, output) {
            throw JobError(.usage, "--out \(output) is \(file), which is read; give --out another name")
        }
        if let kind = FileKind(output), kind != .file {
            throw JobError(.couldNotRun, "\(output): is \(kind.words); a file is to be written there")
        }
    }

    private func tell(_ fault: ObjectionImport.Fault, _ file: String) {
        guard json else {
            return Console.complain("\(file):\(fault.line): \(fault.refusal.code.rawValue): \(fault.refusal.reason)")
        }
        let value = JSONValue.object([
            .init("code", .string(fault.refusal.code.rawValue)), .init("file", .string(file)),
            .init("line", .integer(Int64(fault.line))), .init("reason", .string(fault.refusal.reason)),
        ])
        Console.say(Self.text(value))
    }

    private func format(of file: String) throws(JobError) -> ImportFormat {
        let named = format.map { ImportFormat(rawValue: $0) } ?? ImportFormat(fileName: file)
        guard let named else {
            throw JobError(.usage, "\(file): say with --format what it is: csv, jsonl, domains or urls")
        }
        return named
    }

    private static func text(_ value: JSONValue) -> String { String(decoding: value.canonicalBytes, as: UTF8.self) }
}
