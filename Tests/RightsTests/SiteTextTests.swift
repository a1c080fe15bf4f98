import Provenance
import Rights
import Testing

@Suite("trust.txt and ai.txt")
struct SiteTextTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let body: String
        let outcome: SiteFileOutcome
        let state: ProtocolState
        let value: SignalValue?
        var testDescription: String { body.isEmpty ? outcome.rawValue : body }

        init(_ body: String, _ state: ProtocolState, _ value: SignalValue? = nil, _ outcome: SiteFileOutcome = .found) {
            (self.body, self.state, self.value, self.outcome) = (body, state, value, outcome)
        }
    }

    static let trustCases: [Case] = [
        .init("member=https://a.example/\nDataTrainingAllowed = No\n", .stated, .deny),
        .init("\u{FEFF}datatrainingallowed=no # for all", .stated, .deny),
        .init("datatrainingallowed=yes\rdatatrainingallowed=no\r", .stated, .deny),
        .init("datatrainingallowed=yes\n", .stated, .allow),
        .init("datatrainingallowed=yes\ndatatrainingallowed=yes\n", .unreadable, .invalid),
        .init("datatrainingallowed=maybe\n", .unreadable, .invalid),
        .init("datatrainingallowed=never\n", .unreadable, .invalid),
        .init("data-training-allowed: no\n", .unreadable, .invalid),
        .init("#datatrainingallowed=no\nmember=https://a.example/", .absent),
        // No file at the first place, and nobody looked at the second.
        .init("<!doctype html><p>Not found</p>", .notChecked),
        .init("<html>\ndatatrainingallowed=no\n", .unreadable, .invalid),
        .init("", .notChecked, nil, .absent), .init("", .unreadable, .unknown, .refused),
        .init("", .unreadable, .invalid, .unreachable),
    ]

    @Test("trust.txt: any no wins, one record is due, what is no such file says nothing", arguments: trustCases)
    func trust(_ one: Case) throws {
        let reading = try reading(.trustTxt, one)
        #expect(reading.statesAtUse[.trustTxt] == one.state)
        #expect(taken(reading, .trustTxt) == one.value.map { [$0] } ?? [])
    }

    @Test("trust.txt: a no at one place stands whatever the other place holds")
    func places() throws {
        for (one, other) in [("no", "yes"), ("yes", "no")] {
            let files = [
                try PageFixture.file(.trustTxt, "datatrainingallowed=" + one),
                try PageFixture.file(.trustTxtWellKnown, "datatrainingallowed=" + other),
            ]
            let reading = try PageFixture(html: prose, files: files).reading()
            #expect(reading.statesAtUse[.trustTxt] == .stated)
            #expect(taken(reading, .trustTxt).contains(.deny))
        }
    }

    @Test("trust.txt: a refusal meant in other words is noted as one")
    func intent() throws {
        let meant = try reading(.trustTxt, .init("datatrainingallowed=prohibited", .unreadable))
        #expect(meant.signals.contains { $0.notes.contains("restrictive-intent") })
        let open = try reading(.trustTxt, .init("datatrainingallowed=maybe", .unreadable))
        #expect(!open.signals.contains { $0.notes.contains("restrictive-intent") })
    }

    static let aiCases: [Case] = [
        .init("User-Agent: *\nDisallow: /\n", .stated, .deny),
        .init("User-Agent: *\nDisallow: *\n", .stated, .deny),
        .init("User-Agent: *\nAllow: /\nDisallow: /\n", .stated, .deny),
        .init("User-Agent: *\nAllow: /\n", .stated, .allow),
        .init("User-Agent: *\nDisallow: *.html\nDisallow: *.txt\n", .stated, .deny),
        .init("User-Agent: *\nAllow: *.html\n", .absent),
        .init("User-Agent: *\nDisallow: /b/\n", .absent),
        .init("User-Agent: MunimentBot\nAllow: /\nUser-Agent: *\nDisallow: /\n", .stated, .allow),
        .init("User-Agent: spawningbot\nDisallow: /\n", .stated, .conditional),
        .init("---\ntitle: About us\n---\n# We are a shop\n", .absent),
        .init("name: shop\ncontact: a@b.example\n", .absent),
        .init("ai-training: disallow\ncontact: a@b.example\n", .unreadable, .invalid),
        .init("Please do not use this site for training models.\n", .unreadable, .invalid),
        .init("We sell shoes.\n", .absent), .init("<html><p>User-Agent: *", .absent),
        .init("", .absent, nil, .absent), .init("", .unreadable, .unknown, .refused),
        .init("", .unreadable, .invalid, .unreachable),
    ]

    @Test("ai.txt: a tie refuses, a page without an extension is reached by what refuses pages", arguments: aiCases)
    func forAI(_ one: Case) throws {
        let reading = try reading(.aiTxt, one)
        #expect(reading.statesAtUse[.aiTxt] == one.state)
        #expect(taken(reading, .aiTxt) == one.value.map { [$0] } ?? [])
    }

    @Test("ai.txt: an extension is the whole of it, in any case")
    func extensions() throws {
        guard case .file(let file) = AITxt.parse(Array("User-Agent: *\nDisallow: *.c\nAllow: /x.\n".utf8)) else {
            Issue.record("no file")
            return
        }
        #expect(file.verdict(agent: PageFixture.agent, pathAndQuery: "/a.C?b=1")?.isAllowed == false)
        #expect(file.verdict(agent: PageFixture.agent, pathAndQuery: "/a.css") == nil)
        #expect(file.verdict(agent: PageFixture.agent, pathAndQuery: "/a.c/b") == nil)
        #expect(file.verdict(agent: PageFixture.agent, pathAndQuery: "/x.c")?.isAllowed == false)
    }

    @Test("No bytes crash the readers")
    func hostile() {
        var state: UInt64 = 7
        for length in 0..<400 {
            let bytes = (0..<length).map { _ -> UInt8 in
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                return Array("*/.:=#\nuser-agent<{}\"datrn\u{FF}".utf8)[Int(state >> 33) % 26]
            }
            _ = TrustTxt.parse(bytes)
            _ = AITxt.parse(bytes)
            _ = TDMPolicy.parse(bytes)
            _ = PaymentOffer.parse(bytes)
            _ = RobotsDate.read(String(decoding: bytes, as: UTF8.self))
        }
    }

    private func reading(_ kind: SiteFileKind, _ one: Case) throws -> RightsReading {
        try PageFixture(html: prose, files: [try PageFixture.file(kind, one.body, one.outcome)]).reading()
    }

    private func taken(_ reading: RightsReading, _ source: RightsProtocol) -> [SignalValue] {
        reading.signals.filter { $0.source == source && $0.isTaken }.map(\.value)
    }
}
