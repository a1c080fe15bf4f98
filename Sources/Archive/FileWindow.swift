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
    private static let step = 256 << 10

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
            try readOn(into: queue, max(wanted - queue.count, Self.step))
        }
        return queue.count >= wanted
    }

    /// Moves what the window holds, or else what the file holds next, to `target`; false at the end of the file.
    func move(to target: ByteQueue) throws(ArchiveError) -> Bool {
        let held = queue.count
        if held > 0 {
            target.room(held).copyMemory(from: queue.bytes)
            target.commit(held)
            queue.consume(held)
            return true
        }
        let got = try readOn(into: target, Self.step)
        queue.clear(position: offset + got)
        return got > 0
    }

    /// One successful read of the system's into `target`; gives the number of bytes read.
    @discardableResult
    private func readOn(into target: ByteQueue, _ wanted: Int) throws(ArchiveError) -> Int {
        let free = target.room(wanted)
        while true {
            let got = read(descriptor, free.baseAddress, min(free.count, wanted))
            if got < 0 && errno == EINTR { continue }
            guard got >= 0 else {
                throw ArchiveError(
                    code: .cannotRead, file: path, offset: offset + count, reason: "cannot be read: \(Self.lastError)")
            }
            target.commit(got)
            atEnd = got == 0
            return got
        }
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
