internal import Canonical
internal import Foundation

#if canImport(Glibc)
internal import Glibc
#endif

/// The SHA-256 of a file, read in pieces.
enum FileDigest {
    static func of(_ path: String) throws(JobError) -> (Digest, Int) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            throw JobError(.couldNotRun, "\(path): cannot be opened: \(String(cString: strerror(errno)))")
        }
        defer { close(descriptor) }
        var hasher = Digest.Hasher()
        var total = 0
        var buffer = [UInt8](repeating: 0, count: 1 << 20)
        while true {
            let count = buffer.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else {
                throw JobError(.couldNotRun, "\(path): cannot be read: \(String(cString: strerror(errno)))")
            }
            if count == 0 { return (hasher.finish(), total) }
            buffer.withUnsafeBytes { hasher.update(UnsafeRawBufferPointer(rebasing: $0[..<count])) }
            total += count
        }
    }
}
