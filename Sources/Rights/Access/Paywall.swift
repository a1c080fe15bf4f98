public import Canonical

/// What schema.org markup says of free access.
///
/// Source: schema.org of 2026-08-20 and the search engines' notes on paywalled content, read 2026-11-23.
public struct Paywall: Hashable, Sendable {
    /// Nil if the markup does not say.
    public let isFree: Bool?
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
        var (free, selectors): (Bool?, [String]) = (nil, [])
        for node in nodes {
            let flags = JSONLD.values("isAccessibleForFree", of: node.value)
            let parts = JSONLD.values("hasPart", of: node.value)
            // Whose node it is takes long to tell, and most nodes say neither.
            guard !flags.isEmpty || !parts.isEmpty, isPage(node) else { continue }
            for flag in flags.compactMap(flag) { free = (free ?? true) && flag }
            for part in parts {
                let isClosed = JSONLD.values("isAccessibleForFree", of: part).compactMap(flag).contains(false)
                guard isClosed else { continue }
                selectors += JSONLD.values("cssSelector", of: part).compactMap(\.string)
                free = false
            }
        }
        return Paywall(isFree: free, selectors: selectors)
    }

    /// A Boolean, its name, or its URL; what is none of these is no statement.
    public static func flag(_ value: JSONValue) -> Bool? {
        if let bool = value.bool { return bool }
        guard let text = JSONLD.text(value) else { return nil }
        switch ByteText.lowercased(WorkType.local(ByteText.trimmed(text))) {
        case "true": return true
        case "false": return false
        default: return nil
        }
    }
}
