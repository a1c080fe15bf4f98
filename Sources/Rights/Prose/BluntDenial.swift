/// A sentence, or a part of one between marks, that says no to mining or AI and says nothing else: `No AI.`,
/// `AI training: no`, `© Ann Smith · No machine learning`.
///
/// It names no work, and needs none: whoever writes it means what it stands on.
struct BluntDenial {
    typealias Hit = PhraseMatcher.Hit
    typealias Kind = ReservationTable.Kind

    private let text: FoldedText
    private let source: [UInt8]
    /// Where words stand that may be part of such a sentence.
    private let words: [Range<Int>]

    /// Bytes on each side of the word that denies: a longer part says more than no.
    private static let reach = 80

    /// The denial and what it denies; nil if the sentence says more, or says no to nothing.
    ///
    /// - Parameters:
    ///   - hits: Of one sentence, in the order of their ends.
    ///   - source: What the text was folded from: a dot in the middle of the line is a space there.
    /// - Complexity: Linear in the hits, with a bounded number of steps for each denial.
    static func find(_ hits: [Hit], _ text: FoldedText, source: [UInt8]) -> Range<Int>? {
        guard hits.contains(where: { $0.kind == Kind.denial.rawValue || $0.kind == Kind.alone.rawValue }) else {
            return nil
        }
        let standing = SentenceJudge.standing(hits)
        if let alone = alone(standing, text, source) { return alone }
        let denied = standing.filter { $0.1 == .object || $0.1 == .topic }.map { $0.0 }.sorted { $0.start < $1.start }
        guard !denied.isEmpty else { return nil }
        let words = merged(standing.filter { isBlunt($0.1) }.map { $0.0 })
        let sentence = Self(text: text, source: source, words: words)
        for (hit, kind) in standing where kind == .denial {
            let part = sentence.part(round: Int(hit.start)..<Int(hit.end))
            guard let part, !sentence.asks(part), let other = first(of: denied, in: part) else { continue }
            return Int(min(hit.start, other.start))..<Int(max(hit.end, other.end))
        }
        return nil
    }

    /// A phrase that reserves by itself, in a part that holds nothing else.
    private static func alone(_ standing: [(Hit, Kind)], _ text: FoldedText, _ source: [UInt8]) -> Range<Int>? {
        guard standing.contains(where: { $0.1 == .alone }) else { return nil }
        let words = merged(standing.filter { $0.1 == .alone || $0.1 == .beside || $0.1 == .denial }.map { $0.0 })
        let sentence = Self(text: text, source: source, words: words)
        let found = standing.first { hit, kind in
            kind == .alone
                && sentence.part(round: Int(hit.start)..<Int(hit.end)).map { !sentence.asks($0) } ?? false
        }
        return found.map { Int($0.0.start)..<Int($0.0.end) }
    }

    /// A sentence that names mining or AI and holds nothing else, and ends with a question or before a bar: what the next one
    /// says is said of it: `AI? No.`, `AI training | no`.
    static func asked(_ hits: [Hit], _ text: FoldedText, source: [UInt8]) -> Range<Int>? {
        guard let part = sole(hits, [.object, .topic], text, source), let last = last(before: part.upperBound, text),
            text.bytes[last] == UInt8(ascii: "?") || isBar(after: Int(text.offsets[last]), source)
        else { return nil }
        return part
    }

    /// A sentence that says no and nothing else.
    static func answered(_ hits: [Hit], _ text: FoldedText, source: [UInt8]) -> Range<Int>? {
        sole(hits, [.denial, .beside, .reserve, .weakReserve], text, source)
            .flatMap { part in hits.contains { $0.kind == Kind.denial.rawValue } ? part : nil }
    }

    /// The whole sentence, if it holds words of some kinds and nothing else.
    private static func sole(_ hits: [Hit], _ kinds: Set<Kind>, _ text: FoldedText, _ source: [UInt8]) -> Range<Int>? {
        let standing = SentenceJudge.standing(hits).filter { kinds.contains($0.1) }.map { $0.0 }
        guard let first = standing.first else { return nil }
        let sentence = Self(text: text, source: source, words: merged(standing))
        guard let part = sentence.part(round: Int(first.start)..<Int(first.end)) else { return nil }
        let isFirst = part.lowerBound == 0 || text.bytes[part.lowerBound - 1] == FoldedText.sentenceEnd
        let rest = text.bytes[part.upperBound...].first { !".! ".utf8.contains($0) }
        return isFirst && rest ?? FoldedText.sentenceEnd == FoldedText.sentenceEnd ? part : nil
    }

    /// The last byte before a place that is no space.
    private static func last(before end: Int, _ text: FoldedText) -> Int? {
        text.bytes[max(0, end - 4)..<end].lastIndex { $0 > 0x20 }
    }

    private static func isBar(after place: Int, _ source: [UInt8]) -> Bool {
        source[(place + 1)...].first { $0 != 0x20 } == UInt8(ascii: "|")
    }

    /// The first of some hits, in order of their starts, that begins in a part.
    private static func first(of hits: [Hit], in part: Range<Int>) -> Hit? {
        let place = hits.place(notBefore: { Int($0.start) < part.lowerBound })
        return place < hits.count && Int(hits[place].start) < part.upperBound ? hits[place] : nil
    }

    /// Whether words of a kind may stand in such a sentence.
    private static func isBlunt(_ kind: Kind) -> Bool {
        switch kind {
        case .denial, .beside, .object, .topic, .reserve, .weakReserve, .express: true
        case .ownRight, .rightsReserved, .includes, .grant, .possessor, .personal, .work, .negative, .reported, .alone:
            false
        }
    }

    /// The bytes of the hits, in order and without overlaps.
    private static func merged(_ hits: [Hit]) -> [Range<Int>] {
        var out: [Range<Int>] = []
        for hit in hits.sorted(by: { ($0.start, $0.end) < ($1.start, $1.end) }) {
            let (start, end) = (Int(hit.start), Int(hit.end))
            if let last = out.last, start <= last.upperBound {
                out[out.count - 1] = last.lowerBound..<max(last.upperBound, end)
            } else {
                out.append(start..<end)
            }
        }
        return out
    }

    /// The part of the sentence round a place; nil if it holds a letter or sign that belongs to none of the words.
    private func part(round place: Range<Int>) -> Range<Int>? {
        guard let low = bound(from: place.lowerBound, step: -1), let high = bound(from: place.upperBound, step: 1)
        else {
            return nil
        }
        return low..<high
    }

    /// How far the part reaches in one direction; nil if it holds something else, or reaches too far.
    private func bound(from start: Int, step: Int) -> Int? {
        var (at, left) = (start, Self.reach)
        while true {
            let next = step < 0 ? at - 1 : at
            guard text.bytes.indices.contains(next) else { return at }
            guard left > 0 else { return nil }
            if let word = word(at: next) {
                let end = step < 0 ? word.lowerBound : word.upperBound
                (at, left) = (end, left - abs(end - at))
            } else if isEnd(next) {
                return at
            } else {
                guard isMark(next) else { return nil }
                (at, left) = (at + step, left - 1)
            }
        }
    }

    /// Whether a part ends with a question: `AI, no thanks?` is the name of something.
    private func asks(_ part: Range<Int>) -> Bool {
        Self.last(before: part.upperBound, text).map { text.bytes[$0] == UInt8(ascii: "?") } ?? false
    }

    private func word(at byte: Int) -> Range<Int>? {
        let place = words.place(notBefore: { $0.upperBound <= byte })
        return place < words.count && words[place].contains(byte) ? words[place] : nil
    }

    /// Whether a byte ends a part: the sentence's end, a bracket, a semicolon, a dot in the middle of the line or one
    /// before a space, which ends a word that may have been taken for an abbreviation.
    private func isEnd(_ at: Int) -> Bool {
        switch text.bytes[at] {
        case FoldedText.sentenceEnd, UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "["), UInt8(ascii: "]"),
            UInt8(ascii: ";"):
            true
        case UInt8(ascii: "."): at + 1 == text.bytes.count || text.bytes[at + 1] <= 0x20
        case 0x20: isMiddleDot(Int(text.offsets[at])) || isMiddleDot(Int(text.offsets[at]) + 1)
        default: false
        }
    }

    /// A run of spaces is one, and its place that of its first.
    private func isMiddleDot(_ place: Int) -> Bool {
        place + 1 < source.count && source[place] == 0xC2 && source[place + 1] == 0xB7
    }

    /// Whether a byte is a mark between words, or one that chooses how the sign before it looks.
    private func isMark(_ at: Int) -> Bool {
        let byte = text.bytes[at]
        if byte < 0x80 { return !PhraseMatcher.isWord(byte) }
        return (0...2).contains { isSelector(at - $0) }
    }

    /// U+FE00 to U+FE0F.
    private func isSelector(_ at: Int) -> Bool {
        let bytes = text.bytes
        return at >= 0 && at + 2 < bytes.count && bytes[at] == 0xEF && bytes[at + 1] == 0xB8 && bytes[at + 2] < 0x90
    }
}
