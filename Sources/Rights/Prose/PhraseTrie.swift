/// The words of a ``PhraseAutomaton`` as a tree, before it is made into tables.
struct PhraseTrie {
    /// A state: its first child and the next of its parent's.
    struct Node {
        let column: UInt8
        fileprivate(set) var first: UInt16 = 0
        fileprivate(set) var next: UInt16 = 0
        fileprivate var last: UInt16 = 0
        /// The literal that ends here; -1 for none.
        fileprivate(set) var literal: Int32 = -1
    }

    let nodes: [Node]
    /// The literal of each word: words that are alike are one, and literals are counted in the order of the first word of
    /// each.
    let numbers: [Int32]
    /// How many literals there are.
    let literals: Int

    /// - Parameters:
    ///   - columns: What each byte counts as.
    ///   - states: How many there may be, the root being one.
    /// - Returns: Nil if there are more.
    init?(_ words: [[UInt8]], _ columns: [UInt8], atMost states: Int) {
        var draft: (numbers: [Int32], literals: Int, isWhole: Bool) = ([], 0, true)
        draft.numbers.reserveCapacity(words.count)
        nodes = [Node](unsafeUninitializedCapacity: states) { nodes, made in
            nodes.initializeElement(at: 0, to: Node(column: 0))
            made = 1
            // The root has many children: they are found by their column.
            var roots = [UInt16](repeating: 0, count: 256)
            for word in words {
                guard made + word.count <= states else {
                    // It may be one that is there already; but then hardly anything more would fit.
                    draft.isWhole = false
                    return
                }
                let state = Self.insert(word, columns, &roots, nodes, &made)
                if nodes[state].literal < 0 {
                    nodes[state].literal = Int32(draft.literals)
                    draft.literals += 1
                }
                draft.numbers.append(nodes[state].literal)
            }
        }
        guard draft.isWhole else { return nil }
        (numbers, literals) = (draft.numbers, draft.literals)
    }

    /// The state in which a word ends; those that are missing are made.
    private static func insert(
        _ word: [UInt8], _ columns: [UInt8], _ roots: inout [UInt16], _ nodes: UnsafeMutableBufferPointer<Node>,
        _ made: inout Int
    ) -> Int {
        var state = 0
        for byte in word {
            let column = columns[Int(byte)]
            var child = state == 0 ? roots[Int(column)] : nodes[state].first
            while child != 0, nodes[Int(child)].column != column { child = nodes[Int(child)].next }
            if child == 0 {
                child = UInt16(made)
                nodes.initializeElement(at: made, to: Node(column: column))
                if nodes[state].first == 0 {
                    nodes[state].first = child
                } else {
                    nodes[Int(nodes[state].last)].next = child
                }
                nodes[state].last = child
                if state == 0 { roots[Int(column)] = child }
                made += 1
            }
            state = Int(child)
        }
        return state
    }
}
