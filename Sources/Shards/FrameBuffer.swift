internal import Archive

/// Gathers lines into one zstd frame.
final class FrameBuffer {
    private var writer: ZstdFrameWriter
    private let path: String

    init(level: Int, path: String) throws(ShardError) {
        self.path = path
        do { writer = try ZstdFrameWriter(level: level) } catch {
            throw ShardError(path: path, problem: "zstd cannot start: \(error)")
        }
    }

    /// Appends a line, given without its newline.
    func append(_ line: [UInt8]) throws(ShardError) {
        do {
            try writer.append(line)
            try writer.append([0x0A])
        } catch {
            throw ShardError(path: path, problem: "zstd refused a line: \(error)")
        }
    }

    /// The frame's bytes; none if nothing was appended.
    func endFrame() throws(ShardError) -> [UInt8] {
        do { return try writer.endFrame() } catch {
            throw ShardError(path: path, problem: "zstd cannot end a frame: \(error)")
        }
    }
}
