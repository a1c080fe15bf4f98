internal import Glibc

/// Keeps a second run away from an output folder.
///
/// The lock is the kernel's, so it ends with the process, however that ends. The text in the file only says who holds it.
public final class RunLock: Sendable {
    private let file: Int32

    /// - Parameter folder: The output folder; it must exist. The file made in it is `.lock`.
    /// - Throws: ``LockError`` saying who holds the lock, or why it could not be taken.
    public init(folder: String) throws(LockError) {
        let path = folder + "/.lock"
        let file = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
        guard file >= 0 else { throw LockError(path: path, holder: nil, words: String(cString: strerror(errno))) }
        guard flock(file, LOCK_EX | LOCK_NB) == 0 else {
            let reason = errno
            let holder = Self.holder(file)
            close(file)
            guard reason == EWOULDBLOCK else {
                throw LockError(path: path, holder: nil, words: String(cString: strerror(reason)))
            }
            throw LockError(path: path, holder: holder, words: "another run is writing here")
        }
        let text = Array("\(getpid())\n".utf8)
        guard ftruncate(file, 0) == 0, pwrite(file, text, text.count, 0) == text.count else {
            let reason = errno
            close(file)
            throw LockError(path: path, holder: nil, words: String(cString: strerror(reason)))
        }
        self.file = file
    }

    deinit { close(file) }

    private static func holder(_ file: Int32) -> Int? {
        var bytes = [UInt8](repeating: 0, count: 32)
        let count = pread(file, &bytes, bytes.count, 0)
        guard count > 0 else { return nil }
        return Int(String(decoding: bytes[..<count].prefix { $0 != 0x0A }, as: UTF8.self))
    }
}
