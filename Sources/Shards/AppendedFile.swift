#if canImport(Glibc)
    internal import Glibc
#endif

/// A file written from front to back that has its name only when all of it is there.
public final class AppendedFile {
    private static let room = 1 << 20
    private let path: String
    private let descriptor: Int32
    private var buffer: [UInt8] = []

    public init(_ path: String) throws(ShardError) {
        self.path = path
        descriptor = try OutputFile.openAlone(path + ".open")
    }

    deinit { close(descriptor) }

    public func append(_ bytes: [UInt8]) throws(ShardError) {
        buffer += bytes
        if buffer.count >= Self.room { try flush() }
    }

    /// Writes the rest, syncs, and gives the name.
    public func finish() throws(ShardError) {
        try flush()
        try OutputFile.publish(path + ".open", as: path, descriptor: descriptor)
    }

    private func flush() throws(ShardError) {
        try OutputFile.write(buffer, to: descriptor, path: path + ".open")
        buffer.removeAll(keepingCapacity: true)
    }
}
