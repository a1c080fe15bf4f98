internal import ArgumentParser
internal import Jobs
internal import Settlement
internal import Shards

struct SettleCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "settle",
        abstract: "Shares the money for uses out among the works used and the parties of each.",
        discussion: """
            Amounts are whole numbers of the currency's smallest unit; every one of them reaches a party or is held with
            a reason. Files: docs/formats/settlement.md.

            EXAMPLE
              muniment settle allocate --pool config/settlement/pool.yaml --usage usage.tsv
              --shares config/grounds/mandates.yaml --out settled
            """,
        subcommands: [
            SettleMandate.self, SettleReport.self, SettleUsage.self, SettleNotice.self, SettlePool.self,
            SettleDispute.self, SettleClaim.self, SettleUnmatched.self,
            SettleAllocate.self, SettleStatement.self, SettleClose.self, SettleRecompute.self,
        ])

    /// Where shares are read from: of a registry snapshot, its repertoire.
    static func shares(_ path: String) -> String {
        let repertoire = path + "/repertoire.json"
        return OutputFile.exists(repertoire) ? repertoire : path
    }

    /// Runs a step with the room's errors as those of the program.
    static func settling<Result>(_ step: () throws -> Result) throws -> Result {
        do { return try step() } catch let error as SettlementError { throw JobError(.usage, error.reason) }
    }
}
