internal import ArgumentParser
internal import Canonical
internal import Jobs
internal import Settlement
internal import Shards

struct SettleStatement: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "statement",
        abstract: "Writes what each party is told of a settled pool: CSV, JSON, and a page to read or print.",
        discussion: """
            Into FOLDER/statements, one set of files per party, numbered in the order of index.tsv.

            EXAMPLE
              muniment settle statement settled
              muniment settle statement settled --party author-1
            """)

    @Argument(help: "A folder that settle allocate wrote.")
    var folder: String

    @Option(help: "One party alone.")
    var party: String?

    @Flag(help: "Say what would be written, and write nothing.")
    var dryRun = false

    @Flag(help: "Print a JSON line for each party instead of text.")
    var json = false

    func run() throws {
        let settled = SettlementFolder(folder)
        let (allocation, payments, differing) = try SettleCommand.settling { try settled.recompute() }
        guard differing.isEmpty else {
            throw JobError(
                .finding,
                "\(differing.joined(separator: ", ")) in \(folder) is not what the inputs come to: no statement is made of it; run muniment settle allocate again"
            )
        }
        var index = "file\tparty\tpaid\tcarried_forward\n"
        var isFound = false
        if !dryRun { try OutputFile.makeFolder(folder + "/statements") }
        for (number, statement) in Statement.all(allocation, payments).enumerated() {
            let name = "\(number + 1)"
            let payment = statement.payment
            index += "\(name)\t\(payment.party)\t\(payment.paid)\t\(payment.carriedForward)\n"
            guard party == nil || party == payment.party else { continue }
            isFound = true
            if !dryRun {
                let files = [("csv", statement.csv), ("json", statement.json), ("html", statement.page)]
                for (kind, bytes) in files {
                    try OutputFile.replace("\(folder)/statements/\(name).\(kind)", with: bytes)
                }
            }
            let currency = allocation.pool.currency
            Console.say(
                json
                    ? String(decoding: statement.json.dropLast(), as: UTF8.self)
                    : "\(payment.party): \(currency.text(payment.paid)) paid, \(currency.text(payment.carriedForward)) carried forward, \(currency.text(statement.held)) held\(dryRun ? "" : " (statements/\(name).html)")"
            )
        }
        guard isFound || party == nil else {
            throw JobError(.finding, "\(party ?? "") has no part in pool \(allocation.pool.id)")
        }
        if !dryRun { try OutputFile.replace(folder + "/statements/index.tsv", with: Array(index.utf8)) }
    }
}
