import Canonical
import Foundation
import Ledger
import Provenance
import Shards
import Testing

@Suite("Parts and their files")
struct PartTests {
    private func lines(_ count: Int) -> [[UInt8]] {
        var random = SplitMix(9)
        return (0..<count).map { number in Array("{\"n\":\(number),\"t\":\"\(random.next() % 1000)\"}".utf8) }
    }

    private func write(_ folder: TemporaryFolder, count: Int, rollBytes: Int) throws -> [InputSeal.Part] {
        let writer = PartWriter(output: folder.path, number: 7, level: 3, rollBytes: rollBytes)
        for (number, line) in lines(count).enumerated() {
            try writer.append(
                evidence: line, document: number.isMultiple(of: 3) ? line : nil, sites: [try Samples.robots()])
        }
        return try writer.finish()
    }

    @Test("A file's seal holds what a reader can recompute, and no `.open` is left", arguments: [0, 1, 2, 1000])
    func seal(count: Int) throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/evidence/part-000000-000.jsonl.zst"
        let writer = try RowFileWriter(path: path)
        for line in lines(count) { try writer.append(line) }
        #expect(FileManager.default.fileExists(atPath: path + ".open"))
        let seal = try writer.finish()
        let read = try RowFile.lines(path)
        #expect(read == lines(count))
        var tree = MerkleTree()
        for line in read { tree.append(line) }
        let plain: [UInt8] = read.flatMap { (line: [UInt8]) -> [UInt8] in line + [0x0A] }
        let file = try OutputFile.read(path)
        #expect(
            seal
                == FileSeal(
                    rows: count, bytes: plain.count, content: Digest(of: plain), root: tree.root,
                    file: Digest(of: file),
                    fileBytes: file.count))
        #expect(try folder.files().keys.allSatisfy { !$0.hasSuffix(".open") })
        #expect(try FileSeal(json: JSONReader.read(seal.json.canonicalBytes)) == seal)
    }

    @Test("Frames end after a fixed count of bytes and read as one text")
    func frames() throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/documents/part-000000-000.jsonl.zst"
        let writer = try RowFileWriter(path: path)
        let line = [UInt8](repeating: 0x61, count: RowFileWriter.frameBytes / 2)
        for _ in 0..<5 { try writer.append(line) }
        let seal = try writer.finish()
        #expect(try RowFile.lines(path) == Array(repeating: line, count: 5))
        let magic: [UInt8] = [0x28, 0xB5, 0x2F, 0xFD]
        let bytes = try OutputFile.read(path)
        #expect(bytes.indices.filter { bytes[$0...].starts(with: magic) }.count == 3)
        #expect(seal.rows == 5)
    }

    @Test("The three files of a part roll together, and a second run writes the same bytes")
    func rolls() throws {
        let one = try TemporaryFolder()
        let other = try TemporaryFolder()
        let parts = try write(one, count: 100, rollBytes: 500)
        #expect(parts.count > 2)
        #expect(try write(other, count: 100, rollBytes: 500) == parts)
        #expect(try one.files() == other.files())
        #expect(parts.map(\.name.roll) == Array(0..<parts.count))
        #expect(parts.map(\.name.number) == Array(repeating: 7, count: parts.count))
        #expect(try one.files().keys.allSatisfy { !$0.hasSuffix(".open") })
        let rows = try parts.flatMap { try RowFile.lines(one.path + "/" + $0.name.path(in: .evidence)) }
        #expect(rows == lines(100))
        for part in parts { #expect(part.seals[.sites]?.rows == 1) }
        let seal = InputSeal(number: 7, name: "a.warc.gz", digest: Digest(of: "a"), bytes: 5, parts: parts)
        #expect(try InputSeal(json: JSONReader.read(seal.json.canonicalBytes)) == seal)
    }

    @Test("A part that was left unfinished is written anew, byte for byte")
    func again() throws {
        let folder = try TemporaryFolder()
        let whole = try TemporaryFolder()
        let writer = PartWriter(output: folder.path, number: 7, level: 3, rollBytes: 500)
        for line in lines(30) { try writer.append(evidence: line, document: nil, sites: []) }
        _ = try write(folder, count: 100, rollBytes: 500)
        _ = try write(whole, count: 100, rollBytes: 500)
        #expect(try folder.files() == whole.files())
    }

    @Test("An input without a row still has one part, with readable files of no row")
    func empty() throws {
        let folder = try TemporaryFolder()
        let parts = try write(folder, count: 0, rollBytes: 500)
        #expect(parts.count == 1)
        for kind in PartFolder.allCases {
            #expect(parts[0].seals[kind]?.rows == 0)
            let path = folder.path + "/" + parts[0].name.path(in: kind)
            #expect(try RowFile.lines(path).isEmpty)
            // RFC 8878: a file of no bytes is no frame, and zstd itself refuses it.
            #expect(try OutputFile.read(path).starts(with: [0x28, 0xB5, 0x2F, 0xFD]))
        }
    }

    @Test("A torn or missing file is an error that names it")
    func torn() throws {
        let folder = try TemporaryFolder()
        _ = try write(folder, count: 100, rollBytes: 1 << 20)
        let path = folder.path + "/evidence/part-000007-000.jsonl.zst"
        let bytes = try OutputFile.read(path)
        try OutputFile.replace(path, with: Array(bytes.dropLast(5)))
        #expect(throws: ShardError.self) { try RowFile.lines(path) }
        do {
            _ = try RowFile.lines(path + ".gone")
            Issue.record("read")
        } catch { #expect(error.path.hasSuffix(".gone")) }
    }

    @Test("Part names order as their files do")
    func names() {
        let names = [(0, 0), (0, 1), (0, 999), (1, 0), (12, 3), (999_999, 0)].map { PartName(number: $0.0, roll: $0.1) }
        #expect(names.sorted() == names)
        #expect(names.map(\.description).sorted() == names.map(\.description))
        #expect(names[4].path(in: .sites) == "sites/part-000012-003.jsonl.zst")
    }

    @Test("A file is replaced whole; one that cannot be written says where and why")
    func outputFile() throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/a.json"
        for text in ["first, longer", "second"] { try OutputFile.replace(path, with: Array(text.utf8)) }
        #expect(try OutputFile.read(path) == Array("second".utf8))
        #expect(try Array(folder.files().keys) == ["a.json"])
        #expect(OutputFile.exists(path) && !OutputFile.exists(path + "x"))
        for broken in [folder.path + "/no/such/a.json", folder.path + "/documents"] {
            do {
                try OutputFile.replace(broken, with: [])
                Issue.record("written to \(broken)")
            } catch { #expect(error.path.hasPrefix(broken) && !error.problem.isEmpty) }
        }
        #expect(throws: ShardError.self) { try OutputFile.read(folder.path + "/none") }
    }

    @Test("Ranks that write the same file at once all succeed, and it is whole", .timeLimit(.minutes(10)))
    func together() async throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/sites/blobs/x"
        let bytes = [UInt8](repeating: 0x61, count: 100_000)
        for _ in 0..<5 {
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<8 { group.addTask { try OutputFile.replace(path, with: bytes) } }
                try await group.waitForAll()
            }
            #expect(try OutputFile.read(path) == bytes)
            #expect(try Array(folder.files().keys) == ["sites/blobs/x"])
        }
    }

    @Test("A segment whose files are cut back to their committed lengths reads as at that commit")
    func segment() throws {
        let folder = try TemporaryFolder()
        let lines = lines(20)
        var files: SegmentFiles? = try SegmentFiles(output: folder.path, number: 3, level: 3, lengths: [:])
        for line in lines[..<10] { try files?.append(line, to: .evidence) }
        let committed = try #require(try files?.flush())
        for line in lines[10...] { try files?.append(line, to: .evidence) }
        _ = try files?.flush()
        files = nil
        let again = try SegmentFiles(output: folder.path, number: 3, level: 3, lengths: committed)
        try again.append(lines[15], to: .evidence)
        _ = try again.flush()
        let names = Array(try again.digests().keys)
        try SegmentFiles.publish(names, output: folder.path)
        try SegmentFiles.publish(names, output: folder.path)
        #expect(try RowFile.lines(folder.path + "/evidence/part-000003-000.jsonl.zst") == lines[..<10] + [lines[15]])
        #expect(try folder.files().keys.allSatisfy { !$0.hasSuffix(".open") })
        #expect(try RowFile.lines(folder.path + "/documents/part-000003-000.jsonl.zst").isEmpty)
        #expect(try OutputFile.read(folder.path + "/documents/part-000003-000.jsonl.zst").count == 13)
        #expect(throws: ShardError.self) {
            try SegmentFiles(
                output: folder.path, number: 4, level: 3, lengths: ["evidence/part-000004-000.jsonl.zst": 9])
        }
    }
}
