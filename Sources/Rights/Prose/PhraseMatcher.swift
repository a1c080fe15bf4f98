/// Finds all of a table's phrases in one pass over a text, in time that grows with its length and no faster.
///
/// There is no backtracking: a phrase of several pieces keeps, for each piece, the place where the pieces up to it
/// were last found.
struct PhraseMatcher: Sendable {
    /// A phrase found.
    struct Hit: Hashable, Sendable {
        let kind: UInt8
        /// Bytes of the folded text.
        let start: Int32
        let end: Int32
        /// Characters of the folded text.
        let firstCharacter: Int32
        let endCharacter: Int32
    }

    /// One piece of one phrase, without the bytes, which the automaton has.
    private struct Use: Sendable {
        let bytes: Int32
        let length: Int32
        let gap: Int32
        /// The place of the piece among all pieces; that of the piece before it is one less.
        let slot: Int32
        let isFirst: Bool
        let isLast: Bool
        let openBefore: Bool
        let openAfter: Bool
        let capital: Bool
        let kind: UInt8

        init(_ piece: Phrase.Piece, slot: Int, isFirst: Bool, isLast: Bool, kind: UInt8) {
            (bytes, length, gap, self.slot) = (Int32(piece.bytes.count), piece.length, piece.gap, Int32(slot))
            (openBefore, openAfter, capital) = (piece.openBefore, piece.openAfter, piece.capital)
            (self.isFirst, self.isLast, self.kind) = (isFirst, isLast, kind)
        }
    }

    /// Where the pieces of a phrase up to one were last found.
    private struct Progress {
        var start: Int32 = 0
        var end: Int32 = 0
        var firstCharacter: Int32 = 0
        var endCharacter: Int32 = 0
        var sentence: Int32 = -1
    }

    private let automaton: PhraseAutomaton
    private let uses: [Use]
    /// `starts[literal]..<starts[literal + 1]` are the uses of a literal.
    private let starts: [Int32]
    private let slots: Int

    /// Bytes of memory its tables hold, whatever is read.
    var size: Int { automaton.size + uses.count * MemoryLayout<Use>.stride + starts.count * 4 }

    /// - Returns: Nil if the phrases are more than a matcher holds.
    init?(_ phrases: [Phrase]) {
        let pieces = phrases.reduce(0) { $0 + $1.pieces.count }
        var (words, literals, all): ([[UInt8]], [Int32], [Use]) = ([], [], [])
        words.reserveCapacity(pieces)
        all.reserveCapacity(pieces)
        for phrase in phrases {
            for (index, piece) in phrase.pieces.enumerated() {
                let isLast = index == phrase.pieces.count - 1
                all.append(Use(piece, slot: all.count, isFirst: index == 0, isLast: isLast, kind: phrase.kind))
                words.append(piece.bytes)
            }
        }
        let closed = all.indices.map { Self.isWord(words[$0].last ?? 0) && !all[$0].openAfter }
        guard let automaton = PhraseAutomaton(words, closed: closed, numbers: &literals) else { return nil }
        (self.automaton, slots) = (automaton, all.count)
        (uses, starts) = Self.sorted(all, by: literals, of: automaton.words)
    }

    /// The uses by their literals, and where those of each begin.
    ///
    /// Later pieces first: a literal that is two pieces of a phrase must not follow itself.
    private static func sorted(_ uses: [Use], by literals: [Int32], of count: Int) -> ([Use], [Int32]) {
        var ends = [Int32](repeating: 0, count: count + 1)
        for literal in literals { ends[Int(literal) + 1] += 1 }
        for literal in 0..<count { ends[literal + 1] += ends[literal] }
        let starts = ends
        var sorted = uses
        for place in uses.indices {
            // From the end of its literal's uses backwards, so that the last comes first.
            let literal = Int(literals[place])
            ends[literal + 1] -= 1
            sorted[Int(ends[literal + 1])] = uses[place]
        }
        return (sorted, starts)
    }

    /// Calls `body` with the phrases of each sentence that has any, in the order of their ends.
    ///
    /// - Parameter source: What the text was folded from, to see capitals.
    func scan(_ text: FoldedText, source: [UInt8], _ body: ([Hit]) -> Void) {
        var pass = Pass(slots: slots)
        text.bytes.withUnsafeBufferPointer { bytes in
            automaton.walk { walk in
                var (state, at) = (0, 0)
                while at < bytes.count {
                    if state == 0 {
                        let next = automaton.beginnings.nextOrEnd(in: bytes, from: at, to: bytes.count)
                        if pass.isOpen, Self.ends(bytes, at..<next) { pass.finish(body) }
                        at = next
                    }
                    let byte = bytes[at]
                    at += 1
                    if byte == FoldedText.sentenceEnd {
                        state = 0
                        if pass.isOpen { pass.finish(body) }
                        continue
                    }
                    let next = walk.step(state, byte)
                    state = Int(next & ~PhraseAutomaton.flag)
                    guard next & PhraseAutomaton.flag != 0 else { continue }
                    if walk.isClosed(state), at < bytes.count, Self.isWord(bytes[at]) { continue }
                    found(state, at, bytes, text, source, &pass)
                }
            }
        }
        pass.finish(body)
    }

    /// Whether a sentence ends in a part of the text.
    @inline(__always)
    private static func ends(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
        range.contains { bytes[$0] == FoldedText.sentenceEnd }
    }

    private struct Pass {
        private let slots: Int
        /// Filled when a phrase is first begun that goes on: most texts have none.
        private var progress: [Progress] = []
        private(set) var hits: [Hit] = []
        private(set) var sentence: Int32 = 0
        /// Something was found in the sentence.
        private(set) var isOpen = false
        /// Bytes up to which characters were counted, and how many they are.
        private var counted: (bytes: Int, characters: Int32) = (0, 0)

        init(slots: Int) { self.slots = slots }

        /// Characters of the text before a byte.
        mutating func characters(before end: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Int32 {
            var (at, characters) = counted
            while at < end {
                characters += bytes[at] & 0xC0 == 0x80 ? 0 : 1
                at += 1
            }
            counted = (at, characters)
            return characters
        }

        mutating func add(_ hit: Hit) {
            hits.append(hit)
            isOpen = true
        }

        subscript(slot: Int) -> Progress {
            get { progress.isEmpty ? Progress() : progress[slot] }
            set {
                if progress.isEmpty { progress = [Progress](repeating: Progress(), count: slots) }
                progress[slot] = newValue
                isOpen = true
            }
        }

        mutating func finish(_ body: ([Hit]) -> Void) {
            if !hits.isEmpty { body(hits) }
            hits.removeAll(keepingCapacity: true)
            sentence += 1
            isOpen = false
        }
    }

    /// Literals end in a state, before `end`.
    private func found(
        _ state: Int, _ end: Int, _ bytes: UnsafeBufferPointer<UInt8>, _ text: FoldedText, _ source: [UInt8],
        _ pass: inout Pass
    ) {
        let character = pass.characters(before: end, bytes)
        for index in automaton.ends[state]..<automaton.ends[state + 1] {
            found(Int(automaton.literals[Int(index)]), end, character, bytes, text, source, &pass)
        }
    }

    /// A literal ends before `end`, the byte, and at `character`, the last of it.
    private func found(
        _ literal: Int, _ end: Int, _ character: Int32, _ bytes: UnsafeBufferPointer<UInt8>, _ text: FoldedText,
        _ source: [UInt8], _ pass: inout Pass
    ) {
        for index in starts[literal]..<starts[literal + 1] {
            let use = uses[Int(index)]
            let start = end - Int(use.bytes)
            guard Self.isWhole(use, start..<end, bytes), !use.capital || Self.isCapital(start..<end, text, source)
            else { continue }
            var now = Progress(
                start: Int32(start), end: Int32(end), firstCharacter: character - use.length,
                endCharacter: character, sentence: pass.sentence)
            if !use.isFirst {
                let before = pass[Int(use.slot) - 1]
                let gap = now.firstCharacter - before.endCharacter
                guard before.sentence == pass.sentence, before.end <= now.start, gap <= use.gap else { continue }
                (now.start, now.firstCharacter) = (before.start, before.firstCharacter)
            }
            if use.isLast {
                pass.add(
                    Hit(
                        kind: use.kind, start: now.start, end: now.end, firstCharacter: now.firstCharacter,
                        endCharacter: now.endCharacter))
            } else {
                pass[Int(use.slot)] = now
            }
        }
    }

    /// Whether no letter or digit stands right beside the piece where none may.
    @inline(__always)
    private static func isWhole(_ use: Use, _ range: Range<Int>, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        func joins(_ one: Int, _ other: Int) -> Bool {
            guard one >= 0, other < bytes.count else { return false }
            return isWord(bytes[one]) && isWord(bytes[other])
        }
        return (use.openBefore || !joins(range.lowerBound - 1, range.lowerBound))
            && (use.openAfter || !joins(range.upperBound - 1, range.upperBound))
    }

    @inline(__always)
    static func isWord(_ byte: UInt8) -> Bool { ByteText.isLetter(byte) || ByteText.isDigit(byte) }

    private static func isCapital(_ range: Range<Int>, _ text: FoldedText, _ source: [UInt8]) -> Bool {
        range.allSatisfy { at in
            let place = Int(text.offsets[at])
            switch source[place] {
            case 0xD0: return place + 1 < source.count && source[place + 1] < 0xB0
            case 0xD1: return false
            default: return source[place] &- 0x61 >= 26
            }
        }
    }
}
