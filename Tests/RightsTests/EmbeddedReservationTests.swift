import Provenance
import Rights
import Testing

@Suite("TDMRep inside files (EPUB packages), and its place above the other carriers")
struct EmbeddedReservationTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let metadata: String
        var prefix = "tdm: http://www.w3.org/ns/tdmrep#"
        let value: SignalValue?
        let state: ProtocolState
        var testDescription: String { metadata }
    }

    static let cases: [Case] = [
        Case(metadata: "<meta property='tdm:reservation'>1</meta>", value: .deny, state: .stated),
        Case(metadata: "<meta property='tdm:reservation'> 0 </meta>", value: .allow, state: .stated),
        Case(metadata: "<meta name='tdm:reservation' content='1'/>", value: .deny, state: .stated),
        Case(metadata: "<meta name='tdm:reservation' content='0'/>", value: .allow, state: .stated),
        Case(metadata: "<meta property='tdm:reservation'>yes</meta>", value: .invalid, state: .unreadable),
        Case(
            metadata: "<meta property='tdm:reservation'>0</meta><meta name='tdm:reservation' content='1'/>",
            value: .deny,
            state: .stated),
        Case(metadata: "<meta property='x:reservation'>1</meta>", value: nil, state: .absent),
        Case(
            metadata: "<meta property='x:reservation'>1</meta>", prefix: "x: http://www.w3.org/ns/tdmrep/",
            value: .deny,
            state: .stated),
        Case(
            metadata: "<meta property='tdm:reservation'>0</meta>", prefix: "tdm: https://other.example/", value: nil,
            state: .absent),
        Case(metadata: "<meta property='tdm:reservation'>1</meta>", prefix: "", value: .deny, state: .stated),
        Case(metadata: "", value: nil, state: .absent),
    ]

    private func reading(_ metadata: String, prefix: String, header: String? = nil) throws -> RightsReading {
        let xml =
            "<package xmlns='http://www.idpf.org/2007/opf' prefix='\(prefix)'><metadata>\(metadata)</metadata></package>"
        return try XMLFixture(xml: xml, headers: header.map { [("tdm-reservation", $0)] } ?? []).reading()
    }

    @Test("Both forms of both EPUB versions", arguments: cases)
    func package(_ one: Case) throws {
        let reading = try reading(one.metadata, prefix: one.prefix)
        #expect(reading.signals.filter { $0.source == .tdmrepEmbedded }.map(\.value) == [one.value].compactMap { $0 })
        #expect(reading.statesAtUse[.tdmrepEmbedded] == one.state)
    }

    @Test("A package overrides a header where it says 0 or 1, and only there", arguments: cases)
    func precedence(_ one: Case) throws {
        let reading = try reading(one.metadata, prefix: one.prefix, header: "1")
        let header = try #require(reading.signals.first { $0.source == .tdmrepHeader })
        #expect(header.isTaken == (one.value == nil || one.value == .invalid))
    }

    @Test("The policy of a package is kept, and a policy alone resets nothing")
    func policy() throws {
        let both = "<meta property='tdm:reservation'>1</meta><meta property='tdm:policy'>https://ex.com/p</meta>"
        let signal = try reading(both, prefix: "").signals.first { $0.source == .tdmrepEmbedded }
        #expect(signal?.conditions == ["https://ex.com/p"])
        let alone = try reading("<meta property='tdm:policy'>https://ex.com/p</meta>", prefix: "", header: "1")
        #expect(alone.signals.contains { $0.source == .tdmrepHeader && $0.isTaken && $0.value == .deny })
    }

    @Test("A reservation of a part counts, what frees a part frees nothing else")
    func part() throws {
        func feed(_ value: String) throws -> RightsReading {
            try XMLFixture(
                xml: "<rss xmlns:tdm='http://www.w3.org/ns/tdmrep#'><channel><item><tdm:reservation>\(value)"
                    + "</tdm:reservation></item></channel></rss>", headers: [("tdm-reservation", "1")]
            ).reading()
        }
        #expect(try feed("1").signals.contains { $0.source == .tdmrepEmbedded && $0.value == .deny && $0.isTaken })
        #expect(try feed("0").signals.contains { $0.source == .tdmrepHeader && $0.value == .deny && $0.isTaken })
    }
}
