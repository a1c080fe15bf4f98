internal import ArgumentParser
internal import Canonical
internal import Jobs
internal import Licensing
internal import Registry
internal import Settlement
internal import Shards

struct MandateCheck: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract:
            "Checks files of mandates together, and beside those of a store: identifiers, shares, overlaps, tariffs.",
        discussion: """
            What is wrong is named by file, line and reason, and good entries are counted; exit code 2 if any is wrong.

            EXAMPLE
              muniment settle mandate check mandates.csv parties.jsonl --store registry.db
            """)

    @Argument(help: "Files of mandates: YAML, JSON, JSON lines or CSV.")
    var files: [String] = []

    @Option(help: "A registry whose entries they stand beside.")
    var store: String?

    @Option(help: "The time it is checked as of (RFC 3339); now if not given.")
    var at: String?

    @OptionGroup var reading: ReadingOptions

    @Flag(help: "Print a JSON line instead of text.")
    var json = false

    func run() throws {
        guard store != nil || !files.isEmpty else { throw JobError(.usage, "files or --store are due") }
        let file = try RegistryRepertoire.file(
            of: store.map { try RegistryStore.open($0) }, at: RegistryCommand.time(at),
            beside: MandateFaults.read(files))
        let tariffs = Self.faults(ofTariffs: file)
        let faults = file.faults + tariffs
        let counts = MandateCounts(file.entries.map(\.section))
        if json {
            let value = JSONValue.object(
                counts.json + [.init("faults", .array(faults.map { .string($0.description) }))])
            Console.say(String(decoding: value.canonicalBytes, as: UTF8.self))
        } else {
            Console.say(counts.text)
        }
        try MandateFaults.complain(file)
        if let fault = tariffs.first { throw JobError(.usage, fault.description) }
    }

    /// Rates and currencies are settlement's to read.
    static func faults(ofTariffs file: RepertoireFile) -> [ConfigError] {
        file.entries.filter { $0.section == .tariffs }.compactMap { entry in
            do throws(ConfigError) {
                _ = try TariffRecord(entry.node)
                return nil
            } catch { return error }
        }
    }
}
