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
            guard !plain.contains("*") || isPrefix, !url.parts.isEmpty else {
                throw node.fault("\(text): a path is due, and ** only as its last part")
            }
            out.append(LicencePattern(host: url.host, path: url.parts.joined(separator: "/"), isPrefix: isPrefix))
        }
        return out
    }

    private static func expanded(_ text: String, _ node: ConfigNode) throws(ConfigError) -> [String] {
        var out = [text]
        while let open = out.first?.firstIndex(of: "{") {
            guard out.count <= 64, let close = out[0][open...].firstIndex(of: "}") else {
                throw node.fault("\(text): a brace is not closed, or there are too many")
            }
            let words = out[0][out[0].index(after: open)..<close].split(separator: ",").map(String.init)
            let raw = String(out[0][open...close])
            out = out.flatMap { item in
                words.map { word in
                    guard let range = item.firstRange(of: raw) else { return item }
                    return item[..<range.lowerBound] + word + item[range.upperBound...]
                }
            }
        }
        return out
    }
}
