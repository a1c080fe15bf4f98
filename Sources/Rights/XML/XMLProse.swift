internal import Provenance

/// Reads what the words of rights in an XML document reserve: `copyright` of RSS, `rights` of Atom and Dublin Core.
enum XMLProse {
    /// The first reservation in the document's own words, else the first grant, which permits nothing.
    static func signal(_ rights: XMLRights, table: ReservationTable) -> Signal? {
        var grant: Signal?
        for statement in rights.statements where rights.holders[statement.holder].isDocument {
            guard case .words(let words) = statement.meaning,
                let found = ProseFinding.find(inWords: Array(words.utf8), table)
            else { continue }
            let signal = ProseReader.signal(
                found.answer, carrier: "copyright-element", scope: .document, quote: statement.quote)
            if signal.value == .deny { return signal }
            grant = grant ?? signal
        }
        return grant
    }
}
