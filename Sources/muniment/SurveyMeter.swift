internal import Foundation
internal import Jobs
internal import Synchronization

/// Shows how far a survey is: a moving line for a person, a plain line every ten seconds otherwise.
final class SurveyMeter: Sendable {
    let started = Date()
    private let json: Bool
    private let shown = Mutex(Date.distantPast)

    init(json: Bool) { self.json = json }

    func show(_ progress: SurveyProgress) {
        let now = Date()
        let isDue = shown.withLock { shown in
            guard now.timeIntervalSince(shown) >= (Console.isTerminal && !json ? 0.2 : 10) else { return false }
            shown = now
            return true
        }
        guard isDue else { return }
        if json {
            return Console.note(
                #"{"event":"progress","files":\#(progress.files),"hosts":\#(progress.hosts),"in_flight":\#(progress.inFlight),"of":\#(progress.hostCount)}"#
            )
        }
        Console.progress(
            "\(progress.hosts)/\(progress.hostCount) hosts  \(progress.files) files  \(progress.inFlight) under way")
    }

    func end() { if !json { Console.endProgress() } }
}
