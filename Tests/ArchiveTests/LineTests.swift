import Archive
import Testing

@Suite("Compressed rows: zstd frames and lines")
struct LineTests {
    private static let rows = (0..<5000).map { "{\"id\":\($0),\"text\":\"row \($0 * 7919 % 1000)\"}" }
    private static let text = Array(rows.map { $0 + "\n" }.joined().utf8)

    private static func lines(_ bytes: [UInt8], maxLineBytes: Int = 1 << 20) throws -> ([String], ArchiveError?) {
        let file = try TemporaryFile(bytes)
        var reader = try LineReader(path: file.path, maxLineBytes: maxLineBytes)
        var found: [String] = []
        do throws(ArchiveError) {
            while let line = try reader.next() { found.append(String(decoding: line, as: UTF8.self)) }
            return (found, nil)
        } catch {
            #expect(try reader.next() == nil)
            return (found, error)
        }
    }

    @Test("Lines come alike from plain, gzip, zstd and many frames")
    func formats() throws {
        let half = Self.text.count / 2 + 3
        let frames = try Fixture.zstdFrame(Array(Self.text[..<half])) + Fixture.zstdFrame(Array(Self.text[half...]))
        let gzip = Fixture.storedMember(Self.text[..<half]) + Fixture.storedMember(Self.text[half...])
        for form in [Self.text, gzip, try Fixture.zstdFrame(Self.text), frames] {
            let (found, error) = try Self.lines(form)
            #expect(found == Self.rows && error == nil)
        }
    }

    @Test("Frames are the same bytes however rows were appended, and end where they are told to")
    func deterministic() throws {
        let whole = try Fixture.zstdFrame(Self.text)
        for size in [1, 999, 131_072] {
            var writer = try ZstdFrameWriter()
            for start in stride(from: 0, to: Self.text.count, by: size) {
                try writer.append(Array(Self.text[start..<min(start + size, Self.text.count)]))
            }
            #expect(writer.pendingCount == Self.text.count)
            #expect(try writer.endFrame() == whole)
            #expect(try writer.endFrame().isEmpty)
            try writer.append(Self.text)
            #expect(try writer.endFrame() == whole)
        }
    }

    @Test("A torn last frame is an error at that frame, after the lines before it")
    func torn() throws {
        let first = try Fixture.zstdFrame(Array(Self.text[..<1000]))
        let second = try Fixture.zstdFrame(Self.text)
        let (found, error) = try Self.lines(first + second.dropLast(5))
        #expect(error?.code == .truncated && error?.offset == first.count)
        #expect(!found.isEmpty && Self.rows.starts(with: found.prefix(20)))
        let (_, damage) = try Self.lines(first + [1, 2, 3, 4, 5])
        #expect(damage?.code == .badCompression && damage?.offset == first.count)
    }

    @Test("Places of lines, a missing last line break, empty lines")
    func places() throws {
        let frames = [try Fixture.zstdFrame(Array("a\n\nbc\n".utf8)), try Fixture.zstdFrame(Array("def".utf8))]
        let file = try TemporaryFile(Array(frames.joined()))
        var reader = try LineReader(path: file.path)
        let expected = [("a", 0, 0), ("", 2, 0), ("bc", 3, 0), ("def", 6, frames[0].count)]
        for (number, (text, offset, place)) in expected.enumerated() {
            #expect(try reader.next() == Array(text.utf8))
            #expect(reader.lineOffset == offset && reader.fileOffset == place && reader.lineNumber == number + 1)
        }
        #expect(try reader.next() == nil)
        #expect(reader.endsWithoutBreak == true)
    }

    @Test("An empty file has no lines; a line over the limit is an error")
    func limits() throws {
        #expect(try Self.lines([]).0.isEmpty)
        let (found, error) = try Self.lines(
            Array("short\n".utf8) + [UInt8](repeating: 65, count: 5_000_000), maxLineBytes: 1000)
        #expect(found == ["short"] && error?.code == .tooLong)
        #expect(throws: ArchiveError.self) { _ = try ZstdFrameWriter(level: 50) }
    }
}
