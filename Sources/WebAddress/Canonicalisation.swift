/// The steps from a parsed http or https URL without userinfo to its canonical form.
enum Canonicalisation {
    /// Nil if the host can never resolve: an empty label, a label over 63 bytes, a name over 253.
    static func apply(to url: WebURL) -> WebURL? {
        let parts = url.parts
        var href = url.href
        return href.withUTF8 { bytes in
            let host = UnsafeBufferPointer(rebasing: bytes[Int(parts.hostStart)..<Int(parts.hostEnd)])
            guard let hostLength = resolvableLength(host) else { return nil }
            let resource = UnsafeBufferPointer(rebasing: bytes[Int(parts.pathStart)..<Int(parts.queryEnd)])
            let escapes = resource.contains(UInt8(ascii: "%"))
            if !escapes, hostLength == host.count, Int(parts.queryEnd) == bytes.count { return url }
            return rebuild(bytes, parts, dropping: host.count - hostLength)
        }
    }

    /// The host's length without its root dot.
    private static func resolvableLength(_ host: UnsafeBufferPointer<UInt8>) -> Int? {
        guard host.first != UInt8(ascii: "[") else { return host.count }
        let length = host.last == UInt8(ascii: ".") ? host.count - 1 : host.count
        guard length <= 253 else { return nil }
        var label = 0
        for index in 0..<length {
            if host[index] == UInt8(ascii: ".") {
                guard label > 0 else { return nil }
                label = 0
            } else {
                label += 1
                guard label <= 63 else { return nil }
            }
        }
        return label > 0 ? length : nil
    }

    private static func rebuild(_ bytes: UnsafeBufferPointer<UInt8>, _ parts: URLParts, dropping dots: Int) -> WebURL {
        var parts = parts
        let (pathStart, pathEnd, queryEnd) = (Int(parts.pathStart), Int(parts.pathEnd), Int(parts.queryEnd))
        var out: [UInt8] = []
        out.reserveCapacity(bytes.count)
        out += bytes[..<(Int(parts.hostEnd) - dots)]
        parts.hostEnd = UInt32(out.count)
        out += bytes[(Int(parts.hostEnd) + dots)..<pathStart]
        parts.pathStart = UInt32(out.count)
        Escapes.normalise(UnsafeBufferPointer(rebasing: bytes[pathStart..<pathEnd]), into: &out)
        parts.pathEnd = UInt32(out.count)
        Escapes.normalise(UnsafeBufferPointer(rebasing: bytes[pathEnd..<queryEnd]), into: &out)
        parts.queryEnd = UInt32(out.count)
        return WebURL(href: String(decoding: out, as: UTF8.self), parts: parts)
    }
}
