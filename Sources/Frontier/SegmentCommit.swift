/// Everything that becomes true together: URL results, links, site files, and how long the segment's files are.
public struct SegmentCommit: Sendable {
    public var updates: [URLUpdate] = []
    public var found: [FoundURL] = []
    public var siteFiles: [SiteFileEntry] = []
    /// Hosts nothing more is asked of, with the reason.
    public var closedHosts: [String: String] = [:]
    /// Hosts that were closed and are no longer.
    public var openedHosts: Set<String> = []
    /// What the run wants to find again, such as its `at`.
    public var notes: [String: String] = [:]
    /// The open segment and the flushed length of each of its files, in bytes; nil before any file is open.
    public var segment: Segment?

    public struct Segment: Hashable, Sendable {
        public let number: Int
        public let lengths: [String: Int64]

        public init(number: Int, lengths: [String: Int64]) {
            self.number = number
            self.lengths = lengths
        }
    }

    public init() {}

    public var isEmpty: Bool {
        updates.isEmpty && found.isEmpty && siteFiles.isEmpty && closedHosts.isEmpty
            && openedHosts.isEmpty && notes.isEmpty && segment == nil
    }
}
