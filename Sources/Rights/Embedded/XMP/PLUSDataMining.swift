public import Markup

/// What the PLUS property `DataMining` says of mining and training.
///
/// Source: IPTC Photo Metadata 2023.1, "Data Mining"; PLUS LDF vocabulary `DMI`; read 2026-11-24. A value that is not of
/// the vocabulary and begins like a prohibition is one.
public struct PLUSDataMining: Hashable, Sendable {
    /// A use that the vocabulary tells apart.
    public enum Use: String, CaseIterable, Hashable, Sendable {
        case generativeTraining = "generative-training"
        case nonGenerativeTraining = "non-generative-training"
        case searchIndex = "search-index"
        /// Mining of any other kind.
        case mining
    }

    public enum Answer: String, Hashable, Sendable {
        case allow, deny
        case noStatement = "no-statement"
    }

    enum Term: String, CaseIterable {
        case unspecified = "DMI-UNSPECIFIED"
        case allowed = "DMI-ALLOWED"
        case training = "DMI-PROHIBITED-AIMLTRAINING"
        case generative = "DMI-PROHIBITED-GENAIMLTRAINING"
        case exceptSearch = "DMI-PROHIBITED-EXCEPTSEARCHENGINEINDEXING"
        case prohibited = "DMI-PROHIBITED"
        case seeConstraint = "DMI-PROHIBITED-SEECONSTRAINT"
        case seeEmbedded = "DMI-PROHIBITED-SEEEMBEDDEDRIGHTSEXPR"
        case seeLinked = "DMI-PROHIBITED-SEELINKEDRIGHTSEXPR"
    }

    /// The XMP property it stands in.
    public static let property = XMLName("DataMining", in: XMPNames.plus)

    /// The vocabulary's key; what is not in the vocabulary as written, without the vocabulary's address.
    public let value: String
    /// Nil if the value is not in the vocabulary.
    let term: Term?
    /// Whether it is meant as a prohibition, in the vocabulary or not.
    public let isProhibition: Bool

    /// Reads the address of a term, its bare key or its label.
    public init(_ written: String) {
        var text = ByteText.trimmed(written)
        if let mark = text.firstRange(of: "/ldf/vocab/") { text = String(text[mark.upperBound...]) }
        let letters = String(decoding: text.utf8.filter(ByteText.isLetter).map(ByteText.lower), as: UTF8.self)
        term = Self.keys[letters] ?? Self.term(label: letters)
        value = term?.rawValue ?? text
        isProhibition = letters.hasPrefix("dmiprohibited") || letters.hasPrefix("prohibited")
    }

    /// Keys by their letters alone.
    private static let keys: [String: Term] = Dictionary(
        uniqueKeysWithValues: Term.allCases.map { term in
            (String(decoding: term.rawValue.utf8.filter(ByteText.isLetter).map(ByteText.lower), as: UTF8.self), term)
        })

    /// The labels differ from tool to tool in all but a few words.
    private static func term(label letters: String) -> Term? {
        if letters.hasPrefix("unspecified") { return .unspecified }
        guard letters.hasPrefix("prohibited") else { return letters.hasPrefix("allowed") ? .allowed : nil }
        let rest = letters.dropFirst("prohibited".count)
        if rest.isEmpty { return .prohibited }
        if rest.hasPrefix("see") { return seen(rest) }
        if rest.contains("except"), rest.contains("search") { return .exceptSearch }
        guard rest.contains("training") else { return nil }
        return rest.contains("generative") || rest.contains("genai") ? .generative : .training
    }

    private static func seen(_ rest: Substring) -> Term? {
        if rest.contains("constraint") { return .seeConstraint }
        if rest.contains("linked") { return .seeLinked }
        return rest.contains("embedded") || rest.contains("embd") ? .seeEmbedded : nil
    }

    /// The property that holds more; nil unless the term points to one.
    public var see: String? {
        switch term {
        case .seeConstraint: "plus:OtherConstraints"
        case .seeEmbedded: "Iptc4xmpExt:EmbdEncRightsExpr"
        case .seeLinked: "Iptc4xmpExt:LinkedEncRightsExpr"
        default: nil
        }
    }

    /// What it says of a use. What another property may grant is not granted here.
    public func answer(for use: Use) -> Answer {
        switch term {
        case .unspecified: .noStatement
        case .allowed: .allow
        case .training: use == .generativeTraining || use == .nonGenerativeTraining ? .deny : .allow
        case .generative: use == .generativeTraining ? .deny : .allow
        case .exceptSearch: use == .searchIndex ? .allow : .deny
        case .prohibited, .seeConstraint, .seeEmbedded, .seeLinked: .deny
        case nil: isProhibition ? .deny : .noStatement
        }
    }
}
