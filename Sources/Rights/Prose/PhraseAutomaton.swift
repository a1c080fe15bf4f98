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
    /// Whether all literals that end in a state are closed.
    private var closed: [Bool] = []
    /// A search that has begun no literal may pass over what begins none.
    let beginnings: Beginnings

    /// Bytes of memory it holds.
    var size: Int {
        columns.count + closed.count + 2 * (rows.count + firsts.count + fallbacks.count)
            + 4 * (edges.count + ends.count + literals.count)
    }

    /// - Parameters:
    ///   - words: No two alike; in lower case if case is ignored.
    ///   - closed: Of each word, whether it counts only where no letter or digit of ASCII follows it; none if empty.
    ///   - ignoringCase: Whether ASCII letters of the text count in either case.
    /// - Returns: Nil if the words need more states than are allowed.
    init?(_ words: [[UInt8]], closed isClosed: [Bool] = [], ignoringCase: Bool = false) {
        beginnings = Beginnings(words)
        var used = [Bool](repeating: false, count: 256)
        for word in words { for byte in word { used[Int(byte)] = true } }
        for byte in used.indices where used[byte] {
            // Every byte but 0xFF may stand in a literal, so there are never more than 256 columns.
            columns[byte] = UInt8(truncatingIfNeeded: width)
            width += 1
        }
        if ignoringCase {
            for letter in UInt8(ascii: "a")...UInt8(ascii: "z") { columns[Int(letter ^ 0x20)] = columns[Int(letter)] }
        }
        guard width <= 256 else { return nil }
        var trie = Trie(atMost: min(words.reduce(1) { $0 + $1.count }, Self.mostStates + 1))
        for (index, word) in words.enumerated() {
            guard trie.count + word.count <= Self.mostStates else { return nil }
            trie.insert(word, columns, literal: Int32(index))
        }
        shift = Int.bitWidth - (width - 1).leadingZeroBitCount
        number(trie)
        closed = ends.indices.dropLast().map { state in
            let range = Int(ends[state])..<Int(ends[state + 1])
            return !isClosed.isEmpty && !range.isEmpty && literals[range].allSatisfy { isClosed[Int($0)] }
        }
    }

    /// The literals as a tree, before it is made into tables: of each state its first child and the next of its parent's.
    private struct Trie {
        private(set) var columns: [UInt8] = [0]
        private(set) var first: [UInt16] = [0]
        private(set) var next: [UInt16] = [0]
        private var last: [UInt16] = [0]
        /// The literal that ends in each state; -1 for none.
        private(set) var literals: [Int32] = [-1]
        /// The children of the root, by column: there are many.
        private var roots = [UInt16](repeating: 0, count: 256)

        var count: Int { columns.count }

        init(atMost states: Int) {
            columns.reserveCapacity(states)
            first.reserveCapacity(states)
            next.reserveCapacity(states)
            last.reserveCapacity(states)
            literals.reserveCapacity(states)
        }

        mutating func insert(_ word: [UInt8], _ table: [UInt8], literal: Int32) {
            var state = 0
            for byte in word {
                let column = table[Int(byte)]
                let known = child(of: state, column)
                state = known == 0 ? add(column, to: state) : known
            }
            literals[state] = literal
        }

        private func child(of state: Int, _ column: UInt8) -> Int {
            if state == 0 { return Int(roots[Int(column)]) }
            var child = Int(first[state])
            while child != 0, columns[child] != column { child = Int(next[child]) }
            return child
        }

        private mutating func add(_ column: UInt8, to state: Int) -> Int {
            let child = columns.count
            if first[state] == 0 { first[state] = UInt16(child) } else { next[Int(last[state])] = UInt16(child) }
            last[state] = UInt16(child)
            if state == 0 { roots[Int(column)] = UInt16(child) }
            columns.append(column)
            first.append(0)
            next.append(0)
            last.append(0)
            literals.append(-1)
            return child
        }
    }

    /// Numbers the states by length, and gives every state its edges, its fallback and its literals.
    private mutating func number(_ trie: Trie) {
        var (order, at): ([Int], Int) = ([0], 0)
        order.reserveCapacity(trie.count)
        edges.reserveCapacity(trie.count)
        firsts.reserveCapacity(trie.count + 1)
        ends.reserveCapacity(trie.count + 1)
        while at < order.count {
            var child = Int(trie.first[order[at]])
            while child != 0 {
                edges.append(UInt32(trie.columns[child]) << 16 | UInt32(order.count))
                order.append(child)
                child = Int(trie.next[child])
            }
            firsts.append(UInt16(edges.count))
            if at == 0 { dense = order.count }
            at += 1
        }
        fallbacks = [UInt16](repeating: 0, count: order.count)
        for state in order.indices where state != 0 {
            for edge in edges[Int(firsts[state])..<Int(firsts[state + 1])] {
                fallbacks[Int(edge & 0xFFFF)] = fallback(of: state, UInt8(edge >> 16))
            }
        }
        for state in order.indices { addLiterals(of: state, own: trie.literals[order[state]]) }
        ends.append(Int32(literals.count))
        finish()
    }

    /// Where a state leads by a column that none of the states on the way back but one has an edge for.
    private func fallback(of state: Int, _ column: UInt8) -> UInt16 {
        var now = Int(fallbacks[state])
        while true {
            for at in Int(firsts[now])..<Int(firsts[now + 1]) where UInt8(edges[at] >> 16) == column {
                return UInt16(edges[at] & 0xFFFF)
            }
            guard now != 0 else { return 0 }
            now = Int(fallbacks[now])
        }
    }

    /// A state's own literal, and those of its fallback, which is shorter and has its own already.
    private mutating func addLiterals(of state: Int, own: Int32) {
        ends.append(Int32(literals.count))
        if own >= 0 { literals.append(own) }
        let back = Int(fallbacks[state])
        guard state != 0 else { return }
        for at in Int(ends[back])..<Int(ends[back + 1]) { literals.append(literals[at]) }
    }

    private mutating func finish() {
        for at in edges.indices {
            let state = Int(edges[at] & 0xFFFF)
            if ends[state] != ends[state + 1] { edges[at] |= UInt32(Self.flag) }
        }
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
        fileprivate let closed: UnsafePointer<Bool>
        fileprivate let dense: Int
        fileprivate let shift: Int

        /// Whether nothing that ends in a state counts before a letter or digit of ASCII: most short words that are found
        /// are the beginning of a longer one.
        @inline(__always)
        func isClosed(_ state: Int) -> Bool { closed[state] }

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
                            closed.withUnsafeBufferPointer { closed in
                                // All but the edges are never empty, and without edges no state has one to look at.
                                body(
                                    Walk(
                                        columns: columns.baseAddress!, rows: rows.baseAddress!,
                                        firsts: firsts.baseAddress!,
                                        edges: edges.baseAddress ?? UnsafePointer(bitPattern: 8)!,
                                        fallbacks: fallbacks.baseAddress!, closed: closed.baseAddress!,
                                        dense: dense, shift: shift))
                            }
                        }
                    }
                }
            }
        }
    }
}
