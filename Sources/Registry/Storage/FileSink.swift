internal import Canonical
internal import Glibc

/// Writes one file from front to back and knows its digest at the end.
struct FileSink: ~Copyable {
    private static let room = 1 << 20

    private let path: String
    private let descriptor: Int32
    private var buffer: [UInt8] = []
    private var hasher = Digest.Hasher()
    /// Bytes given so far.
    private(set) var count = 0

    init(_ path: String) throws(RegistryError) {
        self.path = path
        descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw .storage(path, "cannot be made") }
        buffer.reserveCapacity(Self.room)
    }

    deinit { close(descriptor) }

    mutating func write(_ bytes: some Sequence<UInt8>) throws(RegistryError) {
        let before = buffer.count
        buffer.append(contentsOf: bytes)
        count += buffer.count - before
        if buffer.count >= Self.room { try flush() }
    }

    mutating func write(_ byte: UInt8) throws(RegistryError) {
        buffer.append(byte)
        count += 1
        if buffer.count >= Self.room { try flush() }
    }

    mutating func write(word value: UInt32) throws(RegistryError) {
        try withUnsafeBytes(of: value.littleEndian) { bytes throws(RegistryError) in try write(bytes) }
    }

    /// Writes what is left and makes it durable.
    mutating func finish() throws(RegistryError) -> FileFacts {
        try flush()
        guard fsync(descriptor) == 0 else { throw .storage(path, "cannot be synced") }
        return FileFacts(bytes: count, digest: hasher.finish())
    }

    private mutating func flush() throws(RegistryError) {
        hasher.update(buffer)
        var done = 0
        while done < buffer.count {
            let written = buffer.withUnsafeBytes { raw in
                raw.baseAddress.map { Glibc.write(descriptor, $0 + done, raw.count - done) } ?? 0
            }
            if written < 0, errno == EINTR { continue }
            guard written > 0 else { throw .storage(path, "cannot be written") }
            done += written
        }
        buffer.removeAll(keepingCapacity: true)
    }
}
