internal import Glibc

/// The lines of a file, one after another, in bounded memory. A line feed at the end begins no further line.
struct LineSource {
    /// Longer lines are a fault of their own.
    static let longest = 1 << 20

    private let file: MappedFile?
    private let bytes: [UInt8]
    private var at = 0

    init(bytes: [UInt8]) {
        file = nil
        self.bytes = bytes
    }

    /// A file is mapped; a pipe is read whole.
    init(path: String) throws(RegistryError) {
        var facts = stat()
        guard stat(path, &facts) == 0 else { throw .storage(path, "cannot be opened") }
        if facts.st_mode & S_IFMT == S_IFREG {
            file = try MappedFile(path)
            bytes = []
        } else {
            file = nil
            bytes = try Self.readAll(path)
        }
    }

    mutating func next() throws(RegistryError) -> [UInt8]? {
        if let file { return Self.line(file.bytes, &at) }
        return bytes.withUnsafeBufferPointer { Self.line($0, &at) }
    }

    private static func line(_ bytes: UnsafeBufferPointer<UInt8>, _ at: inout Int) -> [UInt8]? {
        guard at < bytes.count, let base = bytes.baseAddress else { return nil }
        let found = memchr(base + at, 0x0A, bytes.count - at)
        let end = found.map { UnsafeRawPointer($0) - UnsafeRawPointer(base) } ?? bytes.count
        defer { at = end + 1 }
        return Array(bytes[at..<end])
    }

    private static func readAll(_ path: String) throws(RegistryError) -> [UInt8] {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .storage(path, "cannot be opened") }
        defer { close(descriptor) }
        var out: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = buffer.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw .storage(path, "cannot be read") }
            if count == 0 { return out }
            out += buffer[..<count]
        }
    }
}
