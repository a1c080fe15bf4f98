extension CanonicalURL {
    /// The key that sorts a site's hosts and paths together: `(com,example,www,)/path?query`.
    ///
    /// The scheme is not in it. A port other than the default stands before the closing bracket:
    /// `(com,example,:8080)/`. An IP address is not turned round and has no comma after it: `(192.0.2.1)/`. So a key
    /// that begins with `(com,example,` belongs to example.com or to a host below it, and to nothing else.
    public var surt: String {
        let parts = url.parts
        var href = text
        let key = href.withUTF8 { bytes in
            var key: [UInt8] = [UInt8(ascii: "(")]
            key.reserveCapacity(bytes.count + 8)
            let host = bytes[Int(parts.hostStart)..<Int(parts.hostEnd)]
            if isAddressHost(host) { key += host } else { appendReversed(host, to: &key) }
            key += bytes[Int(parts.hostEnd)..<Int(parts.pathStart)]
            key.append(UInt8(ascii: ")"))
            key += bytes[Int(parts.pathStart)...]
            return key
        }
        return String(decoding: key, as: UTF8.self)
    }

    private func appendReversed(_ host: Slice<UnsafeBufferPointer<UInt8>>, to key: inout [UInt8]) {
        var end = host.endIndex
        for index in host.indices.reversed() where host[index] == UInt8(ascii: ".") {
            key += host[(index + 1)..<end]
            key.append(UInt8(ascii: ","))
            end = index
        }
        key += host[..<end]
        key.append(UInt8(ascii: ","))
    }

    /// A parsed host whose last label is a number is an IPv4 address: the parser lets no domain end in one.
    private func isAddressHost(_ host: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        if host.first == UInt8(ascii: "[") { return true }
        let last = host.lastIndex(of: UInt8(ascii: ".")).map { host[($0 + 1)...] } ?? host
        return last.allSatisfy(ASCII.isDigit)
    }
}
