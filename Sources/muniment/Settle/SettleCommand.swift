internal import ArgumentParser
internal import Canonical
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
            SettleDispute.self, SettleClaim.self, SettleMatch.self, SettleUnmatched.self,
            SettleAllocate.self, SettleStatement.self, SettleClose.self, SettleRecompute.self,
        ])

    /// Where shares are read from: of a registry snapshot, its repertoire.
    static func shares(_ path: String) -> String {
        let repertoire = path + "/repertoire.json"
        return OutputFile.exists(repertoire) ? repertoire : path
    }

    /// What is wrong with a settled pool is a finding; that a folder is none, or another program's, is not.
    static func finding<Result>(in folder: String, _ step: () throws -> Result) throws -> Result {
        do { return try step() } catch let error as SettlementError {
            let isFinding = [.mismatch, .overflow, .deductionsOverGross].contains(error.code)
            throw JobError(isFinding || SettlementFolder(folder).isSettled ? .finding : .usage, error.reason)
        } catch let error as ConfigError {
            throw JobError(.finding, error.description)
        } catch let error as ShardError {
            guard SettlementFolder(folder).isSettled else { throw error }
            throw JobError(.finding, "\(error)")
        }
    }

    /// Runs a step with the room's errors as those of the program.
    static func settling<Result>(_ step: () throws -> Result) throws -> Result {
        do { return try step() } catch let error as SettlementError { throw JobError(.usage, error.reason) }
    }
}
