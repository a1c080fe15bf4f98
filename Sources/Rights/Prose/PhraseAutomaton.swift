/// The states of a search for many literals at once: one step a byte, whatever the text.
///
/// A table of all steps would be megabytes, of which every text touches a few lines all over, and waiting for them costs
/// more than all else. So only the states of at most one byte have a row each; a longer one knows the few bytes that lead
/// on from it, and the state to go back to for all others.
/// Source: Aho and Corasick, Efficient string matching, CACM 18 (1975), read 2026-11-23.
struct PhraseAutomaton: Sendable {
    /// Set in a step to a state in which a literal ends.
    static let flag: UInt16 = 0x8000
    static let mostStates = Int(flag) - 1

    /// Which column of a row a byte belongs to; 0 for bytes that stand in no literal.
    private var columns = [UInt8](repeating: 0, count: 256)
    private var width = 1
    private var shift = 0
    /// States below it have a row. States are numbered by length.
    private var dense = 1
    /// `rows[state << shift | column]` is the next state.
    private var rows: [UInt16] = []
    /// `firsts[state]..<firsts[state + 1]` are the edges of a state: a column above 16 bits of the next state.
    private var firsts: [UInt16] = [0]
    private var edges: [UInt32] = []
    /// The longest state that is a proper end of a state.
    private var fallbacks: [UInt16] = [0]
    /// `ends[state]..<ends[state + 1]` are the literals that end in a state.
    private(set) var ends: [Int32] = []
    private(set) var literals: [Int32] = []
    /// A search that has begun no literal may pass over what begins none.
    let beginnings: Beginnings

    /// Bytes of memory it holds.
    var size: Int {
        columns.count + 2 * (rows.count + firsts.count + fallbacks.count)
            + 4 * (edges.count + ends.count + literals.count)
    }

    /// - Parameters:
    ///   - words: No two alike; in lower case if case is ignored.
    ///   - ignoringCase: Whether ASCII letters of the text count in either case.
    /// - Returns: Nil if the words need more states than are allowed.
    init?(_ words: [[UInt8]], ignoringCase: Bool = false) {
        beginnings = Beginnings(words)
        for byte in Set(words.joined()).sorted() {
            // Every byte but 0xFF may stand in a literal, so there are never more than 256 columns.
            columns[Int(byte)] = UInt8(truncatingIfNeeded: width)
            width += 1
        }
        if ignoringCase {
            for letter in UInt8(ascii: "a")...UInt8(ascii: "z") { columns[Int(letter ^ 0x20)] = columns[Int(letter)] }
        }
        guard width <= 256 else { return nil }
        var trie = Trie()
        for (index, word) in words.enumerated() {
            guard trie.children.count + word.count <= Self.mostStates else { return nil }
            trie.insert(word.map { columns[Int($0)] }, literal: Int32(index))
        }
        shift = Int.bitWidth - (width - 1).leadingZeroBitCount
        number(trie)
    }

    /// The literals as a tree, before it is made into tables.
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

    /// Numbers the states by length, and gives every state its edges, its fallback and its literals.
    private mutating func number(_ trie: Trie) {
        var (order, at): ([Int], Int) = ([0], 0)
        while at < order.count {
            for child in trie.children[order[at]] {
                edges.append(UInt32(child.column) << 16 | UInt32(order.count))
                order.append(Int(child.state))
            }
            firsts.append(UInt16(edges.count))
            at += 1
        }
        dense = 1 + trie.children[0].count
        var own = order.map { trie.own[$0] }
        fallbacks = [UInt16](repeating: 0, count: order.count)
        for state in order.indices {
            for edge in edges[Int(firsts[state])..<Int(firsts[state + 1])] {
                let next = Int(edge & 0xFFFF)
                if state != 0 { fallbacks[next] = fallback(of: state, UInt8(edge >> 16)) }
                own[next] += own[Int(fallbacks[next])]
            }
        }
        finish(own)
    }

    /// Where a state leads by a column that none of the states on the way back but one has an edge for.
    private func fallback(of state: Int, _ column: UInt8) -> UInt16 {
        var now = Int(fallbacks[state])
        while true {
            let found = edges[Int(firsts[now])..<Int(firsts[now + 1])].first { UInt8($0 >> 16) == column }
            if let found { return UInt16(found & 0xFFFF) }
            guard now != 0 else { return 0 }
            now = Int(fallbacks[now])
        }
    }

    private mutating func finish(_ own: [[Int32]]) {
        for list in own {
            ends.append(Int32(literals.count))
            literals += list
        }
        ends.append(Int32(literals.count))
        for index in edges.indices where !own[Int(edges[index] & 0xFFFF)].isEmpty { edges[index] |= UInt32(Self.flag) }
        rows = [UInt16](repeating: 0, count: dense << shift)
        for state in 0..<dense {
            if state != 0 { for column in 0..<width { rows[state << shift | column] = rows[column] } }
            for edge in edges[Int(firsts[state])..<Int(firsts[state + 1])] {
                rows[state << shift | Int(edge >> 16)] = UInt16(truncatingIfNeeded: edge)
            }
        }
    }
}

extension PhraseAutomaton {
    /// The tables, for the time of one search.
    struct Walk {
        fileprivate let columns: UnsafePointer<UInt8>
        fileprivate let rows: UnsafePointer<UInt16>
        fileprivate let firsts: UnsafePointer<UInt16>
        fileprivate let edges: UnsafePointer<UInt32>
        fileprivate let fallbacks: UnsafePointer<UInt16>
        fileprivate let dense: Int
        fileprivate let shift: Int

        /// The next state, with ``PhraseAutomaton/flag`` if a literal ends in it.
        @inline(__always)
        func step(_ state: Int, _ byte: UInt8) -> UInt16 {
            let column = columns[Int(byte)]
            if column == 0 { return 0 }
            var now = state
            while now >= dense {
                for at in Int(firsts[now])..<Int(firsts[now + 1]) where edges[at] >> 16 == UInt32(column) {
                    return UInt16(truncatingIfNeeded: edges[at])
                }
                now = Int(fallbacks[now])
            }
            return rows[now << shift | Int(column)]
        }
    }

    /// Lends the tables; steps out of them only lead to states of this automaton.
    @inline(__always)
    func walk<Result>(_ body: (Walk) -> Result) -> Result {
        columns.withUnsafeBufferPointer { columns in
            rows.withUnsafeBufferPointer { rows in
                firsts.withUnsafeBufferPointer { firsts in
                    edges.withUnsafeBufferPointer { edges in
                        fallbacks.withUnsafeBufferPointer { fallbacks in
                            // All but the edges are never empty, and without edges no state has one to look at.
                            body(
                                Walk(
                                    columns: columns.baseAddress!, rows: rows.baseAddress!,
                                    firsts: firsts.baseAddress!,
                                    edges: edges.baseAddress ?? UnsafePointer(bitPattern: 8)!,
                                    fallbacks: fallbacks.baseAddress!, dense: dense, shift: shift))
                        }
                    }
                }
            }
        }
    }
}
