public import Canonical
public import Provenance

/// One line of a robots file, as evidence.
public struct RobotsRecord: Hashable, Sendable {
    /// Counted from 1.
    public let line: Int
    /// Bytes of the file before the line.
    public let offset: Int
    /// The bytes of the line without its end; at most ``Quote/limit`` of them are kept in a quote.
    public let text: [UInt8]

    /// The line as the quote of a signal.
    public func quote(in file: Digest) -> Quote { Quote(text, in: .siteFile(file), at: offset) }
}
