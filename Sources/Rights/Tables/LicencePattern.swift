internal import Canonical

/// A URL pattern of the licence table: `host/part/part`, without scheme and `www.`, in any case.
///
/// `{a,b}` stands for each of its words, `**` as the last part for any path below, also none.
struct LicencePattern: Hashable, Sendable {
    let host: String
    let path: String
    let isPrefix: Bool

    /// All that a pattern stands for; the words of braces are written out.
    static func read(_ text: String, _ node: ConfigNode) throws(ConfigError) -> [LicencePattern] {
        var out: [LicencePattern] = []
        for plain in try expanded(text, node) {
            let isPrefix = plain.hasSuffix("/**")
            guard let url = LicenceURL(isPrefix ? String(plain.dropLast(3)) : plain), url.host.contains(".") else {
                throw node.fault("\(text) is no host and path")
            }
            guard !plain.utf8.contains(UInt8(ascii: "*")) || isPrefix, !url.parts.isEmpty else {
                throw node.fault("\(text): a path is due, and ** only as its last part")
            }
            out.append(LicencePattern(host: url.host, path: url.parts.joined(separator: "/"), isPrefix: isPrefix))
        }
        return out
    }

    private static func expanded(_ text: String, _ node: ConfigNode) throws(ConfigError) -> [String] {
        var (done, left): ([String], [String]) = ([], [text])
        while let item = left.popLast() {
            guard let open = item.utf8.firstIndex(of: UInt8(ascii: "{")) else {
                done.append(item)
                continue
            }
            guard let close = item.utf8[open...].firstIndex(of: UInt8(ascii: "}")) else {
                throw node.fault("\(text): a brace is not closed")
            }
            let words = item.utf8[item.utf8.index(after: open)..<close].split(separator: UInt8(ascii: ","))
            guard done.count + left.count + words.count <= most else {
                throw node.fault("\(text): stands for more than \(most) addresses")
            }
            for word in words.reversed() {
                left.append(String(item[..<open]) + String(Substring(word)) + item[item.utf8.index(after: close)...])
            }
        }
        return done
    }

    /// Addresses that one pattern may stand for.
    private static let most = 128
}
