/// Authority, host and port states.
extension URLParser {
    mutating func skipSlashes() {
        while let next = byte(at: position), next == UInt8(ascii: "/") || next == UInt8(ascii: "\\") { position += 1 }
    }

    mutating func parseAuthority() throws(Code) {
        var end = position
        var lastAt: Int?
        while end < input.count {
            let byte = input[end]
            if isPathEnd(byte) || isSlash(byte) { break }
            if byte == UInt8(ascii: "@") { lastAt = end }
            end += 1
        }
        beginHost()
        if let lastAt {
            guard lastAt + 1 < end else { throw .emptyHost }
            writeCredentials(position..<lastAt)
            position = lastAt + 1
        }
        try parseHostAndPort(end: end)
        position = end
        parsePathStart()
    }

    private mutating func parseHostAndPort(end: Int) throws(Code) {
        let colon = portColon(end: end)
        let hostEnd = colon ?? end
        if hostEnd == position {
            guard !parts.scheme.isSpecial, colon == nil else { throw .emptyHost }
        } else {
            let host = UnsafeBufferPointer(rebasing: input[position..<hostEnd])
            try HostParser.write(host, special: parts.scheme.isSpecial, to: &out)
        }
        parts.hostEnd = UInt32(out.count)
        if let colon { try parsePort(colon + 1..<end) }
        parts.pathStart = UInt32(out.count)
    }

    private func portColon(end: Int) -> Int? {
        var inBrackets = false
        for index in position..<end {
            switch input[index] {
            case UInt8(ascii: "["): inBrackets = true
            case UInt8(ascii: "]"): inBrackets = false
            case UInt8(ascii: ":") where !inBrackets: return index
            default: break
            }
        }
        return nil
    }

    private mutating func parsePort(_ region: Range<Int>) throws(Code) {
        var port: Int32 = 0
        for index in region {
            guard ASCII.isDigit(input[index]) else { throw .badPort }
            port = port * 10 + Int32(input[index] - 0x30)
            guard port <= 65535 else { throw .badPort }
        }
        guard !region.isEmpty, port != parts.scheme.defaultPort else { return }
        parts.port = port
        out.append(UInt8(ascii: ":"))
        out.append(contentsOf: String(port).utf8)
    }

    private mutating func writeCredentials(_ region: Range<Int>) {
        let colon = input[region].firstIndex(of: UInt8(ascii: ":")) ?? region.upperBound
        PercentEncodeSet.userinfo.append(input[region.lowerBound..<colon], to: &out)
        parts.usernameEnd = UInt32(out.count)
        if colon + 1 < region.upperBound {
            out.append(UInt8(ascii: ":"))
            PercentEncodeSet.userinfo.append(input[(colon + 1)..<region.upperBound], to: &out)
        }
        if out.count > Int(parts.schemeEnd) + 3 { out.append(UInt8(ascii: "@")) }
        parts.hostStart = UInt32(out.count)
    }

    /// Writes the two slashes; the host begins here unless credentials push it on.
    mutating func beginHost() {
        out.append(UInt8(ascii: "/"))
        out.append(UInt8(ascii: "/"))
        parts.hasHost = true
        parts.usernameEnd = UInt32(out.count)
        parts.hostStart = parts.usernameEnd
    }

    mutating func markEmptyHost() {
        beginHost()
        parts.hostEnd = parts.hostStart
        parts.pathStart = parts.hostStart
    }

    mutating func markNoHost() {
        parts.pathStart = UInt32(out.count)
    }

    mutating func writeAuthority(of origin: Origin) {
        out.append(contentsOf: origin.scheme.utf8)
        parts.scheme = SchemeKind(out[...])
        parts.schemeEnd = UInt32(out.count)
        out.append(UInt8(ascii: ":"))
        beginHost()
        out.append(contentsOf: origin.host.utf8)
        parts.hostEnd = UInt32(out.count)
        if origin.port != Int(parts.scheme.defaultPort) {
            parts.port = Int32(origin.port)
            out.append(contentsOf: ":\(origin.port)".utf8)
        }
        parts.pathStart = UInt32(out.count)
    }
}
