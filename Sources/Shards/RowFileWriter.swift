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

    /// Bytes that wait for more before they are compressed, and for the first time before there is a compressor: that takes
    /// memory of its own, which of files that stay short one after the other uses again.
    private static let mostWaiting = (usual: 128 << 10, first: 512 << 10)

    private let path: String
    private let level: Int
    private let descriptor: Int32
    private var waiting: [UInt8] = []
    private var frame: FrameBuffer?
    private var tree = MerkleTree()
    private var content = Digest.Hasher()
    private var file = Digest.Hasher()
    private var inFrame = 0
    private var fileBytes = 0
    /// Uncompressed bytes so far.
    public private(set) var bytes = 0

    /// Starts `path`.open; `finish` gives it its name.
    public init(path: String, level: Int = 3) throws(ShardError) {
        (self.path, self.level) = (path, level)
        descriptor = Glibc.open(path + ".open", O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else {
            throw ShardError(path: path + ".open", problem: "cannot be made: \(OutputFile.reason)")
        }
    }

    deinit { close(descriptor) }

    public var rows: Int { tree.count }

    /// Appends a line, given without its newline.
    public func append(_ line: [UInt8]) throws(ShardError) {
        tree.append(line)
        waiting += line
        waiting.append(0x0A)
        bytes += line.count + 1
        inFrame += line.count + 1
        if waiting.count >= (frame == nil ? Self.mostWaiting.first : Self.mostWaiting.usual) { _ = try compress() }
        if inFrame >= Self.frameBytes { try endFrame() }
    }

    /// Gives what waits to the compressor.
    private func compress() throws(ShardError) -> FrameBuffer {
        let frame: FrameBuffer
        if let known = self.frame { frame = known } else { frame = try FrameBuffer(level: level, path: path) }
        self.frame = frame
        content.update(waiting)
        try frame.append(lines: waiting)
        waiting.removeAll(keepingCapacity: true)
        return frame
    }

    /// Ends the last frame, syncs, names the file.
    public func finish() throws(ShardError) -> FileSeal {
        if inFrame > 0 { try endFrame() }
        if tree.count == 0 { try write(FrameBuffer.empty) }
        frame = nil
        try OutputFile.publish(path + ".open", as: path, descriptor: descriptor)
        return FileSeal(
            rows: tree.count, bytes: bytes, content: content.finish(), root: tree.root, file: file.finish(),
            fileBytes: fileBytes)
    }

    private func endFrame() throws(ShardError) {
        let bytes = try compress().endFrame()
        inFrame = 0
        try write(bytes)
    }

    private func write(_ frame: [UInt8]) throws(ShardError) {
        file.update(frame)
        fileBytes += frame.count
        try OutputFile.write(frame, to: descriptor, path: path)
    }
}
