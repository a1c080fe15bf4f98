internal import Canonical
internal import Foundation
internal import Jobs

/// Shows how far a filter run is: a moving line for a person, a plain line every ten seconds otherwise.
final class ProgressMeter {
    let started = Date()
    private let json: Bool
    private var shown = Date.distantPast

    init(json: Bool) { self.json = json }

    func show(_ progress: FilterJob.Progress) {
        let now = Date()
        guard now.timeIntervalSince(shown) >= (Console.isTerminal && !json ? 0.2 : 10) else { return }
        shown = now
        let rate = Double(progress.counts.rows) / max(0.001, now.timeIntervalSince(started))
        let text =
            "input \(progress.input + 1)/\(progress.inputCount)  \(progress.counts.rows) captures  "
            + "\(progress.counts.documents) documents  \(Int(rate))/s"
        if json {
            Console.note(
                #"{"captures":\#(progress.counts.rows),"documents":\#(progress.counts.documents),"event":"progress","input":\#(progress.input + 1),"inputs":\#(progress.inputCount)}"#
            )
        } else {
            Console.progress(text)
        }
    }

    func end() { if !json { Console.endProgress() } }
}
