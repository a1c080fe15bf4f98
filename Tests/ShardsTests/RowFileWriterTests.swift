import Archive
import Canonical
import Foundation
import Ledger
import Testing

@testable import Shards

@Suite("a file of rows: its bytes follow from its lines alone")
struct RowFileWriterTests {
    /// Rows that compress, so many bytes of them.
    private static func lines(_ bytes: Int, length: Int) -> [[UInt8]] {
        (0..<(bytes / (length + 1))).map { number in
            let text = "{\"row\":\(number),\"text\":\"" + String(repeating: "word \(number % 97) ", count: length / 8)
            return Array(text.utf8.prefix(length))
        }
    }

    @Test(
        "lines that were gathered make the frames that they make one by one",
        arguments: [(0, 100), (90, 100), (400 << 10, 900), (700 << 10, 60), (5 << 20, 4000), (9 << 20, 100_000)])
    func framesAreTheSame(_ bytes: Int, _ length: Int) throws {
        let folder = NSTemporaryDirectory() + "rows-" + UUID().uuidString
        try OutputFile.makeFolder(folder)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let lines = Self.lines(bytes, length: length)
        let path = folder + "/rows.jsonl.zst"
        let writer = try RowFileWriter(path: path)
        for line in lines { try writer.append(line) }
        let seal = try writer.finish()

        var (due, content, tree): ([UInt8], Digest.Hasher, MerkleTree) = ([], Digest.Hasher(), MerkleTree())
        var frame = try ZstdFrameWriter()
        for line in lines {
            try frame.append(line)
            try frame.append([0x0A])
            content.update(line + [0x0A])
            tree.append(line)
            if frame.pendingCount >= RowFileWriter.frameBytes { due += try frame.endFrame() }
        }
        due += try frame.endFrame()
        if lines.isEmpty { due = FrameBuffer.empty }
        #expect(try OutputFile.read(path) == due)
        #expect(seal.content == content.finish())
        #expect(seal.root == tree.root)
        #expect(seal.rows == lines.count)
        #expect(seal.fileBytes == due.count)
        #expect(seal.file == Digest(of: due))
        #expect(try RowFile.lines(path) == lines)
    }

    @Test("a file is read to its end, whatever its length", arguments: [0, 1, 4095, 4096, 1 << 20, (1 << 20) + 1])
    func readsAll(_ count: Int) throws {
        let path = NSTemporaryDirectory() + "bytes-" + UUID().uuidString
        defer { try? FileManager.default.removeItem(atPath: path) }
        let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31 >> 3) }
        try OutputFile.replace(path, with: bytes)
        #expect(try OutputFile.read(path) == bytes)
    }
}
