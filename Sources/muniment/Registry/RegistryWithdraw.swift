internal import ArgumentParser
internal import Registry

struct RegistryWithdraw: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "withdraw", abstract: "Withdraws an objection, after a delay in which it may be stopped.",
        discussion: """
            EXAMPLE
              muniment registry withdraw O-4c1f… --standing L2 --store registry.db

            Whoever withdraws must have shown the standing the objection has, or more. What was captured while it was in
            effect stays unusable until it is fetched again. One that is under way keeps its day if it is asked for again. Stop it with `registry decide ID stop`. With --config the contact is
            written to, as registry.mail of the settings says, so that they can have it stopped.
            """)

    @Argument(help: "The objection.")
    var objection: String

    @OptionGroup var options: StoreOptions

    @Option(help: "What whoever withdraws has shown anew: L1 to L5.")
    var standing: Standing

    @Option(help: "Why, as a code.")
    var reason = ""

    @OptionGroup var contact: ContactNotice

    func run() throws {
        let (store, time) = (try options.open(), try options.writingTime())
        let isUnderWay = try store.life(objection, at: time)?.isBeingWithdrawn ?? false
        let life = try store.step(.withdraw, objection, standing: standing, reason: reason, at: time)
        options.show(life)
        guard !isUnderWay else {
            let day = life.pending.map { " at \($0.due)" } ?? ""
            return Console.complain(
                "note: its withdrawal was under way already and takes effect\(day), as before; nothing was written")
        }
        try contact.tell(life, store, at: time)
    }
}
