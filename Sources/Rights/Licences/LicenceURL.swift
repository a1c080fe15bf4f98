/// A URL as licences are recognised by: host without `www.`, path in lower case and decoded; scheme, query and fragment
/// say nothing, and neither does a port that schemes have by themselves.
///
/// Old pages write upper case, escapes and the punctuation of the sentence round the link.
struct LicenceURL: Hashable, Sendable {
    let host: String
    /// Its parts, none empty.
    let parts: [String]

    /// Nil for what has user information, `creativecommons.org@elsewhere.example` is elsewhere, or another port: who
    /// answers there is not said.
    init?(_ url: String) {
        var rest = ByteText.trimmed(Array(url.utf8)[...])
        for scheme in ["https:", "http:"] where ByteText.hasPrefix(rest, scheme) {
            rest = rest.dropFirst(scheme.utf8.count)
        }
        rest = rest.drop(while: Self.isSlash)
        let end =
            rest.firstIndex { Self.isSlash($0) || $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "#") } ?? rest.endIndex
        var host = rest[..<end]
        if let colon = host.firstIndex(of: UInt8(ascii: ":")),
            ["", "80", "443"].contains(ByteText.string(host[(colon + 1)...]))
        {
            host = host[..<colon]
        }
        guard !host.isEmpty, host.count <= 253, host.allSatisfy(Self.isHost) else { return nil }
        if ByteText.hasPrefix(host, "www.") { host = host.dropFirst(4) }
        self.host = ByteText.string(host.map(ByteText.lower))
        let path = rest[end...].prefix { $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") }
        parts = Self.cleaned(path.prefix(2048)).split(separator: "/").map(String.init)
    }

    private static func isSlash(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "/") || byte == UInt8(ascii: "\\") }

    private static func isHost(_ byte: UInt8) -> Bool {
        ByteText.isLetter(byte) || ByteText.isDigit(byte) || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-")
    }

    private static func cleaned(_ path: ArraySlice<UInt8>) -> String {
        var out: [UInt8] = []
        var at = path.startIndex
        while at < path.endIndex {
            var byte = path[at]
            at += 1
            if byte == UInt8(ascii: "%"), at + 1 < path.endIndex, let high = ByteText.hex(path[at]),
                let low = ByteText.hex(path[at + 1])
            {
                byte = high << 4 | low
                at += 2
            }
            out.append(byte == UInt8(ascii: "\\") ? UInt8(ascii: "/") : ByteText.lower(byte))
        }
        while let last = out.last, ").,;:\"'>] ".utf8.contains(last) { out.removeLast() }
        return ByteText.string(out)
    }

    /// The parts, with the last one also without its file ending and language: `fdl-1.3.en.html` is `fdl-1.3` too.
    var spellings: [[String]] {
        guard var last = parts.last else { return [parts] }
        if last == "index.html" || last == "index.htm" || last == "index.php" { return [Array(parts.dropLast())] }
        var all = [parts]
        guard let ending = Self.endings.first(where: last.hasSuffix) else { return all }
        last.removeLast(ending.count)
        all.append(parts.dropLast() + [last])
        if let dot = last.lastIndex(of: "."), last[dot...].count == 3, last[dot...].dropFirst().allSatisfy(\.isLetter) {
            all.append(parts.dropLast() + [String(last[..<dot])])
        }
        return all
    }

    private static let endings = [".html", ".htm", ".txt", ".json", ".jsonld", ".rdf", ".ttl", ".xml", ".pdf", ".php"]
}
