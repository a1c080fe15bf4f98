internal import ArgumentParser
internal import Canonical
internal import Jobs
internal import Registry

struct RegistryDelta: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "delta", abstract: "Tells what changed from one snapshot to another.",
        discussion: """
            EXAMPLE
              muniment registry delta yesterday today > delta.jsonl

            One JSON line per entry that was added or removed; a changed entry is removed and added. The first line
            names both snapshots (docs/formats/snapshot.md).
            """)

    @Argument(help: "The folder of the older snapshot.")
    var older: String

    @Argument(help: "The folder of the newer snapshot.")
    var newer: String

    @Flag(help: "Print JSON lines: they are printed in any case.")
    var json = false

    func run() throws {
        let delta = SnapshotDelta(from: try RegistryCommand.load(older), to: try RegistryCommand.load(newer))
        Console.say(String(decoding: delta.header.canonicalBytes, as: UTF8.self))
        for change in delta.changes {
            Console.say(String(decoding: change.json.canonicalBytes, as: UTF8.self))
        }
    }
}
