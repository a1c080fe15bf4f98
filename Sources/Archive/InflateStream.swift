internal import CZlib

/// One zlib inflate stream: gzip, zlib or raw deflate, in pieces of any size.
final class InflateStream {
    /// What the bytes are wrapped in, as zlib's `windowBits` says it.
    enum Wrapper: Int32 {
        case gzip = 31
        case zlib = 15
        case raw = -15
    }

    private let stream: UnsafeMutablePointer<z_stream>

    init?(_ wrapper: Wrapper) {
        stream = .allocate(capacity: 1)
        stream.initialize(to: z_stream())
        let size = Int32(MemoryLayout<z_stream>.size)
        guard inflateInit2_(stream, wrapper.rawValue, ZLIB_VERSION, size) == Z_OK else {
            stream.deallocate()
            return nil
        }
    }

    deinit {
        inflateEnd(stream)
        stream.deallocate()
    }

    /// Back to the start of a new member.
    func reset() { inflateReset(stream) }

    /// Inflates what fits.
    ///
    /// Progress with `more` may be zero only if input or room was empty.
    func step(from input: UnsafeRawBufferPointer, into room: UnsafeMutableRawBufferPointer) -> CodecStep {
        let offered = min(input.count, 1 << 30)
        let space = min(room.count, 1 << 30)
        // zlib never writes through next_in; the C type is not const for historical reasons.
        stream.pointee.next_in = UnsafeMutablePointer(
            mutating: input.baseAddress?.assumingMemoryBound(to: UInt8.self))
        stream.pointee.avail_in = UInt32(offered)
        stream.pointee.next_out = room.baseAddress?.assumingMemoryBound(to: UInt8.self)
        stream.pointee.avail_out = UInt32(space)
        let code = inflate(stream, Z_NO_FLUSH)
        let used = offered - Int(stream.pointee.avail_in)
        let made = space - Int(stream.pointee.avail_out)
        switch code {
        case Z_STREAM_END: return CodecStep(used: used, made: made, state: .end)
        case Z_OK, Z_BUF_ERROR: return CodecStep(used: used, made: made, state: .more)
        default:
            let words = stream.pointee.msg.map { String(cString: $0) } ?? "zlib code \(code)"
            return CodecStep(used: used, made: made, state: .failed(words))
        }
    }
}
