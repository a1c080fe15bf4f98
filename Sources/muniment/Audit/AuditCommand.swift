internal import ArgumentParser

struct AuditCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "audit", abstract: "Checks what was written, by anybody and offline.",
        discussion: """
            docs/audit.md tells a third party what each check proves and what none can.

            EXAMPLE
              muniment audit verify out
              muniment audit replay out
            """,
        subcommands: [
            AuditVerify.self, AuditReplay.self, AuditIndex.self, AuditLookup.self, AuditCheckProof.self,
            AuditReportCommand.self,
        ])
}
