/// Dated facts of the work that a capture bears, with the evidence for them in the operator's file.
public struct WorkFacts: Hashable, Sendable {
    public let work: String
    /// The year the last surviving author died; nil if nobody recorded it.
    public let died: Int?
    /// The year of first publication.
    public let published: Int?
    /// Where it was first published, ISO 3166-1; empty if not known.
    public let country: String
    /// A work of a state's own authors: the country's code; empty if it is not known to be one.
    public let official: String

    public init(work: String, died: Int?, published: Int?, country: String, official: String) {
        self.work = work
        self.died = died
        self.published = published
        self.country = country
        self.official = official
    }
}
