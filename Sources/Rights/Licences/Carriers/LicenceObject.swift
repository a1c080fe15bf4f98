internal import Canonical

/// A licence that JSON-LD states as an object: `{"@type": "CreativeWork", "url": "…", "name": "CC BY 4.0"}`.
///
/// The list of what it may say is closed: an object that says for whom, of what or until when is no plain licence.
enum LicenceObject {
    /// What an object is called that has no address; empty if it has no name.
    static func name(_ value: JSONValue) -> String {
        names.sorted().lazy.compactMap { value[$0]?.string }.first { !$0.isEmpty } ?? ""
    }

    /// Why an object that names a licence says more than that; nil if it does not.
    static func fault(_ value: JSONValue, _ named: NamedLicence, _ page: PageInput) -> String? {
        (value.members ?? []).lazy.compactMap { fault($0, named, page) }.first
    }

    private static func fault(_ member: JSONValue.Member, _ named: NamedLicence, _ page: PageInput) -> String? {
        let name = JSONLD.local(member.key)
        if silent.contains(name) { return nil }
        if name == "@type" || name == "type" {
            return JSONLD.types(.object([member])).first { !types.contains(WorkType.local($0)) }
        }
        let values = (member.value.array ?? [member.value]).map { JSONLD.text($0) ?? "" }
        for text in values where !text.isEmpty {
            if addresses.contains(name) {
                if text.hasPrefix("#") || text.hasPrefix("_:") || page.licence(text).named == named { continue }
            } else if names.contains(name) {
                if StatedValue.fault(ofWords: text, named, page) == nil { continue }
            }
            return name + ": " + text.prefix(80)
        }
        return values.contains("") ? name : nil
    }

    private static let addresses: Set<String> = ["@id", "url", "@value", "sameAs"]
    private static let names: Set<String> = [
        "name", "alternateName", "headline", "identifier", "description", "abstract", "text", "title",
    ]
    /// They say nothing of what is licensed.
    private static let silent: Set<String> = [
        "@context", "@language", "inLanguage", "version", "publisher", "author", "creator", "image", "logo", "license",
    ]
    private static let types: Set<String> = [
        "CreativeWork", "URL", "Thing", "DigitalDocument", "TextDigitalDocument", "WebPage", "License",
        "LicenseDocument",
        "@id",
    ]
}
