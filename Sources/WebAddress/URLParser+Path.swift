/// Path, query and fragment states. None of them can fail.
extension URLParser {
    func byte(at index: Int) -> UInt8? { index < input.count ? input[index] : nil }

    func isPathEnd(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "?") || byte == UInt8(ascii: "#") }

    func isSlash(_ byte: UInt8?) -> Bool {
        byte == UInt8(ascii: "/") || (byte == UInt8(ascii: "\\") && parts.scheme.isSpecial)
    }

    /// Path start state: a special URL always has a path, another one only if something stands there.
    mutating func parsePathStart() {
        let next = byte(at: position)
        if isSlash(next) {
            position += 1
        } else if !parts.scheme.isSpecial, next.map(isPathEnd) ?? true {
            parts.pathEnd = UInt32(out.count)
            return parseQuery()
        }
        parsePath()
    }

    /// Path state, with `position` on the first byte of a segment.
    mutating func parsePath() {
        var more = true
        while more {
            let start = position
            while position < input.count, !isPathEnd(input[position]), !isSlash(input[position]) { position += 1 }
            more = isSlash(byte(at: position))
            appendSegment(start..<position, last: !more)
            if more { position += 1 }
        }
        keepPathFromReadingAsHost()
        parts.pathEnd = UInt32(out.count)
        parseQuery()
    }

    mutating func parseOpaquePath() {
        parts.opaquePath = true
        markNoHost()
        let start = position
        while position < input.count, !isPathEnd(input[position]) { position += 1 }
        PercentEncodeSet.control.append(input[start..<position], to: &out)
        if position < input.count, out.last == 0x20 {
            out.removeLast()
            out.append(contentsOf: "%20".utf8)
        }
        parts.pathEnd = UInt32(out.count)
        parseQuery()
    }

    /// Query state, if one begins here.
    mutating func parseQuery() {
        if byte(at: position) == UInt8(ascii: "?") {
            let start = position + 1
            while position < input.count, input[position] != UInt8(ascii: "#") { position += 1 }
            out.append(UInt8(ascii: "?"))
            let set = parts.scheme.isSpecial ? PercentEncodeSet.specialQuery : PercentEncodeSet.query
            set.append(input[start..<position], to: &out)
        }
        parts.queryEnd = UInt32(out.count)
        parseFragment()
    }

    /// Fragment state, if one begins here.
    mutating func parseFragment() {
        guard byte(at: position) == UInt8(ascii: "#") else { return }
        out.append(UInt8(ascii: "#"))
        PercentEncodeSet.fragment.append(input[(position + 1)...], to: &out)
        position = input.count
    }

    /// Drops the last segment, but never the drive of a file URL.
    mutating func shortenPath() {
        let start = Int(parts.pathStart)
        guard let slash = out[start...].lastIndex(of: UInt8(ascii: "/")) else { return }
        let onlyDrive =
            parts.scheme == .file && slash == start && out.count == start + 3
            && ASCII.isAlpha(out[start + 1]) && out[start + 2] == UInt8(ascii: ":")
        if !onlyDrive { out.removeSubrange(slash...) }
    }

    private mutating func appendSegment(_ segment: Range<Int>, last: Bool) {
        let dots = segment.count <= 6 ? dotCount(segment) : 0
        if dots == 2 { shortenPath() }
        guard dots == 0 else {
            if last { out.append(UInt8(ascii: "/")) }
            return
        }
        let first = out.count == Int(parts.pathStart)
        out.append(UInt8(ascii: "/"))
        if first, parts.scheme == .file, isDriveLetter(segment) {
            out.append(input[segment.lowerBound])
            out.append(UInt8(ascii: ":"))
        } else {
            PercentEncodeSet.path.append(input[segment], to: &out)
        }
    }

    /// 1 or 2 for `.` and `..`, each dot plain or as `%2e`; 0 for everything else.
    private func dotCount(_ segment: Range<Int>) -> Int {
        var index = segment.lowerBound
        var dots = 0
        while index < segment.upperBound {
            if input[index] == UInt8(ascii: ".") {
                index += 1
            } else if index + 3 <= segment.upperBound, input[index] == UInt8(ascii: "%"),
                input[index + 1] == UInt8(ascii: "2"), input[index + 2] | 0x20 == UInt8(ascii: "e")
            {
                index += 3
            } else {
                return 0
            }
            dots += 1
        }
        return dots <= 2 ? dots : 0
    }

    /// Section 4.5, "URL serializing": without a host, a path that begins with two slashes is written after `/.`.
    private mutating func keepPathFromReadingAsHost() {
        let start = Int(parts.pathStart)
        guard !parts.hasHost, out.count > start + 1, out[start + 1] == UInt8(ascii: "/") else { return }
        out.insert(contentsOf: "/.".utf8, at: start)
        parts.pathStart += 2
    }

    func isDriveLetter(_ region: Range<Int>) -> Bool {
        guard region.count == 2, ASCII.isAlpha(input[region.lowerBound]) else { return false }
        let second = input[region.lowerBound + 1]
        return second == UInt8(ascii: ":") || second == UInt8(ascii: "|")
    }

    func startsWithDriveLetter(_ index: Int) -> Bool {
        guard index + 2 <= input.count, isDriveLetter(index..<(index + 2)) else { return false }
        guard let next = byte(at: index + 2) else { return true }
        return isPathEnd(next) || next == UInt8(ascii: "/") || next == UInt8(ascii: "\\")
    }
}
