internal import Archive
internal import Canonical
internal import Ledger

/// A part's file as it lies on disk, held against the seal it was given. The one place that says whether it still fits.
public enum SealedFile {
    /// What a file holds: reads it to its end and gives each line in turn. Memory does not grow with the file.
    ///
    /// - Parameter body: gets the line without its line feed; its bytes are valid during the call only.
    /// - Throws: ``ShardError`` for a file that cannot be read to its end.
    public static func read(
        _ path: String, _ body: (UnsafeRawBufferPointer) throws(ShardError) -> Void
    ) throws(ShardError) -> FileSeal {
        let reader = try SealReader(path)
        while try reader.next(body) {}
        return try reader.seal()
    }

    /// Holds the bytes on disk against a seal, and looks at nothing in them.
    ///
    /// - Throws: ``ShardError`` if the file is missing or another.
    public static func check(_ path: String, _ seal: FileSeal) throws(ShardError) {
        guard FileKind(path) == .file else {
            throw ShardError(path: path, problem: "is missing, and was written when its input was done")
        }
        let (digest, bytes) = try OutputFile.digest(path)
        guard digest == seal.file, bytes == seal.fileBytes else {
            throw ShardError(path: path, problem: "has changed since it was written")
        }
    }
}
