internal import ArgumentParser
internal import Canonical
internal import Jobs
internal import Registry

struct RegistryStatus: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status", abstract: "Tells how objections stand, or stood as known at a time.",
        discussion: """
            EXAMPLES
              muniment registry status --store registry.db
              muniment registry status O-4c1f… --at 2026-11-01T00:00:00Z --store registry.db

            --at asks what the registry knew then: events recorded up to that time, and timers that had run out by it.
            """)

    @Argument(help: "Objections; all if none is named.")
    var objections: [String] = []

    @OptionGroup var options: StoreOptions

    func run() throws {
        let store = try options.open()
        let time = try options.time()
        if objections.isEmpty {
            for life in try store.lives(at: time) { options.show(life, scopes: try store.scopes(of: life.id)) }
            return
        }
        for id in objections {
            guard let life = try store.life(id, at: time) else {
                throw JobError(.finding, "\(options.store): nothing was known of \(id) at \(time)")
            }
            options.show(life, scopes: try store.scopes(of: id))
        }
    }
}
