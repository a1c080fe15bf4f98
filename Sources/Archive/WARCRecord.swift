public import Canonical

/// One record of a WARC file, with its content block in memory.
///
/// Source: ISO 28500:2017 (WARC 1.1), sections 4 to 6, date read 2026-11-23.
public struct WARCRecord: Sendable {
    /// Whether the content block is what the writer meant it to be.
    public enum Completeness: Hashable, Sendable {
        /// As many bytes as `Content-Length` says, and the compressed member's checksum right where it was due.
        case complete
        /// Larger than the reader's limit: headers only, the block was passed over.
        case oversized
        /// The file or its member ends inside the block; `block` holds what there was.
        case truncated
        /// All bytes are there, but the member's checksum or end is wrong, so any of them may be.
        case unverified
    }

    public let kind: WARCRecordKind
    /// The version line, such as `WARC/1.1`.
    public let version: String
    /// The named fields in order, duplicates kept.
    public let headers: HeaderFields
    /// The content block; empty for an oversized record.
    public let block: [UInt8]
    /// `Content-Length` as the record states it, bytes.
    public let declaredLength: Int
    public let completeness: Completeness
    /// Byte offset in the file: of the record itself, or of the gzip member or zstd frame its first byte lies in.
    public let offset: Int
    /// Bytes of the file from `offset` that hold exactly this record; nil if its member or frame holds others too,
    /// or if the record was cut.
    public let length: Int?
    /// 0 for the first record of its member or frame, 1 for the next in it, and so on; 0 in plain files.
    public let ordinal: Int

    /// `WARC-Record-ID` without its angle brackets; nil if missing or empty.
    public var recordID: String? { unbracketed("WARC-Record-ID") }

    /// `WARC-Target-URI` without the angle brackets some writers put round it, spaces escaped; nil if missing or empty.
    public var targetURI: String? {
        guard let text = unbracketed("WARC-Target-URI") else { return nil }
        return text.utf8.contains(0x20)
            ? text.split(separator: " ", omittingEmptySubsequences: false).joined(separator: "%20") : text
    }

    /// The time in `WARC-Date`, fractions of a second dropped; nil if missing or not a full RFC 3339 time.
    public var date: Timestamp? { headers.first("WARC-Date").flatMap { Timestamp(rfc3339: $0) } }

    /// `WARC-Truncated`: why the writer of the archive cut the block short; nil if it did not.
    public var truncatedReason: String? { headers.first("WARC-Truncated") }

    /// `Content-Type` of the block, such as `application/http; msgtype=response`.
    public var contentType: String? { headers.first("Content-Type") }

    /// True if the block is an HTTP message as a server sent it.
    public var holdsHTTPResponse: Bool {
        (kind == .response || kind == .revisit) && block.starts(with: Array("HTTP/".utf8))
    }

    /// `recordID` if it is there and was `seen` for no earlier record of this input, else the id derived
    /// from where the record lies: UUIDv5 of (digest of the input file, offset, ordinal).
    public func captureID(input: Digest, isRepeated: (String) -> Bool) -> String {
        if let recordID, !isRepeated(recordID) { return recordID }
        return UUIDv5.captureID(input: input, offset: offset, ordinal: ordinal)
    }

    private func unbracketed(_ name: String) -> String? {
        guard let value = headers.first(name) else { return nil }
        let bare = value.hasPrefix("<") && value.hasSuffix(">") ? String(value.dropFirst().dropLast()) : value
        return bare.isEmpty ? nil : bare
    }
}
