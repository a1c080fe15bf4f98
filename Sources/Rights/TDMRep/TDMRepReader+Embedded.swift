internal import Provenance

/// What metadata inside a file says by the TDM Reservation Protocol.
///
/// Source: W3C TDMRep, CG Final Report of 2024-05-10, sections on EPUB and PDF, read 2026-11-24. An EPUB names the
/// vocabulary `http://www.w3.org/ns/tdmrep#`, a PDF `http://www.w3.org/ns/tdmrep/`; both are taken everywhere.
extension TDMRepReader {
    static let namespaces: Set<String> = [
        "http://www.w3.org/ns/tdmrep#", "http://www.w3.org/ns/tdmrep/", "http://www.w3.org/ns/tdmrep",
        "https://www.w3.org/ns/tdmrep#", "https://www.w3.org/ns/tdmrep/", "https://www.w3.org/ns/tdmrep",
    ]

    /// Adds the statement of one packet or package, and the state of ``RightsProtocol/tdmrepEmbedded``.
    ///
    /// May be called once for each packet of a capture: a state found by one is not lost by the next.
    ///
    /// - Parameters:
    ///   - reservation: The value as written, white space aside; nil if there is none.
    ///   - policy: The policy URL as written; nil if there is none.
    ///   - carrier: `opf`, `xmp`.
    ///   - subject: What it speaks of, if it is not the whole file.
    static func readEmbedded(
        reservation: String?, policy: String?, carrier: String, subject: String = "", quote: Quote,
        notes: [String] = [], into draft: inout ReadingDraft
    ) {
        let statement = TDMReservation(
            reservations: [reservation].compactMap { $0 }, policies: [policy].compactMap { $0 })
        readEmbedded(statement, carrier: carrier, subject: subject, quote: quote, notes: notes, into: &draft)
    }

    /// The same for a statement that is read already.
    static func readEmbedded(
        _ statement: TDMReservation, carrier: String, subject: String = "", quote: Quote, notes: [String] = [],
        into draft: inout ReadingDraft
    ) {
        let found = signals(
            statement, .tdmrepEmbedded, carrier: carrier, subject: subject, quote: quote, notes: notes,
            moments: Moment.ofStatements)
        // What frees a part of a file frees no more than that part, and so overrides nothing.
        draft.signals += found.map {
            subject.isEmpty || $0.value != .allow ? $0 : $0.dropped("subject is another resource")
        }
        let all = draft.signals.filter { $0.source == .tdmrepEmbedded }
        let isRefused = all.contains { $0.isTaken && $0.value == .deny }
        // What was unreadable in one packet stays so, unless another refuses.
        if isRefused || draft.use[.tdmrepEmbedded] != .unreadable {
            draft.set(.tdmrepEmbedded, ReadingDraft.state(of: all))
        }
    }
}
