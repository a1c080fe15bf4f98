/// The states of a search for many literals at once: one step a byte, whatever the text.
///
/// Source: Aho and Corasick, Efficient string matching, CACM 18 (1975), read 2026-11-23.
struct PhraseAutomaton: Sendable {
    static let mostStates = 60_000

    /// Which column of the table a byte belongs to; 0 for bytes that stand in no literal.
    private(set) var columns = [UInt8](repeating: 0, count: 256)
    private(set) var width = 1
    /// `steps[state * width + column]` is the next state.
    private(set) var steps: [UInt16] = []
    /// `ends[state]..<ends[state + 1]` are the literals that end in a state.
    private(set) var ends: [Int32] = []
    private(set) var literals: [Int32] = []

    /// Bytes of memory it holds.
    var size: Int { steps.count * 2 + ends.count * 4 + literals.count * 4 + columns.count }

    /// - Parameters:
    ///   - words: No two alike; in lower case if case is ignored.
    ///   - ignoringCase: Whether ASCII letters of the text count in either case.
    /// - Returns: Nil if the words need more states than are allowed.
    init?(_ words: [[UInt8]], ignoringCase: Bool = false) {
        for byte in Set(words.joined()).sorted() {
            // Every byte but 0xFF may stand in a literal, so there are never more than 256 columns.
            columns[Int(byte)] = UInt8(truncatingIfNeeded: width)
            width += 1
        }
        if ignoringCase {
            for letter in UInt8(ascii: "a")...UInt8(ascii: "z") { columns[Int(letter ^ 0x20)] = columns[Int(letter)] }
        }
        guard width <= 256, words.reduce(1, { $0 + $1.count }) <= Self.mostStates else { return nil }
        steps = [UInt16](repeating: 0, count: width)
        var own: [[Int32]] = [[]]
        for (index, word) in words.enumerated() { own[insert(word, &own)].append(Int32(index)) }
        link(&own)
    }

    /// Adds a path for a word; returns its last state.
    private mutating func insert(_ word: [UInt8], _ own: inout [[Int32]]) -> Int {
        var state = 0
        for byte in word {
            let at = state * width + Int(columns[Int(byte)])
            if steps[at] == 0 {
                steps[at] = UInt16(own.count)
                own.append([])
                steps += [UInt16](repeating: 0, count: width)
            }
            state = Int(steps[at])
        }
        return state
    }

    /// Gives every state the steps and the ends of the longest state that is a proper end of it.
    private mutating func link(_ own: inout [[Int32]]) {
        var fallbacks = [Int](repeating: 0, count: own.count)
        var queue = (0..<width).map { Int(steps[$0]) }.filter { $0 != 0 }
        var at = 0
        while at < queue.count {
            let state = queue[at]
            at += 1
            own[state] += own[fallbacks[state]]
            for column in 0..<width {
                let next = Int(steps[state * width + column])
                let other = steps[fallbacks[state] * width + column]
                if next == 0 {
                    steps[state * width + column] = other
                } else {
                    fallbacks[next] = Int(other)
                    queue.append(next)
                }
            }
        }
        ends.reserveCapacity(own.count + 1)
        for list in own {
            ends.append(Int32(literals.count))
            literals += list
        }
        ends.append(Int32(literals.count))
    }
}
