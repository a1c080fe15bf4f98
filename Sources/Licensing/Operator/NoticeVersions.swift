internal import Canonical
internal import Provenance

/// The versions of each notice, to tell where two speak at once.
///
/// Source: licensing bases 0.0.5, "Two versions at once: the narrower wins", read 2026-11-30.
struct NoticeVersions: Sendable {
    /// By notice and version, the times in which its entries speak. A registry has one entry for each group of sources.
    private var spans: [String: [Int: [(from: Timestamp, to: Timestamp)]]] = [:]

    mutating func add(_ notice: Notice) {
        spans[notice.id, default: [:]][notice.version, default: []].append((notice.window.published, notice.end))
    }

    /// What is left of the notices that take a capture in: none of a notice of which another version speaks at the time and does
    /// not take it in.
    func governing(_ matches: [NoticeMatch], at: Timestamp) -> [NoticeMatch] {
        matches.filter { match in
            (spans[match.notice] ?? [:]).allSatisfy { version, spans in
                let speaks = spans.contains { $0.from <= at && at < $0.to }
                return !speaks || matches.contains { $0.notice == match.notice && $0.version == version }
            }
        }
    }
}
