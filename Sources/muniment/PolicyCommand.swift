internal import ArgumentParser
internal import Canonical
internal import Jobs
internal import Licensing
internal import Provenance

struct PolicyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "policy", abstract: "Works with packs, the rules decisions are taken by.",
        discussion: """
            EXAMPLE
              muniment policy list
              muniment policy diff eu uk
            """,
        subcommands: [PolicyList.self, PolicyShow.self, PolicyCheck.self, PolicyTest.self, PolicyDiff.self])
}

struct PolicyList: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Lists the packs at hand.",
        discussion: """
            EXAMPLE
              muniment policy list --json
            """)

    @Option(help: "The settings file that names the packs' folder.")
    var config: String?

    @Flag(help: "Print JSON lines.")
    var json = false

    func run() throws {
        let settings = try RunConfig.read(path: SettingsFile.path(config))
        var table = Table()
        for pack in try PolicyRules.packs(settings) {
            let isActive = settings.packs.active.contains(pack.id)
            if json {
                Console.say(PolicyText.line(pack, isActive: isActive))
            } else {
                table.add([pack.id, pack.kind.rawValue, pack.asOf, isActive ? "active" : "", pack.title])
            }
        }
        if !json { Console.say(table.text) }
    }
}

struct PolicyShow: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Shows what a pack says: gates and bases, their sources, kind and date.",
        discussion: """
            EXAMPLE
              muniment policy show us
            """)

    @Argument(help: "The id of a pack, or a pack file.")
    var pack: String

    @Option(help: "The settings file that names the packs' folder.")
    var config: String?

    @Flag(help: "Print everything the pack and its parts say as canonical JSON.")
    var json = false

    func run() throws {
        let found = try PolicyText.pack(pack, config: config)
        Console.say(json ? String(decoding: found.json.canonicalBytes, as: UTF8.self) : PolicyText.of(found))
    }
}

struct PolicyCheck: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Checks pack files: keys, facts, protocols, cycles, bases that can never be reached.",
        discussion: """
            EXAMPLE
              muniment policy check config/packs/eu.yaml
            """)

    @Argument(help: "Pack files.")
    var files: [String]

    @Flag(help: "Print JSON lines.")
    var json = false

    func run() throws {
        for file in files {
            let pack = try PolicyText.file(file)
            for warning in pack.warnings { Console.complain("\(file): warning: \(warning)") }
            if json {
                Console.say(PolicyText.line(pack, isActive: nil))
            } else {
                Console.say("\(file): pack \(pack.id), \(pack.gates.count) gates, \(pack.bases.count) bases")
            }
        }
    }
}

struct PolicyTest: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "test", abstract: "Tries packs on examples: facts, and what the pack must answer.",
        discussion: """
            Ends with 1 if a pack answers otherwise. Without files: those in the folder `examples` beside the packs.

            EXAMPLE
              muniment policy test config/packs/examples/paths.yaml
            """)

    @Argument(help: "Files of examples (docs/formats/pack.md).")
    var files: [String] = []

    @Option(help: "The settings file that names the packs' folder.")
    var config: String?

    @Flag(help: "Print JSON lines.")
    var json = false

    func run() throws {
        let settings = try RunConfig.read(path: SettingsFile.path(config))
        let packs = try PolicyRules.packs(settings)
        let paths = files.isEmpty ? try PolicyRules.exampleFiles(settings) : files
        var (count, failures) = (0, 0)
        for path in paths {
            for example in try PackExample.read(SettingsFile.text(path, advice: "name a file of examples"), file: path)
            {
                guard let pack = packs.first(where: { $0.id == example.pack }) else {
                    throw JobError(.usage, "\(path): \(example.name): there is no pack \(example.pack)")
                }
                let answer = example.answer(of: pack)
                let isMet =
                    answer.verdict == example.expected && (example.basis.isEmpty || answer.basis == example.basis)
                count += 1
                if !isMet { failures += 1 }
                report(example, answer, isMet)
            }
        }
        if !json { Console.say("\(count) examples, \(failures) answered otherwise") }
        if failures > 0 { throw JobError(.finding, "\(failures) of \(count) examples are answered otherwise") }
    }

    private func report(_ example: PackExample, _ answer: (verdict: Verdict, basis: String), _ isMet: Bool) {
        if json {
            let line = JSONValue.object([
                .init("basis", .string(answer.basis)), .init("met", .bool(isMet)), .init("name", .string(example.name)),
                .init("pack", .string(example.pack)), .init("verdict", .string(answer.verdict.rawValue)),
            ])
            Console.say(String(decoding: line.canonicalBytes, as: UTF8.self))
        } else if !isMet {
            Console.say(
                "\(example.pack): \(example.name): \(answer.verdict.rawValue) \(answer.basis), and \(example.expected.rawValue) \(example.basis) is due"
            )
        }
    }
}
