import Glibc
import Synchronization

/// A web on 127.0.0.1: answers each request by host and path, one request a connection.
final class SiteServer: Sendable {
    struct Request: Sendable {
        let host: String
        let path: String
        let head: String
        /// How often this host and path were asked before.
        let earlier: Int
    }

    typealias Handler = @Sendable (Request) -> [UInt8]

    let port: Int
    private let listener: Int32
    private let handler: Handler
    private let seen = Mutex<[String]>([])
    private let sent = Mutex<[String: Int]>([:])

    init(_ handler: @escaping Handler) {
        self.handler = handler
        let socket = LoopbackSocket(waiting: 64)
        (listener, port) = (socket.listener, socket.port)
        Self.onThread { [self] in accept() }
    }

    /// `host/path` of every request, in the order they came.
    var requests: [String] { seen.withLock { $0 } }
    /// Bytes the kernel took of the answers to `host/path`.
    func bytes(_ name: String) -> Int { sent.withLock { $0[name] ?? 0 } }
    func stop() { shutdown(listener, Int32(SHUT_RDWR)) }

    static func answer(
        _ status: Int = 200, _ body: String = "", type: String = "text/html", headers: [String] = []
    ) -> [UInt8] {
        let lines = [
            "HTTP/1.1 \(status) X", "Content-Type: \(type)", "Content-Length: \(body.utf8.count)", "Connection: close",
        ]
        return Array(((lines + headers).joined(separator: "\r\n") + "\r\n\r\n" + body).utf8)
    }

    private func accept() {
        while true {
            let connection = Glibc.accept(listener, nil, nil)
            guard connection >= 0 else { break }
            Self.onThread { [self] in
                serve(connection)
                close(connection)
            }
        }
        close(listener)
    }

    private func serve(_ connection: Int32) {
        var head: [UInt8] = []
        var byte: UInt8 = 0
        while head.suffix(4) != [13, 10, 13, 10] {
            guard recv(connection, &byte, 1, 0) == 1 else { return }
            head.append(byte)
        }
        let lines = String(decoding: head, as: UTF8.self).split(separator: "\r\n")
        let path = lines[0].split(separator: " ")[1]
        let host = lines.first { $0.lowercased().hasPrefix("host:") }?.dropFirst(5).drop { $0 == " " } ?? ""
        let name = host + path
        let earlier = seen.withLock { seen in
            seen.append(String(name))
            return seen.count { $0 == name } - 1
        }
        let request = Request(
            host: String(host), path: String(path), head: String(decoding: head, as: UTF8.self), earlier: earlier)
        send(handler(request), to: connection, as: String(name))
    }

    private func send(_ bytes: [UInt8], to connection: Int32, as name: String) {
        var done = 0
        while done < bytes.count {
            let count = bytes[done...].withUnsafeBytes {
                Glibc.send(connection, $0.baseAddress, min($0.count, 65_536), Int32(MSG_NOSIGNAL))
            }
            guard count > 0 else { return }
            done += count
            let total = done
            sent.withLock { $0[name] = total }
        }
    }

    static func onThread(_ body: @escaping @Sendable () -> Void) {
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
