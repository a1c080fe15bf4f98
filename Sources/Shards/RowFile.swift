internal import Archive

/// Reads the lines of a part's file, compressed or not.
public enum RowFile {
    /// All lines, without newlines.
    ///
    /// - Throws: ``ShardError`` for a file that cannot be read to its end.
    public static func lines(_ path: String) throws(ShardError) -> [[UInt8]] {
        var lines: [[UInt8]] = []
        try each(path) { lines.append($0) }
        return lines
    }

    /// Gives each line in turn; memory does not grow with the file.
    public static func each(_ path: String, _ body: ([UInt8]) throws(ShardError) -> Void) throws(ShardError) {
        var reader: LineReader
        do { reader = try LineReader(path: path) } catch { throw ShardError(path: path, problem: "\(error)") }
        while true {
            let line: [UInt8]?
            do { line = try reader.next() } catch { throw ShardError(path: path, problem: "\(error)") }
            guard let line else { return }
            try body(line)
        }
    }
}
