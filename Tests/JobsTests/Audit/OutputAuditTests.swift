import Archive
import Canonical
import Foundation
import Provenance
import Shards
import Testing

@testable import Jobs

@Suite("audit verify: every file, row, digest, root and count; whatever was changed is found and named")
struct OutputAuditTests {
    /// An output with admitted and held pages over two inputs, in parts that roll.
    private func bench() throws -> Workbench {
        let bench = try Workbench()
        for number in 0..<2 {
            let host = "h\(number).example"
            let pages = (0..<4).map { Record.page("http://\(host)/\($0)", Record.prose("item \(number) \($0)")) }
            let silent = [Record.page("http://unknown\(number).example/", Record.prose("nobody looked \(number)"))]
            try bench.archive("a\(number).warc.gz", pages + silent + Record.silentSite(host))
        }
        try bench.filter(
            (0..<2).map { bench.folder + "/a\($0).warc.gz" }, out: "out", more: "output: {part_bytes: 12000}")
        return bench
    }

    private func audit(_ bench: Workbench, _ out: String = "out") throws -> AuditReport {
        try OutputAudit(output: bench.folder + "/" + out).run()
    }

    @Test("an output as it was written is self-consistent, and what was read is counted")
    func sound() throws {
        let bench = try bench()
        let report = try audit(bench)
        #expect(report.faults.isEmpty, "\(report.faults)")
        #expect(report.verdict == .selfConsistent)
        #expect(report.counts["evidence rows"] == 10)
        #expect(report.counts["documents"] == 8)
        #expect(try bench.files("out").keys.filter { $0.hasPrefix("evidence/") }.count > 1)
    }

    @Test("ranks that were joined are, too")
    func ranks() throws {
        let bench = try bench()
        let inputs = (0..<2).map { bench.folder + "/a\($0).warc.gz" }
        for rank in 0..<2 { try bench.filter(inputs, out: "ranks", rank: rank, world: 2) }
        let before = try audit(bench, "ranks")
        #expect(before.faults.map(\.file) == ["manifest.json"])
        #expect(before.faults.map(\.kind) == [.missing])
        _ = try RunFinish(output: bench.folder + "/ranks").join()
        #expect(try audit(bench, "ranks").faults.isEmpty)
    }

    /// One change of a part's rows, written back as a file that is whole in itself.
    enum RowChange: String, CaseIterable { case dropped, added, swapped, altered }

    @Test(
        "a row dropped, added, moved or altered is named, though the file is packed as it should be",
        arguments: RowChange.allCases, [PartFolder.evidence, .documents, .sites])
    func rows(_ change: RowChange, _ folder: PartFolder) throws {
        let bench = try bench()
        let name = PartName(number: 1, roll: 0).path(in: folder)
        let path = bench.folder + "/out/" + name
        var lines = try RowFile.lines(path)
        #expect(lines.count > 1)
        switch change {
        case .dropped: lines.remove(at: 0)
        case .added: lines.insert(lines[1], at: 0)
        case .swapped: lines.swapAt(0, 1)
        case .altered:
            let place = try #require(lines[0].firstRange(of: Array(".example".utf8)))
            lines[0][place.lowerBound + 1] = UInt8(ascii: "f")
        }
        let writer = try RowFileWriter(path: path)
        for line in lines { try writer.append(line) }
        _ = try writer.finish()
        let report = try audit(bench)
        #expect(report.verdict == .wrong)
        #expect(report.faults.contains { $0.file == name }, "\(report.faults)")
    }

    @Test("rows, seals and marks all made to fit, and a document without evidence is still found")
    func documentWithoutEvidence() throws {
        let bench = try bench()
        let out = bench.folder + "/out"
        let name = PartName(number: 0, roll: 0).path(in: .documents)
        var lines = try RowFile.lines(out + "/" + name)
        lines.insert(
            Array(String(decoding: lines[0], as: UTF8.self).replacing("urn:uuid:", with: "urn:uuid:0").utf8), at: 0)
        let writer = try RowFileWriter(path: out + "/" + name)
        for line in lines { try writer.append(line) }
        let seal = try writer.finish()
        for file in ["manifest.json", "manifests/inputs/000000.json"] {
            let text = String(decoding: try OutputFile.read(out + "/" + file), as: UTF8.self)
            let old = try manifest(bench).seals[0].parts[0].seals[.documents]!.json.canonicalBytes
            let new = text.replacing(
                String(decoding: old, as: UTF8.self), with: String(decoding: seal.json.canonicalBytes, as: UTF8.self))
            if file != "manifest.json" { try OutputFile.replace(out + "/" + file, with: Array(new.utf8)) }
            if file == "manifest.json" { #expect(new != text) }
        }
        let report = try audit(bench)
        #expect(report.faults.contains { $0.file == name && $0.kind == .join }, "\(report.faults)")
    }

    private func manifest(_ bench: Workbench) throws -> Manifest {
        try Manifest(json: JSONReader.read(OutputFile.read(bench.folder + "/out/manifest.json")))
    }

    @Test("a file that is missing, cut, empty or foreign is named; nothing crashes")
    func files() throws {
        let bench = try bench()
        let names = try bench.files("out").keys.sorted() + ["manifests/0-of-1.json", "manifests/plan-0-of-1.json"]
        let path = bench.folder + "/out/"
        for (place, name) in names.enumerated() {
            let bytes = try OutputFile.read(path + name)
            for change in [["missing", "cut"], ["empty", "folder"]][place % 2] where !bytes.isEmpty {
                unlink(path + name)
                switch change {
                case "cut": try OutputFile.replace(path + name, with: Array(bytes.dropLast()))
                case "empty": try OutputFile.replace(path + name, with: [])
                case "folder": try OutputFile.makeFolder(path + name)
                default: break
                }
                let report = try audit(bench)
                #expect(report.faults.contains { $0.file == name }, "\(name) \(change): \(report.faults)")
                rmdir(path + name)
                try OutputFile.replace(path + name, with: bytes)
            }
        }
        for name in [
            "notes.txt", "evidence/part-000009-000.jsonl.zst", "inputs/x", "sites/blobs/y",
            "manifests/inputs/000007.json",
        ] {
            try OutputFile.replace(path + name, with: [1])
            let report = try audit(bench)
            #expect(report.faults.map(\.file) == [name], "\(report.faults)")
            #expect(report.faults.map(\.kind) == [.foreign])
            unlink(path + name)
        }
        #expect(try audit(bench).verdict == .selfConsistent)
    }

    @Test("a single random change of any file is found, and the file is named", arguments: 0..<4)
    func mutations(_ seed: Int) throws {
        let bench = try bench()
        var random = SplitMix(seed: UInt64(seed) + 77)
        let path = bench.folder + "/out/"
        let names = try bench.files("out").keys.sorted() + ["manifests/0-of-1.json", "manifests/plan-0-of-1.json"]
        for _ in 0..<15 {
            let name = names[Int(random.next() % UInt64(names.count))]
            let bytes = try OutputFile.read(path + name)
            guard !bytes.isEmpty else { continue }
            var changed = bytes
            changed[Int(random.next() % UInt64(bytes.count))] ^= 1 << UInt8(random.next() % 8)
            try OutputFile.replace(path + name, with: changed)
            let report = try audit(bench)
            #expect(report.verdict == .wrong, "\(name) was changed unseen")
            #expect(
                report.faults.contains { $0.file == name || $0.file == "manifest.json" }, "\(name): \(report.faults)")
            try OutputFile.replace(path + name, with: bytes)
        }
    }

    @Test("what is no output is no crash and never verified", arguments: ["", "none", "sub", "file"])
    func noOutput(_ name: String) throws {
        let bench = try Workbench()
        try OutputFile.makeFolder(bench.folder + "/sub")
        try OutputFile.replace(bench.folder + "/file", with: [1])
        let run = try Command(["audit", "verify", name, "--json"], in: bench.folder)
        #expect(run.code == (name == "sub" ? 1 : 3), "\(run.complaints)")
        #expect(!run.output.contains("self-consistent"))
    }

    @Test("the command prints the verdict, and ends with 1 and a list where something is wrong")
    func command() throws {
        let bench = try bench()
        let sound = try Command(["audit", "verify", "out"], in: bench.folder)
        #expect(sound.code == 0, "\(sound.complaints)")
        #expect(sound.output.contains("Verdict: self-consistent"))
        unlink(bench.folder + "/out/evidence/part-000000-000.jsonl.zst")
        let broken = try Command(["audit", "verify", "out", "--json"], in: bench.folder)
        #expect(broken.code == 1)
        #expect(broken.output.contains(#""verdict":"wrong""#))
        #expect(broken.output.contains(#""kind":"missing""#))
    }
}
