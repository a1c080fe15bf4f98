internal import Provenance

/// How freely a work can be reached. None of them is a licence.
///
/// Source: COAR Controlled Vocabulary for Access Rights 1.1; the `info:eu-repo/semantics` terms of OpenAIRE; NISO
/// RP-22-2021 (`free_to_read`); read 2026-11-24.
public enum AccessRight: String, Hashable, Sendable {
    case open, restricted, embargoed
    case metadataOnly = "metadata-only"
    /// `ali:free_to_read`.
    case free

    private static let terms: [String: AccessRight] = [
        "c_abf2": .open, "c_16ec": .restricted, "c_f1cf": .embargoed, "c_14cb": .metadataOnly,
        "openaccess": .open, "restrictedaccess": .restricted, "embargoedaccess": .embargoed,
        "closedaccess": .metadataOnly,
    ]
    private static let vocabularies = [
        "http://purl.org/coar/access_right/", "https://purl.org/coar/access_right/", "info:eu-repo/semantics/",
        "https://vocabularies.coar-repositories.org/access_rights/",
        "http://vocabularies.coar-repositories.org/access_rights/",
    ]

    /// The term a value names; nil if it names none.
    static func read(_ text: String) -> AccessRight? {
        let value = ByteText.lowercased(ByteText.trimmed(text))
        guard let vocabulary = vocabularies.first(where: value.hasPrefix) else { return nil }
        let name = value.dropFirst(vocabulary.count).prefix { $0 != "/" && $0 != "#" && $0 != "?" }
        return terms[String(name)]
    }

    var value: SignalValue {
        switch self {
        case .open, .free: .allow
        case .embargoed: .conditional
        case .restricted, .metadataOnly: .deny
        }
    }
}
