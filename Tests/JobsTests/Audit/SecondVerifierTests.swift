import Canonical
import Foundation
import Ledger
import Shards
import Testing

@testable import Jobs

@Suite("scripts/verify-output, which shares no code, reaches the same verdicts", .enabled(if: SecondVerifier.isAtHand))
struct SecondVerifierTests {
    private func bench() throws -> Workbench {
        let bench = try Workbench()
        let pages = (0..<3).map { Record.page("http://a.example/\($0)", Record.prose("item \u{1F4DC} \($0)")) }
        try bench.archive("a.warc.gz", Record.silentSite("a.example") + pages + [.page("http://b.example/", "<p>no")])
        try bench.filter([bench.folder + "/a.warc.gz"], out: "out")
        return bench
    }

    @Test("of a whole output, of one anchored and witnessed, and of another key")
    func whole() throws {
        let bench = try bench()
        let folder = bench.folder
        #expect(try SecondVerifier(["out"], in: folder).output.hasSuffix("verdict: self-consistent\n"))
        try OperatorLog.make(folder + "/log", origin: "log.example")
        var log = try OperatorLog(folder + "/log")
        _ = try log.add(outputs: [folder + "/out"])
        let key = try SigningKey(newNamed: "log.example")
        let witness = try SigningKey(newNamed: "w.example", kind: .cosignature)
        var checkpoint = try log.checkpoint(key)
        try checkpoint.cosign(with: witness, at: Workbench.at)
        try OutputFile.replace(folder + "/checkpoint", with: checkpoint.bytes)
        try RunProof(output: folder + "/out", log: log, checkpoint: checkpoint).write(folder + "/out")
        let arguments = [
            "out", "--checkpoint", "checkpoint", "--witness", witness.verifying.text, "--key", key.verifying.text,
        ]
        let anchor = AnchorAudit(key: key.verifying, checkpoint: checkpoint, witnesses: [witness.verifying])
        let report = try OutputAudit(output: folder + "/out", anchor: anchor).run()
        #expect("\(report.verdict)" == "anchored to checkpoint 3, witnessed (1)")
        #expect(try SecondVerifier(arguments, in: folder).output.hasSuffix("verdict: \(report.verdict)\n"))
        let other = try SigningKey(newNamed: "log.example").verifying.text
        #expect(try SecondVerifier(arguments.dropLast() + [other], in: folder).code == 1)
    }

    @Test("of an output from which documents were recalled and words purged, as it is and changed in one place")
    func recalled() throws {
        let bench = try RecallBench(pages: 2)
        _ = try OutputRelease(output: bench.folder + "/one", to: "First Labs", at: Workbench.at)
        try bench.take(.purge, [RecallBench.objection("O", "url", "http://a.example/0")])
        try bench.take(.recall, [RecallBench.objection("O", "domain", "a.example")])
        _ = try OutputIndex.make(bench.folder + "/one")
        #expect(try bench.audit("one").faults.isEmpty)
        let whole = try SecondVerifier(["one"], in: bench.folder)
        #expect(whole.output.hasSuffix("verdict: self-consistent\n"), "\(whole.output)")
        let path = bench.folder + "/one/"
        var random = SplitMix(seed: 11)
        for name in try bench.bench.files("one").keys.sorted() where !name.hasPrefix("inputs/") {
            let bytes = try OutputFile.read(path + name)
            guard !bytes.isEmpty else { continue }
            var changed = bytes
            changed[random.below(bytes.count)] ^= 1 << UInt8(random.below(8))
            try OutputFile.replace(path + name, with: changed)
            #expect(try bench.audit("one").verdict == .wrong, "\(name)")
            let second = try SecondVerifier(["one"], in: bench.folder)
            #expect(second.code == 1 && second.output.hasSuffix("verdict: wrong\n"), "\(name): \(second.output)")
            try OutputFile.replace(path + name, with: bytes)
        }
    }

    @Test("of outputs that were changed in one place")
    func changed() throws {
        let bench = try bench()
        let path = bench.folder + "/out/"
        let names = try bench.files("out").keys.sorted()
        var random = SplitMix(seed: 9)
        for name in names {
            let bytes = try OutputFile.read(path + name)
            guard !bytes.isEmpty else { continue }
            var changed = bytes
            changed[random.below(bytes.count)] ^= 1 << UInt8(random.below(8))
            try OutputFile.replace(path + name, with: changed)
            #expect(try OutputAudit(output: path).run().verdict == .wrong, "\(name)")
            let second = try SecondVerifier(["out"], in: bench.folder)
            #expect(second.code == 1, "\(name): \(second.output)")
            #expect(second.output.hasSuffix("verdict: wrong\n"), "\(name): \(second.output)")
            try OutputFile.replace(path + name, with: bytes)
        }
    }
}

/// One run of the second verifier.
struct SecondVerifier {
    let code: Int32
    let output: String

    private static let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("../../../scripts/verify-output").standardizedFileURL.path

    /// Whether Python, its package of signatures, and zstd are here.
    static let isAtHand: Bool = {
        do {
            let probe = [
                "python3", "-c",
                "import cryptography, hashlib, shutil; hashlib.file_digest; assert shutil.which('zstd')",
            ]
            return try run(probe, in: "/").code == 0
        } catch {
            return false
        }
    }()

    init(_ arguments: [String], in folder: String) throws {
        (code, output) = try Self.run(["python3", Self.script] + arguments, in: folder)
    }

    private static func run(_ arguments: [String], in folder: String) throws -> (code: Int32, output: String) {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = arguments
        process.currentDirectoryURL = URL(fileURLWithPath: folder)
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = FileHandle.nullDevice
        try process.run()
        let bytes = try pipe.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: bytes, as: UTF8.self))
    }
}
