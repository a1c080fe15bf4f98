internal import ArgumentParser

struct LedgerCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ledger", abstract: "Keeps the operator's append-only log of all runs.",
        discussion: """
            A log is a folder. Runs leave their entries in ledger/ of their output; `add` takes them into the log, `checkpoint`
            signs its head in the form that transparency-log witnesses know (C2SP tlog-checkpoint).

            EXAMPLE
              muniment ledger init log --origin example.org/muniment
              muniment ledger key example.org/muniment --out log.key > log.pub
              muniment ledger add log out && muniment ledger checkpoint log --key log.key > checkpoint
              muniment ledger prove log out
              muniment audit verify out --key log.pub --checkpoint checkpoint
            """,
        subcommands: [
            LedgerInit.self, LedgerMakeKey.self, LedgerAdd.self, LedgerCheckpoint.self, LedgerProve.self,
            LedgerRotate.self, LedgerDistrust.self, LedgerStamp.self,
            LedgerConsistency.self, LedgerCosign.self,
        ])
}
