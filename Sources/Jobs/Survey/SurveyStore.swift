internal import Canonical
internal import Provenance
internal import Synchronization
internal import WebAddress

/// The latest of every site file that a survey has or has found.
final class SurveyStore: Sendable {
    private struct State {
        var latest: [Origin: [SiteFileName: SiteFile]] = [:]
        var fresh: [Origin: [SiteFileName: SiteFile]] = [:]
        var asked = 0
    }

    private let state: Mutex<State>

    /// - Parameters:
    ///   - history: of earlier runs, in any order.
    ///   - isRefreshing: whether what earlier runs found serves no longer.
    init(_ history: [SiteFile], isRefreshing: Bool) {
        var state = State()
        for file in history where file.fetched > state.latest[file.origin]?[file.name]?.fetched ?? .init(seconds: .min)
        {
            state.latest[file.origin, default: [:]][file.name] = file
        }
        if !isRefreshing { state.fresh = state.latest }
        self.state = Mutex(state)
    }

    /// Site files asked for since the run began.
    var asked: Int { state.withLock { $0.asked } }

    func take(_ files: [SiteFile]) {
        state.withLock { state in
            state.asked += files.count
            for file in files {
                state.latest[file.origin, default: [:]][file.name] = file
                state.fresh[file.origin, default: [:]][file.name] = file
            }
        }
    }

    /// What need not be asked for again at a time.
    func atHand(_ origin: Origin, now: Timestamp) -> [SiteFile] {
        let files = state.withLock { $0.fresh[origin] ?? [:] }
        return files.values.filter { $0.expires > now }.sorted { $0.name < $1.name }
    }

    /// The latest of every file of an origin, expired or not.
    func latest(_ origin: Origin) -> [SiteFile] { state.withLock { Array(($0.latest[origin] ?? [:]).values) } }
}
