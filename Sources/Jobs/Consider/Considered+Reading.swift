internal import Provenance
internal import Rights

extension Considered {
    /// Takes over what the rights reader found.
    mutating func take(_ reading: RightsReading) {
        statesAtFetch = reading.statesAtFetch
        statesAtUse = reading.statesAtUse
        signals = reading.signals
        licence = reading.licence
        access = reading.access
        siteFiles = reading.siteFiles
    }
}

extension TakenCapture {
    /// What the rights reader needs of it.
    var response: ResponseInput {
        ResponseInput(url: url, hops: hops, status: status, headers: headers, fetched: fetched)
    }

    /// The capture's facts for the evidence, its text read in `encoding`, for the reason named.
    func facts(encoding: String, by reason: String = "") -> Capture {
        Capture(
            id: id, hops: hops, status: status, fetched: fetched, payloadDigest: payloadDigest,
            payloadBytes: payloadBytes,
            bodyState: bodyState == .whole && !contentKind.mayBeDocument ? .notText : bodyState,
            contentType: String(mediaType.prefix(100)), encoding: encoding, encodingBy: reason)
    }
}
