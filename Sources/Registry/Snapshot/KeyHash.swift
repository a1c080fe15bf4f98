/// The hash that finds a key in the table of a snapshot.
///
/// The seed comes from the entries themselves, so that nobody who files objections knows it beforehand and can aim at
/// one bucket. A hash only says where to look; the key found there is compared octet by octet.
/// Source: the folded multiply of wyhash (github.com/wangyi-fudan/wyhash, public domain), read 2026-11-24.
struct KeyHash: Sendable {
    private static let odd: UInt64 = 0xA076_1D64_78BD_642F
    private static let last: UInt64 = 0xE703_7ED1_A0B4_28DB

    let seed: UInt64

    func callAsFunction(_ key: UnsafeBufferPointer<UInt8>) -> UInt64 {
        var state = seed ^ UInt64(truncatingIfNeeded: key.count) &* Self.last
        var at = 0
        guard let base = key.baseAddress.map({ UnsafeRawPointer($0) }) else { return Self.fold(state, Self.odd) }
        while key.count - at >= 8 {
            let word = UInt64(littleEndian: base.loadUnaligned(fromByteOffset: at, as: UInt64.self))
            state = Self.fold(state ^ word, Self.odd) &+ word
            at += 8
        }
        var rest: UInt64 = 0
        var shift: UInt64 = 0
        while at < key.count {
            rest |= UInt64(key[at]) << shift
            shift &+= 8
            at += 1
        }
        return Self.fold(Self.fold(state ^ rest, Self.odd) &+ rest, Self.last)
    }

    private static func fold(_ one: UInt64, _ other: UInt64) -> UInt64 {
        let product = one.multipliedFullWidth(by: other)
        return product.high ^ product.low
    }
}
