public import Canonical

/// What schema.org markup says of free access.
///
/// Source: schema.org of 2026-08-20 and the search engines' notes on paywalled content, read 2026-11-23.
public struct Paywall: Hashable, Sendable {
    /// Nil if the markup does not say.
    public let isFree: Bool?
    /// Something is said of free access that nobody knows.
    public let isUnclear: Bool
    /// CSS selectors of the parts that are not free.
    public let selectors: [String]

    /// Reads the page-level nodes of one JSON-LD value.
    ///
    /// - Parameter isPage: Whether a node speaks of the page; by default every article or page at the top.
    public static func read(
        _ value: JSONValue, isPage: (JSONLD.Node) -> Bool = { $0.isTopLevel }
    ) -> Paywall {
        read(JSONLD.nodes(value), isPage: isPage)
    }

    static func read(_ nodes: [JSONLD.Node], isPage: (JSONLD.Node) -> Bool) -> Paywall {
        var (free, isUnclear, selectors): (Bool?, Bool, [String]) = (nil, false, [])
        for node in nodes {
            let flags = values(of: node.value)
            let parts = JSONLD.values("hasPart", of: node.value)
            // Whose node it is takes long to tell, and most nodes say neither.
            guard !flags.isEmpty || !parts.isEmpty, isPage(node) else { continue }
            let read = flags.map(flag)
            for flag in read.compactMap({ $0 }) { free = (free ?? true) && flag }
            isUnclear = isUnclear || read.contains(nil)
            for part in parts where values(of: part).map(flag).contains(false) {
                selectors += JSONLD.values("cssSelector", of: part).compactMap(\.string)
                free = false
            }
        }
        return Paywall(isFree: free, isUnclear: isUnclear, selectors: selectors)
    }

    /// What a node says of free access, in any case of letters.
    private static func values(of node: JSONValue) -> [JSONValue] {
        (node.members ?? []).filter { member in
            member.key.utf8.count >= name.utf8.count && ByteText.lowercased(JSONLD.local(member.key)) == name
        }.flatMap { $0.value.array ?? [$0.value] }
    }

    private static let name = "isaccessibleforfree"

    /// A Boolean, a number or a word that means one, or its URL; nil for what is none of these: not free, and not closed.
    public static func flag(_ value: JSONValue) -> Bool? {
        if let bool = value.bool { return bool }
        switch value {
        case .integer(let number): return number == 0 ? false : number == 1 ? true : nil
        case .number(let text): return flag(text)
        case .object: if let inner = value["@value"], inner.string == nil { return flag(inner) }
        default: break
        }
        return JSONLD.text(value).flatMap { flag($0) }
    }

    /// The same, of text.
    static func flag(_ text: String) -> Bool? {
        let word = ByteText.lowercased(WorkType.local(ByteText.trimmed(LooseText.plain(text))))
        if yes.contains(word) { return true }
        return no.contains(word) ? false : nil
    }

    private static let yes: Set<String> = ["true", "1", "1.0", "yes", "y", "ja", "oui", "free"]
    private static let no: Set<String> = [
        "false", "0", "0.0", "no", "n", "f", "off", "nein", "non", "nee", "nej", "nei", "falsch", "faux", "falso",
        "nie", "não", "нет", "paid", "premium", "locked",
    ]
}
