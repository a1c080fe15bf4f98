/// What a licence permits, requires and prohibits, in the words of the Creative Commons rights expression language.
///
/// Source: ccREL (W3C member submission, 2008-05-01), section 5, read 2026-11-23; `Training` and `Statement` are ours.
public struct LicenceTerms: Hashable, Sendable {
    public enum Permission: String, CaseIterable, Hashable, Sendable {
        case reproduction = "Reproduction"
        case distribution = "Distribution"
        case derivativeWorks = "DerivativeWorks"
        /// Said of model training by name.
        case training = "Training"
    }

    public enum Requirement: String, CaseIterable, Hashable, Sendable {
        case attribution = "Attribution"
        case notice = "Notice"
        case shareAlike = "ShareAlike"
        /// The same for a derived database.
        case databaseShareAlike = "DatabaseShareAlike"
    }

    public enum Prohibition: String, CaseIterable, Hashable, Sendable {
        case commercialUse = "CommercialUse"
        /// Training data made from it is not sold.
        case resaleOfTrainingData = "ResaleOfTrainingData"
        /// Every use that no law allows.
        case anyUse = "AnyUse"
    }

    public let permits: Set<Permission>
    public let requires: Set<Requirement>
    public let prohibits: Set<Prohibition>
    /// The codes of what a user of the text must do, as packs write them, sorted.
    public let obligations: [String]

    /// What it asks, in the words that Creative Commons licences are told apart by: a licence that asks for more is the
    /// stricter one.
    var flags: Set<String> {
        var flags: Set<String> = []
        if requires.contains(.attribution) { flags.insert("attribution") }
        if requires.contains(.shareAlike) { flags.insert("sa") }
        if requires.contains(.databaseShareAlike) { flags.insert("database-sa") }
        if prohibits.contains(.commercialUse) { flags.insert("nc") }
        if prohibits.contains(.resaleOfTrainingData) { flags.insert("no-resale") }
        if prohibits.contains(.anyUse) { flags.insert("reserved") }
        if !permits.contains(.derivativeWorks) { flags.insert("nd") }
        return flags
    }
}
