internal import Glibc

/// Reads the lines of a file, plain, gzip or zstd (found by magic bytes), without making Strings.
///
/// Several members or frames read as one text. A torn last frame is an error, after all lines before it.
public struct LineReader: ~Copyable {
    private let input: DecodedInput
    private let maxLineBytes: Int
    private var failed = false
    /// Lines given so far.
    public private(set) var lineNumber = 0
    /// Offset in the uncompressed text of the line given last.
    public private(set) var lineOffset = 0
    /// True once the last line was given and no line break followed it: the file may have been cut.
    public private(set) var endsWithoutBreak = false

    /// - Parameter maxLineBytes: A longer line is an error, so that memory stays bounded.
    /// - Throws: ``ArchiveError`` `cannotRead`, `unsupportedFormat` for lz4.
    public init(path: String, maxLineBytes: Int = 64 << 20) throws(ArchiveError) {
        input = try DecodedInput(path: path)
        self.maxLineBytes = maxLineBytes
    }

    /// Where the last line's bytes lie in the file: of the member or frame it begins in, or its own in a plain file.
    public private(set) var fileOffset = 0

    /// Goes on at a place in the file where a member or frame begins, with a line that begins there.
    public mutating func restart(at offset: Int) throws(ArchiveError) { try input.restart(at: offset) }

    /// The next line without its LF; nil at the end.
    public mutating func next() throws(ArchiveError) -> [UInt8]? {
        try withNext { Array($0) }
    }

    /// Calls `body` with the next line without its LF; nil at the end.
    ///
    /// The bytes are valid during the call only.
    public mutating func withNext<T>(_ body: (UnsafeRawBufferPointer) -> T) throws(ArchiveError) -> T? {
        guard !failed, let length = try findLine() else { return nil }
        lineOffset = input.queue.position
        fileOffset = input.member(at: lineOffset)?.offset ?? lineOffset
        lineNumber += 1
        let result = body(UnsafeRawBufferPointer(rebasing: input.queue.bytes[..<length]))
        input.queue.consume(min(length + 1, input.queue.count))
        return result
    }

    /// Length of the line at the queue's head; nil if nothing is left.
    private mutating func findLine() throws(ArchiveError) -> Int? {
        var looked = 0
        while true {
            let bytes = input.queue.bytes
            if looked < bytes.count, let base = bytes.baseAddress,
                let found = memchr(base + looked, 0x0A, bytes.count - looked)
            {
                return UnsafeRawPointer(found) - base
            }
            looked = bytes.count
            guard looked <= maxLineBytes else { throw tooLong() }
            guard try pull() else {
                guard looked > 0 else { return nil }
                endsWithoutBreak = true
                return looked
            }
        }
    }

    private mutating func pull() throws(ArchiveError) -> Bool {
        do {
            return try input.pull()
        } catch {
            failed = true
            throw error
        }
    }

    private mutating func tooLong() -> ArchiveError {
        failed = true
        let reason = "line \(lineNumber + 1) is longer than \(maxLineBytes) bytes"
        return ArchiveError(code: .tooLong, file: input.window.path, offset: input.currentOffset, reason: reason)
    }
}
