/// What a URL has to do with Creative Commons.
enum CreativeCommonsURL: Hashable, Sendable {
    /// A licence or dedication that exists.
    case tool(CreativeCommons)
    /// Meant as a licence, but which one cannot be told: no version, or one that was never published.
    case unknown(unit: String)
    /// Another organisation's licence with a deed of Creative Commons: `GPL`, `MIT`.
    case wrapper(String)
    /// A page of creativecommons.org that is no licence.
    case otherPage
    /// Not a URL of creativecommons.org.
    case otherHost

    static func read(_ url: String) -> CreativeCommonsURL {
        guard let path = path(of: url) else { return .otherHost }
        let parts = path.split(separator: "/").map(String.init)
        switch parts.first {
        case "licenses": return licence(Array(parts.dropFirst()))
        case "publicdomain": return dedication(Array(parts.dropFirst()))
        default: return .otherPage
        }
    }

    private static func licence(_ parts: [String]) -> CreativeCommonsURL {
        guard let unit = parts.first else { return .otherPage }
        if unit == "publicdomain", parts.count == 1 || isTail(parts[1]) {
            return .tool(.init(category: "licenses", unit: unit, version: "", jurisdiction: nil))
        }
        if ["gpl", "lgpl", "bsd", "mit"].contains(unit) { return .wrapper(unit.uppercased()) }
        guard let ports = CreativeCommonsInventory.ports(unit: unit, version: parts.dropFirst().first ?? "") else {
            return .unknown(unit: CreativeCommonsInventory.units.contains(unit) ? unit : "")
        }
        let third = parts.dropFirst(2).first ?? ""
        let isPort = ports.contains(third) && !third.isEmpty
        if !isPort, isPortLike(third) || !ports.contains("") { return .unknown(unit: unit) }
        return .tool(.init(category: "licenses", unit: unit, version: parts[1], jurisdiction: isPort ? third : nil))
    }

    private static func dedication(_ parts: [String]) -> CreativeCommonsURL {
        switch (parts.first, parts.dropFirst().first) {
        case ("zero", "1.0"), ("mark", "1.0"):
            return .tool(.init(category: "publicdomain", unit: parts[0], version: "1.0", jurisdiction: nil))
        case ("certification", "1.0") where parts.dropFirst(2).first == "us":
            return .tool(.init(category: "publicdomain", unit: parts[0], version: "1.0", jurisdiction: "us"))
        case ("zero", _), ("mark", _), ("certification", _): return .unknown(unit: parts[0])
        default: return .otherPage
        }
    }

    private static func isTail(_ part: String) -> Bool {
        ["deed", "legalcode", "rdf"].contains { part == $0 || part.hasPrefix($0 + ".") }
    }

    /// Two letters after a version are a port, also one that was never made.
    private static func isPortLike(_ part: String) -> Bool {
        !isTail(part) && (part.utf8.count == 2 || part == "igo" || part == "scotland")
    }

    /// The path in lower case and decoded, if the host is creativecommons.org; userinfo is refused, a port ignored.
    private static func path(of url: String) -> String? {
        var rest = ByteText.trimmed(Array(url.utf8)[...])
        for scheme in ["https:", "http:"] where ByteText.hasPrefix(rest, scheme) {
            rest = rest.dropFirst(scheme.utf8.count)
        }
        let isSlash = { (byte: UInt8) in byte == UInt8(ascii: "/") || byte == UInt8(ascii: "\\") }
        rest = rest.drop(while: isSlash)
        let end = rest.firstIndex { isSlash($0) || $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "#") } ?? rest.endIndex
        var host = rest[..<end]
        if let colon = host.firstIndex(of: UInt8(ascii: ":")), host[(colon + 1)...].allSatisfy(ByteText.isDigit) {
            host = host[..<colon]
        }
        guard ByteText.equals(host, "creativecommons.org") || ByteText.equals(host, "www.creativecommons.org") else {
            return nil
        }
        let path = rest[end...].prefix { $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") }
        return cleaned(path)
    }

    /// Old pages write upper case, escapes and the punctuation of the sentence round the link.
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
        while let last = out.last, ").,;\"' ".utf8.contains(last) { out.removeLast() }
        return ByteText.string(out)
    }
}
