internal import ArgumentParser
internal import Canonical
internal import Jobs

struct LedgerStamp: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "stamp", abstract: "Has the newest head stamped by a time-stamping authority (RFC 3161).",
        discussion: """
            The stamp proves that the head was there at its time, to whoever trusts the authority and not you. It is kept as
            checkpoints/<size>.tsr of the log; give it to others with the checkpoint.

            EXAMPLE
              muniment ledger stamp log --authority https://tsa.example/ --trust tsa.pem
            """)

    @Argument(help: "The log's folder.")
    var log: String

    @Option(help: "The authority's URL.")
    var authority: String

    @Option(help: ArgumentHelp("A PEM file of the authorities to trust.", valueName: "file"))
    var trust: String

    @Option(help: "The settings file, for who asks and by what addresses.")
    var config: String?

    @Flag(help: "Print JSON.")
    var json = false

    func run() throws {
        let operatorLog = try OperatorLog(log)
        let stamper = try LogStamp(RunConfig.read(path: SettingsFile.path(config)))
        defer { stamper.close() }
        let (authority, trust) = (authority, trust)
        let time = try Blocking.wait { () async throws(JobError) in
            try await stamper.stamp(operatorLog, authority: authority, trusted: trust)
        }
        LedgerText.say(
            json, "stamped at \(time): \(log)/checkpoints", [.init("time", .string(time.description))])
    }
}
