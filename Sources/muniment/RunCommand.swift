internal import ArgumentParser
internal import Jobs

struct RunCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run", abstract: "Works on the output of a run as a whole.",
        discussion: """
            EXAMPLE
              muniment run sites out
            """,
        subcommands: [Finish.self, Sites.self])

    struct Finish: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Checks that all ranks are there and joins them into manifest.json.",
            discussion: """
                EXAMPLE
                  muniment run finish out
                """)

        @Argument(help: "The output folder all ranks wrote to.")
        var output: String

        @Flag(help: "Print JSON lines for programs instead of text for people.")
        var json = false

        func run() throws {
            let counts = try RunFinish(output: output).join()
            Console.say(json ? SummaryText.json(counts) : SummaryText.of(counts))
        }
    }

    struct Sites: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Lists the hosts of an output: how many URLs were decided how, and in one line why.",
            discussion: """
                EXAMPLE
                  muniment run sites out
                """)

        @Argument(help: "An output folder.")
        var output: String

        @Flag(help: "Print JSON lines for programs instead of text for people.")
        var json = false

        func run() throws {
            let hosts = try HostSummary(output: output).hosts
            Console.say(json ? HostText.json(hosts) : HostText.table(hosts))
        }
    }
}
