internal import Embedded
internal import Provenance

/// Reads what the older metadata of a picture reserve in words: EXIF, IIM, comments and text chunks.
enum NoticeProse {
    /// The first reservation, else the first grant, which permits nothing.
    static func signal(_ notices: [EmbeddedParts.Part], table: ReservationTable) -> Signal? {
        var grant: Signal?
        for notice in notices {
            guard let found = ProseFinding.find(inWords: notice.bytes, table) else { continue }
            let quote = Quote(
                notice.bytes, in: notice.isVerbatim ? .payload : .none, at: notice.isVerbatim ? notice.offset : -1)
            let signal = ProseReader.signal(
                found.answer, carrier: notice.place, scope: .document, quote: quote)
            if signal.value == .deny { return signal }
            grant = grant ?? signal
        }
        return grant
    }
}
