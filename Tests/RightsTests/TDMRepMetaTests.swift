import Provenance
import Rights
import Testing

@Suite("tdm-reservation in a page (TDMRep, section 7.3)")
struct TDMRepMetaTests {
    struct Case: Sendable {
        let html: String
        let values: [SignalValue]
    }

    static let cases: [Case] = [
        Case(html: "<head><meta name=tdm-reservation content=0></head><p>x", values: [.allow]),
        Case(html: "<head><meta name=tdm-reservation content=1></head><p>x", values: [.deny]),
        Case(html: "<p>x<div class=comment><meta name=tdm-reservation content=0></div>", values: []),
        Case(html: "<p>x<blockquote><pre><meta name=tdm-reservation content=' 0 '></pre></blockquote>", values: []),
        Case(html: "<p>x<div><meta name=tdm-reservation content=1></div>", values: [.deny]),
        Case(html: "<p>x<div><meta name=tdm-reservation content=yes></div>", values: [.invalid]),
    ]

    @Test("What frees counts in the head alone, what reserves wherever it stands", arguments: cases)
    func place(_ one: Case) throws {
        let found = try PageFixture(html: one.html).reading().signals.filter { $0.source == .tdmrepMeta }
        #expect(found.map(\.value) == one.values)
    }
}
