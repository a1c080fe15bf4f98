internal import ArgumentParser
internal import Canonical
internal import Jobs

struct ReleaseCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "release", abstract: "Records that the documents of an output were handed out.",
        discussion: """
            A later recall writes a list for each recipient. The log gets the digest of the record, not the name.

            EXAMPLE
              muniment release out --to "Example Labs, training team"
            """)

    @Argument(help: "The output folder.")
    var output: String

    @Option(name: .customLong("to"), help: "Who gets the documents.")
    var recipient: String

    @Option(help: "The time it is done as of (RFC 3339), not later than now; now if not given.")
    var at: String?

    @Flag(help: "Print JSON.")
    var json = false

    func run() throws {
        let release = try OutputRelease(output: output, to: recipient, at: RegistryCommand.writingTime(at))
        LedgerText.say(
            json, "release \(release.number) of \(output); record \(release.record.hex)",
            [.init("number", .integer(Int64(release.number))), .init("record", .string(release.record.hex))])
    }
}
