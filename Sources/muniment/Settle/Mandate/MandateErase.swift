internal import ArgumentParser
internal import Canonical
internal import Jobs
internal import Registry

struct MandateErase: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "erase",
        abstract:
            "Erases what a party ever said (names, identifiers, account) for good; shares name it by its id from then on.",
        discussion: """
            The log stays whole: it has a commitment, whose salt is erased too. Snapshots, reports and statements made before
            still say what they said: make new ones, and take the old away where they are public.

            EXAMPLE
              muniment settle mandate erase author-1 --store registry.db
            """)

    @Argument(help: "The party.")
    var party: String

    @OptionGroup var options: StoreOptions

    @Flag(help: "Show what would be erased, and write nothing.")
    var dryRun = false

    func run() throws {
        let (store, time) = (try options.open(), try options.time())
        if dryRun {
            guard let known = try store.repertoire(at: time).first(where: { $0.life.subject == "party:\(party)" }),
                !known.life.isErased
            else { throw JobError(.finding, "\(options.store): there is no party \(party) that was not erased") }
        } else {
            try store.erase(repertoire: "party", party, at: time)
        }
        let value = JSONValue.object([.init("dryRun", .bool(dryRun)), .init("party", .string(party))])
        Console.say(
            options.json
                ? StoreOptions.text(value)
                : dryRun ? "party \(party) can be erased; nothing was written" : "what party \(party) said is erased")
    }
}
