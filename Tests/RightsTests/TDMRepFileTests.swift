import Provenance
import Rights
import Testing

@Suite("tdmrep.json that is not as it should be (TDMRep, section 6)")
struct TDMRepFileTests {
    struct Case: CustomTestStringConvertible {
        let file: String
        let state: ProtocolState
        var isReserved = false
        var testDescription: String { file }
    }

    @Test(
        "What was meant to reserve does, or cannot be read; never is it silence",
        arguments: [
            Case(
                file: #"[{"location":"/*","tdm-reservation":0,"tdm-reservation":1}]"#, state: .stated, isReserved: true),
            Case(file: #"[{"location":"/*","tdm-reservation":0,"tdm-reservation":"x"}]"#, state: .unreadable),
            Case(file: #"[{"location":"/*","tdm-policy":"https://ex.com/p.json"}]"#, state: .stated),
            Case(file: #"[{"location":"https://ex.com/*","tdm-reservation":1}]"#, state: .unreadable),
            Case(file: #"[{"location":"a*","tdm-reservation":1}]"#, state: .unreadable),
            Case(
                file: #"[{"location":"a","tdm-reservation":1},{"location":"/","tdm-reservation":0}]"#,
                state: .unreadable),
            Case(
                file: #"[{"location":"a","tdm-reservation":1},{"location":"/","tdm-reservation":1}]"#, state: .stated,
                isReserved: true),
            Case(file: #"[{"location":"*","tdm-reservation":1}]"#, state: .stated, isReserved: true),
            Case(file: "\u{1F}\u{8B}\u{8}packed", state: .unreadable),
            Case(file: "[\0]", state: .unreadable),
            Case(file: #"[{"location":"/","tdm-reservation":0}]"#, state: .stated),
            Case(file: "[]", state: .absent),
            Case(file: "0", state: .unreadable), Case(file: "true", state: .unreadable),
            Case(file: "\"\"", state: .unreadable), Case(file: "[1]", state: .unreadable),
            Case(file: "[null]", state: .unreadable), Case(file: "[[]]", state: .unreadable),
            Case(file: "[{}]", state: .unreadable), Case(file: #"{"location":"/"}"#, state: .unreadable),
            Case(file: "Service temporarily unavailable", state: .unreadable),
            Case(file: "# TDM\nAll rights reserved", state: .unreadable),
            Case(file: #"{"error":"not found"}"#, state: .absent),
            Case(file: "<html><body>Not found</body></html>", state: .absent),
            Case(file: #"[{"location":"/x","location":"/*","tdm-reservation":1}]"#, state: .unreadable),
        ])
    func file(_ sample: Case) throws {
        let reading = try PageFixture(html: prose, files: [PageFixture.file(.tdmrep, sample.file)]).reading()
        #expect(reading.statesAtUse[.tdmrepFile] == sample.state)
        #expect(reading.signals.contains { $0.source == .tdmrepFile && $0.value == .deny } == sample.isReserved)
    }

    @Test(
        "A folder's rule does not match its name (section 6.2); where it reserves, it is heard as what was meant",
        arguments: [
            (#"[{"location":"/a/","tdm-reservation":1}]"#, "/a/", true, false),
            (#"[{"location":"/a/","tdm-reservation":1}]"#, "/a", false, true),
            (#"[{"location":"/a/","tdm-reservation":1},{"location":"/a","tdm-reservation":1}]"#, "/a", true, true),
            (#"[{"location":"/a","tdm-reservation":0},{"location":"/a/","tdm-reservation":1}]"#, "/a", false, false),
            (#"[{"location":"/a/","tdm-reservation":0}]"#, "/a", false, false),
        ])
    func folder(_ file: String, _ path: String, _ isReserved: Bool, _ isMeant: Bool) throws {
        let reading = try PageFixture(html: prose, files: [PageFixture.file(.tdmrep, file)], path: path).reading()
        let found = reading.signals.filter { $0.source == .tdmrepFile }
        #expect(found.contains { $0.value == .deny } == isReserved)
        #expect(found.contains { $0.value == .invalid && $0.notes.contains("restrictive-intent") } == isMeant)
        if isMeant { #expect(reading.statesAtUse[.tdmrepFile] == (isReserved ? .stated : .unreadable)) }
    }

    @Test("A reservation without a value is one that went wrong", arguments: ["", " content=''", " value='1'"])
    func emptyMeta(_ rest: String) throws {
        let reading = try PageFixture(html: "<head><meta name=tdm-reservation\(rest)></head>" + prose).reading()
        #expect(reading.statesAtUse[.tdmrepMeta] == .unreadable)
        #expect(reading.signals.contains { $0.source == .tdmrepMeta && $0.notes.contains("restrictive-intent") })
    }

    @Test("An empty header is one that went wrong")
    func emptyHeader() throws {
        let fixture = PageFixture(html: prose, headers: [("Content-Type", "text/html"), ("tdm-reservation", "")])
        let reading = try fixture.reading()
        #expect(reading.statesAtUse[.tdmrepHeader] == .unreadable)
    }
}
