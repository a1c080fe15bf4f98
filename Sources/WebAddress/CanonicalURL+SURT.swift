extension CanonicalURL {
    /// The key that sorts a site's hosts and paths together: `(com,example,www,)/path?query`.
    ///
    /// The scheme is not in it. A port other than the default stands before the closing bracket: `(com,example,:8080)/`.
    /// An IP address is not turned round and has no comma after it: `(192.0.2.1)/`. So a key that begins with
    /// `(com,example,` belongs to example.com or to a host below it, and to nothing else.
    public var surt: String {
        var key: [UInt8] = [UInt8(ascii: "(")]
        key.reserveCapacity(text.utf8.count + 8)
        if isAddressHost {
            key += Array(host.utf8)
        } else {
            for label in host.utf8.split(separator: UInt8(ascii: ".")).reversed() {
                key += Array(label)
                key.append(UInt8(ascii: ","))
            }
        }
        if let port = url.port { key += Array(":\(port)".utf8) }
        key.append(UInt8(ascii: ")"))
        key += Array(pathAndQuery.utf8)
        return String(decoding: key, as: UTF8.self)
    }

    private var isAddressHost: Bool { IPAddress(host: host) != nil }
}
