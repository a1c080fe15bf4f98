internal import ArgumentParser
internal import Foundation
internal import Jobs

/// The program: finds the command, runs it, and ends with the exit code its outcome has.
@main
struct Muniment: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "muniment",
        abstract:
            "Gathers training text that can say by what right: fetches, reads rights, checks objections, keeps evidence.",
        discussion: """
            Exit codes: 0 done, 1 a finding (damaged input, a failed audit), 2 usage or settings, 3 could not run, 4 stopped with work left.
            """,
        version: "muniment 0.1.0",
        subcommands: [
            CrawlCommand.self, FilterCommand.self, SurveyCommand.self, ExplainCommand.self, RunCommand.self,
            RegistryCommand.self,
            PolicyCommand.self, ClusterCommand.self, ObligationsCommand.self, UseCommand.self, SettleCommand.self,
            AuditCommand.self,
            LedgerCommand.self, ReleaseCommand.self, RecallCommand.self, PurgeCommand.self, HoldCommand.self,
        ])

    static func main() {
        do {
            var command: any ParsableCommand
            if let filter = filterAlone() { command = filter } else { command = try parseAsRoot() }
            try command.run()
        } catch {
            end(with: error)
        }
    }

    /// The command that is started for each of thousands of archives, without the tree of all others being made first.
    ///
    /// - Returns: Nil for another command, and for words that `filter` does not understand: the root says what is wrong.
    private static func filterAlone() -> FilterCommand? {
        let words = CommandLine.arguments.dropFirst()
        guard words.first == "filter" else { return nil }
        do { return try FilterCommand.parse(Array(words.dropFirst())) } catch { return nil }
    }

    /// Usage faults end with 2, as the design has it, not with the parser's 64.
    private static func end(with error: any Error) -> Never {
        let code = exitCode(for: error)
        if code == .success {
            print(fullMessage(for: error))
            Foundation.exit(0)
        }
        if code == .validationFailure {
            Console.complain(fullMessage(for: error))
            Foundation.exit(JobError.Kind.usage.rawValue)
        }
        let failure = JobError(error)
        Console.complain(failure.message)
        Foundation.exit(failure.exitCode)
    }
}
