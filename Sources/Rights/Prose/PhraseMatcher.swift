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

    /// One piece of one phrase.
    private struct Use: Sendable {
        let piece: Phrase.Piece
        /// The place of the piece among all pieces; that of the piece before it is one less.
        let slot: Int32
        let isFirst: Bool
        let isLast: Bool
        let kind: UInt8
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
        var (words, places): ([[UInt8]], [[UInt8]: Int]) = ([], [:])
        var (perWord, slots): ([[Use]], Int) = ([], 0)
        for phrase in phrases {
            for (index, piece) in phrase.pieces.enumerated() {
                let use = Use(
                    piece: piece, slot: Int32(slots), isFirst: index == 0, isLast: index == phrase.pieces.count - 1,
                    kind: phrase.kind)
                slots += 1
                if let place = places[piece.bytes] {
                    perWord[place].append(use)
                } else {
                    places[piece.bytes] = words.count
                    words.append(piece.bytes)
                    perWord.append([use])
                }
            }
        }
        guard let automaton = PhraseAutomaton(words) else { return nil }
        var starts: [Int32] = [0]
        for list in perWord { starts.append((starts.last ?? 0) + Int32(list.count)) }
        (self.automaton, self.starts, self.slots) = (automaton, starts, slots)
        // Later pieces first: a literal that is two pieces of a phrase must not follow itself.
        uses = perWord.flatMap { $0.sorted { $0.slot > $1.slot } }
    }

    /// Calls `body` with the phrases of each sentence that has any, in the order of their ends.
    ///
    /// - Parameter source: What the text was folded from, to see capitals.
    func scan(_ text: FoldedText, source: [UInt8], _ body: ([Hit]) -> Void) {
        var pass = Pass(slots: slots)
        text.bytes.withUnsafeBufferPointer { bytes in
            automaton.steps.withUnsafeBufferPointer { steps in
                automaton.columns.withUnsafeBufferPointer { columns in
                    automaton.ends.withUnsafeBufferPointer { ends in
                        var (state, character): (Int, Int32) = (0, 0)
                        for at in bytes.indices {
                            let byte = bytes[at]
                            character += byte & 0xC0 == 0x80 ? 0 : 1
                            if byte == FoldedText.sentenceEnd {
                                state = 0
                                pass.finish(body)
                                continue
                            }
                            state = Int(steps[state * automaton.width + Int(columns[Int(byte)])])
                            let last = ends[state + 1]
                            if ends[state] == last { continue }
                            for index in ends[state]..<last {
                                found(
                                    Int(automaton.literals[Int(index)]), at + 1, character, bytes, text, source, &pass)
                            }
                        }
                    }
                }
            }
        }
        pass.finish(body)
    }

    private struct Pass {
        var progress: [Progress]
        var hits: [Hit] = []
        var sentence: Int32 = 0

        init(slots: Int) { progress = [Progress](repeating: Progress(), count: slots) }

        mutating func finish(_ body: ([Hit]) -> Void) {
            if !hits.isEmpty { body(hits) }
            hits.removeAll(keepingCapacity: true)
            sentence += 1
        }
    }

    /// A literal ends before `end`, the byte, and at `character`, the last of it.
    private func found(
        _ literal: Int, _ end: Int, _ character: Int32, _ bytes: UnsafeBufferPointer<UInt8>, _ text: FoldedText,
        _ source: [UInt8], _ pass: inout Pass
    ) {
        for index in starts[literal]..<starts[literal + 1] {
            let use = uses[Int(index)]
            let start = end - use.piece.bytes.count
            guard Self.isWhole(use.piece, start..<end, bytes),
                !use.piece.capital || Self.isCapital(start..<end, text, source)
            else { continue }
            var now = Progress(
                start: Int32(start), end: Int32(end), firstCharacter: character - use.piece.length,
                endCharacter: character, sentence: pass.sentence)
            if !use.isFirst {
                let before = pass.progress[Int(use.slot) - 1]
                let gap = now.firstCharacter - before.endCharacter
                guard before.sentence == pass.sentence, before.end <= now.start, gap <= use.piece.gap else { continue }
                (now.start, now.firstCharacter) = (before.start, before.firstCharacter)
            }
            if use.isLast {
                pass.hits.append(
                    Hit(
                        kind: use.kind, start: now.start, end: now.end, firstCharacter: now.firstCharacter,
                        endCharacter: now.endCharacter))
            } else {
                pass.progress[Int(use.slot)] = now
            }
        }
    }

    /// Whether no letter or digit stands right beside the piece where none may.
    private static func isWhole(
        _ piece: Phrase.Piece, _ range: Range<Int>, _ bytes: UnsafeBufferPointer<UInt8>
    ) -> Bool {
        func joins(_ one: Int, _ other: Int) -> Bool {
            guard one >= 0, other < bytes.count else { return false }
            return isWord(bytes[one]) && isWord(bytes[other])
        }
        return (piece.openBefore || !joins(range.lowerBound - 1, range.lowerBound))
            && (piece.openAfter || !joins(range.upperBound - 1, range.upperBound))
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
