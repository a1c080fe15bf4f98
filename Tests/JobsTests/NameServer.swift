import Glibc

/// A name server on 127.0.0.1 that answers every TXT question with the same strings, by UDP.
final class NameServer: Sendable {
    let port: Int
    private let socket: Int32

    /// - Parameter records: By name, its records, each of which is cut into strings of at most 255 octets. Any other name does not
    ///   exist.
    init(_ records: [String: [String]]) {
        let socket = Glibc.socket(AF_INET, Int32(SOCK_DGRAM.rawValue), 0)
        var name = sockaddr_in()
        name.sin_family = sa_family_t(AF_INET)
        name.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isBound = withUnsafeMutablePointer(to: &name) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { raw in
                bind(socket, raw, size) == 0 && getsockname(socket, raw, &size) == 0
            }
        }
        precondition(isBound, "no loopback socket")
        self.socket = socket
        port = Int(UInt16(bigEndian: name.sin_port))
        SiteServer.onThread { Self.serve(socket, records) }
    }

    /// A question that is no name ends it.
    func stop() {
        var name = sockaddr_in()
        name.sin_family = sa_family_t(AF_INET)
        name.sin_port = in_port_t(UInt16(port).bigEndian)
        name.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        _ = withUnsafePointer(to: &name) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { raw in
                sendto(socket, [0], 1, 0, raw, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
    }

    private static func serve(_ socket: Int32, _ records: [String: [String]]) {
        defer { close(socket) }
        while true {
            var room = [UInt8](repeating: 0, count: 1500)
            var from = sockaddr_in()
            var size = socklen_t(MemoryLayout<sockaddr_in>.size)
            withUnsafeMutablePointer(to: &from) { pointer in
                pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { raw in
                    let count = recvfrom(socket, &room, room.count, 0, raw, &size)
                    room.removeLast(room.count - max(0, count))
                    let answer = answer(room, records)
                    if !answer.isEmpty { sendto(socket, answer, answer.count, 0, raw, size) }
                }
            }
            if room.count < 12 { return }
        }
    }

    /// RFC 1035, section 4: the head of the question, the question, and the records.
    private static func answer(_ question: [UInt8], _ records: [String: [String]]) -> [UInt8] {
        guard question.count > 16 else { return [] }
        var (labels, at) = ([String](), 12)
        while question[at] != 0 {
            let end = at + 1 + Int(question[at])
            labels.append(String(decoding: question[(at + 1)..<end], as: UTF8.self))
            at = end
        }
        let texts = records[labels.joined(separator: ".")]
        var out =
            Array(question[..<2]) + [0x81, texts == nil ? 0x83 : 0x80, 0, 1, 0, UInt8(texts?.count ?? 0), 0, 0, 0, 0]
        out += question[12..<(at + 5)]
        for text in texts ?? [] {
            var data: [UInt8] = []
            var rest = Array(text.utf8)[...]
            while !rest.isEmpty {
                let part = rest.prefix(255)
                data += [UInt8(part.count)] + part
                rest = rest.dropFirst(255)
            }
            out += [0xC0, 12, 0, 16, 0, 1, 0, 0, 0, 60, UInt8(data.count >> 8), UInt8(data.count & 0xFF)] + data
        }
        return out
    }
}
