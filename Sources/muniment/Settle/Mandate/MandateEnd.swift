internal import ArgumentParser
internal import Canonical
internal import Jobs
internal import Licensing
internal import Registry

struct MandateEnd: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "end",
        abstract: "Ends a mandate, or another entry, on a day; what it covered until then stays covered.",
        discussion: """
            EXAMPLE
              muniment settle mandate end MANDATE-1 --on 2026-12-31 --reason "member left" --store registry.db
            """)

    @Argument(help: "Its id.")
    var id: String

    @OptionGroup var options: StoreOptions

    @Option(help: "party, society, tariff or mandate.")
    var kind = "mandate"

    @Option(help: "The first day on which it does not hold.")
    var on: String

    @Option(help: "Why.")
    var reason = "ended"

    @Flag(help: "Show what would be written, and write nothing.")
    var dryRun = false

    func run() throws {
        guard RepertoireSection(word: kind) != nil else {
            throw JobError(.usage, "--kind is party, society, tariff or mandate, not \(kind)")
        }
        let (store, time, day) = (try options.open(), try options.writingTime(), try UseCommand.day(on, "--on"))
        if dryRun {
            guard let known = try store.repertoire(at: time).first(where: { $0.life.subject == "\(kind):\(id)" }),
                known.life.ends == nil
            else { throw JobError(.finding, "\(options.store): there is no \(kind) \(id) that has not ended") }
        } else {
            try store.end(repertoire: kind, id, on: day, reason: reason, at: time)
        }
        let value = JSONValue.object([
            .init("dryRun", .bool(dryRun)), .init("ends", .string(day.description)), .init("id", .string(id)),
            .init("kind", .string(kind)),
        ])
        Console.say(
            options.json
                ? StoreOptions.text(value) : "\(kind) \(id) ends \(day)\(dryRun ? "; nothing was written" : "")")
    }
}
