internal import ArgumentParser
internal import Canonical
internal import Jobs
internal import Settlement
internal import Shards

/// What a dispute and a claim say alike, and the file they are added to.
struct FilingOptions: ParsableArguments {
    @Argument(help: "The file they are added to.")
    var file: String

    @Option(help: "Its id, which no other in the file has.")
    var id: String

    @Option(help: "The work.")
    var work: String?

    @Option(help: "Instead of a work, a host whose uses are unmatched.")
    var domain: String?

    @Option(help: "The party.")
    var party: String

    @Option(help: "Millionths of the work.")
    var ppm: UInt64

    @Flag(help: "Show the line, and write nothing.")
    var dryRun = false

    @Flag(help: "Print the line as JSON.")
    var json = false

    func subject() throws(JobError) -> String {
        switch (work, domain) {
        case (let work?, nil): return work
        case (nil, let domain?): return "domain:" + domain.lowercased()
        default: throw JobError(.usage, "--work or --domain is due, and not both")
        }
    }

    /// Appends a line, if the file is sound with it.
    func add(_ line: [UInt8]) throws {
        // Whoever adds to the same file at the same time would write over what this command adds.
        let folder = PathText.folder(of: file)
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
