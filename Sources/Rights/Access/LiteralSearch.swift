/// Finds any of many texts in bytes, in either case of ASCII letters, in one pass.
struct LiteralSearch: Sendable {
    private let automaton: PhraseAutomaton
    /// For each literal, its bytes and what it stands for.
    private let lengths: [Int]
    private let owners: [Int]
    private let isWhole: Bool

    /// - Parameters:
    ///   - literals: Texts, each with a number that stands for it; of equal ones the first counts.
    ///   - isWhole: Whether no letter may stand right before or after.
    /// - Returns: Nil if there are more than it holds, or one is empty.
    init?(_ literals: [(text: String, owner: Int)], isWhole: Bool = false) {
        var (words, owners): ([[UInt8]], [Int]) = ([], [])
        var seen: Set<String> = []
        for literal in literals {
            let text = ByteText.lowercased(literal.text)
            guard !text.isEmpty else { return nil }
            guard seen.insert(text).inserted else { continue }
            words.append(Array(text.utf8))
            owners.append(literal.owner)
        }
        guard let automaton = PhraseAutomaton(words, ignoringCase: true) else { return nil }
        (self.automaton, self.owners, self.isWhole) = (automaton, owners, isWhole)
        lengths = words.map(\.count)
    }

    /// What stands first, and where; nil if nothing does.
    func first(in bytes: ArraySlice<UInt8>) -> (owner: Int, place: Range<Int>)? {
        var (state, at) = (0, bytes.startIndex)
        while let end = nextEnd(in: bytes, from: at, &state) {
            for index in automaton.ends[state]..<automaton.ends[state + 1] {
                let literal = Int(automaton.literals[Int(index)])
                let place = end - lengths[literal]..<end
                if !isWhole || standsAlone(place, bytes) { return (owners[literal], place) }
            }
            at = end
        }
        return nil
    }

    /// One past the next byte with which a literal ends; nil if none does any more.
    private func nextEnd(in bytes: ArraySlice<UInt8>, from start: Int, _ state: inout Int) -> Int? {
        automaton.walk { walk in
            bytes[start...].withUnsafeBufferPointer { rest in
                var (now, at) = (state, 0)
                while at < rest.count {
                    if now == 0 { at = automaton.beginnings.nextOrEnd(in: rest, from: at, to: rest.count) }
                    let next = walk.step(now, rest[at])
                    now = Int(next & ~PhraseAutomaton.flag)
                    at += 1
                    if next & PhraseAutomaton.flag != 0 {
                        state = now
                        return start + at
                    }
                }
                return nil
            }
        }
    }

    private func standsAlone(_ place: Range<Int>, _ bytes: ArraySlice<UInt8>) -> Bool {
        let (before, after) = (place.lowerBound - 1, place.upperBound)
        return !(before >= bytes.startIndex && ByteText.isLetter(bytes[before]))
            && !(after < bytes.endIndex && ByteText.isLetter(bytes[after]))
    }
}
