internal import CBrotli

/// One brotli stream (RFC 7932), in pieces of any size.
final class BrotliStream {
    private var state: OpaquePointer

    init?() {
        guard let state = BrotliDecoderCreateInstance(nil, nil, nil) else { return nil }
        self.state = state
    }

    deinit { BrotliDecoderDestroyInstance(state) }

    /// Brotli has no members: a stream is followed by nothing, so there is nothing to go back to.
    func reset() {}

    func step(from input: UnsafeRawBufferPointer, into room: UnsafeMutableRawBufferPointer) -> CodecStep {
        var left = input.count
        var next = input.baseAddress?.assumingMemoryBound(to: UInt8.self)
        var space = room.count
        var target = room.baseAddress?.assumingMemoryBound(to: UInt8.self)
        let result = BrotliDecoderDecompressStream(state, &left, &next, &space, &target, nil)
        let used = input.count - left
        let made = room.count - space
        switch result {
        case BROTLI_DECODER_RESULT_SUCCESS: return CodecStep(used: used, made: made, state: .end)
        case BROTLI_DECODER_RESULT_ERROR:
            let words = BrotliDecoderErrorString(BrotliDecoderGetErrorCode(state)).map { String(cString: $0) }
            return CodecStep(used: used, made: made, state: .failed(words ?? "brotli error"))
        default: return CodecStep(used: used, made: made, state: .more)
        }
    }
}
