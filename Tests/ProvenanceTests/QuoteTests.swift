import Provenance
import Testing
import WebAddress

func origin(_ text: String) throws -> Origin { try Origin(text) }

@Suite("Quotes of at most 1 KiB")
struct QuoteTests {
    struct Case: CustomTestStringConvertible {
        let name: String
        let bytes: [UInt8]
        let kept: Int
        var testDescription: String { name }
    }

    private static func filled(_ count: Int, _ end: [UInt8]) -> [UInt8] { [UInt8](repeating: 0x61, count: count) + end }

    static let cases = [
        Case(name: "empty", bytes: [], kept: 0), Case(name: "at the limit", bytes: filled(1024, []), kept: 1024),
        Case(name: "one over", bytes: filled(1025, []), kept: 1024),
        Case(name: "two bytes end at the limit", bytes: filled(1022, Array("éx".utf8)), kept: 1024),
        Case(name: "two bytes across", bytes: filled(1023, Array("é".utf8)), kept: 1023),
        Case(name: "three bytes across, two in", bytes: filled(1022, Array("€".utf8)), kept: 1022),
        Case(name: "three bytes end at the limit", bytes: filled(1021, Array("€x".utf8)), kept: 1024),
        Case(name: "four bytes across, one in", bytes: filled(1023, Array("😀".utf8)), kept: 1023),
        Case(name: "four bytes across, three in", bytes: filled(1021, Array("😀".utf8)), kept: 1021),
        Case(name: "four bytes end at the limit", bytes: filled(1020, Array("😀x".utf8)), kept: 1024),
        Case(name: "no UTF-8: continuation bytes only", bytes: [UInt8](repeating: 0x83, count: 3000), kept: 1024),
        Case(name: "no UTF-8: a byte that begins nothing", bytes: filled(1023, [0xFF, 0x61]), kept: 1024),
        Case(name: "broken but not cut", bytes: filled(10, [0xE2, 0x82]), kept: 12),
    ]

    @Test("A quote is cut before a sequence that would be broken, and loses nothing else", arguments: cases)
    func cut(_ entry: Case) {
        let quote = Quote(entry.bytes, in: .payload, at: 7)
        #expect(quote.bytes == Array(entry.bytes.prefix(entry.kept)))
        #expect(quote.offset == 7)
        #expect(Quote(quote.bytes, in: .payload, at: 7) == quote)
    }

    @Test("A cut quote of valid UTF-8 is valid UTF-8, wherever the cut falls")
    func valid() {
        for shift in 0..<16 {
            let text = String(repeating: "a", count: shift) + String(repeating: "é€😀x", count: 300)
            let quote = Quote(text, in: .utf8)
            #expect(String(validating: quote.bytes, as: UTF8.self) != nil)
            #expect(quote.bytes.count > Quote.limit - 4)
        }
    }

    @Test("A quote of broken bytes is shown with replacement characters")
    func shown() { #expect(Quote([0x61, 0xFF], in: .header, at: 0).text == "a\u{FFFD}") }
}
