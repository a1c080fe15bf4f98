internal import ArgumentParser
internal import Canonical
internal import Jobs
internal import Registry

/// What every command that works on a store has.
struct StoreOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The registry: a SQLite file made by `registry init`.", valueName: "file"))
    var store: String

    @Option(help: "The time it happens (RFC 3339); now if not given.")
    var at: String?

    @Flag(help: "Print JSON lines for programs instead of text for people.")
    var json = false

    func open() throws -> RegistryStore { try RegistryStore.open(store) }

    /// The time that is asked about.
    func time() throws(JobError) -> Timestamp { try RegistryCommand.time(at) }

    /// The time at which something is written down.
    func writingTime() throws(JobError) -> Timestamp { try RegistryCommand.writingTime(at) }

    func show(_ life: ObjectionLife, scopes: [ObjectionScope]? = nil) {
        Console.say(json ? Self.text(life.json(scopes)) : LifeText.text(life, scopes))
    }

    static func text(_ value: JSONValue) -> String { String(decoding: value.canonicalBytes, as: UTF8.self) }
}
