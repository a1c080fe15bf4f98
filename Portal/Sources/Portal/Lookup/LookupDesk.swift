internal import Canonical
internal import Registry
internal import WebAddress

/// Answers "is my site or work affected?" from notices, registry and finished runs.
struct LookupDesk: Sendable {
    private static let most = 200
    let desk: StoreDesk
    let board: NoticeBoard
    let shelf: RunShelf
    let suffixes: PublicSuffixList

    func answer(_ word: LookupWord) async throws -> LookupAnswer {
        let at = Timestamp.now
        guard !word.isNothing else {
            return LookupAnswer(word: word, at: at, notices: [], objections: [], runs: [])
        }
        let suffixes = suffixes
        let words = [word.canonical] + word.held.map(\.text)
        let objections = try await desk.run { store in
            try words.reduce(into: [StandingObjection]()) { found, word in
                let more = try store.objections(touching: word, suffixes: suffixes, limit: Self.most, at: at)
                found += more.filter { !found.contains($0) }
            }
        }
        return LookupAnswer(
            word: word, at: at, notices: try await announced(word, at), objections: objections,
            runs: try await shelf.answers(word.canonical))
    }

    private func announced(_ word: LookupWord, _ at: Timestamp) async throws -> [LookupAnswer.Announced] {
        try await board.notices().flatMap { notice -> [LookupAnswer.Announced] in
            guard let version = notice.latest, notice.state(of: version, at: at).speaks else { return [] }
            return version.record.sources.compactMap { source in
                NoticeSource(text: source).covers(word).map {
                    .init(notice: notice, version: version, source: source, coversAll: $0 == .all)
                }
            }
        }
    }
}

extension NoticeState {
    /// Whether what it announces is still meant.
    var speaks: Bool {
        switch self {
        case .published, .windowOpen, .effective: true
        case .draft, .superseded, .withdrawn, .expired: false
        }
    }
}
