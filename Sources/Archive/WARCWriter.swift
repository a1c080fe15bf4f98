internal import CDeflate
public import Canonical

/// Makes WARC 1.1 records as bytes to be appended to a file: one gzip member per record (annex D), or plain.
///
/// Same record and level, same bytes, for one build of libdeflate. Appending and committing belong to the caller.
public struct WARCWriter: ~Copyable {
    public enum Compression: Hashable, Sendable {
        case none
        /// libdeflate's levels, 1 to 12.
        case gzip(level: Int)
    }

    private let compressor: OpaquePointer?

    /// - Throws: ``ArchiveError`` `codecFailed` if libdeflate does not know the level or has no memory.
    public init(compression: Compression = .gzip(level: 1)) throws(ArchiveError) {
        switch compression {
        case .none: compressor = nil
        case .gzip(let level):
            compressor = libdeflate_alloc_compressor(Int32(clamping: level))
            guard compressor != nil else {
                throw ArchiveError(code: .codecFailed, file: "", offset: 0, reason: "no compressor of level \(level)")
            }
        }
    }

    deinit { if let compressor { libdeflate_free_compressor(compressor) } }

    /// The bytes of the record, compressed as this writer does it.
    ///
    /// - Throws: ``ArchiveError`` `badHeader` if a field has a line break or a control character in it, which would
    ///   let a server write fields of its own.
    public func encode(_ record: WARCDraft) throws(ArchiveError) -> [UInt8] {
        let plain = try Self.plain(record)
        guard let compressor else { return plain }
        let bound = libdeflate_gzip_compress_bound(compressor, plain.count)
        return [UInt8](unsafeUninitializedCapacity: bound) { room, made in
            made = libdeflate_gzip_compress(compressor, plain, plain.count, room.baseAddress, bound)
        }
    }

    /// One record by itself; `encode` of a writer that is kept saves making a compressor each time.
    public static func encode(
        _ record: WARCDraft, compression: Compression = .gzip(level: 1)
    ) throws(ArchiveError) -> [UInt8] {
        try WARCWriter(compression: compression).encode(record)
    }

    /// `sha256:` and the digest in Base 32: the form WARC tools verify (WARC 1.1, section 5.8).
    public static func label(_ digest: Digest) -> String { "sha256:" + Base32.encode(digest.bytes) }

    private static func plain(_ record: WARCDraft) throws(ArchiveError) -> [UInt8] {
        var head = "WARC/1.1\r\n"
        for field in fields(of: record) {
            guard !field.name.isEmpty, isPrintable(field.name), isPrintable(field.value) else {
                let reason = "field `\(field.name)` of record \(record.recordID) has a line break or control character"
                throw ArchiveError(code: .badHeader, file: "", offset: 0, reason: reason)
            }
            head += "\(field.name): \(field.value)\r\n"
        }
        head += "\r\n"
        var bytes: [UInt8] = []
        bytes.reserveCapacity(head.utf8.count + record.block.count + 4)
        bytes.append(contentsOf: head.utf8)
        bytes.append(contentsOf: record.block)
        bytes.append(contentsOf: [0x0D, 0x0A, 0x0D, 0x0A])
        return bytes
    }

    private static func isPrintable(_ text: String) -> Bool { text.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F } }

    private static func fields(of record: WARCDraft) -> [(name: String, value: String)] {
        var fields: [(name: String, value: String)] = [
            ("WARC-Type", record.kind.rawValue), ("WARC-Record-ID", "<\(record.recordID)>"),
            ("WARC-Date", record.date.description),
        ]
        if let target = record.targetURI { fields.append(("WARC-Target-URI", target)) }
        fields += record.fields
        fields.append(("WARC-Block-Digest", label(Digest(of: record.block))))
        if let payload = record.payload {
            let digest =
                record.payloadDigest
                ?? record.block.withUnsafeBytes { Digest(of: UnsafeRawBufferPointer(rebasing: $0[payload])) }
            fields.append(("WARC-Payload-Digest", label(digest)))
        }
        if let type = record.contentType { fields.append(("Content-Type", type)) }
        fields.append(("Content-Length", String(record.block.count)))
        return fields
    }
}
