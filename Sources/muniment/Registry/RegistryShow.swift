internal import ArgumentParser
internal import Jobs
internal import Registry

struct RegistryShow: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Tests every byte of a snapshot and tells what is in it.",
        discussion: """
            EXAMPLE
              muniment registry show snapshot
            """)

    @Argument(help: "The folder of the snapshot.")
    var folder: String

    @Flag(help: "Print JSON lines for programs instead of text for people.")
    var json = false

    func run() throws { RegistryCommand.show(try RegistryCommand.load(folder).summary, json: json) }
}
