internal import Canonical
internal import Provenance

/// One entry of a snapshot: places in the file's bytes, and the values that deciding needs.
struct SnapshotRecord: Sendable {
    /// Of the key, in its JSON spelling: a backslash, which a query may hold, stands doubled.
    var keyStart: UInt32 = 0
    var keyLength: UInt32 = 0
    var idStart: UInt32 = 0
    var idLength: UInt16 = 0
    /// One bit per case of ``UseCategory``, the first case lowest.
    var uses: UInt16 = 0
    var kind = ScopeKind.url
    var state = ObjectionState.effective
    var standing = Standing.claim
    var from = Timestamp(seconds: 0)
    var to: Timestamp?
    var recorded = Timestamp(seconds: 0)

    func key(in bytes: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(rebasing: bytes[Int(keyStart)..<(Int(keyStart) + Int(keyLength))])
    }

    func id(in bytes: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(rebasing: bytes[Int(idStart)..<(Int(idStart) + Int(idLength))])
    }

    /// The entry as a value of its own.
    func objection(in bytes: UnsafeBufferPointer<UInt8>) -> Objection {
        Objection(
            id: String(decoding: id(in: bytes), as: UTF8.self),
            scope: ObjectionScope(kind, key: JSONSpelling.undone(key(in: bytes))), state: state, standing: standing,
            effectiveFrom: from, effectiveTo: to, recordedAt: recorded,
            uses: UseCategory.allCases.enumerated().filter { uses & 1 << $0.offset != 0 }.map(\.element))
    }
}
