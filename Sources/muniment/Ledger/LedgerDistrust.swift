internal import ArgumentParser
internal import Canonical
internal import Jobs

struct LedgerDistrust: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "distrust", abstract: "Says in the log that a key was compromised, and since when.",
        discussion: """
            A head that this key signed then counts only if a witness or a time-stamping authority has seen it before.

            EXAMPLE
              muniment ledger distrust log example.org/muniment+1b7a…+AQ… --since 2026-11-20T00:00:00Z --key new.key
            """)

    @Argument(help: "The log's folder.")
    var log: String

    @Argument(help: "The verifying key that is not to be trusted, or its file.")
    var distrusted: String

    @Option(help: "Since when (RFC 3339).")
    var since: String

    @Option(help: "The file of another key of the log, which signs the entry.")
    var key: String

    @Option(help: "The time it is done as of (RFC 3339); now if not given.")
    var at: String?

    @Flag(help: "Print JSON.")
    var json = false

    func run() throws {
        var operatorLog = try OperatorLog(log)
        guard let time = Timestamp(rfc3339: since) else {
            throw JobError(.usage, "--since \(since): an RFC 3339 time is due, like 2026-11-23T12:00:00Z")
        }
        try operatorLog.distrust(
            LedgerKey.verifying(distrusted), since: time, by: LedgerKey.signing(key), at: RegistryCommand.time(at))
        LedgerText.say(
            json, "not trusted since \(time); the log has \(operatorLog.size) entries",
            [.init("since", .string(time.description)), .init("size", .integer(Int64(operatorLog.size)))])
    }
}
