internal import ArgumentParser
internal import Canonical
internal import Jobs

struct AuditReportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report", abstract: "Writes what an output holds, as pages to read or print and as JSON.",
        discussion: """
            summary: from what was considered to what was written, why not, what each setting of doubt and each pack alone costs,
            hosts, what was known of each protocol. eu-public-summary: the sections of the EU template that a run can fill; the rest
            says NOT PROVIDED and why. domains.txt: its domain list. gpai-copyright, california-ab2013, china-source-record, data-provenance: the same of other
            forms. croissant: Croissant 1.1 with RAI. spdx: SPDX 3.0.1, a dataset package for each basis. dataset-card.md: for
            whoever hosts the documents.

            EXAMPLE
              muniment audit report out --to reports
              muniment audit report out --to reports --publisher "Example Labs" --url https://data.example/corpus
            """)

    @Argument(help: "The output folder.")
    var output: String

    @Option(name: .customLong("to"), help: "The folder to write to; not in the output.")
    var folder: String

    @Option(help: "Who offers the documents.")
    var publisher: String?

    @Option(help: "Where they are offered.")
    var url: String?

    @Flag(help: "Print JSON.")
    var json = false

    func run() throws {
        let files = try OutputReports(output: output, publisher: publisher, url: url).write(to: folder)
        LedgerText.say(
            json, "Written to \(folder): \(files.joined(separator: ", "))",
            [.init("files", .array(files.map { .string($0) }))])
    }
}
