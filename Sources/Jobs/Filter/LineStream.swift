internal import Foundation

#if canImport(Glibc)
    internal import Glibc
#endif

/// Takes lines of a stream as bytes, one after another, in bounded memory.
public final class LineStream {
    /// One line, or that it was longer than the limit; then its bytes are passed over.
    public enum Line: Sendable {
        case bytes([UInt8])
        case tooLong
    }

    private let descriptor: Int32
    private let limit: Int
    private var held: [UInt8] = []
    private var start = 0
    private var isAtEnd = false
    private static let step = 1 << 20

    /// - Parameters:
    ///   - descriptor: an open file, 0 for standard input.
    ///   - limit: bytes of the longest line.
    public init(descriptor: Int32, limit: Int) {
        self.descriptor = descriptor
        self.limit = limit
    }

    /// The next line without its line break; nil at the end.
    ///
    /// - Throws: ``JobError`` if the system cannot read on.
    public func next() throws(JobError) -> Line? {
        var looked = start
        var isTooLong = false
        while true {
            if let end = held[looked...].firstIndex(of: 0x0A) {
                let line = held[start..<end]
                start = end + 1
                return isTooLong || line.count > limit
                    ? .tooLong : .bytes(Array(line.last == 0x0D ? line.dropLast() : line))
            }
            if held.count - start > limit {
                isTooLong = true
                start = held.count
            }
            held.removeFirst(start)
            start = 0
            looked = held.count
            guard !isAtEnd else {
                defer { held = [] }
                return isTooLong ? .tooLong : held.isEmpty ? nil : .bytes(held)
            }
            try readOn()
        }
    }

    private func readOn() throws(JobError) {
        let count = withUnsafeTemporaryAllocation(byteCount: Self.step, alignment: 16) { room in
            var count = read(descriptor, room.baseAddress, Self.step)
            while count < 0, errno == EINTR { count = read(descriptor, room.baseAddress, Self.step) }
            if count > 0 { held.append(contentsOf: UnsafeRawBufferPointer(rebasing: room[..<count])) }
            return count
        }
        guard count >= 0 else {
            throw JobError(.couldNotRun, "standard input cannot be read: \(String(cString: strerror(errno)))")
        }
        isAtEnd = count == 0
    }
}
