internal import Canonical
internal import Shards

#if canImport(Glibc)
    internal import Glibc
#endif

/// Puts what a recall takes out of one output into the store of a legal hold, before it is taken out.
///
/// Files may be read by their owner alone and written by nobody. What a killed recall left is written over.
final class HoldWriter {
    private let folder: String
    private var rows: (name: String, writer: RowFileWriter)?
    private var sealed: [String] = []

    /// - Parameter folder: for this recall of this output alone.
    init(_ folder: String) throws(ShardError) {
        self.folder = folder
        try OutputFile.makeFolder(folder)
        guard chmod(folder, 0o700) == 0 else {
            throw ShardError(path: folder, problem: "cannot be kept from others: \(String(cString: strerror(errno)))")
        }
    }

    /// Keeps a row; those of one file come one after the other.
    func append(_ line: [UInt8], of part: PartName, in kind: PartFolder) throws(ShardError) {
        let name = "\(kind.rawValue)-\(part).jsonl.zst"
        if rows?.name != name {
            try finishRows()
            rows = (name, try RowFileWriter(path: "\(folder)/\(name)"))
        }
        try rows?.writer.append(line)
    }

    /// Keeps the records taken out of an archive, as they lay there.
    func keep(records: [UInt8], of segment: Int) throws(ShardError) {
        let name = PathText.name(of: SegmentFiles.warcName(segment))
        try OutputFile.replace("\(folder)/\(name)", with: records)
        try seal(name)
    }

    /// Seals what was kept, and says what it is.
    func finish(_ about: JSONValue) throws(ShardError) {
        try finishRows()
        var files: [JSONValue.Member] = []
        for name in sealed.sorted() {
            files.append(.init(name, .string(try OutputFile.digest("\(folder)/\(name)").digest.hex)))
        }
        let json = JSONValue.object([.init("files", .object(files)), .init("recall", about)])
        try OutputFile.replace("\(folder)/held.json", with: json.canonicalBytes + [0x0A])
        try seal("held.json")
    }

    private func finishRows() throws(ShardError) {
        guard let (name, writer) = rows else { return }
        rows = nil
        _ = try writer.finish()
        try seal(name)
    }

    private func seal(_ name: String) throws(ShardError) {
        let path = "\(folder)/\(name)"
        guard chmod(path, 0o400) == 0 else {
            throw ShardError(path: path, problem: "cannot be sealed: \(String(cString: strerror(errno)))")
        }
        sealed.append(name)
    }
}
