public import Canonical
internal import Markup

/// Reads JSON-LD scripts, without fetching contexts: names are compared with or without their schema.org prefix.
///
/// Source: JSON-LD 1.1 (W3C, 2020-07-16) for the shapes, schema.org of 2026-08-20 for the names, read 2026-11-23.
public enum JSONLD {
    /// Bytes of a script that are read.
    public static let limit = 1 << 20

    /// One script element.
    struct Script {
        let node: Int
        /// Nil if the script is no JSON.
        let value: JSONValue?
        /// All nodes of the value.
        let nodes: [Node]
        /// The script could not be read and mentions a licence or free access.
        let mayState: Bool
    }

    /// What one script says; nil if it is no JSON, with the tolerance web pages need.
    public static func read(_ bytes: [UInt8]) -> JSONValue? {
        guard bytes.count <= limit else { return nil }
        do throws(JSONError) {
            return try JSONReader.read(withoutLeadingComments(bytes), lenient: true)
        } catch {
            return nil
        }
    }

    /// Whole HTML comments before the value, as templates leave them.
    private static func withoutLeadingComments(_ bytes: [UInt8]) -> [UInt8] {
        var rest = ByteText.trimmed(bytes[...])
        while rest.starts(with: Array("<!--".utf8)), let end = rest.firstRange(of: Array("-->".utf8)) {
            // A comment that opens on the value itself hides nothing: the JSON stands inside it.
            if rest[..<end.lowerBound].contains(where: { $0 == UInt8(ascii: "{") || $0 == UInt8(ascii: "[") }) { break }
            rest = ByteText.trimmed(rest[end.upperBound...])
        }
        return rest.count == bytes.count ? bytes : Array(rest)
    }

    static func scripts(in page: PageReading) -> [Script] {
        page.dataScripts.compactMap { index -> Script? in
            let node = Int(index)
            guard let type = page.attribute(.type, of: node), page.starts(type, withIgnoringCase: "application/ld+json")
            else { return nil }
            let bytes = page.text(of: node)
            let value = read(bytes)
            let mayState =
                value == nil
                && (ByteText.contains(bytes[...], "license") || ByteText.contains(bytes[...], "isaccessibleforfree"))
            return Script(node: node, value: value, nodes: value.map(nodes) ?? [], mayState: mayState)
        }
    }

    /// One node, and how it is reached from the top of its script.
    public struct Node {
        public let value: JSONValue
        /// Type names without prefix.
        public let types: [String]
        /// The property it hangs on; empty at the top and in `@graph`.
        public let property: String
        /// Whether every property above it keeps to the page: `@graph`, `mainEntity`, `mainEntityOfPage`.
        public let isTopLevel: Bool
        /// The nodes that hold it, outermost first, where it is at the top; those of a `@graph` are none.
        let holders: [JSONValue]
        /// A context round it gives the words read here another meaning, or is not known.
        let hasForeignContext: Bool
    }

    /// All nodes of a script, outermost first.
    public static func nodes(_ value: JSONValue) -> [Node] {
        var nodes: [Node] = []
        collect(value, Above(), depth: 0, into: &nodes)
        return nodes
    }

    /// The values of a property, with or without a prefix of schema.org; an array gives its items. A key that stands
    /// several times gives what each says.
    public static func values(_ name: String, of node: JSONValue) -> [JSONValue] {
        (node.members ?? []).filter { local($0.key) == name }.flatMap { $0.value.array ?? [$0.value] }
    }

    /// The licences of a node, under any name that a licence has in JSON-LD.
    static func licences(of node: JSONValue) -> [JSONValue] {
        (node.members ?? []).filter { member in
            let name = local(member.key)
            return name == "license" || name.hasSuffix("license") && RDFa.licenceNames.contains(name)
        }.flatMap { $0.value.array ?? [$0.value] }
    }

    /// A URL or text: of a string, or of the `@id`, `url` or `@value` of an object.
    public static func text(_ value: JSONValue) -> String? {
        if let string = value.string { return string }
        for key in ["@id", "url", "@value"] {
            if let string = value[key]?.string { return string }
        }
        return nil
    }

    static func local(_ name: String) -> String {
        // Asked of every key of every script: nearly none begins like a prefix.
        guard let first = name.utf8.first, first == UInt8(ascii: "h") || first == UInt8(ascii: "s") else { return name }
        for prefix in ["http://schema.org/", "https://schema.org/", "schema:"] where name.hasPrefix(prefix) {
            return String(name.dropFirst(prefix.utf8.count))
        }
        return name
    }

    static func types(_ value: JSONValue) -> [String] {
        guard let type = value["@type"] ?? value["type"] else { return [] }
        return (type.array ?? [type]).compactMap { $0.string.map(local) }
    }

    private static let transparent: Set<String> = ["@graph", "mainEntity", "mainEntityOfPage"]

    /// What stands above a value.
    private struct Above {
        var property = ""
        var isTopLevel = true
        var holders: [JSONValue] = []
        var hasForeignContext = false
    }

    private static func collect(_ value: JSONValue, _ above: Above, depth: Int, into nodes: inout [Node]) {
        guard depth < 64, nodes.count < 5000 else { return }
        if let items = value.array {
            for item in items { collect(item, above, depth: depth + 1, into: &nodes) }
        } else if let members = value.members {
            let isForeign = above.hasForeignContext || value["@context"].map(JSONLDContext.isForeign) ?? false
            nodes.append(
                Node(
                    value: value, types: types(value), property: above.property, isTopLevel: above.isTopLevel,
                    holders: above.holders, hasForeignContext: isForeign))
            for member in members where member.value.array != nil || member.value.members != nil {
                let name = local(member.key)
                var below = above
                below.hasForeignContext = isForeign
                below.isTopLevel = above.isTopLevel && transparent.contains(name)
                if name != "@graph" {
                    below.property = name
                    below.holders = below.isTopLevel ? above.holders + [value] : []
                }
                collect(member.value, below, depth: depth + 1, into: &nodes)
            }
        }
    }
}
