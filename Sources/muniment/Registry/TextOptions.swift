internal import ArgumentParser
internal import Jobs
internal import Provenance
internal import Shards

/// Texts whose copies are meant.
struct TextOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "A text, or a page (.html), whose copies are meant: its sketch is made here.", valueName: "file")
    )
    var text: [String] = []

    @Option(
        help: ArgumentHelp("A text whose words tell nothing: a licence, boilerplate of a site.", valueName: "file"))
    var ignoring: [String] = []

    @Option(
        help: ArgumentHelp(
            "A finished output: words that stand on more than 20 registrable domains there tell nothing.",
            valueName: "dir"))
    var seenIn: [String] = []

    /// The values of scopes of the kind `text`, in order.
    func scopeValues(_ list: SuffixListOption) throws -> [String] {
        try sketches(list).map { TextSketch.algorithm + ":" + $0.base64 }
    }

    func sketches(_ list: SuffixListOption) throws -> [TextSketch] {
        guard !text.isEmpty else { return [] }
        let texts = try text.map { (bytes: try OutputFile.read($0), name: $0) }
        var maker = FiledText()
        for file in ignoring { try maker.ignore(try OutputFile.read(file), name: file) }
        if !seenIn.isEmpty {
            try maker.ignoreCommon(in: texts, seenIn: seenIn, publicSuffixList: try list.bytes())
        }
        return try texts.map { try maker.sketch(of: $0.bytes, name: $0.name) }
    }
}
