public import Canonical

#if canImport(Glibc)
    internal import Glibc
#endif

extension OutputFile {
    /// Copies a file in pieces, so that it is there whole or not at all.
    ///
    /// - Throws: ``ShardError`` also if the bytes copied do not have the digest.
    public static func copy(_ source: String, to path: String, digest: Digest) throws(ShardError) {
        let input = Glibc.open(source, O_RDONLY | O_CLOEXEC)
        guard input >= 0 else { throw ShardError(path: source, problem: "cannot be opened: \(reason)") }
        defer { close(input) }
        let open = path + ".open"
        let output = try openAlone(open)
        defer { close(output) }
        var hasher = Digest.Hasher()
        var buffer = [UInt8](repeating: 0, count: 1 << 20)
        while true {
            let count = buffer.withUnsafeMutableBytes { Glibc.read(input, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw ShardError(path: source, problem: "cannot be read: \(reason)") }
            if count == 0 { break }
            let piece = Array(buffer[..<count])
            hasher.update(piece)
            try write(piece, to: output, path: open)
        }
        guard hasher.finish() == digest else {
            throw ShardError(path: source, problem: "was changed while it was read; run it again")
        }
        try publish(open, as: path, descriptor: output)
    }
}
