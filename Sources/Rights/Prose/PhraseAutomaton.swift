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
    /// A search that has begun no literal may pass over what begins none.
    let beginnings: Beginnings

    /// Bytes of memory it holds.
    var size: Int { steps.count * 2 + ends.count * 4 + literals.count * 4 + columns.count }

    /// - Parameters:
    ///   - words: No two alike; in lower case if case is ignored.
    ///   - ignoringCase: Whether ASCII letters of the text count in either case.
    /// - Returns: Nil if the words need more states than are allowed.
    init?(_ words: [[UInt8]], ignoringCase: Bool = false) {
        beginnings = Beginnings(words, ignoringCase: ignoringCase)
        for byte in Set(words.joined()).sorted() {
            // Every byte but 0xFF may stand in a literal, so there are never more than 256 columns.
            columns[Int(byte)] = UInt8(truncatingIfNeeded: width)
            width += 1
        }
        if ignoringCase {
            for letter in UInt8(ascii: "a")...UInt8(ascii: "z") { columns[Int(letter ^ 0x20)] = columns[Int(letter)] }
        }
        guard width <= 256, words.reduce(1, { $0 + $1.count }) <= Self.mostStates else { return nil }
        var trie = Trie()
        for (index, word) in words.enumerated() {
            trie.insert(word.map { columns[Int($0)] }, literal: Int32(index))
        }
        steps = [UInt16](repeating: 0, count: trie.children.count * width)
        link(&trie)
    }

    /// The literals as a tree, before it is made into a table.
    private struct Trie {
        var children: [[(column: UInt8, state: UInt16)]] = [[]]
        /// The literals that end in each state.
        var own: [[Int32]] = [[]]

        mutating func insert(_ word: [UInt8], literal: Int32) {
            var state = 0
            for column in word {
                if let next = children[state].first(where: { $0.column == column }) {
                    state = Int(next.state)
                } else {
                    children[state].append((column, UInt16(children.count)))
                    state = children.count
                    children.append([])
                    own.append([])
                }
            }
            own[state].append(literal)
        }
    }

    /// Gives every state the steps and the ends of the longest state that is a proper end of it.
    private mutating func link(_ trie: inout Trie) {
        var fallbacks = [Int](repeating: 0, count: trie.children.count)
        var (queue, at) = ([0], 0)
        while at < queue.count {
            let state = queue[at]
            at += 1
            let row = fallbacks[state] * width
            if state != 0 {
                trie.own[state] += trie.own[fallbacks[state]]
                steps.withUnsafeMutableBufferPointer { steps in
                    UnsafeMutableBufferPointer(rebasing: steps[state * width..<(state + 1) * width])
                        .update(fromContentsOf: UnsafeMutableBufferPointer(rebasing: steps[row..<row + width]))
                }
            }
            for child in trie.children[state] {
                if state != 0 { fallbacks[Int(child.state)] = Int(steps[row + Int(child.column)]) }
                queue.append(Int(child.state))
            }
            for child in trie.children[state] { steps[state * width + Int(child.column)] = child.state }
        }
        ends.reserveCapacity(trie.own.count + 1)
        for list in trie.own {
            ends.append(Int32(literals.count))
            literals += list
        }
        ends.append(Int32(literals.count))
    }
}
