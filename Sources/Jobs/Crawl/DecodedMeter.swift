internal import Archive
internal import Transfer

/// Counts what a body comes to when decoded, while it arrives, so that a bomb is stopped before it is whole.
final class DecodedMeter: BodyMeter {
    private var decoder: ContentDecoder
    private var isDead = false

    init(headers: [(name: String, value: String)], limit: Int) {
        var limits = ContentDecoder.Limits()
        limits.maxBytes = limit
        decoder = ContentDecoder(
            headers: HTTPHeaders(headers), limits: limits, isTransferDecoded: true, checksLength: false)
    }

    /// A body that cannot be decoded is still taken, within its own limit: it is evidence, and never a document.
    func append(_ bytes: UnsafeRawBufferPointer) -> BodyReading {
        if isDead { return .fits }
        do {
            try decoder.append(bytes)
            return .fits
        } catch {
            isDead = true
            if case .overLimit = error.outcome { return .overLimit }
            return .fits
        }
    }
}
