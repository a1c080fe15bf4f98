internal import ArgumentParser
internal import Jobs

struct PurgeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "purge", abstract: "Recalls, and takes words and payloads out of evidence and archives too.",
        discussion: """
            As `recall`, and of everything covered: quotes and sketches go from evidence, payloads and their revisits from a
            crawl's archives (a metadata record of the same id stays), and the key index, to be made anew. Archives that a filter
            read are named: they are yours to purge. What rests only on what a page says of itself is not purged.

            EXAMPLE
              muniment purge out --list objections.jsonl --key recall.key --hold /secure/hold --case 2026-17
            """)

    @OptionGroup var options: RecallOptions

    func run() throws { try options.run(.purge) }
}
