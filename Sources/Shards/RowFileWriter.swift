internal import Archive
internal import Canonical
internal import Ledger
internal import Foundation

#if canImport(Glibc)
    internal import Glibc
#endif

/// Writes one `.jsonl.zst` of a part: lines in, frames of a fixed count of uncompressed bytes out.
///
/// The bytes depend on the lines, the level and the libzstd version only, never on timing.
public final class RowFileWriter {
    /// Uncompressed bytes after which a frame is ended, so that readers may start in several places.
    public static let frameBytes = 4 << 20

    private let path: String
    private let descriptor: Int32
    private var compressor: ZstdFrameWriter
    private var tree = MerkleTree()
    private var content = Digest.Hasher()
    private var file = Digest.Hasher()
    private var inFrame = 0
    private var fileBytes = 0
    /// Uncompressed bytes so far.
    public private(set) var bytes = 0

    /// Starts `path`.open; `finish` gives it its name.
    public init(path: String, level: Int = 3) throws(ShardError) {
        self.path = path
        descriptor = Glibc.open(path + ".open", O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else {
            throw ShardError(path: path + ".open", problem: "cannot be made: \(OutputFile.reason)")
        }
        do {
            compressor = try ZstdFrameWriter(level: level)
        } catch {
            throw ShardError(path: path, problem: "zstd cannot start: \(error)")
        }
    }

    deinit { close(descriptor) }

    public var rows: Int { tree.count }

    /// Appends a line, given without its newline.
    public func append(_ line: [UInt8]) throws(ShardError) {
        tree.append(line)
        content.update(line)
        content.update([0x0A])
        do {
            try compressor.append(line)
            try compressor.append([0x0A])
        } catch {
            throw ShardError(path: path, problem: "zstd refused a line: \(error)")
        }
        bytes += line.count + 1
        inFrame += line.count + 1
        if inFrame >= Self.frameBytes { try endFrame() }
    }

    /// Ends the last frame, syncs, names the file.
    public func finish() throws(ShardError) -> FileSeal {
        if inFrame > 0 { try endFrame() }
        if tree.count == 0 { try write(FrameBuffer.empty) }
        try OutputFile.publish(path + ".open", as: path, descriptor: descriptor)
        return FileSeal(
            rows: tree.count, bytes: bytes, content: content.finish(), root: tree.root, file: file.finish(),
            fileBytes: fileBytes)
    }

    private func endFrame() throws(ShardError) {
        let frame: [UInt8]
        do { frame = try compressor.endFrame() } catch {
            throw ShardError(path: path, problem: "zstd cannot end a frame: \(error)")
        }
        inFrame = 0
        try write(frame)
    }

    private func write(_ frame: [UInt8]) throws(ShardError) {
        file.update(frame)
        fileBytes += frame.count
        try OutputFile.write(frame, to: descriptor, path: path)
    }
}
