import Canonical
import Embedded
import Provenance
import Testing
import WebAddress

@testable import Rights

@Suite("JUMBF boxes and C2PA stores")
struct JUMBFTests {
    @Test("ISO 19566-5: boxes follow one another; a length of 0 reaches to the end, one of 1 stands in eight bytes")
    func lists() {
        let fixture = JUMBFFixture.self
        let two = fixture.box("cbor", [1]) + fixture.box("json", [])
        #expect(JUMBFBox.list(in: two[...]).boxes.map(\.type) == ["cbor", "json"])
        #expect(JUMBFBox.list(in: two[...]).isWhole)
        let toEnd = fixture.box("cbor", []) + [0, 0, 0, 0] + Array("json".utf8) + [1, 2]
        #expect(JUMBFBox.list(in: toEnd[...]).boxes.map { Array($0.data) } == [[], [1, 2]])
        let wide = [0, 0, 0, 1] + Array("cbor".utf8) + fixture.big(18, 8) + [1, 2]
        #expect(JUMBFBox.list(in: wide[...]).boxes.map { Array($0.data) } == [[1, 2]])
        #expect(JUMBFBox.list(in: [][...]).isWhole)
    }

    @Test(
        "A box whose size cannot be is where reading ends, and what stood before it is kept",
        arguments: [
            [0], [0, 0, 0, 9, 0x63], [0, 0, 0, 7] + Array("cbor".utf8), [0, 0, 0, 2] + Array("cbor".utf8),
            [0, 0, 0, 9] + Array("cbor".utf8), [0xFF, 0xFF, 0xFF, 0xFF] + Array("cbor".utf8),
            [0, 0, 0, 1] + Array("cbor".utf8), [0, 0, 0, 1] + Array("cbor".utf8) + JUMBFFixture.big(15, 8),
            [0, 0, 0, 1] + Array("cbor".utf8) + Array(repeating: 0xFF, count: 8),
            [0, 0, 0, 1] + Array("cbor".utf8) + [0x7F] + Array(repeating: 0xFF, count: 7),
        ] as [[UInt8]])
    func sizes(_ bad: [UInt8]) {
        let read = JUMBFBox.list(in: (JUMBFFixture.box("json", [1]) + bad)[...])
        #expect(read.boxes.map(\.type) == ["json"])
        #expect(!read.isWhole)
    }

    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let store: [UInt8]
        let state: ProtocolState
        let value: SignalValue?

        init(_ name: String, _ store: [UInt8], _ state: ProtocolState, _ value: SignalValue? = nil) {
            (testDescription, self.store, self.state, self.value) = (name, store, state, value)
        }
    }

    private static let fixture = JUMBFFixture.self
    private static let twice: [UInt8] = fixture.map([
        (
            "entries",
            fixture.map([
                (
                    "cawg.ai_generative_training",
                    fixture.map([("use", fixture.text("notAllowed")), ("use", fixture.text("allowed"))])
                )
            ])
        )
    ])
    private static let deep: [UInt8] = (0..<5000).reduce([]) { inner, _ in
        inner.count > 1 << 16 ? inner : fixture.superbox("c2as", "a", inner)
    }
    /// A manifest whose own box says it is longer than the store.
    private static let overlong: [UInt8] = {
        var bytes = fixture.superbox(
            "c2ma", "urn:uuid:1", fixture.superbox("c2as", "c2pa.assertions", fixture.assertion(fixture.refusal)))
        bytes[3] &+= 1
        return fixture.superbox("c2pa", "c2pa", bytes)
    }()

    static let cases: [Case] = [
        Case("a refusal", fixture.store(fixture.assertion(fixture.refusal)), .stated, .deny),
        Case(
            "a refusal that nobody signed", fixture.store(fixture.assertion(fixture.refusal), signed: false), .stated,
            .deny),
        Case(
            "what is allowed is unknown",
            fixture.store(fixture.assertion(fixture.mining([("cawg.ai_generative_training", "allowed")]))), .stated,
            .unknown),
        Case(
            "constrained without more is a refusal",
            fixture.store(fixture.assertion(fixture.mining([("cawg.ai_generative_training", "constrained")]))), .stated,
            .deny),
        Case(
            "a word of no specification",
            fixture.store(fixture.assertion(fixture.mining([("cawg.ai_generative_training", "no")]))), .unreadable,
            .invalid),
        Case(
            "an instance and a version",
            fixture.store(fixture.assertion(fixture.refusal, label: "cawg.training-mining.v2__1")), .stated, .deny),
        Case(
            "JSON in place of CBOR",
            fixture.store(
                fixture.superbox(
                    "json", "c2pa.training-mining",
                    fixture.box(
                        "json", Array(#"{"entries":{"c2pa.ai_generative_training":{"use":"notAllowed"}}}"#.utf8)))),
            .stated, .deny),
        Case(
            "no assertion on mining", fixture.store(fixture.assertion(fixture.map([]), label: "c2pa.actions")), .absent),
        Case("no entries", fixture.store(fixture.assertion(fixture.map([]))), .unreadable, .invalid),
        Case(
            "CBOR that is cut", fixture.store(fixture.assertion(Array(fixture.refusal.dropLast()))), .unreadable,
            .invalid),
        Case(
            "an indefinite string that does not end", fixture.store(fixture.assertion([0xBF, 0x7F, 0x61, 0x61])),
            .unreadable, .invalid),
        Case(
            "CBOR after the CBOR",
            fixture.store(
                fixture.assertion(fixture.mining([("cawg.ai_generative_training", "allowed")]) + fixture.refusal)),
            .unreadable, .invalid),
        Case("a key that stands twice", fixture.store(fixture.assertion(twice)), .unreadable, .invalid),
        Case(
            "JSON that has a key twice",
            fixture.store(
                fixture.superbox(
                    "json", "c2pa.training-mining", fixture.box("json", Array(#"{"entries":{},"entries":{}}"#.utf8)))),
            .unreadable, .invalid),
        Case(
            "an assertion without content", fixture.store(fixture.superbox("cbor", "cawg.training-mining", [])),
            .unreadable, .invalid),
        Case(
            "two contents of one assertion",
            fixture.store(
                fixture.superbox(
                    "cbor", "cawg.training-mining",
                    fixture.box("cbor", fixture.mining([("cawg.ai_generative_training", "allowed")]))
                        + fixture.box("cbor", fixture.refusal))), .unreadable, .invalid),
        Case(
            "an assertion without a description beside a refusal",
            fixture.store(fixture.box("jumb", fixture.box("cbor", [0xA0])) + fixture.assertion(fixture.refusal)),
            .stated, .deny),
        Case(
            "a compressed manifest",
            fixture.superbox("c2pa", "c2pa", fixture.superbox("c2cm", "urn:uuid:1", fixture.box("brob", [1]))),
            .unreadable, .invalid),
        Case("a manifest longer than the store", overlong, .unreadable, .invalid),
        Case(
            "a store cut in the middle", Array(fixture.store(fixture.assertion(fixture.refusal)).dropLast(40)),
            .unreadable, .invalid),
        Case("an empty store", fixture.superbox("c2pa", "c2pa", []), .unreadable, .invalid),
        Case("boxes nested a thousand deep", fixture.store(deep), .absent),
        Case(
            "zeros after the store",
            fixture.store(fixture.assertion(fixture.map([]), label: "c2pa.actions")) + [UInt8](repeating: 0, count: 11),
            .absent),
        Case(
            "a second store after the first",
            fixture.store(fixture.assertion(fixture.map([]), label: "c2pa.actions"))
                + fixture.store(fixture.assertion(fixture.refusal)), .unreadable, .invalid),
    ]

    @Test("C2PA 2.1, section 11: what a store says, and what it may hide", arguments: cases)
    func stores(_ one: Case) throws {
        let reader = RightsReader(agent: PageFixture.agent, tables: try ProjectTables.read())
        let response = ResponseInput(
            url: try CanonicalURL("https://ex.com/a.c2pa"), hops: [], status: 200, headers: [], fetched: PageFixture.now
        )
        let parts = EmbeddedParts.find(in: one.store, mediaType: "application/c2pa")
        let reading = reader.read(response, embedded: parts, site: SiteEvidence(atFetch: nil, atUse: nil))
        #expect(reading.statesAtUse[.embeddedC2PA] == one.state)
        let taken = reading.signals.filter { $0.source == .embeddedC2PA && $0.isTaken }
        if let value = one.value { #expect(taken.contains { $0.value == value }) } else { #expect(taken.isEmpty) }
        #expect(!taken.contains { $0.value == .allow })
    }

    @Test("No beginning of a store that refuses passes for a store that says nothing")
    func cuts() {
        let whole = JUMBFFixture.store(JUMBFFixture.assertion(JUMBFFixture.refusal))
        for length in 0..<whole.count { #expect(!C2PAStore(Array(whole.prefix(length))).isWhole, "\(length)") }
        #expect(C2PAStore(whole).isWhole)
    }

    @Test("A byte changed anywhere crashes nothing, and never makes an allowance of a refusal")
    func changes() {
        let whole = JUMBFFixture.store(JUMBFFixture.assertion(JUMBFFixture.refusal))
        for place in whole.indices {
            for byte: UInt8 in [0, 1, 0x7F, 0x80, 0xFF, whole[place] &+ 1] {
                var changed = whole
                changed[place] = byte
                let answers = C2PAStore(changed).assertions.map { $0.answer(for: .generativeTraining) }
                #expect(!answers.contains(.allow))
            }
        }
    }
}
