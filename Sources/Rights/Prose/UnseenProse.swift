internal import Markup
internal import Provenance

/// Reads what a page says of text and data mining in words that a reader of it may never see: comments of its source, and
/// the texts that stand for pictures.
///
/// Whether they speak for the page nobody can tell: what they reserve holds, and what they grant is nothing.
enum UnseenProse {
    /// Bytes of comments that are read.
    private static let limit = 64 * 1024
    /// Bytes of the text that stands for a picture, or of the name or label of something.
    static let longest = 512

    /// The first reservation; nil if there is none.
    static func signal(_ page: PageInput, _ table: ReservationTable) -> Signal? {
        (comment(page, table) ?? picture(page, table)).map(held)
    }

    /// What holds and is no refusal, since nobody can tell whether it speaks for the page.
    static func held(_ quote: Quote) -> Signal {
        Signal(
            .naturalLanguage, carrier: "unseen", scope: .document, category: .tdm, value: .invalid, quote: quote,
            notes: ["restrictive-intent", "unseen-words"])
    }

    private static func comment(_ page: PageInput, _ table: ReservationTable) -> Quote? {
        guard mayReserve(page.source, table) else { return nil }
        var left = limit
        for place in page.comments where !isMarkup(page.source[place]) {
            left -= place.count
            guard left >= 0 else { return nil }
            if reserves(page.source, place, table) {
                return Quote(page.source[place].prefix(Quote.limit), in: page.quoteSpace, at: place.lowerBound)
            }
        }
        return nil
    }

    /// Whether anything written like a comment may hold words that reserve, scripts included: which of them are comments
    /// need not be found out on most pages.
    private static func mayReserve(_ source: [UInt8], _ table: ReservationTable) -> Bool {
        source.withUnsafeBufferPointer { whole in
            let bytes = UnsafeBufferPointer(rebasing: whole.prefix(RawMarks.limit))
            var (at, left, state) = (0, limit, 0)
            while let open = begin(bytes, from: at) {
                // The dashes that open a comment may close it.
                guard let end = RawMarks.find("-->", bytes, open - 2) else { return false }
                at = open
                let place = open..<max(open, end - 3)
                guard !isMarkup(source[place]) else { continue }
                (left, state) = (left - place.count, 0)
                if left < 0 || table.triggers.stand(in: bytes, place, &state) { return true }
            }
            return false
        }
    }

    /// One past the next `<!--`, told from the mark that pages have least of.
    private static func begin(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
        var at = start
        while let place = RawMarks.next(UInt8(ascii: "!"), bytes, at) {
            at = place + 1
            guard place > 0, RawMarks.starts("<!--", bytes, place - 1) else { continue }
            return place + 3
        }
        return nil
    }

    /// Whether a comment hides elements, or is a condition for an old browser: what is taken out of a page it does not say.
    private static func isMarkup(_ bytes: ArraySlice<UInt8>) -> Bool {
        let text = ByteText.trimmed(bytes)
        return text.first == UInt8(ascii: "<") || text.first == UInt8(ascii: "[")
    }

    private static func picture(_ page: PageInput, _ table: ReservationTable) -> Quote? {
        let reading = page.page
        let found = reading.nodes.withUnsafeBufferPointer { nodes in
            nodes.indices.first { index in
                guard nodes[index].tag == .img, nodes[index].isElement,
                    let range = reading.attribute(.alt, of: index), range.count <= longest
                else { return false }
                return reserves(reading.buffer, range, table)
            }
        }
        return found.map { page.quote($0) }
    }

    /// Whether some words reserve that say whose text they mean, or say no and nothing else.
    ///
    /// - Parameter allowsBare: As ``ProseFinding/find(_:source:table:needsPossessor:allowsBare:)`` has it.
    static func reserves(
        _ bytes: [UInt8], _ place: Range<Int>, _ table: ReservationTable, allowsBare: Bool = true
    ) -> Bool {
        guard table.triggers.stand(in: bytes, place) else { return false }
        var text = table.folded()
        text.append(bytes, in: place)
        let found = ProseFinding.find(
            text, source: bytes, table: table, needsPossessor: true, allowsBare: allowsBare)
        if case .reserves? = found?.answer { return true }
        return false
    }
}
