internal import ArgumentParser
internal import Canonical
internal import Jobs
internal import Settlement
internal import Shards

struct SettleClaim: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "claim",
        abstract: "Adds somebody's claim to a part of a work to a file.",
        discussion: """
            What nobody else claims is paid to the claimant from then on; what others claim too is held for all of them.
            settle allocate --filings takes the file. A host whose works nobody knew is claimed by --domain (settle unmatched).

            EXAMPLE
              muniment settle claim filings.jsonl --id K-1 --work W-103 --party author-4 --ppm 400000 --evidence "contract of 2019"
            """)

    @OptionGroup var filing: FilingOptions

    @Option(help: "Where the claim is shown: a register entry, a contract.")
    var evidence: String

    func run() throws {
        try filing.target.add(
            SettleCommand.settling {
                Filings.line(
                    try Filings.Claim(
                        id: filing.target.id, work: filing.subject(), party: filing.party, ppm: filing.ppm,
                        evidence: evidence)
                )
            })
    }
}
