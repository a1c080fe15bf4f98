/// Tells whether raw text may hold any of some phrases, so that the rest need not be made alike and searched.
///
/// Of each phrase it looks for one stretch of letters that stands in every text the phrase is found in, in any case;
/// characters that folding takes out or makes into others are triggers too. It never misses a phrase, but for letters
/// that bear accents in the text and none in the table.
final class PhraseTriggers: Sendable {
    /// A stretch of letters of one piece of a phrase.
    struct Word: Hashable, Sendable {
        var bytes: [UInt8]
        /// Short words stand everywhere: they must be whole, or in capitals, where the phrase says so.
        var isWholeBefore = false
        var isWholeAfter = false
        var isCapital = false

        var isStrict: Bool { isWholeBefore || isWholeAfter || isCapital }

        /// By its bytes at once: there are thousands, and few are alike but for the rest.
        func hash(into hasher: inout Hasher) { bytes.withUnsafeBytes { hasher.combine(bytes: $0) } }
    }

    /// What a literal that was found has still to be.
    private struct Check {
        let count: Int
        let isWholeBefore: Bool
        let isWholeAfter: Bool
        let isCapital: Bool
        let isStrict: Bool

        init(_ word: Word) {
            (count, isStrict) = (word.bytes.count, word.isStrict)
            (isWholeBefore, isWholeAfter, isCapital) = (word.isWholeBefore, word.isWholeAfter, word.isCapital)
        }
    }

    /// Letters up to which a word is looked at closely.
    private static let short = 3

    /// `starts[literal]..<starts[literal + 1]` are the checks of the words that are spelt like a literal of the automaton.
    private let checks: [Check]
    private let starts: [Int]
    private let automaton: PhraseAutomaton

    /// - Returns: Nil if a phrase has no letters of its own, or the phrases are more than a scan holds.
    init?(_ phrases: [Phrase]) {
        var chosen = Chosen(atMost: phrases.count)
        let choices = phrases.map { Self.candidates($0) }.sorted { $0.count < $1.count }
        for choice in choices {
            guard let longest = choice.first else { return nil }
            if !choice.contains(where: chosen.covers) { chosen.insert(longest) }
        }
        var words = chosen.list
        for word in chosen.list where word.bytes.contains(where: { $0 >= 0x80 }) {
            for other in [Self.inCapitals(word), Self.withCapital(word)] { if let other { words.append(other) } }
        }
        words += Self.disguises
        var literals: [Int32] = []
        let automaton = PhraseAutomaton(
            words.map(\.bytes), closed: words.map(\.isWholeAfter), ignoringCase: true, numbers: &literals)
        guard let automaton else { return nil }
        self.automaton = automaton
        (checks, starts) = Self.sorted(words, by: literals, of: automaton.words)
    }

    /// What each word has still to be, by its literal, and where those of each begin.
    private static func sorted(_ words: [Word], by literals: [Int32], of count: Int) -> ([Check], [Int]) {
        var starts = [Int](repeating: 0, count: count + 1)
        for literal in literals { starts[Int(literal) + 1] += 1 }
        for literal in 0..<count { starts[literal + 1] += starts[literal] }
        var places = starts
        var checks = words.map { Check($0) }
        for (word, literal) in zip(words, literals) {
            checks[places[Int(literal)]] = Check(word)
            places[Int(literal)] += 1
        }
        return (checks, starts)
    }

    /// The words chosen so far, and for each that is found wherever it stands, which letters it has.
    private struct Chosen {
        private var words: Set<Word>
        /// The same in the order they were chosen.
        private(set) var list: [Word] = []
        private var loose: [[UInt8]] = []
        private var masks: [UInt64] = []

        init(atMost count: Int) { words = Set(minimumCapacity: count) }

        mutating func insert(_ word: Word) {
            guard words.insert(word).inserted else { return }
            list.append(word)
            guard !word.isStrict else { return }
            loose.append(word.bytes)
            masks.append(Self.mask(word.bytes))
        }

        /// Whether a text that has a word has one of those chosen.
        func covers(_ word: Word) -> Bool {
            if words.contains(word) { return true }
            let others = ~Self.mask(word.bytes)
            return masks.indices.contains { masks[$0] & others == 0 && ByteText.holds(word.bytes, loose[$0]) }
        }

        /// A bit for each letter, some of which share one.
        private static func mask(_ bytes: [UInt8]) -> UInt64 {
            bytes.reduce(0) { $0 | 1 << UInt64(ByteText.lower($1) & 63) }
        }
    }

    /// Whether a word stands in a part of `bytes`; `state` is 0 at the beginning of a text and goes on from part to part.
    func stand(in bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ state: inout Int) -> Bool {
        automaton.walk { walk in
            var (now, at) = (state, range.lowerBound)
            while at < range.upperBound {
                // The last bytes may begin a word that goes on in the next part.
                if now == 0 { at = automaton.beginnings.nextOrEnd(in: bytes, from: at, to: range.upperBound) }
                let next = walk.step(now, bytes[at])
                now = Int(next & ~PhraseAutomaton.flag)
                at += 1
                guard next & PhraseAutomaton.flag != 0 else { continue }
                if walk.isClosed(now), at < range.upperBound, PhraseMatcher.isWord(bytes[at]) { continue }
                if isFound(now, end: at, range, bytes) { return true }
            }
            state = now
            return false
        }
    }

    func stand(in bytes: [UInt8], _ range: Range<Int>) -> Bool {
        var state = 0
        return bytes.withUnsafeBufferPointer { stand(in: $0, range, &state) }
    }

    private func isFound(_ state: Int, end: Int, _ range: Range<Int>, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        for index in automaton.ends[state]..<automaton.ends[state + 1] {
            let literal = Int(automaton.literals[Int(index)])
            for place in starts[literal]..<starts[literal + 1] {
                let check = checks[place]
                let start = end - check.count
                // What began in the part before is not looked at closely.
                if !check.isStrict || start < range.lowerBound { return true }
                if Self.isRight(check, start..<end, range, bytes) { return true }
            }
        }
        return false
    }

    private static func isRight(
        _ check: Check, _ place: Range<Int>, _ range: Range<Int>, _ bytes: UnsafeBufferPointer<UInt8>
    ) -> Bool {
        func joins(_ at: Int) -> Bool { range.contains(at) && PhraseMatcher.isWord(bytes[at]) }
        if check.isCapital, place.contains(where: { bytes[$0] &- 0x61 < 26 }) { return false }
        return !(check.isWholeBefore && joins(place.lowerBound - 1))
            && !(check.isWholeAfter && joins(place.upperBound))
    }

    /// The stretches of a phrase, the longest first.
    private static func candidates(_ phrase: Phrase) -> [Word] {
        var words: [Word] = []
        for piece in phrase.pieces {
            for run in piece.letters {
                var word = Word(bytes: Array(piece.bytes[run]))
                if word.bytes.count <= short, word.bytes.allSatisfy({ $0 < 0x80 }) {
                    let (isFirst, isLast) = (run.lowerBound == 0, run.upperBound == piece.bytes.count)
                    word.isCapital = piece.capital
                    // A dot joins no word.
                    word.isWholeBefore = !(isFirst && piece.openBefore) && PhraseMatcher.isWord(word.bytes[0])
                    word.isWholeAfter =
                        !(isLast && piece.openAfter) && word.bytes.last.map(PhraseMatcher.isWord) == true
                }
                words.append(word)
            }
        }
        guard words.count > 1 else { return words }
        let ranks = words.map { (isCommon($0.bytes) ? 0 : rare) + $0.bytes.count }
        let order = words.indices.sorted { ranks[$0] == ranks[$1] ? $0 < $1 : ranks[$0] > ranks[$1] }
        return order.map { words[$0] }
    }

    /// More than the bytes of any word.
    private static let rare = 1 << 16

    /// Words, parts of words and numbers that stand in nearly every text: of a phrase that has another, that one tells more.
    private static let common = [
        "no", "keine", "nein", "geen", "nee", "ingen", "nej", "nei", "sem", "niente", "nada", "pas", "bez", "nie",
        "use", "not", "for", "bot", "nov", "feed", "fed", "2019", "tr", "ma", "tu",
    ].map { Array($0.utf8) }

    private static func isCommon(_ word: [UInt8]) -> Bool { (2...6).contains(word.count) && common.contains(word) }

    /// A word of other than ASCII letters as headlines and warnings write it; nil if it has no such letters with case.
    private static func inCapitals(_ word: Word) -> Word? {
        let capitals = Array(ByteText.string(word.bytes[...]).uppercased().utf8)
        guard capitals.contains(where: { $0 >= 0x80 }), capitals != word.bytes else { return nil }
        var other = word
        other.bytes = capitals
        return other
    }

    /// A word that begins with another than an ASCII letter, as a sentence begins with it; nil if that letter has no case.
    private static func withCapital(_ word: Word) -> Word? {
        guard let first = word.bytes.first, first >= 0xC2 else { return nil }
        let text = ByteText.string(word.bytes[...])
        var other = word
        other.bytes = Array((text.prefix(1).uppercased() + text.dropFirst()).utf8)
        return other.bytes == word.bytes ? nil : other
    }

    /// What may stand inside a word unseen, or for a letter: soft hyphens, marks without width, accents and vowels of their
    /// own, stretches, full-width letters and digits.
    private static let disguises: [Word] = {
        var list: [[UInt8]] = [[0xC2, 0xAD], [0xCC], [0xE2, 0x81, 0xA0], [0xEF, 0xBB, 0xBF]]
        for last: UInt8 in 0x80...0xAF { list.append([0xCD, last]) }
        for last: UInt8 in [0x80] + Array(0x8B...0x95) { list.append([0xD9, last]) }
        for last: UInt8 in 0x91...0xBD { list.append([0xD6, last]) }
        for last: UInt8 in 0x8B...0x8F { list.append([0xE2, 0x80, last]) }
        for last: UInt8 in 0x90...0x99 { list.append([0xEF, 0xBC, last]) }
        for last: UInt8 in 0xA1...0xBA { list.append([0xEF, 0xBC, last]) }
        for last: UInt8 in 0x81...0x9A { list.append([0xEF, 0xBD, last]) }
        return list.map { Word(bytes: $0) }
    }()
}
