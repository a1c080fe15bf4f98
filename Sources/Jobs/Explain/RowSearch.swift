public import Shards
internal import Provenance
public import WebAddress

/// Finds the rows of a URL in an output.
public struct RowSearch: Sendable {
    private let output: String

    public init(output: String) { self.output = output }

    /// All rows whose URL, or one of whose hops, is the one asked for, in the order of the parts, and those of its
    /// origin where that was refused as a whole.
    ///
    /// - Throws: ``JobError`` if the folder is no output or a part cannot be read to its end.
    public func rows(of url: CanonicalURL) throws(JobError) -> [EvidenceRow] {
        let text = Array(url.text.utf8)
        let whole = Array(#""kind":"hostRefused""#.utf8)
        var found: [EvidenceRow] = []
        try each { (line, path) throws(ShardError) in
            // Most lines are passed over without being parsed: the URL stands in its row byte for byte, but for
            // the two bytes JSON escapes, which no canonical URL holds.
            guard line.contains(text) || line.contains(whole) else { return }
            let row = try Self.row(line, path)
            let isHop = row.considered.capture?.hops.contains { $0.url == url.text } ?? false
            var isWhole = false
            if case .hostRefused = row.kind { isWhole = row.considered.url.origin == url.origin }
            if row.considered.url == url || isHop || isWhole { found.append(row) }
        }
        return found
    }

    /// Every row, in the order of the parts.
    ///
    /// - Parameter parts: The names of the parts that are read, all of which must be there; nil for all that are.
    public func each(of parts: Set<String>? = nil, row body: (EvidenceRow) -> Void) throws(JobError) {
        try each(of: parts) { (line, path) throws(ShardError) in body(try Self.row(line, path)) }
    }

    private static func row(_ line: [UInt8], _ path: String) throws(ShardError) -> EvidenceRow {
        do { return try EvidenceRow(line: line) } catch { throw ShardError(path: path, problem: "\(error)") }
    }

    private func each(
        of parts: Set<String>? = nil, _ body: ([UInt8], String) throws(ShardError) -> Void
    ) throws(JobError) {
        let folder = output + "/evidence"
        let names = try OutputFolder.contents(of: "evidence", in: output)
        if let missing = parts?.subtracting(names.map(Self.part)).min() {
            throw JobError(.couldNotRun, "\(folder) has no \(missing)\(Self.ending)")
        }
        do {
            for name in names where name.hasSuffix(Self.ending) {
                if let parts, !parts.contains(Self.part(name)) { continue }
                let path = folder + "/" + name
                try RowFile.each(path) { (line) throws(ShardError) in try body(line, path) }
            }
        } catch {
            throw JobError(.couldNotRun, "\(error)")
        }
    }

    private static let ending = ".jsonl.zst"

    /// `part-000000-000.jsonl.zst` holds the part of that name, and so does a later revision of the file.
    private static func part(_ name: String) -> String { String(name.prefix { $0 != "." }) }
}
