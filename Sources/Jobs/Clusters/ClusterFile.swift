internal import Canonical
internal import Licensing
internal import Provenance
internal import Shards
internal import WebAddress

/// Compiles the copies among the documents of finished outputs into a file that decisions take as their knowledge of copies
/// (`grounds.clusters`, `docs/formats/grounds.md`).
///
/// No origin is named: the date of a page proves none. Whoever knows one adds it.
public struct ClusterFile {
    /// What was found.
    public struct Outcome: Sendable {
        /// Documents with a text, each counted once.
        public let documents: Int
        public let clusters: Int
        /// Documents that have a copy.
        public let copies: Int
    }

    /// Addresses that are told in a comment.
    private static let shown = 5

    private var search: DuplicateSearch

    /// - Parameters:
    ///   - containment: From what share of the smaller text in the larger on they are copies, in thousandths.
    ///   - places: In how many places of 64 their sketches agree at least.
    public init(containment: Int, places: Int) {
        search = DuplicateSearch { $0.containment >= containment && $0.places >= places }
    }

    /// Adds the documents of an output, whatever was decided on them.
    ///
    /// - Throws: ``JobError`` if the folder is no output, a part cannot be read to its end, or its sketches are of another kind.
    public mutating func add(output: String) throws(JobError) {
        var unread = 0
        try RowSearch(output: output).each { row in
            guard let document = row.considered.document, !row.considered.matchKeys.sketch.isEmpty else { return }
            guard let sketch = TextSketch(base64: row.considered.matchKeys.sketch) else {
                unread += 1
                return
            }
            search.add(
                .init(url: row.considered.url.text, text: document.textDigest, sketch: sketch), key: document.key)
        }
        guard unread == 0 else {
            throw JobError(
                .couldNotRun,
                "\(output): \(unread) sketches are not of the kind \(TextSketch.algorithm); filter its input again with this build"
            )
        }
    }

    /// Writes the file.
    ///
    /// - Throws: ``JobError`` if it cannot be written.
    public func write(to path: String) throws(JobError) -> Outcome {
        let clusters = search.clusters()
        var text =
            "# Copies of one text, as muniment cluster found them. Add `origin` and `proof` where they are known.\n"
        text += clusters.isEmpty ? "clusters: []\n" : "clusters:\n"
        for cluster in clusters { text += Self.entry(cluster) }
        do throws(ShardError) { try OutputFile.replace(path, with: Array(text.utf8)) } catch { throw JobError(error) }
        return Outcome(
            documents: search.members.count, clusters: clusters.count, copies: clusters.reduce(0) { $0 + $1.count })
    }

    private static func entry(_ cluster: [DuplicateSearch.Member]) -> String {
        let texts = Set(cluster.map(\.text.description)).sorted()
        let urls = Set(cluster.map(\.url)).sorted()
        let id = "copies-" + Digest(of: texts.joined(separator: "\n")).hex.prefix(16)
        let more = urls.count > shown ? ["    # and \(urls.count - shown) more"] : []
        let lines =
            ["  - id: \(id)"] + urls.prefix(shown).map { "    # \($0)" } + more + [
                "    members: [\(texts.map { "\"\($0)\"" }.joined(separator: ", "))]", "    size: \(urls.count)",
            ]
        return lines.joined(separator: "\n") + "\n"
    }
}
