public import Canonical
internal import Foundation

#if canImport(Glibc)
    internal import Glibc
#endif

/// Files of an output: written whole, synced, and only then given their name.
public enum OutputFile {
    /// Creates a folder and those above it.
    public static func makeFolder(_ path: String) throws(ShardError) {
        switch FileKind(path) {
        case .folder: return
        case nil: break
        default: throw ShardError(path: path, problem: "is a file; a folder is due")
        }
        let above = PathText.folder(of: path)
        if !above.isEmpty, above != path { try makeFolder(above) }
        // Another rank may make it at the same time.
        guard mkdir(path, 0o777) == 0 || errno == EEXIST && FileKind(path) == .folder else {
            throw ShardError(path: path, problem: "the folder cannot be made: \(reason)")
        }
    }

    /// All bytes of a file, or of a pipe.
    public static func read(_ path: String) throws(ShardError) -> [UInt8] {
        let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            throw ShardError(
                path: path, problem: errno == ENOENT ? "there is no such file" : "cannot be opened: \(reason)")
        }
        defer { close(descriptor) }
        var facts = stat()
        guard fstat(descriptor, &facts) == 0 else { throw ShardError(path: path, problem: "cannot be read: \(reason)") }
        let kind = FileKind(facts)
        guard kind == .file || kind == .pipe else {
            throw ShardError(path: path, problem: "is \(kind.words); a file is due")
        }
        var bytes: [UInt8] = []
        // One byte more than there are, so that the end is met without more room.
        if kind == .file { bytes = try first(Int(facts.st_size) + 1, descriptor, path) }
        if kind == .file, bytes.count <= Int(facts.st_size) { return bytes }
        while true {
            let count = try more(descriptor, path, &bytes)
            if count == 0 { return bytes }
        }
    }

    /// So many bytes, or all that there are.
    private static func first(_ wanted: Int, _ descriptor: Int32, _ path: String) throws(ShardError) -> [UInt8] {
        var isRead = true
        let bytes = [UInt8](unsafeUninitializedCapacity: wanted) { room, made in
            while made < wanted {
                let count = Glibc.read(descriptor, room.baseAddress! + made, wanted - made)
                if count < 0, errno == EINTR { continue }
                isRead = count >= 0
                if count <= 0 { return }
                made += count
            }
        }
        guard isRead else { throw ShardError(path: path, problem: "cannot be read: \(reason)") }
        return bytes
    }

    private static func more(_ descriptor: Int32, _ path: String, _ bytes: inout [UInt8]) throws(ShardError) -> Int {
        let step = 1 << 20
        let count = withUnsafeTemporaryAllocation(byteCount: step, alignment: 16) { room in
            var count = Glibc.read(descriptor, room.baseAddress, step)
            while count < 0, errno == EINTR { count = Glibc.read(descriptor, room.baseAddress, step) }
            if count > 0 { bytes.append(contentsOf: UnsafeRawBufferPointer(rebasing: room[..<count])) }
            return count
        }
        guard count >= 0 else { throw ShardError(path: path, problem: "cannot be read: \(reason)") }
        return count
    }

    /// The SHA-256 and length of a file, read in pieces.
    public static func digest(_ path: String) throws(ShardError) -> (digest: Digest, bytes: Int) {
        var (hasher, total) = (Digest.Hasher(), 0)
        try eachPiece(of: path) { (piece) throws(ShardError) in
            hasher.update(piece)
            total += piece.count
        }
        return (hasher.finish(), total)
    }

    /// Gives all bytes of a file, some at a time.
    public static func eachPiece(
        of path: String, _ body: (UnsafeRawBufferPointer) throws(ShardError) -> Void
    ) throws(ShardError) {
        let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw ShardError(path: path, problem: "cannot be opened: \(reason)") }
        defer { close(descriptor) }
        let room = UnsafeMutableRawBufferPointer.allocate(byteCount: 256 << 10, alignment: 16)
        defer { room.deallocate() }
        while true {
            let count = Glibc.read(descriptor, room.baseAddress, room.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw ShardError(path: path, problem: "cannot be read: \(reason)") }
            if count == 0 { return }
            try body(UnsafeRawBufferPointer(rebasing: room[..<count]))
        }
    }

    /// The bytes of a regular file; nil if there is none.
    public static func length(_ path: String) -> Int? {
        var facts = stat()
        guard stat(path, &facts) == 0, FileKind(facts) == .file else { return nil }
        return Int(facts.st_size)
    }

    public static func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }

    /// Writes a file so that after a crash it is there whole or not at all. Ranks of one run may write the same file at
    /// the same time.
    public static func replace(_ path: String, with bytes: [UInt8]) throws(ShardError) {
        try replace(path) { (put: Put) throws(ShardError) in try put(bytes) }
    }

    /// Takes the next bytes of a file.
    public typealias Put = ([UInt8]) throws(ShardError) -> Void

    /// The same for bytes that come piece by piece, so that memory does not grow with the file.
    public static func replace(
        _ path: String, by body: (Put) throws(ShardError) -> Void
    ) throws(ShardError) {
        guard !path.isEmpty else { throw ShardError(path: path, problem: "the name of a file is due") }
        // A link would be replaced, and not what it leads to: that of /dev/stdout too.
        guard !FileKind.isLink(path) else {
            throw ShardError(path: path, problem: "is a link; name the file itself, to be written there")
        }
        let kind = FileKind(path)
        guard kind == nil || kind == .file else {
            throw ShardError(path: path, problem: "is \(kind?.words ?? ""); a file is to be written there")
        }
        let open = path + ".open"
        let descriptor = try openAlone(open)
        defer { close(descriptor) }
        try body { (bytes) throws(ShardError) in try write(bytes, to: descriptor, path: open) }
        try publish(open, as: path, descriptor: descriptor)
    }

    /// Copies a file, a piece at a time.
    public static func copy(_ source: String, to path: String) throws(ShardError) {
        try replace(path) { (put: Put) throws(ShardError) in
            try eachPiece(of: source) { (piece) throws(ShardError) in try put(Array(piece)) }
        }
    }

    /// Opens a file that nobody else is writing, empty. Whoever comes second waits until the first has given the file
    /// its name, and then begins a new one.
    static func openAlone(_ path: String) throws(ShardError) -> Int32 {
        while true {
            let descriptor = Glibc.open(path, O_WRONLY | O_CREAT | O_CLOEXEC, 0o644)
            guard descriptor >= 0 else {
                let words = errno == ENOENT ? "its folder is not there" : reason
                throw ShardError(path: path, problem: "cannot be made: \(words)")
            }
            // A file system without locks is one writer's.
            while flock(descriptor, LOCK_EX) != 0, errno == EINTR {}
            var mine = stat()
            var named = stat()
            if fstat(descriptor, &mine) == 0, stat(path, &named) == 0, mine.st_ino == named.st_ino {
                if ftruncate(descriptor, 0) == 0 { return descriptor }
                close(descriptor)
                throw ShardError(path: path, problem: "cannot be emptied: \(reason)")
            }
            close(descriptor)
        }
    }

    /// Syncs an open file, gives it its name, and syncs the folder the name stands in.
    static func publish(_ open: String, as path: String, descriptor: Int32) throws(ShardError) {
        guard fsync(descriptor) == 0 else { throw ShardError(path: open, problem: "cannot be synced: \(reason)") }
        guard rename(open, path) == 0 else { throw ShardError(path: path, problem: "cannot be named: \(reason)") }
        try syncFolder(PathText.folder(of: path))
    }

    /// Makes the names in a folder durable.
    public static func syncFolder(_ path: String) throws(ShardError) {
        let descriptor = Glibc.open(path.isEmpty ? "." : path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw ShardError(path: path, problem: "cannot be opened: \(reason)") }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw ShardError(path: path, problem: "cannot be synced: \(reason)") }
    }

    static func write(_ bytes: [UInt8], to descriptor: Int32, path: String) throws(ShardError) {
        var written = 0
        while written < bytes.count {
            let count = bytes.withUnsafeBytes { raw in
                Glibc.write(descriptor, raw.baseAddress! + written, raw.count - written)
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw ShardError(path: path, problem: "cannot be written: \(reason)") }
            written += count
        }
    }

    static var reason: String { String(cString: strerror(errno)) }
}
