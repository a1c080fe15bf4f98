internal import Foundation
internal import Synchronization

/// How often progress is shown: five times a second to a person, every ten seconds otherwise.
final class ProgressCadence: Sendable {
    let started = Date()
    private let interval: TimeInterval
    private let shown = Mutex(Date.distantPast)

    init(json: Bool) { interval = Console.isTerminal && !json ? 0.2 : 10 }

    /// Seconds since the start if it is time to show progress again, which counts as shown; else nil.
    func due() -> TimeInterval? {
        let now = Date()
        return shown.withLock { shown in
            guard now.timeIntervalSince(shown) >= interval else { return nil }
            shown = now
            return now.timeIntervalSince(started)
        }
    }
}
