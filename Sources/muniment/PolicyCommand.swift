internal import ArgumentParser
internal import Canonical
internal import Foundation
internal import Licensing
internal import Shards

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
            do {
                for file in files {
                    let text = String(decoding: try OutputFile.read(file), as: UTF8.self)
                    let pack = try Pack(text, file: file)
                    Console.say("\(file): pack \(pack.id), \(pack.gates.count) gates, \(pack.bases.count) bases")
                }
            } catch let error as ConfigError {
                throw Failure(code: 2, message: error.description)
            } catch let error as ShardError {
                throw Failure(code: 2, message: error.description)
            }
        }
    }
}
