internal import Canonical
internal import Provenance

/// Reads the entries of a snapshot in place: no value is made per line.
struct EntryParser {
    private let bytes: UnsafeBufferPointer<UInt8>
    private var at: Int
    private var line = 1
    /// The time read last and its spelling: neighbours often share one.
    private var lastTime: (start: Int, time: Timestamp)?

    private static let uses: [[UInt8]] = UseCategory.allCases.map { Array($0.rawValue.utf8) }

    init(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) {
        self.bytes = bytes
        at = start
    }

    /// The entries and where they end.
    mutating func records(_ header: SnapshotHeader) -> Result<([SnapshotRecord], end: Int), RegistryError> {
        do throws(RegistryError) {
            var records: [SnapshotRecord] = []
            records.reserveCapacity(max(0, min(header.entries, bytes.count / 128)))
            var counts: [ScopeKind: Int] = [:]
            while starts(with: "{\"from\":") {
                line += 1
                let record = try record()
                if let last = records.last, !precedes(last, record) { throw fault("it is not in its place") }
                records.append(record)
                counts[record.kind, default: 0] += 1
            }
            guard records.count == header.entries,
                ScopeKind.allCases.allSatisfy({ counts[$0] ?? 0 == header.scopes[$0] })
            else { throw SnapshotParser.damage("it does not hold the entries its header counts") }
            return .success((records, end: at))
        } catch {
            return .failure(error)
        }
    }

    private mutating func record() throws(RegistryError) -> SnapshotRecord {
        var record = SnapshotRecord()
        try expect("{\"from\":\"")
        record.from = try time()
        try expect("\",\"id\":\"")
        let id = try plain()
        guard (1...128).contains(id.count), bytes[id].allSatisfy(ObjectionFields.isIDByte) else {
            throw fault("bad id")
        }
        (record.idStart, record.idLength) = (UInt32(id.lowerBound), UInt16(id.count))
        try expect("\",\"key\":\"")
        let key = try plain()
        (record.keyStart, record.keyLength) = (UInt32(key.lowerBound), UInt32(key.count))
        try expect("\",\"recorded\":\"")
        record.recorded = try time()
        try expect("\",\"scope\":\"")
        record.kind = try choice()
        try expect("\",\"standing\":\"")
        record.standing = try choice()
        try expect("\",\"state\":\"")
        record.state = try choice()
        try expect("\",\"to\":\"")
        record.to = starts(with: "\"") ? nil : try time()
        try expect("\",\"uses\":\"")
        record.uses = try uses()
        try expect("\"}\n")
        return record
    }

    private func starts(with text: StaticString) -> Bool {
        text.utf8CodeUnitCount <= bytes.count - at
            && text.withUTF8Buffer { ByteOrder.equal($0, UnsafeBufferPointer(rebasing: bytes[at..<(at + $0.count)])) }
    }

    private mutating func expect(_ text: StaticString) throws(RegistryError) {
        guard starts(with: text) else { throw fault("it is not an entry in canonical form") }
        at += text.utf8CodeUnitCount
    }

    /// The place of a string up to its closing quote: printable ASCII, backslashes in pairs.
    private mutating func plain() throws(RegistryError) -> Range<Int> {
        let start = at
        while at < bytes.count, bytes[at] != 0x22 {
            guard bytes[at] > 0x20, bytes[at] < 0x7F else { throw fault("a character that cannot stand there") }
            if bytes[at] == JSONSpelling.backslash {
                at += 1
                guard at < bytes.count, bytes[at] == JSONSpelling.backslash else { throw fault("an unknown escape") }
            }
            at += 1
        }
        return start..<at
    }

    private mutating func time() throws(RegistryError) -> Timestamp {
        let range = at..<min(at + 20, bytes.count)
        at = range.upperBound
        let spelt = UnsafeBufferPointer(rebasing: bytes[range])
        if let last = lastTime,
            ByteOrder.equal(UnsafeBufferPointer(rebasing: bytes[last.start..<(last.start + 20)]), spelt)
        {
            return last.time
        }
        let text = String(decoding: spelt, as: UTF8.self)
        guard let time = Timestamp(rfc3339: text), time.description == text else { throw fault("bad time") }
        lastTime = (range.lowerBound, time)
        return time
    }

    private mutating func choice<Value: RawRepresentable<String> & CaseIterable>() throws(RegistryError) -> Value {
        let range = try plain()
        guard let value = Value(rawValue: String(decoding: bytes[range], as: UTF8.self)) else {
            throw fault("bad value")
        }
        return value
    }

    /// Names in the order of ``UseCategory``, a space between them.
    private mutating func uses() throws(RegistryError) -> UInt16 {
        var mask: UInt16 = 0
        repeat {
            let start = at
            while at < bytes.count, bytes[at] != 0x22, bytes[at] != 0x20 { at += 1 }
            guard let index = Self.uses.firstIndex(where: { bytes[start..<at].elementsEqual($0) }), mask >> index == 0
            else {
                throw fault("bad uses")
            }
            mask |= 1 << index
            if at < bytes.count, bytes[at] == 0x20 { at += 1 } else { return mask }
        } while true
    }

    /// Whether two entries stand in the order of scope, key and id.
    private func precedes(_ one: SnapshotRecord, _ other: SnapshotRecord) -> Bool {
        if one.kind != other.kind { return one.kind.rawValue < other.kind.rawValue }
        let order = ByteOrder.compare(one.key(in: bytes), other.key(in: bytes))
        return order < 0 || (order == 0 && ByteOrder.compare(one.id(in: bytes), other.id(in: bytes)) < 0)
    }

    private func fault(_ reason: String) -> RegistryError {
        RegistryError(.damagedSnapshot, file: "snapshot", line: line, reason: "\(reason); compile it again")
    }
}
