import Testing

@testable import Provenance

@Suite("Public identifiers of works and parties")
struct IdentifierTests {
    struct Case: CustomTestStringConvertible {
        let scheme: IdentifierScheme
        let given: String
        /// The one form, or the code of the refusal.
        let due: String
        var testDescription: String { "\(scheme) \(given)" }

        init(_ scheme: IdentifierScheme, _ given: String, _ due: String) {
            (self.scheme, self.given, self.due) = (scheme, given, due)
        }
    }

    static func answer(_ scheme: IdentifierScheme, _ text: String) -> String {
        do throws(IdentifierError) { return try Identifier(scheme, text).value } catch { return error.code.rawValue }
    }

    @Test(
        "ISO 2108: books, of ten digits or thirteen",
        arguments: [
            Case(.isbn, "978-0-306-40615-7", "9780306406157"), Case(.isbn, "0-306-40615-2", "9780306406157"),
            Case(.isbn, "ISBN 0 306 40615 2", "9780306406157"), Case(.isbn, "urn:isbn:0306406152", "9780306406157"),
            Case(.isbn, "ISBN-13: 9780306406157", "9780306406157"), Case(.isbn, "0-8044-2957-x", "9780804429573"),
            Case(.isbn, "978\u{2011}0\u{2013}306\u{2010}40615-7", "9780306406157"),
            Case(.isbn, "9791095633129", "9791095633129"), Case(.isbn, "978-0-306-40615-8", "check"),
            Case(.isbn, "0-306-40615-3", "check"), Case(.isbn, "X-306-40615-2", "form"),
            Case(.isbn, "9770306406157", "form"), Case(.isbn, "978030640615X", "form"),
            Case(.isbn, "030640615", "form"),
            Case(.isbn, "0000000000", "form"), Case(.isbn, "", "form"), Case(.isbn, "97803064०6157", "form"),
        ])
    func isbn(_ one: Case) { #expect(Self.answer(one.scheme, one.given) == one.due) }

    @Test(
        "ISO 3297, 3901, 15707: serials, recordings, musical works",
        arguments: [
            Case(.issn, "0317-8471", "0317-8471"), Case(.issn, "2434561x", "2434-561X"),
            Case(.issn, "urn:ISSN:0317-8471", "0317-8471"), Case(.issn, "0317-8472", "check"),
            Case(.issn, "X317-8471", "form"), Case(.issn, "0000-0000", "form"),
            Case(.isrc, "US-RC1-76-07839", "USRC17607839"), Case(.isrc, "isrc:usrc17607839", "USRC17607839"),
            Case(.isrc, "1SRC17607839", "form"), Case(.isrc, "USRC1760783", "form"),
            Case(.isrc, "USRC1760783X", "form"),
            Case(.iswc, "T-034.524.680-1", "T0345246801"), Case(.iswc, "t0345246801", "T0345246801"),
            Case(.iswc, "T-034.524.680-2", "check"), Case(.iswc, "T-034.524.608-1", "check"),
            Case(.iswc, "034.524.680-1", "form"), Case(.iswc, "T-034.524.680-12", "form"),
        ])
    func serials(_ one: Case) { #expect(Self.answer(one.scheme, one.given) == one.due) }

    @Test(
        "ISO 27729, ORCID, IPI name numbers: parties",
        arguments: [
            Case(.isni, "0000 0001 2103 2683", "0000000121032683"),
            Case(.isni, "https://isni.org/isni/0000000121032683", "0000000121032683"),
            Case(.isni, "ISNI 0000 0001 2150 090x", "000000012150090X"), Case(.isni, "0000 0001 2103 2684", "check"),
            Case(.isni, "0000 0001 2130 2683", "check"), Case(.isni, "0000 0001 2103 268", "form"),
            Case(.orcid, "0000000218250097", "0000-0002-1825-0097"),
            Case(.orcid, "https://orcid.org/0000-0002-1694-233X", "0000-0002-1694-233X"),
            Case(.orcid, "0000-0002-1825-0098", "check"), Case(.orcid, "0000-0002-1825-009", "form"),
            Case(.ipi, "00014107338", "00014107338"), Case(.ipi, "000.14.10.73.38", "form"),
            Case(.ipi, "ipi: 00000000199", "00000000199"), Case(.ipi, "00000589900", "00000589900"),
            Case(.ipi, "00014107339", "check"), Case(.ipi, "14107338", "form"), Case(.ipi, "00000000000", "form"),
        ])
    func parties(_ one: Case) { #expect(Self.answer(one.scheme, one.given) == one.due) }

    @Test(
        "ISO 26324: the letters of ASCII are alike, a link's escapes are undone",
        arguments: [
            Case(.doi, "10.1000/182", "10.1000/182"), Case(.doi, "doi:10.1000/ABC(1)", "10.1000/abc(1)"),
            Case(.doi, "https://doi.org/10.1000/a%2Fb?x=1#y", "10.1000/a/b"),
            Case(.doi, "HTTPS://dx.doi.org/10.1000.10/Ä", "10.1000.10/Ä"), Case(.doi, "10.1000/a?b", "10.1000/a?b"),
            Case(.doi, "10.1000/a%2Fb", "10.1000/a%2fb"), Case(.doi, "https://doi.org/10.1000/%FF", "form"),
            Case(.doi, "https://doi.org/10.1000/%2", "form"), Case(.doi, "11.1000/182", "form"),
            Case(.doi, "10./182", "form"), Case(.doi, "10.10a/182", "form"), Case(.doi, "10.1000", "form"),
            Case(.doi, "10.1000/", "form"), Case(.doi, "10.1000/a b", "form"),
        ])
    func doi(_ one: Case) { #expect(Self.answer(one.scheme, one.given) == one.due) }

    @Test(
        "ISO 24138: the header announces the length",
        arguments: [
            // Composite of metadata, content, data and instance.
            Case(
                .iscc, "ISCC:KACT4EBWK27737D2AYCJRAL5Z36G76RFRMO4554RU26HZ4ORJGIVHDI",
                "KACT4EBWK27737D2AYCJRAL5Z36G76RFRMO4554RU26HZ4ORJGIVHDI"),
            Case(.iscc, "KACT4EBWK27737D2AYCJRAL5Z36G76RFRMO4554RU26HZ4ORJGIVHDJ", "form"),
            Case(.iscc, "KACT4EBWK27737D2AYCJRAL5Z36G76RFRMO4554RU26HZ4ORJGIVH", "form"),
            // A data code of 64 bits, in small letters, and of 32 bits.
            Case(.iscc, "gaaqaaicamcaubq", "form"), Case(.iscc, "gaaqaaicamcaubyi", "GAAQAAICAMCAUBYI"),
            Case(.iscc, "GAAAAAICAM", "GAAAAAICAM"), Case(.iscc, "GEAQAAICAMCAUBYI", "form"),
            Case(.iscc, "7AAQAAICAMCAUBYI", "form"), Case(.iscc, "ISCC:", "form"), Case(.iscc, "1ABC", "form"),
        ])
    func iscc(_ one: Case) { #expect(Self.answer(one.scheme, one.given) == one.due) }

    @Test("A text that names no registry is no error, one that names it wrongly is")
    func named() throws {
        #expect(try Identifier.named("example.com") == nil)
        #expect(try Identifier.named("isbnx:1") == nil)
        #expect(try Identifier.named("https://doi.org/10.1000/182")?.text == "doi:10.1000/182")
        #expect(try Identifier.named("ISBN:0-306-40615-2") == Identifier(.isbn, "978-0-306-40615-7"))
        let error = #expect(throws: IdentifierError.self) { try Identifier.named("isbn:978-0-306-40615-1") }
        #expect(error?.code == .check)
        #expect(
            error?.description
                == "\"isbn:978-0-306-40615-1\" is no ISBN: its last digit should be 7, or another is wrong")
        #expect(throws: IdentifierError.self) { try Identifier.named("doi:" + String(repeating: "1", count: 4000)) }
    }

    @Test("The one form reads as itself, and every single wrong digit is found", arguments: IdentifierScheme.allCases)
    func oneForm(_ scheme: IdentifierScheme) throws {
        let samples: [IdentifierScheme: String] = [
            .isbn: "9780306406157", .issn: "0317-8471", .isni: "0000000121032683", .ipi: "00014107338",
            .orcid: "0000-0002-1825-0097", .iswc: "T0345246801", .doi: "10.1000/182", .isrc: "USRC17607839",
            .iscc: "GAAQAAICAMCAUBYI",
        ]
        let sample = try #require(samples[scheme])
        #expect(Self.answer(scheme, sample) == sample)
        #expect(try Identifier.named(scheme.rawValue + ":" + sample)?.value == sample)
        // Those three have no check digit.
        if [.doi, .isrc, .iscc].contains(scheme) { return }
        for place in sample.indices {
            guard let digit = sample[place].wholeNumberValue else { continue }
            var wrong = sample
            wrong.replaceSubrange(place...place, with: String((digit + 1) % 10))
            #expect(["check", "form"].contains(Self.answer(scheme, wrong)), "\(wrong)")
        }
    }
}
