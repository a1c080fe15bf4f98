/// A streaming decompressor.
protocol StreamCodec: AnyObject {
    func step(from input: UnsafeRawBufferPointer, into room: UnsafeMutableRawBufferPointer) -> CodecStep
    /// Back to the start of a new member or frame.
    func reset()
}

extension InflateStream: StreamCodec {}
extension ZstdStream: StreamCodec {}
extension BrotliStream: StreamCodec {}
