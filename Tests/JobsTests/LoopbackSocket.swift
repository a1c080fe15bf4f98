import Glibc

/// A listening socket on 127.0.0.1 with a port that the system chose.
struct LoopbackSocket: Sendable {
    let listener: Int32
    let port: Int

    /// - Parameter waiting: Connections that may wait to be accepted.
    init(waiting: Int32) {
        let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var name = sockaddr_in()
        name.sin_family = sa_family_t(AF_INET)
        name.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isBound = withUnsafeMutablePointer(to: &name) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { raw in
                bind(listener, raw, size) == 0 && listen(listener, waiting) == 0
                    && getsockname(listener, raw, &size) == 0
            }
        }
        precondition(isBound, "no loopback socket")
        self.listener = listener
        port = Int(UInt16(bigEndian: name.sin_port))
    }
}
