internal import Archive

/// Gathers lines into one zstd frame.
final class FrameBuffer {
    /// A whole frame of no bytes, with its checksum (RFC 8878, section 3.1.1). A file of no bytes at all is no zstd file,
    /// and other programs refuse it; a file of no rows is this.
    static let empty: [UInt8] = [
        0x28, 0xB5, 0x2F, 0xFD, 0x24, 0x00, 0x01, 0x00, 0x00, 0x99, 0xE9, 0xD8, 0x51,
    ]

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

    /// Appends lines, each with its newline.
    func append(lines: [UInt8]) throws(ShardError) {
        do { try writer.append(lines) } catch {
            throw ShardError(path: path, problem: "zstd refused lines: \(error)")
        }
    }

    /// The frame's bytes; none if nothing was appended.
    func endFrame() throws(ShardError) -> [UInt8] {
        do { return try writer.endFrame() } catch {
            throw ShardError(path: path, problem: "zstd cannot end a frame: \(error)")
        }
    }
}
