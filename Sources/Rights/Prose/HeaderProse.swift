internal import Canonical
internal import Provenance

/// Reads what fields of a response that no specification has say of text and data mining in words: `X-Copyright`, `Terms`.
enum HeaderProse {
    /// Bytes of a value that are read.
    private static let longest = 2048

    /// Nothing is said of the state where no field reserves: the page's words decide it.
    static func read(_ headers: HeaderList, _ table: ReservationTable, into draft: inout ReadingDraft) {
        for field in headers.fields where table.headers.contains(ByteText.lowercased(field.name)) {
            guard let signal = signal(field, table) else { continue }
            draft.signals.append(signal)
            guard signal.value != .unknown else { continue }
            let state: ProtocolState = signal.value == .deny ? .stated : .unreadable
            for moment in [Moment.fetch, .use] {
                draft.besideProse[moment] = state.joined(with: draft.besideProse[moment] ?? .notChecked)
            }
            ProseReader.finish(page: .notChecked, &draft)
        }
    }

    private static func signal(_ field: HeaderList.Field, _ table: ReservationTable) -> Signal? {
        let value = Array(field.value.utf8.prefix(longest))
        let quote = Quote(field.name + ": " + field.value, in: .header, at: 0)
        if let found = ProseFinding.find(inWords: value, table) {
            return ProseReader.signal(found.answer, carrier: "header", scope: .document, quote: quote)
        }
        return TrainingName.isRefusal(field.value) ? ProseReader.meant(carrier: "header", quote) : nil
    }
}
