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
        guard let base = key.baseAddress.map({ UnsafeRawPointer($0) }) else { return Self.fold(state, Self.odd) }
        var at = 0
        while key.count - at >= 8 {
            let word = Self.word(base, at)
            state = Self.fold(state ^ word, Self.odd) &+ word
            at += 8
        }
        let rest = Self.rest(base, key.count)
        return Self.fold(Self.fold(state ^ rest, Self.odd) &+ rest, Self.last)
    }

    private static func word(_ base: UnsafeRawPointer, _ at: Int) -> UInt64 {
        UInt64(littleEndian: base.loadUnaligned(fromByteOffset: at, as: UInt64.self))
    }

    /// The octets behind the last whole word, the first of them lowest; without a branch for each of them.
    private static func rest(_ base: UnsafeRawPointer, _ count: Int) -> UInt64 {
        if count >= 8 { return word(base, count - 8) >> UInt64(64 - 8 * (count & 7)) }
        if count >= 4 {
            let first = UInt32(littleEndian: base.loadUnaligned(as: UInt32.self))
            let last = UInt32(littleEndian: base.loadUnaligned(fromByteOffset: count - 4, as: UInt32.self))
            return UInt64(first) | UInt64(last) << UInt64(8 * (count - 4))
        }
        guard count > 0 else { return 0 }
        return [0, count / 2, count - 1].reduce(0) {
            $0 | UInt64(base.load(fromByteOffset: $1, as: UInt8.self)) << UInt64(8 * $1)
        }
    }

    private static func fold(_ one: UInt64, _ other: UInt64) -> UInt64 {
        let product = one.multipliedFullWidth(by: other)
        return product.high ^ product.low
    }
}
