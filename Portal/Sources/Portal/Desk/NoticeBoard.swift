internal import Canonical
internal import Ledger
internal import Registry
internal import Synchronization

/// The notices of the registry, read again only when the log has a new event of one.
final class NoticeBoard: Sendable {
    private struct Kept {
        var events = -1
        var lives: [NoticeLife] = []
        /// The signed documents, by path below `notices/`.
        var files: [String: [UInt8]] = [:]
    }

    private let desk: StoreDesk
    private let log: PublicLog
    private let key: SigningKey
    private let base: String
    private let kept = Mutex(Kept())

    init(_ desk: StoreDesk, _ log: PublicLog, key: SigningKey, base: String) {
        (self.desk, self.log, self.key, self.base) = (desk, log, key, base + "/notices/")
    }

    /// All notices of which a version was published, by id.
    func notices() async throws -> [NoticeLife] {
        try await refresh()
        return kept.withLock { $0.lives }
    }

    /// A notice by its name in addresses.
    func notice(named name: String) async throws -> NoticeLife? {
        NoticePages.notice(named: name, among: try await notices())
    }

    /// `ID/vN/notice.json` and `ID/vN/notice.json.sig`.
    func file(_ path: String) async throws -> [UInt8]? {
        try await refresh()
        return kept.withLock { $0.files[path] }
    }

    /// The feed as of now: states in it change with time.
    func feed() async throws -> [UInt8] {
        let notices = try await notices()
        return try pages().files(notices).first { $0.path == "feed.atom" }?.bytes ?? []
    }

    private func pages() -> NoticePages { NoticePages(origin: desk.origin, key: key, base: base, at: .now) }

    private func refresh() async throws {
        let events = try await log.noticeEvents()
        guard kept.withLock({ $0.events }) != events else { return }
        let lives = try await desk.run { store in try store.notices(at: .now).filter { $0.latest != nil } }
        let documents = try pages().files(lives).filter { $0.path.contains("notice.json") }
        let files = Dictionary(uniqueKeysWithValues: documents.map { ($0.path, $0.bytes) })
        kept.withLock { $0 = Kept(events: events, lives: lives, files: files) }
    }
}
