import Glibc
import Synchronization

/// A server on 127.0.0.1 that answers each path by a script of bytes and pauses.
final class LoopbackServer: Sendable {
    enum Step: Sendable {
        case send(String)
        case bytes([UInt8])
        /// Sends the same bytes again and again, until the other side has enough.
        case flood([UInt8], times: Int)
        /// In milliseconds.
        case pause(Int)
        /// Ends the connection; without it, the next request is awaited.
        case close
    }

    let port: Int
    private let listener: Int32
    private let scripts: [String: [Step]]
    private let greeting: String?
    private let heads = Mutex<[String]>([])
    private let accepted = Atomic<Int>(0)

    /// Paths without a script are answered 404 on a kept connection.
    /// With a greeting, that alone is sent to whoever connects, and the connection closed.
    init(_ scripts: [String: [Step]] = [:], greeting: String? = nil) {
        self.greeting = greeting
        (listener, port) = Self.listen()
        self.scripts = scripts
        Self.onThread { [self] in acceptLoop() }
    }

    private static func listen() -> (listener: Int32, port: Int) {
        let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var name = sockaddr_in()
        name.sin_family = sa_family_t(AF_INET)
        name.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isBound = withUnsafeMutablePointer(to: &name) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { raw in
                bind(listener, raw, size) == 0 && Glibc.listen(listener, 128) == 0
                    && getsockname(listener, raw, &size) == 0
            }
        }
        precondition(isBound, "no loopback socket: \(String(cString: strerror(errno)))")
        return (listener, Int(UInt16(bigEndian: name.sin_port)))
    }

    /// The request heads seen so far, in the order they came.
    var requests: [String] { heads.withLock { $0 } }
    var connections: Int { accepted.load(ordering: .relaxed) }
    func url(_ path: String) -> String { "http://127.0.0.1:\(port)\(path)" }

    func stop() { shutdown(listener, Int32(SHUT_RDWR)) }

    private func acceptLoop() {
        while true {
            let connection = accept(listener, nil, nil)
            guard connection >= 0 else { break }
            accepted.wrappingAdd(1, ordering: .relaxed)
            Self.onThread { [self] in
                if let greeting { _ = write(connection, Array(greeting.utf8)) } else { while serve(connection) {} }
                Glibc.close(connection)
            }
        }
        Glibc.close(listener)
    }

    /// - Returns: Whether another request may follow.
    private func serve(_ connection: Int32) -> Bool {
        guard let head = readHead(connection) else { return false }
        heads.withLock { $0.append(head) }
        let path = head.split(separator: " ").dropFirst().first.map(String.init) ?? ""
        let steps = scripts[path] ?? [.send("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n")]
        for step in steps {
            switch step {
            case .send(let text): guard write(connection, Array(text.utf8)) else { return false }
            case .bytes(let bytes): guard write(connection, bytes) else { return false }
            case .flood(let bytes, let times):
                for _ in 0..<times { guard write(connection, bytes) else { return false } }
            case .pause(let milliseconds): usleep(UInt32(milliseconds * 1000))
            case .close: return false
            }
        }
        return true
    }

    private func readHead(_ connection: Int32) -> String? {
        var head: [UInt8] = []
        var byte: UInt8 = 0
        while recv(connection, &byte, 1, 0) == 1 {
            head.append(byte)
            if head.suffix(4) == [13, 10, 13, 10] { return String(decoding: head, as: UTF8.self) }
        }
        return nil
    }

    private func write(_ connection: Int32, _ bytes: [UInt8]) -> Bool {
        var sent = 0
        while sent < bytes.count {
            let count = bytes[sent...].withUnsafeBytes {
                send(connection, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            }
            guard count > 0 else { return false }
            sent += count
        }
        return true
    }

    /// A port that was free a moment ago.
    static func freePort() -> Int {
        let server = LoopbackServer()
        defer { server.stop() }
        return server.port
    }

    static func isListening(_ port: Int) -> Bool {
        let probe = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { Glibc.close(probe) }
        var name = sockaddr_in()
        name.sin_family = sa_family_t(AF_INET)
        name.sin_port = UInt16(port).bigEndian
        name.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        return withUnsafePointer(to: name) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { raw in
                connect(probe, raw, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
            }
        }
    }

    private static func onThread(_ body: @escaping @Sendable () -> Void) {
        final class Box: Sendable {
            let body: @Sendable () -> Void
            init(_ body: @escaping @Sendable () -> Void) { self.body = body }
        }
        var thread = pthread_t()
        pthread_create(
            &thread, nil,
            { context in
                guard let context else { return nil }
                Unmanaged<Box>.fromOpaque(context).takeRetainedValue().body()
                return nil
            }, Unmanaged.passRetained(Box(body)).toOpaque())
        pthread_detach(thread)
    }
}
