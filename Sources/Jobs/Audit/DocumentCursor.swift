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
        let json: JSONValue
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
            _ = try reader.next { line in
                let bytes = Array(line)
                do {
                    let json = try JSONReader.read(bytes)
                    item = Item(line: bytes, number: number, id: json["id"]?.string ?? "", json: json)
                } catch {
                    item = Item(line: bytes, number: number, id: "", json: .null)
                }
            }
        } catch {
            failure = error
        }
        return item
    }
}
