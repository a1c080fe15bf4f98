internal import Canonical
internal import Ledger
internal import Shards

/// The keys of a log as its entries tell of them: which took over from which, and which are not to be trusted since when.
struct LogKeys: Sendable {
    private struct Rotation {
        let from: VerifyingKey
        let to: VerifyingKey
    }

    private var rotations: [Rotation] = []
    private var compromises: [(key: VerifyingKey, since: Timestamp)] = []

    /// Reads the entries of a log.
    ///
    /// A rotation counts if both keys signed it and the older was not told to be compromised before it in the log; word of
    /// a compromise, if a key signed it that is not the one it is about.
    ///
    /// - Throws: ``JobError`` `finding` for an entry about keys that does not hold.
    init(_ folder: String) throws(JobError) {
        let path = folder + "/entries.jsonl"
        do {
            var number = 0
            for line in try RowFile.lines(path) {
                number += 1
                guard line.count < 4096 else { continue }
                let json = try JSONReader.read(line)
                switch json["type"]?.string {
                case "rotate": try rotate(json, line, "\(path), line \(number)")
                case "compromise": try compromise(json, line, "\(path), line \(number)")
                default: continue
                }
            }
        } catch {
            throw JobError(error)
        }
    }

    /// A key and those that took over from it, in their order.
    func successors(of key: VerifyingKey) -> [VerifyingKey] {
        var keys = [key]
        for rotation in rotations where keys.last == rotation.from && !keys.contains(rotation.to) {
            keys.append(rotation.to)
        }
        return keys
    }

    /// Since when a key is not to be trusted; nil while nobody says so.
    func compromised(_ key: VerifyingKey) -> Timestamp? {
        compromises.filter { $0.key == key }.map(\.since).min()
    }

    private mutating func rotate(_ json: JSONValue, _ line: [UInt8], _ place: String) throws {
        guard let from = try json["from"]?.string.map({ try VerifyingKey(text: $0) }),
            let to = try json["to"]?.string.map({ try VerifyingKey(text: $0) }),
            let at = json["at"]?.string.flatMap({ Timestamp(rfc3339: $0) }), let signatures = json["signatures"],
            let old = signatures["from"]?.string.flatMap({ Base64.decode($0) }),
            let new = signatures["to"]?.string.flatMap({ Base64.decode($0) })
        else { throw JobError(.finding, "\(place): is no rotation of keys") }
        let message = JSONValue.object(KeyEntry.rotation(from, to, at)).canonicalBytes
        guard from.isValid(old, of: message, for: KeyEntry.rotation),
            to.isValid(new, of: message, for: KeyEntry.rotation)
        else { throw JobError(.finding, "\(place): a rotation that its two keys did not both sign") }
        if compromised(from) == nil { rotations.append(Rotation(from: from, to: to)) }
    }

    private mutating func compromise(_ json: JSONValue, _ line: [UInt8], _ place: String) throws {
        guard let key = try json["key"]?.string.map({ try VerifyingKey(text: $0) }),
            let by = try json["by"]?.string.map({ try VerifyingKey(text: $0) }),
            let at = json["at"]?.string.flatMap({ Timestamp(rfc3339: $0) }),
            let since = json["since"]?.string.flatMap({ Timestamp(rfc3339: $0) }),
            let signature = json["signature"]?.string.flatMap({ Base64.decode($0) })
        else { throw JobError(.finding, "\(place): is no word of a compromise") }
        let message = JSONValue.object(KeyEntry.compromise(key, since, by, at)).canonicalBytes
        guard by != key, by.isValid(signature, of: message, for: KeyEntry.compromise) else {
            throw JobError(.finding, "\(place): word of a compromise that no other key signed")
        }
        compromises.append((key, since))
    }
}
