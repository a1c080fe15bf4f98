internal import Archive

/// What a walk came upon, kept for the next walk over the same file as long as it is little.
///
/// A file is walked twice or more, and unpacking is much of what a walk costs. Of a long file nothing is kept.
struct ArchiveItems: Sendable {
    /// Bytes of records that are kept of a file.
    private static let mostBytes = 48 << 20

    private var items: [ArchiveWalk.Item]? = []
    private var bytes = 0
    private let limit: Int

    /// - Parameter pieces: how many walks keep what they come upon at the same time.
    init(pieces: Int = 1) { limit = Self.mostBytes / max(1, pieces) }

    mutating func add(_ item: ArchiveWalk.Item) {
        guard items != nil else { return }
        if case .record(let record) = item { bytes += record.block.count + 4096 }
        if bytes > limit { items = nil } else { items?.append(item) }
    }

    /// What stands behind in the file.
    mutating func append(_ next: ArchiveItems) {
        bytes += next.bytes
        guard let further = next.items else { return items = nil }
        items?.append(contentsOf: further)
    }

    /// Gives what stands in the file, from memory or from the file.
    func each<Failure: Error>(
        _ path: String, limits: LimitSettings, _ body: (ArchiveWalk.Item) throws(Failure) -> Void
    ) throws(Failure) {
        guard let items else { return try ArchiveWalk.each(path, limits: limits, body) }
        for item in items { try body(item) }
    }
}
