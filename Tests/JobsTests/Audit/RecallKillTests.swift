import Canonical
import Foundation
import Shards
import Testing

@testable import Jobs

@Suite(
    "recall is killed at every write, sync, naming and removal, and the next call finishes it",
    .enabled(if: Strace.isAtHand))
struct RecallKillTests {
    @Test(
        "whenever it is killed, a document is in or out with the record, and what comes out in the end is the same",
        arguments: ["fsync", "rename", "unlink", "write"])
    func killed(_ call: String) throws {
        let bench = try RecallBench(pages: 2)
        _ = try OutputRelease(output: bench.folder + "/one", to: "First Labs", at: Workbench.at)
        let line = RecallBench.objection("O", "host", "a.example") + "\n"
        try OutputFile.replace(bench.folder + "/list", with: Array(line.utf8))
        let base = [
            "one", "two", "--list", "list", "--psl", "psl", "--key", "recall.key", "--at", "\(RecallBench.later)",
        ]
        let (one, two) = (bench.folder + "/one", bench.folder + "/two")
        let whole = try RecallBench.Copy(of: [one, two])
        #expect(try Command(["purge"] + base, in: bench.folder).code == 0)
        let due = try [bench.bench.files("one"), bench.bench.files("two")]
        try whole.restore()
        var (number, killed) = (1, 0)
        while true {
            let code = try Strace.kill(at: call, number, ["purge"] + base, in: bench.folder)
            if code == 0 { break }
            killed += 1
            for output in ["one", "two"] {
                // Until it is recorded nothing of the output counts as gone; from then on nothing may be in.
                let isRecorded = OutputFile.exists("\(bench.folder)/\(output)/recalls/000001.json")
                let urls = try bench.urls(output)
                let inside = urls.filter { $0.hasPrefix("http://a.example") || $0 == "http://c.example/0" }
                #expect(isRecorded || inside.count == (output == "one" ? 2 : 1), "\(call) \(number) \(output)")
                #expect(try bench.bench.lines(output, "documents").count <= (output == "one" ? 4 : 2))
            }
            let next = try Command(["purge"] + base, in: bench.folder)
            #expect(next.code == 0, "\(call) \(number): \(next.complaints)")
            #expect(try [bench.bench.files("one"), bench.bench.files("two")] == due, "\(call) \(number)")
            #expect(try bench.audit("one").faults.isEmpty, "\(call) \(number)")
            try whole.restore()
            number += 1
        }
        #expect(killed > 3, "\(call): \(killed) kills")
    }
}

extension RecallBench {
    /// Folders as they were.
    struct Copy {
        private let folders: [String]

        init(of folders: [String]) throws {
            self.folders = folders
            for folder in folders { try FileManager.default.copyItem(atPath: folder, toPath: folder + ".whole") }
        }

        func restore() throws {
            for folder in folders {
                try FileManager.default.removeItem(atPath: folder)
                try FileManager.default.copyItem(atPath: folder + ".whole", toPath: folder)
            }
        }
    }
}

/// Runs the program under strace, which kills it at a call of its.
enum Strace {
    static let isAtHand: Bool = {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["strace", "-o", "/dev/null", "true"]
        process.standardError = FileHandle.nullDevice
        do { try process.run() } catch { return false }
        process.waitUntilExit()
        return process.terminationStatus == 0
    }()

    /// - Returns: 0 if it came to its end before the call was made so often, -9 if it was killed.
    static func kill(at call: String, _ number: Int, _ arguments: [String], in folder: String) throws -> Int32 {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments =
            [
                "strace", "-f", "-o", "/dev/null", "-e", "trace=\(call)", "-e",
                "inject=\(call):signal=SIGKILL:when=\(number)",
            ]
            + [Command.binary.path] + arguments
        process.currentDirectoryURL = URL(fileURLWithPath: folder)
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        return process.terminationStatus * (process.terminationReason == .exit ? 1 : -1)
    }
}
