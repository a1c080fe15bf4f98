internal import Foundation
internal import Jobs
internal import Synchronization

/// Shows how far a crawl is: a moving line for a person, a plain line every ten seconds otherwise.
final class CrawlMeter: Sendable {
    let started = Date()
    private let json: Bool
    private let shown = Mutex(Date.distantPast)

    init(json: Bool) { self.json = json }

    func show(_ progress: CrawlProgress) {
        let now = Date()
        let isDue = shown.withLock { shown in
            guard now.timeIntervalSince(shown) >= (Console.isTerminal && !json ? 0.2 : 10) else { return false }
            shown = now
            return true
        }
        guard isDue else { return }
        let rate = Double(progress.captures) / max(0.001, now.timeIntervalSince(started))
        if json {
            return Console.note(
                #"{"captures":\#(progress.captures),"documents":\#(progress.documents),"event":"progress","hosts":\#(progress.hosts),"in_flight":\#(progress.inFlight)}"#
            )
        }
        let verdicts = (progress.counts.groups["verdict"] ?? [:]).sorted { $0.key < $1.key }
            .map { "\($0.key) \($0.value)" }.joined(separator: ", ")
        let pages = String(format: "%.1f", rate)
        Console.progress(
            "\(progress.captures) captures  \(pages) pages/s  \(progress.hosts) hosts  \(progress.inFlight) under way  \(verdicts)"
        )
    }

    func end() { if !json { Console.endProgress() } }
}
