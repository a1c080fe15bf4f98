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
            Into FOLDER/statements, one set of files per party, numbered in the order of index.tsv, and summary.html for the
            society. A closed folder is never written again: make them before.

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
        guard dryRun || !settled.isClosed else {
            throw JobError(
                .usage,
                "\(folder) is closed and stays as it is; --dry-run shows what each party is told, and writes nothing")
        }
        let (allocation, payments, differing) = try SettleCommand.finding(in: folder) { try settled.recompute() }
        guard differing.isEmpty else {
            throw JobError(
                .finding,
                "\(differing.joined(separator: ", ")) in \(folder) is not what the inputs come to: no statement is made of it; run muniment settle allocate into another folder"
            )
        }
        let statements = Statement.all(allocation, payments)
        let place = "\(folder)/\(Statement.folder)"
        var isFound = false
        if !dryRun { try OutputFile.makeFolder(place) }
        for (number, statement) in statements.enumerated() {
            let payment = statement.payment
            guard party == nil || party == payment.party else { continue }
            isFound = true
            if !dryRun {
                for file in statement.files(number: number + 1) {
                    try OutputFile.replace("\(place)/\(file.name)", with: file.bytes())
                }
            }
            let currency = allocation.pool.currency
            Console.say(
                json
                    ? String(decoding: statement.json.dropLast(), as: UTF8.self)
                    : "\(payment.party): \(payment.paidText(currency)) paid, \(currency.text(payment.carriedForward)) carried forward, \(currency.text(statement.held)) held\(dryRun ? "" : " (statements/\(number + 1).html)")"
            )
        }
        guard isFound || party == nil else {
            throw JobError(.finding, "\(party ?? "") has no part in pool \(allocation.pool.id)")
        }
        guard !dryRun else { return }
        try OutputFile.replace("\(place)/\(Statement.indexName)", with: Statement.index(statements))
        try OutputFile.replace("\(place)/\(SocietyPage.name)", with: SocietyPage(allocation, payments).html)
    }
}
