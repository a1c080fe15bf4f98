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

    init(host: String, files: [String: String]) throws {
        folder = NSTemporaryDirectory() + "tls-site-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        for (name, text) in files { try Data(text.utf8).write(to: URL(fileURLWithPath: folder + "/" + name)) }
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
        process = try Self.start(
            ["s_server", "-accept", "127.0.0.1:\(port)", "-cert", certificate, "-key", key, "-WWW", "-quiet"],
            in: folder)
        for _ in 0..<100 where !Self.isListening(port) { usleep(20_000) }
    }

    func stop() {
        var status: Int32 = 0
        kill(process, SIGKILL)
        waitpid(process, &status, 0)
        do { try FileManager.default.removeItem(atPath: folder) } catch { print("\(folder) stays: \(error)") }
    }

    private static func isListening(_ port: Int) -> Bool {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(descriptor) }
        var name = sockaddr_in()
        name.sin_family = sa_family_t(AF_INET)
        name.sin_port = in_port_t(UInt16(port).bigEndian)
        name.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        return withUnsafePointer(to: &name) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { raw in
                connect(descriptor, raw, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
            }
        }
    }

    private static func start(_ arguments: [String], in folder: String) throws -> pid_t {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        for stream in 0...2 { posix_spawn_file_actions_addopen(&actions, Int32(stream), "/dev/null", O_RDWR, 0) }
        // The server gives out the files of the folder it runs in.
        let line = ["/bin/sh", "-c", "cd \"$0\" && exec \(tool) \"$@\"", folder] + arguments
        var words: [UnsafeMutablePointer<CChar>?] = line.map { strdup($0) } + [nil]
        defer { words.forEach { free($0) } }
        var process = pid_t()
        let code = posix_spawn(&process, line[0], &actions, nil, &words, environ)
        guard code == 0 else { throw Fault(words: String(cString: strerror(code))) }
        return process
    }
}
