internal import ArgumentParser
internal import Canonical
internal import Jobs
internal import Licensing
internal import Registry
internal import Shards

struct MandateAdd: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract:
            "Takes the entries of files into the store, all or none; one that is there already is changed to what the file says.",
        discussion: """
            Each is an event of the registry's log, which has its digest. They are checked beside all that the store has.
            To mend an entry, add it anew under its id as it should have been. Where something changes from a day on, such as who has a
            share, end the mandate on that day and add one of another id that begins then (docs/formats/grounds.md).

            EXAMPLES
              muniment settle mandate add config/grounds/mandates.yaml --store registry.db --dry-run
              muniment settle mandate end MANDATE-1 --on 2027-01-01 --reason "rights passed on" --store registry.db
              muniment settle mandate add mandate-1b.yaml --store registry.db
            """)

    @Argument(help: "Files of mandates: YAML, JSON, JSON lines or CSV.")
    var files: [String]

    @OptionGroup var options: StoreOptions

    @Flag(help: "Show what would change, and write nothing.")
    var dryRun = false

    func run() throws {
        let (store, time) = (try options.open(), try options.writingTime())
        let texts = try MandateFaults.read(files)
        var own = RepertoireFile()
        // Files that come together may name each other's parties.
        own.add([], files: texts)
        try MandateFaults.complain(own)
        if let fault = MandateCheck.faults(ofTariffs: own).first { throw JobError(.usage, fault.description) }
        // Again beside what the store has, but for what they replace.
        let subjects = Set(own.entries.map { "\($0.section.word):\($0.id)" })
        try MandateFaults.complain(
            RegistryRepertoire.file(of: store, at: time, replaced: subjects, beside: texts))
        let change = try store.set(
            repertoire: own.entries.map { ($0.section.word, $0.id, $0.json) }, at: time, dryRun: dryRun)
        let counts = MandateCounts(own.entries.map(\.section))
        guard !options.json else {
            let value = JSONValue.object(
                counts.json + [
                    .init("added", .integer(Int64(change.added))), .init("changed", .integer(Int64(change.changed))),
                    .init("dryRun", .bool(dryRun)), .init("same", .integer(Int64(change.same))),
                ])
            return Console.say(StoreOptions.text(value))
        }
        Console.say(counts.text)
        Console.say(
            "\(change.added) new, \(change.changed) changed, \(change.same) as they stood\(dryRun ? "; nothing was written" : "")"
        )
    }
}
