import Testing

@testable import Rights

@Suite("CBOR of assertions")
struct CBORReaderTests {
    struct Read: Sendable {
        let bytes: [UInt8]
        let value: CBORValue

        init(_ bytes: [UInt8], _ value: CBORValue) { (self.bytes, self.value) = (bytes, value) }
    }

    @Test(
        "RFC 8949, section 3.1: every major type, whatever the width of its head",
        arguments: [
            Read([0x00], .integer(0)), Read([0x17], .integer(23)), Read([0x18, 0x18], .integer(24)),
            Read([0x19, 1, 0], .integer(256)), Read([0x1A, 0, 1, 0, 0], .integer(65_536)),
            Read([0x1B] + [0x7F] + Array(repeating: 0xFF, count: 7), .integer(.max)),
            Read([0x1B] + Array(repeating: 0xFF, count: 8), .other), Read([0x20], .integer(-1)),
            Read([0x3B, 0x7F] + Array(repeating: 0xFF, count: 7), .integer(.min)),
            Read([0x3B] + Array(repeating: 0xFF, count: 8), .other), Read([0x42, 1, 2], .bytes([1, 2])),
            Read([0x61, 0x61], .text("a")), Read([0x60], .text("")), Read([0x78, 1, 0x61], .text("a")),
            Read([0x61, 0xFF], .text("\u{FFFD}")), Read([0x82, 1, 0x80], .list([.integer(1), .list([])])),
            Read([0xA1, 0x61, 0x61, 1], .map([.init(key: "a", value: .integer(1))])),
            Read([0xA1, 1, 0x61, 0x61], .map([])), Read([0xC1, 1], .integer(1)), Read([0xD8, 42, 0x80], .list([])),
            Read([0xF4], .bool(false)), Read([0xF5], .bool(true)), Read([0xF6], .other), Read([0xF7], .other),
            Read([0xF8, 0x20], .other), Read([0xF9, 0x3C, 0], .other), Read([0xFA, 0, 0, 0, 0], .other),
            Read([0xFB] + Array(repeating: 0, count: 8), .other),
        ])
    func types(_ one: Read) throws {
        let read = try #require(CBORReader.read(one.bytes[...]))
        #expect(read.value == one.value)
        #expect(read.isWhole)
    }

    @Test(
        "RFC 8949, section 3.2: indefinite strings, lists and maps",
        arguments: [
            Read([0x7F, 0x61, 0x61, 0x62, 0x62, 0x63, 0xFF], .text("abc")), Read([0x7F, 0xFF], .text("")),
            Read([0x5F, 0x41, 1, 0x41, 2, 0xFF], .bytes([1, 2])),
            Read([0x9F, 1, 2, 0xFF], .list([.integer(1), .integer(2)])),
            Read([0x9F, 0xFF], .list([])),
            Read([0xBF, 0x61, 0x61, 0x9F, 0xFF, 0xFF], .map([.init(key: "a", value: .list([]))])),
        ])
    func indefinite(_ one: Read) throws {
        let read = try #require(CBORReader.read(one.bytes[...]))
        #expect(read.value == one.value)
        #expect(read.isWhole)
    }

    @Test(
        "What is cut or malformed is nothing (RFC 8949, appendix F)",
        arguments: [
            [], [0x18], [0x19, 1], [0x1A, 0, 0], [0x1B, 0, 0, 0], [0x41], [0x62, 0x61],
            [0x5B] + Array(repeating: 0xFF, count: 8),
            [0x81], [0x82, 1], [0xA1], [0xA1, 0x61, 0x61], [0xC1], [0x7F, 0x61], [0x7F, 0x61, 0x61], [0x9F, 1],
            [0xBF, 0x61, 0x61],
            [0xBF, 0x61, 0x61, 0xFF], [0x1C], [0x1D], [0x1E], [0x3C], [0x7C], [0xFC], [0x1F], [0x3F], [0xDF, 0], [0xFF],
            [0x81, 0xFF], [0x7F, 0x41, 1, 0xFF], [0x7F, 0x7F, 0xFF, 0xFF], [0xF8], [0xFB, 0],
            [0x9B] + Array(repeating: 0xFF, count: 8), [0xBB] + Array(repeating: 0xFF, count: 8),
        ] as [[UInt8]])
    func malformed(_ bytes: [UInt8]) {
        #expect(CBORReader.read(bytes[...]) == nil)
    }

    @Test("A value of which more follows, or a key that stands twice, is not whole")
    func notWhole() throws {
        for bytes: [UInt8] in [
            [0x01, 0x01], [0xA2, 0x61, 0x61, 1, 0x61, 0x61, 2], [0x81, 0xBF, 0x61, 0x61, 1, 0x61, 0x61, 2, 0xFF],
        ] {
            #expect(try #require(CBORReader.read(bytes[...])).isWhole == false, "\(bytes)")
        }
        // The same key of two maps is no repetition.
        let two: [UInt8] = [0x82, 0xA1, 0x61, 0x61, 1, 0xA1, 0x61, 0x61, 1]
        #expect(try #require(CBORReader.read(two[...])).isWhole)
    }

    @Test("Lists, maps and tags inside one another end at the limit, which is no crash")
    func depth() {
        for opening: [UInt8] in [[0x81], [0x9F], [0xC1], [0xA1, 0x60], [0xBF, 0x60]] {
            let at = Array(repeating: opening, count: CBORReader.depth).joined() + [0]
            #expect(CBORReader.read(at[...]) == nil)
            let hostile = Array(repeating: opening, count: 200_000).joined() + [0]
            #expect(CBORReader.read(hostile[...]) == nil)
        }
        let within = Array(repeating: UInt8(0x81), count: CBORReader.depth - 1) + [0]
        #expect(CBORReader.read(within[...]) != nil)
    }

    @Test("More values than the limit are none, and cost no more than the limit")
    func many() {
        let list = [0x9F] + Array(repeating: UInt8(0), count: CBORReader.items + 1) + [0xFF]
        #expect(CBORReader.read(list[...]) == nil)
    }

    @Test("Every beginning of a value is nothing: no cut one passes for a whole one")
    func cuts() {
        let whole = JUMBFFixture.mining([("cawg.ai_training", "constrained"), ("cawg.data_mining", "notAllowed")])
        for length in 0..<whole.count { #expect(CBORReader.read(whole[..<length]) == nil) }
    }
}
