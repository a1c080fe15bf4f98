internal import ArgumentParser
internal import Canonical
internal import Jobs
internal import Settlement
internal import Shards

/// What a dispute and a claim say alike.
struct FilingOptions: ParsableArguments {
    @OptionGroup var target: FilingTarget

    @Option(help: "The work.")
    var work: String?

    @Option(help: "Instead of a work, a host whose uses are unmatched.")
    var domain: String?

    @Option(help: "The party.")
    var party: String

    @Option(help: "Millionths of the work.")
    var ppm: UInt64

    func subject() throws(JobError) -> String {
        switch (work, domain) {
        case (let work?, nil): return work
        case (nil, let domain?): return "domain:" + domain.lowercased()
        default: throw JobError(.usage, "--work or --domain is due, and not both")
        }
    }
}

/// The file that disputes, claims and confirmed matches are added to, and the id of the one that is added.
struct FilingTarget: ParsableArguments {
    @Argument(help: "The file they are added to.")
    var file: String

    @Option(help: "Its id, which no other in the file has.")
    var id: String

    @Flag(help: "Show the line, and write nothing.")
    var dryRun = false

    @Flag(help: "Print the line as JSON.")
    var json = false

    /// Appends a line, if the file is sound with it.
    func add(_ line: [UInt8]) throws {
        let folder = PathText.folder(of: file)
        if let settled = SettlementFolder.holding(file) {
            throw JobError(
                .usage,
                "\(file) is part of \(settled), which is settled and stays as it is; add to a file of your own, and name it by settle allocate --filings"
            )
        }
        // Whoever adds to the same file at the same time would write over what this command adds.
        let lock = try RunLock(
            folder: folder.isEmpty ? "." : folder, name: "." + PathText.name(of: file) + ".lock")
        defer { withExtendedLifetime(lock) {} }
        let known = OutputFile.exists(file) ? try OutputFile.read(file) : []
        let (_, faults) = Filings.read(known + line, file: file)
        if let fault = faults.first { throw JobError(.usage, fault.description) }
        if !dryRun { try OutputFile.replace(file, with: known + line) }
        let text = String(decoding: line.dropLast(), as: UTF8.self)
        Console.say(json || dryRun ? text : "\(id) is in \(file)")
    }
}
