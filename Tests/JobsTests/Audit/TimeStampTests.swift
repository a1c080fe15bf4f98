import Canonical
import Foundation
import Ledger
import Shards
import Testing

@testable import Jobs

@Suite("ledger stamp: an authority's time (RFC 3161) on a head of the log", .enabled(if: StampAuthority.isAtHand))
struct TimeStampTests {
    @Test("a stamped head is time-proven; another head, other bytes and an authority that is not trusted are not")
    func stamped() async throws {
        let bench = try Workbench()
        try bench.archive(
            "a.warc.gz", Record.silentSite("a.example") + [.page("http://a.example/1", Record.prose("x"))])
        try bench.filter([bench.folder + "/a.warc.gz"], out: "out")
        try OperatorLog.make(bench.folder + "/log", origin: "log.example")
        var log = try OperatorLog(bench.folder + "/log")
        _ = try log.add(outputs: [bench.folder + "/out"])
        let key = try SigningKey(newNamed: "log.example")
        let checkpoint = try log.checkpoint(key)
        let authority = try StampAuthority(in: bench.folder + "/tsa")
        defer { authority.stop() }
        let stamper = try LogStamp(bench.config("crawl: {allow_addresses: [\"127.0.0.0/8\"]}"))
        defer { stamper.close() }
        let before = Timestamp.now
        let time = try await stamper.stamp(log, authority: authority.url, trusted: authority.certificate)
        #expect(time >= before && time <= Timestamp.now.adding(seconds: 1))
        let response = try OutputFile.read(LogStamp.file(log, checkpoint))
        func audit(_ response: [UInt8], _ trusted: String, _ head: Checkpoint) throws -> AuditReport {
            let stamp = AnchorAudit.Stamp(response: response, authorities: trusted)
            let anchor = AnchorAudit(key: key.verifying, checkpoint: head, log: log, stamp: stamp)
            return try OutputAudit(output: bench.folder + "/out", anchor: anchor).run()
        }
        let report = try audit(response, authority.certificate, checkpoint)
        #expect(report.verdict == .timeProven(since: time, witnesses: 0, checkpoint: 3), "\(report.faults)")
        #expect("\(report.verdict)" == "time-proven since \(time), anchored to checkpoint 3")
        let stranger = try StampAuthority(in: bench.folder + "/stranger")
        stranger.stop()
        #expect(try audit(response, stranger.certificate, checkpoint).faults.map(\.kind) == [.anchor])
        _ = try log.append([Array(#"{"type":"other"}"#.utf8)])
        #expect(try audit(response, authority.certificate, log.checkpoint(key)).faults.map(\.kind) == [.anchor])
        var random = SplitMix(seed: 2)
        for _ in 0..<40 {
            var changed = response
            changed[random.below(response.count)] ^= 1 << UInt8(random.below(8))
            do {
                let time = try TimeStamp.time(
                    of: changed, over: checkpoint.stamped, authorities: authority.certificate, subject: "")
                // Of a status text nothing is signed.
                #expect(time == report.time)
            } catch {
                continue
            }
        }
    }

    @Test(
        "what does not answer, or answers something else, is told and nothing is kept",
        arguments: ["/none", "/garbage"])
    func refused(_ path: String) async throws {
        let bench = try Workbench()
        try OperatorLog.make(bench.folder + "/log", origin: "log.example")
        let log = try OperatorLog(bench.folder + "/log")
        let checkpoint = try log.checkpoint(SigningKey(newNamed: "log.example"))
        let authority = try StampAuthority(in: bench.folder + "/tsa")
        defer { authority.stop() }
        let stamper = try LogStamp(bench.config("crawl: {allow_addresses: [\"127.0.0.0/8\"]}"))
        defer { stamper.close() }
        await #expect(throws: JobError.self) {
            try await stamper.stamp(log, authority: authority.url + path, trusted: authority.certificate)
        }
        #expect(!OutputFile.exists(LogStamp.file(log, checkpoint)))
    }
}

extension AuditReport {
    /// Of a time-proven verdict.
    fileprivate var time: Timestamp? {
        if case .timeProven(let time, _, _) = verdict { time } else { nil }
    }
}

/// A time-stamping authority on loopback: OpenSSL behind Python's web server.
final class StampAuthority {
    let url: String
    /// Its certificate, as a PEM file.
    let certificate: String
    private let process = Process()
    private let life = Pipe()

    static let isAtHand: Bool = {
        do { return try run(["sh", "-c", "openssl version && python3 -c 'import http.server'"], in: "/") == 0 } catch {
            return false
        }
    }()

    private static let settings = """
        [tsa]
        default_tsa = one
        [one]
        serial = serial
        default_policy = 1.2.3.4.1
        digests = sha256
        signer_digest = sha256
        [req]
        distinguished_name = name
        x509_extensions = extensions
        prompt = no
        [name]
        CN = Test authority
        [extensions]
        extendedKeyUsage = critical,timeStamping
        basicConstraints = critical,CA:TRUE
        """

    private static let server = """
        import http.server, os, subprocess, sys, threading
        # Whoever started it is gone when its standard input ends.
        threading.Thread(target=lambda: (sys.stdin.read(), os._exit(0)), daemon=True).start()
        class Handler(http.server.BaseHTTPRequestHandler):
            def do_POST(self):
                body = self.rfile.read(int(self.headers['Content-Length']))
                open('query', 'wb').write(body)
                if self.path == '/garbage':
                    reply = b'garbage'
                elif self.path != '/' or self.headers['Content-Type'] != 'application/timestamp-query':
                    self.send_response(404); self.send_header('Content-Length', '0'); self.end_headers(); return
                else:
                    subprocess.run(['openssl', 'ts', '-reply', '-config', 'tsa.cnf', '-section', 'one', '-queryfile', 'query',
                                    '-signer', 'tsa.pem', '-inkey', 'tsa.key', '-out', 'reply'], check=True, stderr=subprocess.DEVNULL)
                    reply = open('reply', 'rb').read()
                self.send_response(200); self.send_header('Content-Type', 'application/timestamp-reply')
                self.send_header('Content-Length', str(len(reply))); self.end_headers(); self.wfile.write(reply)
            def log_message(self, *words): pass
        server = http.server.HTTPServer(('127.0.0.1', 0), Handler)
        print(server.server_port, flush=True)
        server.serve_forever()
        """

    init(in folder: String) throws {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        certificate = folder + "/tsa.pem"
        try Data(Self.settings.utf8).write(to: URL(fileURLWithPath: folder + "/tsa.cnf"))
        try Data("01\n".utf8).write(to: URL(fileURLWithPath: folder + "/serial"))
        try Data(Self.server.utf8).write(to: URL(fileURLWithPath: folder + "/server.py"))
        let request = "openssl req -x509 -newkey rsa:2048 -nodes -keyout tsa.key -out tsa.pem -days 30 -config tsa.cnf"
        guard try Self.run(["sh", "-c", request], in: folder) == 0 else { throw CocoaError(.fileWriteUnknown) }
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["python3", "server.py"]
        process.currentDirectoryURL = URL(fileURLWithPath: folder)
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardInput = life
        process.standardError = FileHandle.nullDevice
        try process.run()
        let line = String(decoding: pipe.fileHandleForReading.availableData, as: UTF8.self)
        url = "http://127.0.0.1:\(line.trimmingCharacters(in: .whitespacesAndNewlines))"
    }

    func stop() {
        kill(process.processIdentifier, SIGKILL)
        try? life.fileHandleForWriting.close()
    }

    private static func run(_ arguments: [String], in folder: String) throws -> Int32 {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = arguments
        process.currentDirectoryURL = URL(fileURLWithPath: folder)
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        return process.terminationStatus
    }
}
