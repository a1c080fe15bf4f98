/// Relative and file states: what is taken over from the base.
extension URLParser {
    /// Relative and relative slash states. The scheme is already written.
    mutating func parseRelative(to base: WebURL) throws(Code) {
        guard isSlash(byte(at: position)) else { return parseRelativePath(to: base) }
        if isSlash(byte(at: position + 1)) {
            position += 2
            if parts.scheme.isSpecial { skipSlashes() }
            return try parseAuthority()
        }
        copyAuthority(of: base)
        parsePathStart()
    }

    /// A reference that begins with neither scheme nor slash.
    private mutating func parseRelativePath(to base: WebURL) {
        switch byte(at: position) {
        case nil:
            copy(base, through: \.queryEnd)
        case UInt8(ascii: "#"):
            copy(base, through: \.queryEnd)
            parseFragment()
        case UInt8(ascii: "?"):
            copy(base, through: \.pathEnd)
            parseQuery()
        default:
            copyAuthority(of: base)
            out.append(contentsOf: base.bytes(base.parts.pathStart, base.parts.pathEnd))
            shortenPath()
            parsePath()
        }
    }

    /// File and file slash states. The scheme is already written.
    mutating func parseFile() throws(Code) {
        let base = base.flatMap { $0.parts.scheme == .file ? $0 : nil }
        guard isSlash(byte(at: position)) else {
            guard let base else {
                markEmptyHost()
                return parsePath()
            }
            return parseFilePath(relativeTo: base)
        }
        if isSlash(byte(at: position + 1)) {
            position += 2
            return try parseFileHost()
        }
        position += 1
        guard let base else {
            markEmptyHost()
            return parsePath()
        }
        copyAuthority(of: base)
        if !startsWithDriveLetter(position), let drive = base.driveSegment { out.append(contentsOf: drive) }
        parsePath()
    }

    private mutating func parseFilePath(relativeTo base: WebURL) {
        guard let next = byte(at: position), next != UInt8(ascii: "?"), next != UInt8(ascii: "#") else {
            return parseRelativePath(to: base)
        }
        guard startsWithDriveLetter(position) else { return parseRelativePath(to: base) }
        copyAuthority(of: base)
        parsePath()
    }

    /// File host state: a drive letter here is the beginning of the path.
    private mutating func parseFileHost() throws(Code) {
        var end = position
        while end < input.count, !isPathEnd(input[end]), !isSlash(input[end]) { end += 1 }
        let region = position..<end
        if isDriveLetter(region) {
            markEmptyHost()
            return parsePath()
        }
        beginHost()
        if !region.isEmpty {
            try HostParser.write(UnsafeBufferPointer(rebasing: input[region]), special: true, to: &out)
            if out[Int(parts.hostStart)...].elementsEqual("localhost".utf8) {
                out.removeSubrange(Int(parts.hostStart)...)
            }
        }
        parts.hostEnd = UInt32(out.count)
        parts.pathStart = parts.hostEnd
        position = end
        parsePathStart()
    }

    /// Takes over scheme, credentials, host and port, so that a path can follow.
    private mutating func copyAuthority(of base: WebURL) {
        guard base.parts.hasHost else { return markNoHost() }
        parts = base.parts
        out.removeAll(keepingCapacity: true)
        out.append(contentsOf: base.bytes(0, base.parts.pathStart))
    }

    /// Takes over everything up to the end of a component.
    mutating func copy(_ base: WebURL, through end: KeyPath<URLParts, UInt32>) {
        parts = base.parts
        let limit = parts[keyPath: end]
        parts.pathEnd = min(parts.pathEnd, limit)
        parts.queryEnd = min(parts.queryEnd, limit)
        out.removeAll(keepingCapacity: true)
        out.append(contentsOf: base.bytes(0, limit))
    }
}

extension WebURL {
    func bytes(_ start: UInt32, _ end: UInt32) -> Substring.UTF8View {
        let all = href.utf8
        let from = all.index(all.startIndex, offsetBy: Int(start))
        return href[from..<all.index(from, offsetBy: Int(end - start))].utf8
    }

    /// The path's first segment with its slash (`/C:`), if it is a normalised Windows drive letter.
    fileprivate var driveSegment: [UInt8]? {
        let path = bytes(parts.pathStart, parts.pathEnd).prefix(4)
        let first = Array(path.prefix(3))
        guard first.count == 3, ASCII.isAlpha(first[1]), first[2] == UInt8(ascii: ":") else { return nil }
        guard path.count == 3 || path.last == UInt8(ascii: "/") else { return nil }
        return first
    }
}
