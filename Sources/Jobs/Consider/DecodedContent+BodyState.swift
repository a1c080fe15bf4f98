internal import Archive
internal import Provenance

extension DecodedContent {
    /// What a body so decoded counts as, and why where it is not whole: one that may not be what was sent is none.
    var bodyState: (state: Capture.BodyState, trouble: String) {
        switch outcome {
        case .decoded: doubt.map { (.undecodable, $0) } ?? (.whole, "")
        case .truncated(let reason): (.truncated, reason)
        case .undecodable(let reason): (.undecodable, reason)
        case .overLimit(let reason): (.overLimit, reason)
        }
    }
}
