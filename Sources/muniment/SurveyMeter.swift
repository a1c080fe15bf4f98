internal import Foundation
internal import Jobs

/// Shows how far a survey is: a moving line for a person, a plain line every ten seconds otherwise.
final class SurveyMeter: Sendable {
    private let json: Bool
    private let cadence: ProgressCadence

    init(json: Bool) {
        self.json = json
        cadence = ProgressCadence(json: json)
    }

    var started: Date { cadence.started }

    func show(_ progress: SurveyProgress) {
        guard cadence.due() != nil else { return }
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
