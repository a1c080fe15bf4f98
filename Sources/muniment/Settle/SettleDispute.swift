internal import ArgumentParser
internal import Canonical
internal import Jobs
internal import Settlement
internal import Shards

struct SettleDispute: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "dispute",
        abstract: "Adds a dispute over a party's part of a work to a file: so much of it is held until it is decided.",
        discussion: """
            Nothing else of the work is held. settle allocate --filings takes the file.

            EXAMPLE
              muniment settle dispute filings.jsonl --id D-2 --work W-100 --party author-1 --ppm 50000 --opened 2026-11-01
            """)

    @OptionGroup var filing: FilingOptions

    @Option(help: "The day it was opened.")
    var opened: String

    func run() throws {
        let day = try UseCommand.past(opened, "--opened")
        try filing.target.add(
            SettleCommand.settling {
                try Filings.dispute(
                    id: filing.target.id, work: filing.subject(), party: filing.party, ppm: filing.ppm, opened: day)
            })
    }
}
