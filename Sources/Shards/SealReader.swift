internal import Archive
internal import Canonical
public import Ledger

/// Reads the lines of a part's file one at a time and gathers what a seal says of them.
public final class SealReader {
    private let path: String
    private var lines: LineReader
    private var tree = MerkleTree()
    private var content = Digest.Hasher()
    private var bytes = 0
    private var first: FirstTree?

    /// - Parameter first: what the rows were when they were first sealed, of a file that is a later revision.
    public init(_ path: String, first: FirstTree? = nil) throws(ShardError) {
        self.first = first
        guard FileKind(path) == .file else { throw ShardError(path: path, problem: "is missing, or is no file") }
        self.path = path
        do { lines = try LineReader(path: path) } catch { throw ShardError(path: path, problem: "\(error)") }
    }

    /// Lines given so far.
    public var rows: Int { tree.count }

    /// The tree of the rows as they were first sealed, all lines having been given; nil for a file that is no later revision.
    public var firstTree: MerkleTree? { first.map { $0.finished } }

    /// Gives the next line without its line feed; false at the end.
    public func next(_ body: (UnsafeRawBufferPointer) throws(ShardError) -> Void) throws(ShardError) -> Bool {
        var outcome: Result<Void, ShardError> = .success(())
        do {
            let line: Void? = try lines.withNext { line in
                take(line)
                do throws(ShardError) { try body(line) } catch { outcome = .failure(error) }
            }
            try outcome.get()
            return line != nil
        } catch let error as ShardError {
            throw error
        } catch {
            throw ShardError(path: path, problem: "\(error)")
        }
    }

    /// The seal of the file, all lines of which were given.
    public func seal() throws(ShardError) -> FileSeal {
        guard !lines.endsWithoutBreak else {
            throw ShardError(path: path, problem: "ends within a line: it was cut")
        }
        let (digest, fileBytes) = try OutputFile.digest(path)
        return FileSeal(
            rows: tree.count, bytes: bytes, content: content.finish(), root: tree.root, file: digest,
            fileBytes: fileBytes)
    }

    private func take(_ line: UnsafeRawBufferPointer) {
        tree.append(line)
        first?.append(line)
        content.update(line)
        content.update(Self.lineFeed)
        bytes += line.count + 1
    }

    private static let lineFeed: [UInt8] = [0x0A]
}
