import Canonical
import Foundation
import Provenance
import Shards
import Testing
import WebAddress

@Suite("Site rows and their store, docs/formats/site.md")
struct SiteTests {
    private func blob(_ file: SiteFile) -> (Digest) throws(RowError) -> [UInt8] {
        { (digest) throws(RowError) in
            guard digest == file.digest else {
                throw RowError(format: "test", key: "digest", problem: "another was asked for")
            }
            return file.body
        }
    }

    private func files() throws -> [SiteFile] {
        var files = [try Samples.robots(), try Samples.tdmrep()]
        for (number, outcome) in SiteFileOutcome.allCases.enumerated() {
            for kind in SiteFileKind.allCases {
                files.append(
                    SiteFile(
                        kind: kind, asked: "https://d.example/\(number)",
                        origin: try Origin("http://c\(number).example:8080"), fetched: Samples.at,
                        hops: [
                            Hop(url: "http://c.example/x", status: 301), Hop(url: "http://d.example/", status: number),
                        ],
                        outcome: outcome, reason: outcome == .found ? "" : "why\n", body: [0xFF, 0x00, 0x0A],
                        contentType: "text/plain; charset=\"é\"", isCut: number == 0,
                        expires: Samples.at.adding(seconds: 5)))
            }
        }
        return files
    }

    @Test("A row reads back to its file and is its own canonical form")
    func roundTrip() throws {
        for file in try files() {
            let line = SiteRow(file).line
            #expect(try JSONReader.read(line).canonicalBytes == line)
            #expect(try SiteRow(line: line, blob: blob(file)).file == file)
        }
    }

    @Test("The golden rows are written byte for byte")
    func golden() throws { try Golden.expect(try files().map { SiteRow($0).line }, are: "site.jsonl") }

    @Test("A document that another file names needs its URL, and a file with a path has none")
    func asked() throws {
        for file in try files() {
            let members = try #require(try JSONReader.read(SiteRow(file).line).members)
            #expect(members.contains { $0.key == "asked" } == (file.kind.path == nil))
            let changed =
                file.kind.path == nil
                ? members.filter { $0.key != "asked" } : [.init("asked", .string("https://d.example/"))] + members
            let line = JSONValue.object(changed).canonicalBytes
            #expect(throws: RowError.self, "\(file.kind)") { try SiteRow(line: line, blob: blob(file)) }
        }
    }

    @Test("A missing, unknown or ill-typed key is an error that names it")
    func refused() throws {
        let file = try Samples.robots()
        let members = try #require(try JSONReader.read(SiteRow(file).line).members)
        for member in members {
            for new in [nil, JSONValue.null, .string("?")] {
                if ["content_type", "reason"].contains(member.key), new == .string("?") { continue }
                let changed = members.compactMap { $0.key == member.key ? new.map { .init(member.key, $0) } : $0 }
                let line = JSONValue.object(changed).canonicalBytes
                #expect(throws: RowError.self, "\(member.key)") { try SiteRow(line: line, blob: blob(file)) }
            }
        }
        let more = JSONValue.object(members + [.init("more", .integer(1))]).canonicalBytes
        #expect(throws: RowError.self) { try SiteRow(line: more, blob: blob(file)) }
    }

    @Test("A store reads back what was written, each file of a part once")
    func store() throws {
        let folder = try TemporaryFolder()
        let files = try files()
        let writer = try SiteStoreWriter(output: folder.path, part: PartName(number: 0, roll: 0), level: 3)
        for file in files + files { try writer.add(file) }
        #expect(try writer.finish().rows == files.count)
        #expect(try SiteStore.read(folder.path) == files)
        #expect(try SiteStore.read(folder.path + "/sites") == files)
    }

    @Test("Bytes that are changed or gone make the whole store unreadable, with file and line")
    func damaged() throws {
        let folder = try TemporaryFolder()
        let writer = try SiteStoreWriter(output: folder.path, part: PartName(number: 0, roll: 0), level: 3)
        try writer.add(try Samples.tdmrep())
        try writer.add(try Samples.robots())
        _ = try writer.finish()
        let path = folder.path + "/sites/blobs/" + Digest(of: Samples.robotsBody).hex
        try Data("User-agent: *\nDisallow:\n".utf8).write(to: URL(fileURLWithPath: path))
        for _ in 0..<2 {
            do {
                _ = try SiteStore.read(folder.path)
                Issue.record("a damaged store was read")
            } catch {
                #expect(
                    error.path.hasSuffix("part-000000-000.jsonl.zst") && error.problem.hasPrefix("line 2:"), "\(error)")
            }
            if FileManager.default.fileExists(atPath: path) { try FileManager.default.removeItem(atPath: path) }
        }
    }

    @Test("A folder without rows is refused: no store is not an empty store")
    func noStore() throws {
        let folder = try TemporaryFolder()
        #expect(throws: ShardError.self) { try SiteStore.read(folder.path) }
        #expect(throws: ShardError.self) { try SiteStore.read(folder.path + "/nowhere") }
    }

    @Test("A store that grew over runs names its parts: one taken away or changed is missed, whichever it is")
    func namesItsParts() throws {
        let output = NSTemporaryDirectory() + "sites-" + UUID().uuidString
        defer { try? FileManager.default.removeItem(atPath: output) }
        let all = try files()
        for file in all.prefix(3) {
            let log = try SiteLog(output: output, level: 3)
            try log.append(file)
            try log.seal()
        }
        #expect(try SiteStore.read(output).count == 3)
        for number in 0..<3 {
            let part = output + "/" + PartName(number: number, roll: 0).path(in: .sites)
            let bytes = try OutputFile.read(part)
            try FileManager.default.removeItem(atPath: part)
            #expect { try SiteStore.read(output) } throws: { "\($0)".contains("is missing") }
            #expect(throws: ShardError.self) { try SiteStore.isEmpty(output) }
            #expect(throws: ShardError.self) { try SiteStore.read(output + "/sites") }
            let other = output + "/" + PartName(number: (number + 1) % 3, roll: 0).path(in: .sites)
            try OutputFile.replace(part, with: try OutputFile.read(other))
            #expect { try SiteStore.read(output) } throws: { "\($0)".contains("is not the part") }
            try OutputFile.replace(part, with: bytes)
        }
        try OutputFile.replace(output + "/sites/parts.json", with: Array("{".utf8))
        #expect(throws: ShardError.self) { try SiteStore.read(output) }
    }
}
