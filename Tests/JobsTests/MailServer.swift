import Glibc
import Synchronization

/// A mail server on 127.0.0.1 that takes messages on, one connection after the other (RFC 5321).
final class MailServer: Sendable {
    struct Message: Sendable {
        let from: String
        let to: [String]
        /// As sent, without the dots that SMTP doubles.
        let lines: [String]

        /// The word behind a mark.
        func word(after mark: String) -> String? {
            lines.compactMap { $0.hasPrefix(mark) ? String($0.dropFirst(mark.count)) : nil }.first
        }
    }

    let port: Int
    private let listener: Int32
    private let refusal: String?
    private let taken = Mutex<[Message]>([])

    /// - Parameter refusal: What is answered to every recipient, instead of taking mail for it.
    init(refusing refusal: String? = nil) {
        self.refusal = refusal
        let socket = LoopbackSocket(waiting: 8)
        let listener = socket.listener
        (self.listener, port) = (listener, socket.port)
        SiteServer.onThread { [self] in
            while true {
                let connection = accept(listener, nil, nil)
                guard connection >= 0 else { break }
                serve(connection)
                close(connection)
            }
            close(listener)
        }
    }

    var messages: [Message] { taken.withLock { $0 } }
    func stop() { shutdown(listener, Int32(SHUT_RDWR)) }

    private func serve(_ connection: Int32) {
        say("220 mail.example ESMTP", connection)
        var (from, to) = ("", [String]())
        while let line = line(connection) {
            switch line.prefix(4).uppercased() {
            case "EHLO", "HELO": say("250 mail.example", connection)
            case "MAIL": (from, to) = (address(line), []); say("250 ok", connection)
            case "RCPT" where refusal != nil: say(refusal ?? "", connection)
            case "RCPT": to.append(address(line)); say("250 ok", connection)
            case "DATA":
                say("354 go on", connection)
                var lines: [String] = []
                while let next = self.line(connection), next != "." {
                    lines.append(next.hasPrefix(".") ? String(next.dropFirst()) : next)
                }
                taken.withLock { $0.append(Message(from: from, to: to, lines: lines)) }
                say("250 taken", connection)
            case "QUIT": return say("221 bye", connection)
            default: say("250 ok", connection)
            }
        }
    }

    private func address(_ line: String) -> String { String(line.drop { $0 != "<" }.dropFirst().prefix { $0 != ">" }) }

    private func say(_ text: String, _ connection: Int32) {
        let bytes = Array((text + "\r\n").utf8)
        _ = send(connection, bytes, bytes.count, Int32(MSG_NOSIGNAL))
    }

    private func line(_ connection: Int32) -> String? {
        var (bytes, byte) = ([UInt8](), UInt8(0))
        while bytes.suffix(2) != [13, 10] {
            guard recv(connection, &byte, 1, 0) == 1 else { return nil }
            bytes.append(byte)
        }
        return String(decoding: bytes.dropLast(2), as: UTF8.self)
    }
}
