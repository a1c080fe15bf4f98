import Glibc

/// `openssl s_server` with a certificate for site.example made on the spot.
final class TLSServer {
    struct Fault: Error {
        let words: String
    }

    static let tool = "/usr/bin/openssl"
    static var isPossible: Bool { access(tool, X_OK) == 0 }

    let port: Int
    let certificate: String
    private let folder: String
    private let process: pid_t

    init() throws {
        var template = Array("/tmp/tls-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { throw Fault(words: String(cString: strerror(errno))) }
        folder = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        certificate = folder + "/cert.pem"
        let key = folder + "/key.pem"
        let maker = try Self.start([
            "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-keyout", key,
            "-out", certificate, "-days", "2", "-subj", "/CN=site.example", "-addext",
            "subjectAltName=DNS:site.example",
        ])
        var status: Int32 = 0
        guard waitpid(maker, &status, 0) == maker, status == 0 else { throw Fault(words: "no certificate: \(status)") }
        port = LoopbackServer.freePort()
        process = try Self.start([
            "s_server", "-accept", "127.0.0.1:\(port)", "-cert", certificate, "-key", key, "-www", "-quiet",
        ])
        for _ in 0..<100 where !LoopbackServer.isListening(port) { usleep(20_000) }
    }

    func stop() {
        var status: Int32 = 0
        // The test runner's threads block SIGTERM, and a child inherits that.
        kill(process, SIGKILL)
        waitpid(process, &status, 0)
        for name in ["/cert.pem", "/key.pem"] { unlink(folder + name) }
        rmdir(folder)
    }

    /// A server that answers a TLS greeting with plain text.
    static func plain() -> LoopbackServer { LoopbackServer(greeting: "HTTP/1.1 400 Bad Request\r\n\r\n") }

    private static func start(_ arguments: [String]) throws -> pid_t {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        for stream in 0...2 { posix_spawn_file_actions_addopen(&actions, Int32(stream), "/dev/null", O_RDWR, 0) }
        var words: [UnsafeMutablePointer<CChar>?] = ([tool] + arguments).map { strdup($0) } + [nil]
        defer { words.forEach { free($0) } }
        var process = pid_t()
        let code = posix_spawn(&process, tool, &actions, nil, &words, environ)
        guard code == 0 else { throw Fault(words: String(cString: strerror(code))) }
        return process
    }
}
