internal import Glibc

/// Keeps a second run away from an output folder, or from one rank's share of it.
///
/// The lock is the kernel's, so it ends with the process, however that ends. The text in the file only says who holds
/// it; the file goes with a lock that is given back, and a killed run's is taken over.
public final class RunLock: Sendable {
    private let path: String
    private let file: Int32

    /// - Parameters:
    ///   - folder: The output folder; it must exist.
    ///   - name: Of the file made in it.
    /// - Throws: ``LockError`` saying who holds the lock, or why it could not be taken.
    public init(folder: String, name: String = ".lock") throws(LockError) {
        path = folder + "/" + name
        while true {
            let file = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
            guard file >= 0 else { throw LockError(path: path, holder: nil, words: String(cString: strerror(errno))) }
            try Self.lock(file, path)
            // Whoever held the lock before may have taken the file away meanwhile.
            guard Self.isNamed(file, path) else {
                close(file)
                continue
            }
            try Self.sign(file, path)
            self.file = file
            return
        }
    }

    deinit {
        unlink(path)
        close(file)
    }

    private static func lock(_ file: Int32, _ path: String) throws(LockError) {
        guard flock(file, LOCK_EX | LOCK_NB) != 0 else { return }
        let reason = errno
        let holder = holder(file)
        close(file)
        guard reason == EWOULDBLOCK else {
            throw LockError(path: path, holder: nil, words: String(cString: strerror(reason)))
        }
        throw LockError(path: path, holder: holder, words: "another run is writing here")
    }

    private static func isNamed(_ file: Int32, _ path: String) -> Bool {
        var mine = stat()
        var named = stat()
        return fstat(file, &mine) == 0 && stat(path, &named) == 0 && mine.st_ino == named.st_ino
    }

    private static func sign(_ file: Int32, _ path: String) throws(LockError) {
        let text = Array("\(getpid())\n".utf8)
        guard ftruncate(file, 0) == 0, pwrite(file, text, text.count, 0) == text.count else {
            let reason = errno
            close(file)
            throw LockError(path: path, holder: nil, words: String(cString: strerror(reason)))
        }
    }

    private static func holder(_ file: Int32) -> Int? {
        var bytes = [UInt8](repeating: 0, count: 32)
        let count = pread(file, &bytes, bytes.count, 0)
        guard count > 0 else { return nil }
        return Int(String(decoding: bytes[..<count].prefix { $0 != 0x0A }, as: UTF8.self))
    }
}
