internal import Archive

/// The lines of a part's file, each with the place of its frame, from any frame on.
public final class FramedLines {
    private let path: String
    private var lines: LineReader

    /// - Parameter offset: where a frame begins; 0 for the first.
    public init(_ path: String, from offset: Int = 0) throws(ShardError) {
        self.path = path
        guard FileKind(path) == .file else { throw ShardError(path: path, problem: "is missing, or is no file") }
        do {
            lines = try LineReader(path: path)
            if offset > 0 { try lines.restart(at: offset) }
        } catch {
            throw ShardError(path: path, problem: "\(error)")
        }
    }

    /// The next line without its line feed, and the place of the frame it begins in; nil at the end.
    public func next() throws(ShardError) -> (line: [UInt8], frame: Int)? {
        do {
            guard let line = try lines.next() else { return nil }
            return (line, lines.fileOffset)
        } catch {
            throw ShardError(path: path, problem: "\(error)")
        }
    }
}
