internal import ArgumentParser
internal import Canonical
internal import Foundation
internal import Jobs
internal import Licensing

struct PolicyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "policy", abstract: "Works with packs, the rules decisions are taken by.",
        subcommands: [Check.self])

    struct Check: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Checks pack files: keys, facts, protocols, bases that can never be reached.",
            discussion: """
                EXAMPLE
                  muniment policy check config/packs/eu.yaml
                """)

        @Argument(help: "Pack files.")
        var files: [String]

        func run() throws {
            for file in files {
                let pack = try Pack(
                    SettingsFile.text(file, advice: "name a pack file"), file: file,
                    parts: PackFolder(beside: file).part)
                Console.say("\(file): pack \(pack.id), \(pack.gates.count) gates, \(pack.bases.count) bases")
                for warning in pack.warnings { Console.complain("\(file): warning: \(warning)") }
            }
        }
    }
}
