internal import Canonical
internal import Glibc

/// A file's bytes, mapped: only what is touched is in memory.
///
/// Sendable because the bytes are never written and stay until the last owner is gone.
package final class MappedFile: @unchecked Sendable {
    package let bytes: UnsafeBufferPointer<UInt8>

    /// - Throws: ``RegistryError`` with code `storage`.
    package init(_ path: String) throws(RegistryError) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .storage(path, "cannot be opened") }
        defer { close(descriptor) }
        var facts = stat()
        guard fstat(descriptor, &facts) == 0, facts.st_mode & S_IFMT == S_IFREG else {
            throw RegistryError(.storage, file: path, reason: "it is not a file")
        }
        let size = Int(facts.st_size)
        guard size > 0 else {
            bytes = UnsafeBufferPointer(start: nil, count: 0)
            return
        }
        guard let start = mmap(nil, size, PROT_READ, MAP_SHARED, descriptor, 0), start != MAP_FAILED else {
            throw .storage(path, "cannot be mapped")
        }
        bytes = UnsafeBufferPointer(start: start.assumingMemoryBound(to: UInt8.self), count: size)
    }

    deinit {
        if let start = bytes.baseAddress { munmap(UnsafeMutableRawPointer(mutating: start), bytes.count) }
    }

    /// A copy of all bytes of a small file.
    static func contents(_ path: String) throws(RegistryError) -> [UInt8] {
        let file = try MappedFile(path)
        return withExtendedLifetime(file) { Array(file.bytes) }
    }

    /// The digest of a file, read in pieces and not mapped, so that looking it over leaves nothing in memory.
    static func digest(_ path: String) throws(RegistryError) -> FileFacts {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .storage(path, "cannot be opened") }
        defer { close(descriptor) }
        var (hasher, total) = (Digest.Hasher(), 0)
        var buffer = [UInt8](repeating: 0, count: 1 << 20)
        while true {
            let count = buffer.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw .storage(path, "cannot be read") }
            if count == 0 { return FileFacts(bytes: total, digest: hasher.finish()) }
            buffer.withUnsafeBytes { hasher.update(UnsafeRawBufferPointer(rebasing: $0[..<count])) }
            total += count
        }
    }
}

/// What a file is known by.
struct FileFacts: Hashable, Sendable {
    let bytes: Int
    let digest: Digest
}
