internal import Canonical
internal import Shards

/// The words of the documents of an output, counted in the shards, by the id that evidence and documents share.
struct ShardWords {
    private let words: [String: (count: Int, text: Digest)]

    /// - Parameter parts: Names of parts; nil for all.
    /// - Throws: ``JobError`` for a part that cannot be read to its end.
    init(_ output: String, _ parts: Set<String>?, _ revisions: Revisions) throws(JobError) {
        var words: [String: (count: Int, text: Digest)] = [:]
        do {
            for name in try OutputFolder.contents(of: "documents", in: output) {
                guard let part = PartName(String(name.prefix { $0 != "." })),
                    parts?.contains(part.description) ?? true,
                    "documents/" + name == revisions.path(part, in: .documents)
                else { continue }
                let path = "\(output)/documents/\(name)"
                try RowFile.each(path) { (line) throws(ShardError) in
                    let row: JSONValue
                    do { row = try JSONReader.read(line) } catch { throw ShardError(path: path, problem: "\(error)") }
                    guard let id = row["id"]?.string, let text = row["text"]?.string else {
                        throw ShardError(path: path, problem: "has a row that is no document")
                    }
                    words[id] = (WordCount.words(of: text.utf8), Digest(of: Array(text.utf8)))
                }
            }
        } catch let error as JobError { throw error } catch { throw JobError(.couldNotRun, "\(error)") }
        self.words = words
    }

    /// - Throws: ``JobError``: `usage` for a document whose text was recalled, `finding` for one whose text is another.
    func count(of id: String, key: Digest, text: Digest) throws(JobError) -> Int {
        guard let found = words[id] else {
            throw JobError(
                .usage,
                "document \(key.hex): its text is not in the shards, or was recalled since, so that its words cannot be counted; report with --count bytes"
            )
        }
        guard found.text == text else {
            throw JobError(.finding, "document \(key.hex): its text in the shards is not the one that was decided on")
        }
        return found.count
    }
}
