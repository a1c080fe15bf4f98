/// The kinds of entries of a repertoire, in the order they are read: what is named stands before what names it.
public enum RepertoireSection: String, CaseIterable, Comparable, Hashable, Sendable {
    case parties, societies, tariffs, mandates

    /// One of them: the key of its id, but for a mandate's, which is `id`.
    public var word: String {
        switch self {
        case .parties: "party"
        case .societies: "society"
        case .tariffs: "tariff"
        case .mandates: "mandate"
        }
    }

    public init?(word: String) {
        guard let found = Self.allCases.first(where: { $0.word == word }) else { return nil }
        self = found
    }

    public static func < (left: RepertoireSection, right: RepertoireSection) -> Bool {
        allCases.firstIndex(of: left).map { $0 < allCases.firstIndex(of: right) ?? 0 } ?? false
    }
}
