internal import CZstd

/// Compresses rows into zstd frames: one thread, checksum on, same rows and level, same bytes (for one libzstd).
///
/// How the rows were cut into `append` calls does not show in the bytes; where frames end does.
/// Source: RFC 8878, date read 2026-11-23.
public struct ZstdFrameWriter: ~Copyable {
    private let context: OpaquePointer
    /// What one step makes.
    private let room: UnsafeMutableRawBufferPointer
    private var output: [UInt8] = []
    /// Uncompressed bytes appended since the last frame ended.
    public private(set) var pendingCount = 0

    private static let piece = 128 << 10

    /// - Parameter level: 1 to 19.
    /// - Throws: ``ArchiveError`` `codecFailed`.
    public init(level: Int = 3) throws(ArchiveError) {
        context = try Self.makeContext(level)
        room = .allocate(byteCount: Self.piece, alignment: 16)
    }

    private static func makeContext(_ level: Int) throws(ArchiveError) -> OpaquePointer {
        guard (1...19).contains(level), let context = ZSTD_createCCtx() else { throw failed("level \(level)") }
        let settings = [
            (ZSTD_c_compressionLevel, Int32(level)), (ZSTD_c_checksumFlag, 1), (ZSTD_c_contentSizeFlag, 0),
        ]
        for (parameter, value) in settings {
            let code = ZSTD_CCtx_setParameter(context, parameter, value)
            if ZSTD_isError(code) != 0 {
                ZSTD_freeCCtx(context)
                throw failed(String(cString: ZSTD_getErrorName(code)))
            }
        }
        return context
    }

    deinit {
        ZSTD_freeCCtx(context)
        room.deallocate()
    }

    private static func failed(_ words: String) -> ArchiveError {
        ArchiveError(code: .codecFailed, file: "", offset: 0, reason: "zstd compressor: \(words)")
    }

    /// Compressed bytes made so far for the open frame; some rows may still be inside the compressor.
    public var compressedCount: Int { output.count }

    /// Adds rows to the open frame.
    public mutating func append(_ bytes: [UInt8]) throws(ArchiveError) {
        try bytes.withRawBytes { (raw) throws(ArchiveError) in try append(raw) }
    }

    /// Adds rows to the open frame.
    public mutating func append(_ bytes: UnsafeRawBufferPointer) throws(ArchiveError) {
        pendingCount += bytes.count
        var rest = ZSTD_inBuffer(src: bytes.baseAddress, size: bytes.count, pos: 0)
        while rest.pos < rest.size { _ = try compress(&rest, ZSTD_e_continue) }
    }

    /// Ends the frame and gives its bytes; none if nothing was appended.
    public mutating func endFrame() throws(ArchiveError) -> [UInt8] {
        guard pendingCount > 0 else { return [] }
        var nothing = ZSTD_inBuffer(src: nil, size: 0, pos: 0)
        while try compress(&nothing, ZSTD_e_end) > 0 {}
        pendingCount = 0
        defer { output = [] }
        return output
    }

    /// One step; gives what zstd says is still to be flushed.
    private mutating func compress(
        _ input: inout ZSTD_inBuffer, _ directive: ZSTD_EndDirective
    ) throws(ArchiveError) -> Int {
        var target = ZSTD_outBuffer(dst: room.baseAddress, size: room.count, pos: 0)
        let code = ZSTD_compressStream2(context, &target, &input, directive)
        guard ZSTD_isError(code) == 0 else { throw Self.failed(String(cString: ZSTD_getErrorName(code))) }
        if target.pos > 0 { output.append(contentsOf: UnsafeRawBufferPointer(rebasing: room[..<target.pos])) }
        return code
    }
}
