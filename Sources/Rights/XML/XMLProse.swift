internal import Provenance

/// Reads what the words of rights in an XML document reserve: `copyright` of RSS, `rights` of Atom and Dublin Core.
enum XMLProse {
    /// The first reservation in the words of the document or of what it lists, else the first grant in its own, which permits
    /// nothing. What an item reserves counts for the document that holds its text, as a reservation by TDMRep does.
    static func signal(_ rights: XMLRights, table: ReservationTable) -> Signal? {
        var grant: Signal?
        for statement in rights.statements {
            let holder = rights.holders[statement.holder]
            guard holder.isDocument || isListed(holder.level) else { continue }
            guard case .words(let words) = statement.meaning,
                let found = ProseFinding.find(inWords: Array(words.utf8), table)
            else { continue }
            let signal = ProseReader.signal(
                found.answer, carrier: "copyright-element", scope: .document, quote: statement.quote)
            if signal.value == .deny { return signal }
            if holder.isDocument { grant = grant ?? signal }
        }
        return grant
    }

    private static func isListed(_ level: XMLHolder.Level) -> Bool {
        switch level {
        case .channel, .feed, .item, .entry, .record, .metadata: true
        case .document, .resource, .source, .media, .image, .article, .part, .package: false
        }
    }
}
