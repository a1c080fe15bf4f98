public import Provenance

extension DoubtSettings {
    /// What a match of the registry comes to by how like the text objected to the document is.
    public enum Likeness: Hashable, Sendable {
        /// Too little in common: no match at all.
        case stranger
        /// Perhaps a copy: the document is held.
        case candidate
        /// A copy, or an exact match.
        case copy
    }

    /// Source: licensing bases 0.0.8, "below certainty is hold", read 2026-11-30.
    public func likeness(of match: ObjectionMatch) -> Likeness {
        match.similarity.map { likeness(of: $0) } ?? .copy
    }

    /// What two texts that are so alike are to each other.
    public func likeness(of similarity: TextSimilarity) -> Likeness {
        if similarity.containment >= nearCopyDeny, similarity.places >= nearCopyPlaces { return .copy }
        return similarity.containment >= nearCopyHold ? .candidate : .stranger
    }
}
