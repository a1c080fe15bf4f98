/// What went wrong with an archive or a compressed file, where, and what its user should do.
public struct ArchiveError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What to switch on.
    public enum Code: String, Hashable, Sendable {
        /// The file cannot be opened, or the system failed while reading it.
        case cannotRead
        /// The compressed data ends inside a gzip member or zstd frame.
        case truncated
        /// The compressed data is damaged: bad bits, bad checksum, or bytes that are no member or frame.
        case badCompression
        /// A record's head cannot be read: no version line, no usable `Content-Length`, or too long.
        case badHeader
        /// A record claims more bytes than there are.
        case lengthBeyondEnd
        /// The file does not begin as a WARC file does.
        case notWARC
        /// A format that is known and not read (lz4, ARC); the reason says how to convert it.
        case unsupportedFormat
        /// A line or a head is longer than the limit given.
        case tooLong
        /// A compressor or decompressor could not be made or refused its work: out of memory.
        case codecFailed
    }

    public let code: Code
    /// The path as it was given; empty where bytes were given.
    public let file: String
    /// Byte offset in the file.
    ///
    /// For compressed files it is the start of the member or frame concerned.
    public let offset: Int
    /// What was found and what to do, for a person.
    public let reason: String

    public init(code: Code, file: String, offset: Int, reason: String) {
        self.code = code
        self.file = file
        self.offset = offset
        self.reason = reason
    }

    public var description: String { "\(file): byte \(offset): \(reason)" }
}
