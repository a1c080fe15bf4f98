internal import Canonical

/// Whether a context of JSON-LD leaves the words read here the meaning that schema.org gives them.
///
/// Contexts are not fetched. Source: JSON-LD 1.1 (W3C, 2020-07-16), section 4.1, read 2026-11-24.
enum JSONLDContext {
    /// Whether it gives the words another meaning, or may: an address that is not known may hold anything.
    static func isForeign(_ context: JSONValue) -> Bool {
        if let items = context.array { return items.contains(where: isForeign) }
        if let address = context.string { return !isKnown(address) }
        return (context.members ?? []).contains { member in
            switch member.key {
            case "@language", "@version", "@direction", "@protected": false
            case "@vocab": !isKnown(member.value.string ?? "")
            case "schema", "cc", "dct", "dcterms", "xhv": !isKnown(member.value.string ?? "")
            default: member.key.hasPrefix("@") || isRead(member.key) && !isPlain(member.value)
            }
        }
    }

    private static let known: Set<String> = [
        "schema.org", "creativecommons.org/ns", "purl.org/dc/terms", "purl.org/dc/elements/1.1", "ogp.me/ns",
        "w3.org/1999/xhtml/vocab", "schema.org/docs/jsonldcontext.json", "schema.org/docs/jsonldcontext.jsonld",
    ]

    private static func isKnown(_ address: String) -> Bool {
        guard var url = LicenceURL(address).map({ ([$0.host] + $0.parts).joined(separator: "/") }) else { return false }
        while url.last == "#" { url.removeLast() }
        return known.contains(url)
    }

    /// Whether a term is one of those read: a licence, a type, a name of what it is said of.
    private static func isRead(_ key: String) -> Bool {
        let name = JSONLD.local(key)
        return RDFa.licenceNames.contains(name) || WorkType.text.contains(name) || read.contains(name)
    }

    private static let read: Set<String> = ["url", "mainEntity", "mainEntityOfPage", "type", "id"]

    /// `"license": "schema:license"`, also as `{"@id": …, "@type": "@id"}`.
    private static func isPlain(_ value: JSONValue) -> Bool {
        guard let target = value.string ?? value["@id"]?.string else { return false }
        if target == "@type" || target == "@id" { return true }
        let name = JSONLD.local(target)
        return RDFa.licenceNames.contains(target) || read.contains(name) || WorkType.text.contains(name)
    }
}
