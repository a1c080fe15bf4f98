internal import ArgumentParser
internal import Canonical
internal import Jobs
internal import Provenance
internal import Shards

struct RegistrySketch: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sketch", abstract: "Makes rows of a list, or values of a form, of texts whose copies are meant.",
        discussion: """
            EXAMPLE
              muniment registry sketch --text article.html --text essay.txt > texts.csv
              muniment registry import texts.csv --store registry.db

            Of a text only its sketch goes into the registry: its words cannot be read from it.
            """)

    @OptionGroup var texts: TextOptions

    @OptionGroup var suffixes: SuffixListOption

    @Flag(help: "Print JSON lines for programs instead of rows of CSV.")
    var json = false

    func run() throws {
        guard !texts.text.isEmpty else { throw JobError(.usage, "--text is due: the file of a text") }
        for (file, value) in zip(texts.text, try texts.scopeValues(suffixes)) {
            let line = JSONValue.object([
                .init("file", .string(file)), .init("kind", .string("text")), .init("value", .string(value)),
            ])
            Console.say(json ? StoreOptions.text(line) : "text,\(value)")
        }
    }
}
