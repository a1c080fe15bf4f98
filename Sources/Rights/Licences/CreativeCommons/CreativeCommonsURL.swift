/// What a URL has to do with Creative Commons.
enum CreativeCommonsURL: Hashable, Sendable {
    /// A licence or dedication that exists.
    case tool(CreativeCommons)
    /// The address of one that exists, with more behind it than its deed, legal code or description.
    case embellished(CreativeCommons)
    /// Meant as a licence, but which one cannot be told: no version, or one that was never published.
    case unknown(unit: String)
    /// Another organisation's licence with a deed of Creative Commons: `GPL`, `MIT`.
    case wrapper(String)
    /// A page of creativecommons.org that is no licence.
    case otherPage
    /// Not a URL of creativecommons.org.
    case otherHost

    static func read(_ url: String) -> CreativeCommonsURL {
        guard let url = LicenceURL(url), url.host == "creativecommons.org" else { return .otherHost }
        switch url.parts.first {
        case "licenses": return licence(Array(url.parts.dropFirst()))
        case "publicdomain": return dedication(Array(url.parts.dropFirst()))
        default: return .otherPage
        }
    }

    private static func licence(_ parts: [String]) -> CreativeCommonsURL {
        guard let unit = parts.first else { return .otherPage }
        if unit == "publicdomain", parts.count == 1 || isTail(parts[1]) {
            return tool(.init(category: "licenses", unit: unit, version: "", jurisdiction: nil), parts.dropFirst())
        }
        if ["gpl", "lgpl", "bsd", "mit"].contains(unit) { return .wrapper(unit.uppercased()) }
        guard let ports = CreativeCommonsInventory.ports(unit: unit, version: parts.dropFirst().first ?? "") else {
            return .unknown(unit: CreativeCommonsInventory.units.contains(unit) ? unit : "")
        }
        let third = parts.dropFirst(2).first ?? ""
        let isPort = ports.contains(third) && !third.isEmpty
        if !isPort, isPortLike(third) || !ports.contains("") { return .unknown(unit: unit) }
        return tool(
            .init(category: "licenses", unit: unit, version: parts[1], jurisdiction: isPort ? third : nil),
            parts.dropFirst(isPort ? 3 : 2))
    }

    private static func dedication(_ parts: [String]) -> CreativeCommonsURL {
        switch (parts.first, parts.dropFirst().first) {
        case ("zero", "1.0"), ("mark", "1.0"):
            return tool(
                .init(category: "publicdomain", unit: parts[0], version: "1.0", jurisdiction: nil), parts.dropFirst(2))
        case ("certification", "1.0") where parts.dropFirst(2).first == "us":
            return tool(
                .init(category: "publicdomain", unit: parts[0], version: "1.0", jurisdiction: "us"), parts.dropFirst(3))
        case ("zero", _), ("mark", _), ("certification", _): return .unknown(unit: parts[0])
        default: return .otherPage
        }
    }

    /// - Parameter tail: What follows the address of the licence.
    private static func tool(_ tool: CreativeCommons, _ tail: ArraySlice<String>) -> CreativeCommonsURL {
        tail.isEmpty || tail.count == 1 && tail.allSatisfy(isTail) ? .tool(tool) : .embellished(tool)
    }

    private static func isTail(_ part: String) -> Bool {
        guard let name = ["deed", "legalcode", "rdf"].first(where: part.hasPrefix) else { return false }
        let ending = part.dropFirst(name.count)
        return ending.isEmpty
            || ending.first == "." && ending.utf8.count <= 12
                && ending.utf8.dropFirst().allSatisfy {
                    ByteText.isLetter($0) || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_")
                }
    }

    /// Two letters after a version are a port, also one that was never made.
    private static func isPortLike(_ part: String) -> Bool {
        !isTail(part) && (part.utf8.count == 2 || part == "igo" || part == "scotland")
    }
}
