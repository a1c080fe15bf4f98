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
        var state = 0
        for at in bytes.indices {
            state = Int(automaton.steps[state * automaton.width + Int(automaton.columns[Int(bytes[at])])])
            for index in automaton.ends[state]..<automaton.ends[state + 1] {
                let literal = Int(automaton.literals[Int(index)])
                let place = at + 1 - lengths[literal]..<at + 1
                if !isWhole || standsAlone(place, bytes) { return (owners[literal], place) }
            }
        }
        return nil
    }

    private func standsAlone(_ place: Range<Int>, _ bytes: ArraySlice<UInt8>) -> Bool {
        let (before, after) = (place.lowerBound - 1, place.upperBound)
        return !(before >= bytes.startIndex && ByteText.isLetter(bytes[before]))
            && !(after < bytes.endIndex && ByteText.isLetter(bytes[after]))
    }
}
