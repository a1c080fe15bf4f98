internal import Canonical
internal import Foundation
internal import Jobs

/// Shows how far a filter run is: a moving line for a person, a plain line every ten seconds otherwise.
final class ProgressMeter {
    private let json: Bool
    private let cadence: ProgressCadence

    init(json: Bool) {
        self.json = json
        cadence = ProgressCadence(json: json)
    }

    var started: Date { cadence.started }

    func show(_ progress: FilterJob.Progress) {
        guard let elapsed = cadence.due() else { return }
        let rate = Double(progress.counts.rows) / max(0.001, elapsed)
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
