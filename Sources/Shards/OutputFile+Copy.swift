public import Canonical

#if canImport(Glibc)
    internal import Glibc
#endif

extension OutputFile {
    /// Copies a file in pieces, so that it is there whole or not at all.
    ///
    /// - Throws: ``ShardError`` also if the bytes copied do not have the digest.
    public static func copy(_ source: String, to path: String, digest: Digest) throws(ShardError) {
        let open = path + ".open"
        let output = try openAlone(open)
        defer { close(output) }
        var hasher = Digest.Hasher()
        try eachPiece(of: source) { (piece) throws(ShardError) in
            hasher.update(piece)
            try write(Array(piece), to: output, path: open)
        }
        guard hasher.finish() == digest else {
            throw ShardError(path: source, problem: "was changed while it was read; run it again")
        }
        try publish(open, as: path, descriptor: output)
    }
}
