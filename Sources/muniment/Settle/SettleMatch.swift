internal import ArgumentParser
internal import Canonical
internal import Jobs
internal import Settlement

struct SettleMatch: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "match",
        abstract:
            "Confirms that documents which are like a work are that work, so that what is held for it is shared out.",
        discussion: """
            For whoever answers for the repertoire, and never for the claimant: settle claim confirms no match. Without --document
            all candidates of the work are confirmed. settle allocate --filings takes the file.

            EXAMPLE
              muniment settle match filings.jsonl --id C-1 --work W-102 --by "Society, repertoire desk" --evidence "title page"
            """)

    @OptionGroup var target: FilingTarget

    @Option(help: "The work, as the usage report names it.")
    var work: String

    @Option(help: "The document's key, as the usage report has it; all candidates of the work if none is named.")
    var document = ""

    @Option(help: "Who confirms it.")
    var by: String

    @Option(help: "By what it is shown.")
    var evidence: String

    func run() throws {
        try target.add(
            SettleCommand.settling {
                Filings.line(
                    try Filings.Match(id: target.id, work: work, document: document, by: by, evidence: evidence))
            })
    }
}
