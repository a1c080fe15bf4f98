internal import ArgumentParser
internal import Canonical
internal import Jobs
internal import Licensing

struct ClusterCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "cluster", abstract: "Finds the copies among the documents of outputs, as a file for decisions.",
        discussion: """
            EXAMPLE
              muniment cluster out-2026-10 out-2026-11 --out config/grounds/clusters.yaml
              muniment filter input/ --config config.yaml --out again

            The file is what `grounds.clusters` of the settings names: a waiver then counts only where nobody else is known to
            have had the text, and many copies of a text count against its use. Documents are compared by the sketches in
            their evidence. Which copy is the origin is for you to add.
            """)

    @Argument(help: "Finished outputs of filter or crawl.")
    var outputs: [String]

    @Option(name: .customLong("out"), help: ArgumentHelp("The file to write.", valueName: "file"))
    var file: String

    @Option(help: "From what share of the smaller text in the larger on they are copies, in thousandths.")
    var containment = DoubtSettings().nearCopyDeny

    @Option(help: "In how many places of 64 their sketches agree at least.")
    var places = DoubtSettings().nearCopyPlaces

    @Flag(help: "Print a JSON line instead of text.")
    var json = false

    func run() throws {
        guard (1...1000).contains(containment), (1...64).contains(places) else {
            throw JobError(.usage, "--containment is 1 to 1000, and --places 1 to 64")
        }
        var clusters = ClusterFile(containment: containment, places: places)
        for output in outputs { try clusters.add(output: output) }
        let found = try clusters.write(to: file)
        let line = JSONValue.object([
            .init("clusters", .integer(Int64(found.clusters))), .init("copies", .integer(Int64(found.copies))),
            .init("documents", .integer(Int64(found.documents))),
        ])
        Console.say(
            json
                ? String(decoding: line.canonicalBytes, as: UTF8.self)
                : "\(found.copies) of \(found.documents) documents are copies of each other, in \(found.clusters) clusters"
        )
    }
}
