/// Deflated bytes inflated at once, within a limit.
public struct Inflated: Hashable, Sendable {
    /// What the bytes are wrapped in.
    public enum Wrapper: Hashable, Sendable {
        /// RFC 1950, as PNG and PDF have it.
        case zlib
        /// RFC 1951 alone, as ZIP has it.
        case raw
    }

    /// What could be inflated before the end, the limit or the damage.
    public let bytes: [UInt8]
    /// False if the stream is damaged, ends early or holds more than the limit.
    public let isWhole: Bool

    /// - Parameter limit: Most bytes made.
    public static func read(_ input: ArraySlice<UInt8>, _ wrapper: Wrapper, limit: Int) -> Inflated {
        guard let stream = InflateStream(wrapper == .zlib ? .zlib : .raw) else {
            return Inflated(bytes: [], isWhole: false)
        }
        var out: [UInt8] = []
        var isWhole = false
        let room = UnsafeMutableRawBufferPointer.allocate(byteCount: 64 << 10, alignment: 16)
        defer { room.deallocate() }
        input.withUnsafeBytes { raw in
            var rest = raw
            while true {
                let step = stream.step(from: rest, into: room)
                out.append(contentsOf: room.prefix(min(step.made, limit - out.count)))
                rest = UnsafeRawBufferPointer(rebasing: rest[step.used...])
                if case .end = step.state { isWhole = out.count <= limit && step.made <= room.count }
                guard case .more = step.state, step.used > 0 || step.made > 0, out.count < limit else { return }
            }
        }
        return Inflated(bytes: out, isWhole: isWhole)
    }
}
