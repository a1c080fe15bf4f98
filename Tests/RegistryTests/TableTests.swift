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
}
