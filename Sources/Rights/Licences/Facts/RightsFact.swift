public import Canonical

/// What structured data says of rights besides a licence: who holds them, where to ask, what is sold.
///
/// Source: schema.org of 2026-08-20, read 2026-11-23; Dublin Core terms of 2020 (`rights`, `accessRights`), read 2026-11-30.
/// None of them is a permission.
public struct RightsFact: Hashable, Sendable {
    public enum Carrier: String, Hashable, Sendable {
        case jsonLD = "json-ld"
        case microdata
        case rdfa
    }

    /// The property without prefix: `copyrightHolder`, `acquireLicensePage` …
    public let property: String
    /// As the page has it; text for microdata and RDFa.
    public let value: JSONValue
    public let carrier: Carrier
    /// The types of what it is said of, without prefix.
    public let types: [String]
    /// Whether it is said of the page or its text.
    public let isPage: Bool
    /// Of the page reading.
    let node: Int

    /// What each property is evidence of; empty for those that readers of their own read too.
    static let meanings: [String: String] = [
        "license": "", "isAccessibleForFree": "",
        "sdLicense": "licenses the structured data alone", "acquireLicensePage": "evidence of a market, no permission",
        "usageInfo": "where terms of use stand", "copyrightNotice": "a notice",
        "copyrightHolder": "a notice of the holder",
        "copyrightYear": "a notice of the year", "creditText": "how to credit",
        "conditionsOfAccess": "conditions in words, no access control", "isBasedOn": "made from another work",
        "termsOfService": "where terms of use stand", "rights": "a notice",
        "accessRights": "conditions in words, no access control",
    ]

    static func isFact(_ property: String) -> Bool { meanings.keys.contains(property) }
}
