import Testing

@testable import Registry

@Suite("The table of a snapshot")
struct TableTests {
    @Test("Keys are spread over the buckets, and marks over their values")
    func spread() {
        let buckets = 997
        var homes = Set<Int>()
        var marks = Set<UInt8>()
        let hash = KeyHash(seed: 42)
        for number in 0..<20_000 {
            let value = Array("host\(number).example.com".utf8).withUnsafeBufferPointer { hash($0) }
            homes.insert(KeyTable.home(value, of: buckets))
            marks.insert(KeyTable.mark(value))
        }
        #expect(homes == Set(0..<buckets))
        #expect(marks.count == 128)
    }

    @Test("One octet changed, added or left out changes the hash")
    func sensitivity() {
        let hash = KeyHash(seed: 7)
        var seen = Set<UInt64>()
        for length in 0...40 {
            for place in 0...max(0, length - 1) {
                var key = [UInt8](repeating: 0x61, count: length)
                if !key.isEmpty { key[place] = 0x62 }
                seen.insert(key.withUnsafeBufferPointer { hash($0) })
            }
        }
        #expect(seen.count == 1 + (1...40).reduce(0, +))
    }
    /// A filter over some keys, in a file of its own.
    private func filter(of keys: [[UInt8]], _ hash: KeyHash) throws -> KeyFilter {
        var builder = KeyFilterBuilder(keys: keys.count)
        for key in keys { key.withUnsafeBufferPointer { builder.put(hash($0)) } }
        let path = Bench.folder()
        var sink = try FileSink(path)
        try builder.write(to: &sink)
        _ = try sink.finish()
        return try #require(KeyFilter(try MappedFile(path)))
    }

    @Test("The filter passes every key it was made of, and few others", arguments: [0, 1, 7, 100, 20_000])
    func filter(count: Int) throws {
        let hash = KeyHash(seed: UInt64(count) &* 0x9E37_79B9_7F4A_7C15)
        let keys = (0..<count).map { Array("host\($0).example.com".utf8) }
        let filter = try filter(of: keys, hash)
        #expect(keys.allSatisfy { key in filter.mayHold(key.withUnsafeBufferPointer { hash($0) }) })
        let others = (0..<20_000).map { Array("other\($0).example.org".utf8) }
        let passed = others.count { key in filter.mayHold(key.withUnsafeBufferPointer { hash($0) }) }
        #expect(passed < 600, "\(passed) of 20000")
    }

    @Test("Octets behind the last whole word are hashed as when each is taken by itself")
    func rest() {
        let hash = KeyHash(seed: 42)
        for length in 0...40 {
            let key = (0..<length).map { UInt8(truncatingIfNeeded: $0 &* 37 &+ 200) }
            #expect(key.withUnsafeBufferPointer { hash($0) } == Self.plainHash(key, seed: 42), "\(length)")
        }
    }

    /// The hash of ``KeyHash`` as it is described, octet by octet.
    private static func plainHash(_ key: [UInt8], seed: UInt64) -> UInt64 {
        func fold(_ one: UInt64, _ other: UInt64) -> UInt64 {
            let product = one.multipliedFullWidth(by: other)
            return product.high ^ product.low
        }
        func word(_ octets: ArraySlice<UInt8>) -> UInt64 { octets.reversed().reduce(0) { $0 << 8 | UInt64($1) } }
        let (odd, last): (UInt64, UInt64) = (0xA076_1D64_78BD_642F, 0xE703_7ED1_A0B4_28DB)
        var state = seed ^ UInt64(key.count) &* last
        var rest = key[...]
        if key.isEmpty { return fold(fold(state, odd), last) }
        while rest.count >= 8 {
            let next = word(rest.prefix(8))
            state = fold(state ^ next, odd) &+ next
            rest = rest.dropFirst(8)
        }
        return fold(fold(state ^ word(rest), odd) &+ word(rest), last)
    }
}
