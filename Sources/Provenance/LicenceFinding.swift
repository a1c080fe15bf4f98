/// What the licence statements of a capture come to, for the document's text.
public struct LicenceFinding: Hashable, Sendable {
    public enum Outcome: String, CaseIterable, Hashable, Sendable {
        /// No statement speaks for the text.
        case none
        /// One licence, or several of one kind, covers the text.
        case covers
        /// Statements of the same rank disagree.
        case conflict
        /// Something speaks of a licence, but what it covers or which it is cannot be told.
        case unclear
    }

    public let outcome: Outcome
    /// In order of rank; those that cover, or that disagree.
    public let licences: [LicenceReference]
    /// Whom to credit, as the page says; empty if it does not.
    public let attribution: String
    /// The rule that led here, in words.
    public let reason: String

    public init(outcome: Outcome, licences: [LicenceReference], attribution: String = "", reason: String) {
        self.outcome = outcome
        self.licences = licences
        self.attribution = attribution
        self.reason = reason
    }

    public static let none = LicenceFinding(outcome: .none, licences: [], reason: "no licence statement found")
}
