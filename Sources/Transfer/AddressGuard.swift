internal import CCurl
internal import CCurlShim
internal import Glibc
internal import WebAddress

/// Says which addresses may be connected to. Asked for the resolved address, just before the socket is made.
struct AddressGuard: Sendable {
    let allowed: [AddressRange]

    func admits(_ address: IPAddress) -> Bool {
        address.isPubliclyRoutable || allowed.contains { $0.contains(address) }
    }

    /// The address in a socket address; nil for a family other than IPv4 and IPv6.
    static func address(_ target: UnsafePointer<curl_sockaddr>) -> IPAddress? {
        let raw = UnsafeRawPointer(target) + MemoryLayout<curl_sockaddr>.offset(of: \.addr)!
        switch target.pointee.family {
        case AF_INET:
            guard target.pointee.addrlen >= UInt32(MemoryLayout<sockaddr_in>.size) else { return nil }
            let start = raw + MemoryLayout<sockaddr_in>.offset(of: \.sin_addr)!
            return IPAddress(bytes: UnsafeRawBufferPointer(start: start, count: 4))
        case AF_INET6:
            guard target.pointee.addrlen >= UInt32(MemoryLayout<sockaddr_in6>.size) else { return nil }
            let start = raw + MemoryLayout<sockaddr_in6>.offset(of: \.sin6_addr)!
            return IPAddress(bytes: UnsafeRawBufferPointer(start: start, count: 16))
        default:
            return nil
        }
    }
}
