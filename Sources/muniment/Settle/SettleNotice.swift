internal import ArgumentParser
internal import Canonical
internal import Jobs
internal import Registry
internal import Settlement
internal import Shards

struct SettleNotice: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "notice",
        abstract: "Opens the pool of a notice that announced a rate: writes its file.",
        discussion: """
            Then settle report --notice writes its usage, and settle allocate shares the pool out. Whose works they are is not
            known: the money waits under the hosts that were used (unmatched.html), and is claimed by settle claim --domain.

            EXAMPLE
              muniment settle notice NOTICE-2026-1 --notices config/grounds/notices.yaml --society "Registry"
              --from 2026-01-01 --to 2027-01-01 --year-end 2026-12-31 --out notice-pool.yaml
            """)

    @Argument(help: "The notice.")
    var notice: String

    @Option(help: "Its version; the latest if none is named.")
    var noticeVersion: Int?

    @Option(help: "A file of notices.")
    var notices: String?

    @Option(help: "A registry snapshot that has the notice, instead.")
    var registry: String?

    @Option(help: "Who shares the money out, as the usage report names its recipient.")
    var society: String

    @Option(help: "The first day of the period.")
    var from: String

    @Option(help: "The first day after the period.")
    var to: String

    @Option(help: "The end of the financial year, from which the clocks of unclaimed money count.")
    var yearEnd: String

    @Option(help: "Where claims are sent.")
    var claimsTo = ""

    @Option(help: "The file to write; it must not be there.")
    var out: String

    @Flag(help: "Show the file, and write nothing.")
    var dryRun = false

    @Flag(help: "Print a JSON line instead of text.")
    var json = false

    func run() throws {
        guard !OutputFile.exists(out) else {
            throw JobError(.usage, "\(out) is there already, and stays as it is; name another file")
        }
        let (text, file) = try source()
        let pool = try NoticePool(text, file: file, notice: notice, version: noticeVersion)
        let terms = NoticePool.Terms(
            society: society, from: try UseCommand.day(from, "--from"), to: try UseCommand.day(to, "--to"),
            yearEnd: try UseCommand.day(yearEnd, "--year-end"), claimsTo: claimsTo)
        let written = pool.file(terms)
        // What is written is what can be read.
        _ = try PoolFile.read(written, file: out)
        if !dryRun { try OutputFile.replace(out, with: Array(written.utf8)) }
        let value = JSONValue.object([
            .init("announced", .string(pool.announced)), .init("basis", .string(pool.rate.basis.rawValue)),
            .init("currency", .string(pool.rate.currency.code)), .init("notice", .string(pool.notice)),
            .init("out", .string(dryRun ? "" : out)), .init("rate", .string(pool.rate.rate.description)),
            .init("version", .integer(Int64(pool.version))),
        ])
        if json { return Console.say(String(decoding: value.canonicalBytes, as: UTF8.self)) }
        Console.say(
            dryRun ? written : "pool of notice \(pool.notice), version \(pool.version): \(pool.announced), in \(out)")
    }

    private func source() throws -> (text: String, file: String) {
        switch (notices, registry) {
        case (let path?, nil): return (String(decoding: try OutputFile.read(path), as: UTF8.self), path)
        case (nil, let folder?):
            guard let text = try RegistryCommand.load(folder).noticesFile else {
                throw JobError(.usage, "\(folder): the snapshot has no notices")
            }
            return (text, folder + "/manifest.json")
        default: throw JobError(.usage, "--notices or --registry is due, and not both")
        }
    }
}
