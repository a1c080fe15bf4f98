internal import ArgumentParser
internal import Registry

struct RegistryErase: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "erase", abstract: "Erases personal data of an objection for good, without lifting it.",
        discussion: """
            EXAMPLE
              muniment registry erase O-4c1f… identity --store registry.db

            The log stays whole: it has a commitment, whose salt is erased too. The scope of an objection that blocks
            cannot be erased.
            """)

    @Argument(help: "The objection.")
    var objection: String

    @Argument(help: "identity, evidence or scope.")
    var group: FieldGroup

    @OptionGroup var options: StoreOptions

    func run() throws { options.show(try options.open().erase(group, of: objection, at: try options.writingTime())) }
}
