/// A thing in an XML document that statements of rights may speak of.
public struct XMLHolder: Hashable, Sendable {
    /// What kind of thing it is.
    public enum Level: String, CaseIterable, Hashable, Sendable {
        /// The document itself, named by its address or by an empty one.
        case document
        case channel, item
        case feed, entry
        /// The feed an entry was taken from.
        case source
        case media, image
        /// A record of a repository: metadata of a work that is elsewhere.
        case record
        /// The metadata of a record, not the work.
        case metadata
        case article
        /// A figure, a table, an article in an article.
        case part
        case package
        /// Anything else with an address of its own.
        case resource
    }

    public let level: Level
    /// Index of its element.
    public let element: Int
    /// Whether what is said of it is said of the document as a whole.
    public let isDocument: Bool
    /// Index of the holder round it; -1 if there is none.
    public let outer: Int
    /// Its address or name as written; empty for the document.
    public internal(set) var subject = ""
}
