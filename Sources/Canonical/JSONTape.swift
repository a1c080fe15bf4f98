/// A line of canonical JSON as a flat list of its values in the order they stand, with no text made of any.
///
/// Whoever takes a row apart asks for a member by its key and makes a value of it; what nobody asks for costs no more than
/// its bytes. The line is checked as ``CanonicalScanner`` checks it.
public final class JSONTape: Sendable {
    public enum Kind: UInt8, Sendable { case null, no, yes, integer, string, array, object }

    /// One value; those inside it follow it, of an object each behind its key.
    private struct Node: Sendable {
        let kind: Kind
        /// Of a string: whether an escape stands in it.
        let isEscaped: Bool
        /// In the line; of a string without its quotes.
        let start: UInt32
        let end: UInt32
        /// The node behind this one and all inside it.
        var next: UInt32
    }

    private let line: [UInt8]
    private let nodes: [Node]

    /// - Throws: ``JSONError`` for a line that is not canonical JSON, or longer than 2 GiB.
    public init(_ line: [UInt8]) throws(JSONError) {
        guard line.count < Int32.max else { throw JSONError("the line is too long", offset: Int(Int32.max)) }
        let made: Result<[Node], JSONError> = line.withUnsafeBytes { bytes in
            var nodes: [Node] = []
            nodes.reserveCapacity(bytes.count / 8)
            var scanner = CanonicalScanner(bytes)
            do throws(JSONError) {
                try Self.read(&scanner, &nodes)
                try scanner.end()
                return .success(nodes)
            } catch {
                return .failure(error)
            }
        }
        nodes = try made.get()
        self.line = line
    }

    private static func read(_ scanner: inout CanonicalScanner, _ nodes: inout [Node]) throws(JSONError) {
        let (place, start) = (nodes.count, scanner.at)
        func note(_ kind: Kind, escaped: Bool = false, quotes: Int = 0) {
            let (first, last) = (UInt32(start + quotes), UInt32(scanner.at - quotes))
            nodes.append(Node(kind: kind, isEscaped: escaped, start: first, end: last, next: UInt32(nodes.count + 1)))
        }
        switch scanner.peek {
        case 0x22:
            let isEscaped = try scanner.passString()
            note(.string, escaped: isEscaped, quotes: 1)
        case 0x7B:
            note(.object)
            try scanner.object { (key, scanner) throws(JSONError) in
                let end = UInt32(scanner.at - 2)
                let count = UInt32(key.bytes.count)
                nodes.append(
                    Node(
                        kind: .string, isEscaped: key.isEscaped, start: end - count, end: end,
                        next: UInt32(nodes.count + 1)))
                try read(&scanner, &nodes)
            }
            nodes[place].next = UInt32(nodes.count)
        case 0x5B:
            note(.array)
            try scanner.array { (scanner) throws(JSONError) in try read(&scanner, &nodes) }
            nodes[place].next = UInt32(nodes.count)
        case UInt8(ascii: "t"):
            try scanner.skip()
            note(.yes)
        case UInt8(ascii: "f"):
            try scanner.skip()
            note(.no)
        case UInt8(ascii: "n"):
            try scanner.skip()
            note(.null)
        default:
            _ = try scanner.integer()
            note(.integer)
        }
    }

    /// The value of the whole line.
    public static let root = 0

    public func kind(_ node: Int) -> Kind { nodes[node].kind }

    /// The value of a key; nil if the node is no object or has no such key.
    public func member(_ key: String, of node: Int) -> Int? {
        guard nodes[node].kind == .object else { return nil }
        var key = key
        return key.withUTF8 { key in
            line.withUnsafeBufferPointer { line in
                var at = node + 1
                let end = Int(nodes[node].next)
                while at < end {
                    if isAlike(nodes[at], key, line) { return at + 1 }
                    at = Int(nodes[at + 1].next)
                }
                return nil
            }
        }
    }

    /// Gives the key and the value of each member of an object.
    public func eachMember<Failure: Error>(
        of node: Int, _ body: (_ key: Int, _ value: Int) throws(Failure) -> Void
    ) throws(Failure) {
        var at = node + 1
        let end = Int(nodes[node].next)
        while at < end {
            try body(at, at + 1)
            at = Int(nodes[at + 1].next)
        }
    }

    /// The items of a list, in order.
    public func items(of node: Int) -> [Int] {
        var items: [Int] = []
        var at = node + 1
        let end = Int(nodes[node].next)
        while at < end {
            items.append(at)
            at = Int(nodes[at].next)
        }
        return items
    }

    /// The text of a string.
    public func text(_ node: Int) -> String {
        let node = nodes[node]
        return line.withUnsafeBufferPointer { line in
            let bytes = UnsafeBufferPointer(rebasing: line[Int(node.start)..<Int(node.end)])
            return node.isEscaped ? CanonicalSlice(bytes).text : String(decoding: bytes, as: UTF8.self)
        }
    }

    /// Whether a string is these bytes.
    public func isText(_ node: Int, _ text: StaticString) -> Bool {
        text.withUTF8Buffer { text in line.withUnsafeBufferPointer { isAlike(nodes[node], text, $0) } }
    }

    /// The number of an integer.
    public func number(_ node: Int) -> Int {
        let node = nodes[node]
        var value = 0
        let isNegative = line[Int(node.start)] == 0x2D
        for place in (Int(node.start) + (isNegative ? 1 : 0))..<Int(node.end) {
            value = value * 10 + Int(line[place]) - 0x30
        }
        return isNegative ? -value : value
    }

    @inline(__always)
    private func isAlike(
        _ node: Node, _ text: UnsafeBufferPointer<UInt8>, _ line: UnsafeBufferPointer<UInt8>
    ) -> Bool {
        let (start, count) = (Int(node.start), Int(node.end - node.start))
        guard !node.isEscaped, count == text.count else { return false }
        for place in 0..<count where line[start + place] != text[place] { return false }
        return true
    }
}
