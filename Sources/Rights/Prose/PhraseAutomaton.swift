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
    /// How many literals there are.
    private(set) var words = 0
    /// A search that has begun no literal may pass over what begins none.
    let beginnings: Beginnings

    /// Bytes of memory it holds.
    var size: Int {
        columns.count + closed.count + 2 * (rows.count + firsts.count + fallbacks.count)
            + 4 * (edges.count + ends.count + literals.count)
    }

    /// - Parameters:
    ///   - words: In lower case if case is ignored; several may be alike.
    ///   - ignoringCase: Whether ASCII letters of the text count in either case.
    /// - Returns: Nil if the words need more states than are allowed.
    init?(_ words: [[UInt8]], ignoringCase: Bool = false) {
        var numbers: [Int32] = []
        self.init(words, ignoringCase: ignoringCase, numbers: &numbers)
    }

    /// - Parameters:
    ///   - closed: Of each word, whether it counts only where no letter or digit of ASCII follows it; none if empty.
    ///   - numbers: Is given the literal of each word: words that are alike are one, and literals are counted in the order of
    ///     the first word of each.
    init?(_ words: [[UInt8]], closed isClosed: [Bool] = [], ignoringCase: Bool = false, numbers: inout [Int32]) {
        beginnings = Beginnings(words)
        var (used, bytes) = ([Bool](repeating: false, count: 256), 0)
        for word in words {
            bytes += word.count
            for byte in word { used[Int(byte)] = true }
        }
        for byte in used.indices where used[byte] {
            // Every byte but 0xFF may stand in a literal, so there are never more than 256 columns.
            columns[byte] = UInt8(truncatingIfNeeded: width)
            width += 1
        }
        if ignoringCase {
            for letter in Int(UInt8(ascii: "a"))...Int(UInt8(ascii: "z")) {
                if columns[letter] == 0 { columns[letter] = columns[letter ^ 0x20] }
                columns[letter ^ 0x20] = columns[letter]
            }
        }
        guard width <= 256 else { return nil }
        let most = min(bytes + 1, Self.mostStates)
        guard let trie = PhraseTrie(words, columns, atMost: most) else { return nil }
        (numbers, self.words) = (trie.numbers, trie.literals)
        shift = Int.bitWidth - (width - 1).leadingZeroBitCount
        number(trie)
        closed = Self.closed(isClosed, numbers, ends, literals)
    }

    /// Of each state, whether a literal ends in it and all that do are closed: each of their words must be.
    private static func closed(
        _ words: [Bool], _ numbers: [Int32], _ ends: [Int32], _ literals: [Int32]
    ) -> [Bool] {
        var isOpen = [Bool](repeating: words.isEmpty, count: (numbers.max().map(Int.init) ?? -1) + 1)
        for (isClosed, number) in zip(words, numbers) where !isClosed { isOpen[Int(number)] = true }
        return ends.indices.dropLast().map { state in
            let range = Int(ends[state])..<Int(ends[state + 1])
            return !range.isEmpty && !literals[range].contains { isOpen[Int($0)] }
        }
    }

    /// Numbers the states by length, and gives every state its edges, its fallback and its literals.
    private mutating func number(_ trie: PhraseTrie) {
        var order = [UInt16](repeating: 0, count: trie.nodes.count)
        firsts = [UInt16](repeating: 0, count: trie.nodes.count + 1)
        edges = [UInt32](repeating: 0, count: trie.nodes.count - 1)
        trie.nodes.withUnsafeBufferPointer { nodes in
            var made = 1
            for at in order.indices {
                firsts[at] = UInt16(made - 1)
                var child = nodes[Int(order[at])].first
                while child != 0 {
                    edges[made - 1] = UInt32(nodes[Int(child)].column) << 16 | UInt32(made)
                    order[made] = child
                    made += 1
                    child = nodes[Int(child)].next
                }
                if at == 0 { dense = made }
            }
            firsts[order.count] = UInt16(made - 1)
        }
        findFallbacks()
        ends.reserveCapacity(trie.nodes.count + 1)
        literals.reserveCapacity(trie.nodes.count)
        for state in order.indices { addLiterals(of: state, own: trie.nodes[Int(order[state])].literal) }
        ends.append(Int32(literals.count))
        finish()
    }

    /// A state's fallback is found from that of the state before it: shorter ones have theirs first.
    private mutating func findFallbacks() {
        var roots = [UInt16](repeating: 0, count: 256)
        for edge in edges[..<Int(firsts[1])] { roots[Int(edge >> 16)] = UInt16(edge & 0xFFFF) }
        var found = [UInt16](repeating: 0, count: edges.count + 1)
        firsts.withUnsafeBufferPointer { firsts in
            edges.withUnsafeBufferPointer { edges in
                for state in 1..<max(1, found.count) {
                    for at in Int(firsts[state])..<Int(firsts[state + 1]) {
                        let column = edges[at] >> 16
                        var now = found[state]
                        var next: UInt16 = 0
                        while now != 0, next == 0 {
                            for other in Int(firsts[Int(now)])..<Int(firsts[Int(now) + 1])
                            where edges[other] >> 16 == column {
                                next = UInt16(edges[other] & 0xFFFF)
                            }
                            now = found[Int(now)]
                        }
                        found[Int(edges[at] & 0xFFFF)] = next != 0 ? next : roots[Int(column)]
                    }
                }
            }
        }
        fallbacks = found
    }

    /// A state's own literal, and those of its fallback, which is shorter and has its own already.
    private mutating func addLiterals(of state: Int, own: Int32) {
        ends.append(Int32(literals.count))
        if own >= 0 { literals.append(own) }
        let back = Int(fallbacks[state])
        guard state != 0, ends[back] != ends[back + 1] else { return }
        for at in Int(ends[back])..<Int(ends[back + 1]) { literals.append(literals[at]) }
    }

    private mutating func finish() {
        for at in edges.indices where ends[at + 1] != ends[at + 2] {
            // Edges stand in the order of the states they lead to, of which the first has none.
            edges[at] |= UInt32(Self.flag)
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
