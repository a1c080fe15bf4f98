internal import Foundation
internal import Jobs

/// Shows how far a crawl is: a moving line for a person, a plain line every ten seconds otherwise.
final class CrawlMeter: Sendable {
    private let json: Bool
    private let cadence: ProgressCadence

    init(json: Bool) {
        self.json = json
        cadence = ProgressCadence(json: json)
    }

    var started: Date { cadence.started }

    func show(_ progress: CrawlProgress) {
        guard let elapsed = cadence.due() else { return }
        let rate = Double(progress.captures) / max(0.001, elapsed)
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
