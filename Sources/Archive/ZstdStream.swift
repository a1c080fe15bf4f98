internal import CZstd

/// One zstd decompression context, frame after frame.
final class ZstdStream {
    /// `28 B5 2F FD` read little-endian (RFC 8878, section 3.1.1).
    static let frameMagic: UInt32 = 0xFD2F_B528
    /// The largest window accepted, 2^27 bytes: what the zstd tool accepts by itself.
    ///
    /// Bounds memory.
    private static let maxWindowLog: Int32 = 27

    private let context: OpaquePointer

    init?() {
        guard let context = ZSTD_createDCtx() else { return nil }
        self.context = context
        ZSTD_DCtx_setParameter(context, ZSTD_d_windowLogMax, Self.maxWindowLog)
    }

    deinit { ZSTD_freeDCtx(context) }

    /// True for `50..5F 2A 4D 18`: a frame to be skipped (RFC 8878, section 3.1.2).
    static func isSkippable(_ magic: UInt32) -> Bool { magic & 0xFFFF_FFF0 == 0x184D_2A50 }

    func reset() { ZSTD_DCtx_reset(context, ZSTD_reset_session_only) }

    /// Uses `dictionary` for every following frame; false if zstd refuses it.
    func use(dictionary: [UInt8]) -> Bool {
        dictionary.withUnsafeBytes { ZSTD_isError(ZSTD_DCtx_loadDictionary(context, $0.baseAddress, $0.count)) == 0 }
    }

    func step(from input: UnsafeRawBufferPointer, into room: UnsafeMutableRawBufferPointer) -> CodecStep {
        var source = ZSTD_inBuffer(src: input.baseAddress, size: input.count, pos: 0)
        var target = ZSTD_outBuffer(dst: room.baseAddress, size: room.count, pos: 0)
        let code = ZSTD_decompressStream(context, &target, &source)
        if ZSTD_isError(code) != 0 {
            let words = String(cString: ZSTD_getErrorName(code))
            return CodecStep(used: source.pos, made: target.pos, state: .failed(words))
        }
        return CodecStep(used: source.pos, made: target.pos, state: code == 0 ? .end : .more)
    }
}
