internal import Canonical
internal import Ledger

/// An exported log, read whole and tested.
struct ReadLog {
    let origin: String
    let key: VerifyingKey
    private(set) var size = 0
    /// The root and the lives where as many events are read as were asked for; nil if the log is shorter.
    private(set) var rootThere: Digest?
    private(set) var lives: [String: ObjectionLife] = [:]
    /// The lives where the log ends.
    private(set) var lastLives: [String: ObjectionLife] = [:]
    /// The scopes the log opens, by objection.
    private(set) var scopes: [String: [ObjectionScope]] = [:]
    /// Leaves of the events that a receipt may name.
    private(set) var leaves: [Digest] = []

    /// - Throws: ``RegistryError`` with code `damagedLog`.
    init(_ file: String, upTo there: Int, trusted: VerifyingKey?) throws(RegistryError) {
        var lines = try LineSource(path: file)
        let (head, key) = try Self.header(try lines.next() ?? [], file, trusted)
        (origin, self.key) = (head.origin, key)
        var check = LogCheck(file)
        var last: RegistryEvent?
        if there == 0 { rootThere = check.root }
        while let line = try lines.next() {
            if let event = last, line.starts(with: Array("{\"opens\":".utf8)) {
                try open(line, event, file)
                last = nil
                continue
            }
            last = try check.take(line)
            leaves.append(MerkleTree.leaf(line))
            if check.size == there { (rootThere, lives) = (check.root, check.lives) }
        }
        (size, lastLives) = (check.size, check.lives)
        guard size == head.size, check.root == head.root else {
            throw RegistryError(
                .damagedLog, file: file,
                reason: "its \(size) events are not the \(head.size) its checkpoint was signed for")
        }
    }

    private static func header(
        _ line: [UInt8], _ file: String, _ trusted: VerifyingKey?
    ) throws(RegistryError) -> (Checkpoint, VerifyingKey) {
        func fault(_ reason: String) -> RegistryError {
            RegistryError(.damagedLog, file: file, line: 1, reason: reason)
        }
        let value: JSONValue
        do throws(JSONError) { value = try JSONReader.read(line) } catch { throw fault("it is no log: \(error)") }
        guard value["format"]?.string == LogExport.format, let note = value["checkpoint"]?.string,
            let name = value["key"]?.string
        else { throw fault("it is no log of the format \(LogExport.format)") }
        do throws(LedgerError) {
            var key = trusted
            if key == nil { key = try VerifyingKey(text: name) }
            guard let key else { throw LedgerError(.badKey, file, "no key") }
            let head = try Checkpoint(bytes: Array(note.utf8), subject: file)
            guard try head.note.isSigned(by: key) else {
                throw LedgerError(.badSignature, file, "not signed by \(key)")
            }
            return (head, key)
        } catch {
            throw fault("its checkpoint does not hold: \(error)")
        }
    }

    private mutating func open(_ line: [UInt8], _ event: RegistryEvent, _ file: String) throws(RegistryError) {
        let value: JSONValue
        do throws(JSONError) { value = try JSONReader.read(line) } catch {
            throw .damaged(file, event.index, "the scope behind it cannot be read")
        }
        guard value["opens"]?.integer == Int64(event.index), event.opensScope, let text = value["scope"]?.string,
            let salt = value["salt"]?.string.flatMap({ Hex.decode(Array($0.utf8)) }),
            Commitment.make(Array(text.utf8), salt: salt) == event.commitments[.scope]
        else { throw .damaged(file, event.index, "the scope behind it is not the one it commits to") }
        scopes[event.subject] = try ScopeBody.read(Array(text.utf8), file)
    }
}
