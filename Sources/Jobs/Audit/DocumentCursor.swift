internal import Canonical
internal import Ledger
internal import Shards

/// The lines of a part's documents, one looked at ahead.
struct DocumentCursor {
    struct Item {
        let line: [UInt8]
        let number: Int
        /// Empty for a line that is no document.
        let id: String
        /// Of the line; nil for one that is no canonical JSON.
        let tape: JSONTape?

        /// UTF-8; empty if there is none.
        var text: [UInt8] { Array(string("text", of: JSONTape.root).utf8) }

        var title: String {
            tape?.member("metadata", of: JSONTape.root).map { string("title", of: $0) } ?? ""
        }

        fileprivate init(line: [UInt8], number: Int) {
            (self.line, self.number) = (line, number)
            let tape = Self.tape(line)
            self.tape = tape
            id = tape.map { Self.string("id", of: JSONTape.root, $0) } ?? ""
        }

        private static func tape(_ line: [UInt8]) -> JSONTape? {
            do throws(JSONError) { return try JSONTape(line) } catch { return nil }
        }

        private func string(_ key: String, of node: Int) -> String {
            tape.map { Self.string(key, of: node, $0) } ?? ""
        }

        private static func string(_ key: String, of node: Int, _ tape: JSONTape) -> String {
            guard let member = tape.member(key, of: node), tape.kind(member) == .string else { return "" }
            return tape.text(member)
        }
    }

    private let reader: SealReader
    private var ahead: [Item] = []
    /// Why the rest cannot be read.
    private(set) var failure: ShardError?

    /// - Parameter first: of a later revision, what was taken out.
    init(_ path: String, first: FirstTree? = nil) throws(ShardError) { reader = try SealReader(path, first: first) }

    /// The item at `place` from here, 0 being the next; nil behind the last.
    mutating func peek(_ place: Int = 0) -> Item? {
        while ahead.count <= place, let item = pull() { ahead.append(item) }
        return place < ahead.count ? ahead[place] : nil
    }

    mutating func advance() {
        if peek() != nil { ahead.removeFirst() }
    }

    /// The seal of the file; every line must have been taken.
    func seal() throws(ShardError) -> FileSeal { try reader.seal() }

    /// The tree of the rows as they were first sealed; nil unless the file is a later revision.
    var firstTree: MerkleTree? { reader.firstTree }

    private mutating func pull() -> Item? {
        guard failure == nil else { return nil }
        var item: Item?
        do throws(ShardError) {
            let number = reader.rows + 1
            _ = try reader.next { line in item = Item(line: Array(line), number: number) }
        } catch {
            failure = error
        }
        return item
    }
}
