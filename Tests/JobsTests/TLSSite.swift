import Foundation

#if canImport(Glibc)
    import Glibc
#endif

/// Files served over TLS on 127.0.0.1 by `openssl s_server`, with a certificate made on the spot.
final class TLSSite {
    struct Fault: Error {
        let words: String
    }

    private static let tool = "/usr/bin/openssl"
    static var isPossible: Bool { access(tool, X_OK) == 0 }

    let port: Int
    let certificate: String
    private let folder: String
    private let process: pid_t
    private let input: Int32

    /// - Parameter isWhole: Whether the files are whole answers, with their heads.
    convenience init(host: String, files: [String: String], isWhole: Bool = false) throws {
        try self.init(host: host, ["-quiet", isWhole ? "-HTTP" : "-WWW"], files: files)
    }

    /// A server that gives one whole answer, once, whatever is asked.
    convenience init(host: String, answer: String) throws {
        try self.init(host: host, ["-quiet"], answer: answer)
    }

    private init(host: String, _ mode: [String], files: [String: String] = [:], answer: String? = nil) throws {
        folder = NSTemporaryDirectory() + "tls-site-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        for (name, text) in files {
            let place = URL(fileURLWithPath: folder + "/" + name)
            try FileManager.default.createDirectory(
                at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: place)
        }
        certificate = folder + "/cert.pem"
        let key = folder + "/key.pem"
        let maker = try Self.start(
            [
                "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-keyout", key,
                "-out", certificate, "-days", "2", "-subj", "/CN=\(host)", "-addext", "subjectAltName=DNS:\(host)",
            ], in: folder)
        var status: Int32 = 0
        guard waitpid(maker, &status, 0) == maker, status == 0 else { throw Fault(words: "no certificate: \(status)") }
        let probe = SiteServer { _ in [] }
        port = probe.port
        probe.stop()
        usleep(50_000)
        // What is to be sent waits in a pipe until somebody asks.
        let pipe = folder + "/answer"
        if let answer {
            guard mkfifo(pipe, 0o600) == 0 else { throw Fault(words: "no pipe") }
            input = open(pipe, O_RDWR)
            guard write(input, answer, answer.utf8.count) == answer.utf8.count else { throw Fault(words: "no answer") }
        } else {
            input = -1
        }
        process = try Self.start(
            ["s_server", "-accept", "127.0.0.1:\(port)", "-cert", certificate, "-key", key] + mode, in: folder,
            input: answer == nil ? "/dev/null" : pipe)
        for _ in 0..<250 where !Self.isListening(port) { usleep(20_000) }
    }

    func stop() {
        var status: Int32 = 0
        kill(process, SIGKILL)
        waitpid(process, &status, 0)
        if input >= 0 { close(input) }
        do { try FileManager.default.removeItem(atPath: folder) } catch { print("\(folder) stays: \(error)") }
    }

    /// Told by the kernel, since a connection would count as somebody who asks.
    private static func isListening(_ port: Int) -> Bool {
        let digits = String(port, radix: 16, uppercase: true)
        let place = "0100007F:" + String(repeating: "0", count: 4 - digits.count) + digits
        let table = try? String(contentsOfFile: "/proc/net/tcp", encoding: .utf8)
        return table?.contains("\(place) 00000000:0000 0A") ?? true
    }

    private static func start(
        _ arguments: [String], in folder: String, input: String = "/dev/null"
    ) throws -> pid_t {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, input, O_RDWR, 0)
        for stream in 1...2 { posix_spawn_file_actions_addopen(&actions, Int32(stream), "/dev/null", O_RDWR, 0) }
        // The server gives out the files of the folder it runs in, and holds nothing open that whoever runs the tests does.
        let shut = (3...9).map { "\($0)>&-" }.joined(separator: " ")
        let line = ["/bin/sh", "-c", "cd \"$0\" && exec \(tool) \"$@\" \(shut)", folder] + arguments
        var words: [UnsafeMutablePointer<CChar>?] = line.map { strdup($0) } + [nil]
        defer { words.forEach { free($0) } }
        var process = pid_t()
        let code = posix_spawn(&process, line[0], &actions, nil, &words, environ)
        guard code == 0 else { throw Fault(words: String(cString: strerror(code))) }
        return process
    }
}
