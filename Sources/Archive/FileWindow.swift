internal import Glibc

/// A file read forward through one buffer: the bytes from `offset` on, as many as were asked for.
///
/// Read, not mapped: a mapped file that shrinks under its reader, or a failing disk, kills the process.
final class FileWindow {
    let path: String
    private let descriptor: Int32
    private let queue: ByteQueue
    /// True once the system has said that nothing follows what the window holds.
    private(set) var atEnd = false

    /// Bytes read from the system at once, at least.
    private static let step = 512 << 10

    init(path: String) throws(ArchiveError) {
        self.path = path
        descriptor = open(path, O_RDONLY | O_CLOEXEC)
        queue = ByteQueue(capacity: 2 * Self.step)
        guard descriptor >= 0 else {
            throw ArchiveError(code: .cannotRead, file: path, offset: 0, reason: "cannot be opened: \(Self.lastError)")
        }
        _ = posix_fadvise(descriptor, 0, 0, POSIX_FADV_SEQUENTIAL)
    }

    deinit { if descriptor >= 0 { close(descriptor) } }

    private static var lastError: String { String(cString: strerror(errno)) }

    /// Byte offset in the file of the first byte of `bytes`.
    var offset: Int { queue.position }

    /// What is in the window.
    ///
    /// Valid until the next call.
    var bytes: UnsafeRawBufferPointer { queue.bytes }

    var count: Int { queue.count }

    func consume(_ used: Int) { queue.consume(used) }

    /// Reads until the window holds `wanted` bytes or the file ends; says whether it holds them.
    @discardableResult
    func ensure(_ wanted: Int) throws(ArchiveError) -> Bool {
        while queue.count < wanted && !atEnd {
            let free = queue.room(max(wanted - queue.count, Self.step))
            let got = read(descriptor, free.baseAddress, min(free.count, max(wanted, 2 * Self.step)))
            if got < 0 && errno == EINTR { continue }
            guard got >= 0 else {
                let end = offset + count
                throw ArchiveError(
                    code: .cannotRead, file: path, offset: end, reason: "cannot be read: \(Self.lastError)")
            }
            queue.commit(got)
            atEnd = got == 0
        }
        return queue.count >= wanted
    }

    /// Goes to `offset`, forward or back.
    func seek(to offset: Int) throws(ArchiveError) {
        guard lseek(descriptor, off_t(offset), SEEK_SET) >= 0 else {
            throw ArchiveError(code: .cannotRead, file: path, offset: offset, reason: "cannot seek: \(Self.lastError)")
        }
        queue.clear(position: offset)
        atEnd = false
    }
}
