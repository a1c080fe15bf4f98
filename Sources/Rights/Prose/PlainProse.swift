internal import Markup
internal import Provenance

/// Reads what a plain text says of text and data mining: its ends speak for it, what stands between them may.
enum PlainProse {
    /// - Parameter source: The whole text as UTF-8. One that holds zero bytes, which might part any word, is unreadable.
    static func read(
        _ source: [UInt8], _ space: Quote.Space, _ decoding: TextDecoding, table: ReservationTable,
        into draft: inout ReadingDraft
    ) {
        guard !source.contains(0), String(validating: source, as: UTF8.self) != nil else {
            return ProseReader.finish(page: .unreadable, &draft)
        }
        var signals: [Signal] = []
        for (place, range) in ends(source) {
            var text = table.folded()
            append(source, range, to: &text)
            guard
                let found = ProseFinding.find(
                    text, source: source, table: table, needsPossessor: place.needsPossessor)
            else { continue }
            let sentence = text.place(of: found.sentence, in: source)
            let quote = Quote(source[sentence], in: space, at: sentence.lowerBound)
            signals.append(
                ProseReader.signal(found.answer, carrier: place.rawValue, scope: place.scope, quote: quote))
        }
        if signals.isEmpty, let place = amid(source, table) {
            let quote = Quote(source[place], in: space, at: place.lowerBound)
            signals.append(
                Signal(
                    .naturalLanguage, carrier: PageProse.Place.text.rawValue, scope: .work, category: .tdm,
                    value: .invalid, quote: quote, notes: ["restrictive-intent", "amid-the-text"]))
        }
        if let place = untold(source, decoding) {
            signals.append(
                ProseReader.untold(decoding, Quote(source[place].prefix(240), in: space, at: place.lowerBound)))
        }
        draft.signals += signals
        ProseReader.finish(page: ReadingDraft.state(of: signals), &draft)
    }

    /// The first reservation between the ends of a long text: it may be the text's, or that of a work it holds or quotes.
    private static func amid(_ source: [UInt8], _ table: ReservationTable) -> Range<Int>? {
        let ends = ends(source)
        guard ends.count == 2, let first = ends.first?.1, let last = ends.last?.1 else { return nil }
        var start = first.upperBound
        while start < last.lowerBound {
            let end = blockEnd(source, from: start, to: last.lowerBound)
            if table.triggers.stand(in: source, start..<end) {
                var text = table.folded()
                text.append(source, in: start..<end)
                if let found = ProseFinding.find(text, source: source, table: table, needsPossessor: true),
                    case .reserves = found.answer
                {
                    return text.place(of: found.sentence, in: source)
                }
            }
            start = end
        }
        return nil
    }

    /// One past the empty line that ends a block.
    private static func blockEnd(_ source: [UInt8], from start: Int, to end: Int) -> Int {
        var isEmpty = false
        for at in start..<end {
            if source[at] == 0x0A {
                if isEmpty { return at + 1 }
                isEmpty = true
            } else if source[at] > 0x20 {
                isEmpty = false
            }
        }
        return end
    }

    /// The first line at an end of the text whose words cannot be told.
    private static func untold(_ source: [UInt8], _ decoding: TextDecoding) -> Range<Int>? {
        let words = UntoldWords(decoding, language: nil)
        guard !words.isNone else { return nil }
        for (_, range) in ends(source) {
            for line in source[range].split(separator: 0x0A) where words.are(in: line) {
                return line.startIndex..<line.endIndex
            }
        }
        return nil
    }

    /// A text too short for two ends is its beginning.
    private static func ends(_ source: [UInt8]) -> [(PageProse.Place, Range<Int>)] {
        guard source.count > 2 * PageProse.reach else { return [(.articleStart, source.indices)] }
        var (first, last) = (PageProse.reach, source.count - PageProse.reach)
        while source[first] & 0xC0 == 0x80 { first += 1 }
        while source[last] & 0xC0 == 0x80 { last -= 1 }
        return [(.articleStart, 0..<first), (.articleEnd, max(first, last)..<source.count)]
    }

    /// An empty line ends a block.
    private static func append(_ source: [UInt8], _ range: Range<Int>, to text: inout FoldedText) {
        var (start, isEmpty) = (range.lowerBound, false)
        for at in range {
            guard source[at] == 0x0A else {
                if source[at] > 0x20 { isEmpty = false }
                continue
            }
            text.append(source, in: start..<at + 1)
            if isEmpty { text.endBlock() }
            (start, isEmpty) = (at + 1, true)
        }
        text.append(source, in: start..<range.upperBound)
    }
}
