import Canonical
import Provenance
import Registry
import Testing

@Suite("Reading objection files")
struct ObjectionFileTests {
    struct Case: CustomTestStringConvertible {
        let name: String
        let line: String
        let code: RegistryError.Code
        let key: String

        init(_ name: String, _ line: String, _ code: RegistryError.Code, _ key: String) {
            (self.name, self.line, self.code, self.key) = (name, line, code, key)
        }

        var testDescription: String { name }
    }

    static let whole = Filing(id: "O-2").line
    static let cases = [
        Case("empty line", "", .notJSON, ""),
        Case("not an object", "[]", .notJSON, ""),
        Case("two objects", "\(whole) \(whole)", .notJSON, ""),
        Case("cut off", String(whole.dropLast()), .notJSON, ""),
        Case("key twice", Filing(id: "O-2", more: ",\"state\":\"LAPSED\"").line, .notJSON, ""),
        Case("unknown key", Filing(id: "O-2", more: ",\"effectiveTo\":\"\"").line, .unknownKey, "effectiveTo"),
        Case(
            "unknown key in the scope", whole.replacing("\"kind\"", with: "\"www\":true,\"kind\""), .unknownKey,
            "scope.www"),
        Case(
            "scope is a text",
            Filing(more: "").line.replacing("{\"kind\":\"host\",\"value\":\"example.com\"}", with: "\"x\""),
            .badValue, "scope"),
        Case("unknown kind", Filing(id: "O-2", kind: "site").line, .badValue, "scope.kind"),
        Case("unknown state", Filing(id: "O-2", state: "effective").line, .badValue, "state"),
        Case("unknown standing", Filing(id: "O-2", standing: "L6").line, .badValue, "standing"),
        Case("no id", whole.replacing("\"id\":\"O-2\",", with: ""), .missingKey, "id"),
        Case("empty id", Filing(id: "").line, .badValue, "id"),
        Case("id with a space", Filing(id: "O 2").line, .badValue, "id"),
        Case("id is a number", whole.replacing("\"O-2\"", with: "2"), .badValue, "id"),
        Case("no start", whole.replacing("effective_from", with: "note"), .missingKey, "effective_from"),
        Case("a date", Filing(id: "O-2", from: "2026-01-01").line, .badValue, "effective_from"),
        Case("a fraction", Filing(id: "O-2", to: "2026-06-01T00:00:00.5Z").line, .badValue, "effective_to"),
        Case("an end that is null", Filing(id: "O-2", more: ",\"effective_to\":null").line, .badValue, "effective_to"),
        Case("ends as it begins", Filing(id: "O-2", to: "2026-01-01T00:00:00Z").line, .badValue, "effective_to"),
        Case(
            "recorded after the compile", Filing(id: "O-2", recorded: "2026-11-23T12:00:01Z").line, .badValue,
            "recorded_at"),
        Case("uses is a text", Filing(id: "O-2", more: ",\"uses\":\"train\"").line, .badValue, "uses"),
        Case("no uses", Filing(id: "O-2", more: ",\"uses\":[]").line, .badValue, "uses"),
        Case("unknown use", Filing(id: "O-2", more: ",\"uses\":[\"trian\"]").line, .badValue, "uses"),
        Case("a use twice", Filing(id: "O-2", more: ",\"uses\":[\"train\",\"train\"]").line, .badValue, "uses"),
        Case("note is a list", Filing(id: "O-2", more: ",\"note\":[]").line, .badValue, "note"),
        Case("withdrawn without an end", Filing(id: "O-2", state: "WITHDRAWN").line, .missingKey, "effective_to"),
        Case(
            "withdrawn with an end to come", Filing(id: "O-2", state: "WITHDRAWN", to: "2026-12-01T00:00:00Z").line,
            .badValue, "effective_to"),
        Case("id twice", Filing().line, .duplicate, "id"),
    ]

    @Test("One bad line and there is no snapshot", arguments: cases)
    func refuses(_ item: Case) throws {
        let text = Filing().line + "\n" + item.line + "\n" + Filing(id: "O-3").line + "\n"
        let error = try #require(throws: RegistryError.self) { try compile(text: text) }
        #expect(error.code == item.code, "\(error)")
        #expect(error.key == item.key)
        #expect(error.file == "objections.jsonl")
        #expect(error.line == 2)
    }

    @Test("Every optional key is taken; the note stays out of the snapshot")
    func takes() throws {
        let more = ",\"uses\":[\"train\",\"crawl\"],\"note\":\"by letter\""
        let snapshot = try compile([Filing(from: "2026-01-01T01:00:00+01:00", to: "2027-01-01T00:00:00Z", more: more)])
        let objection = try #require(Array(snapshot.objections).first)
        #expect(objection.uses == [.crawl, .train])
        #expect(objection.effectiveFrom == time("2026-01-01T00:00:00Z"))
        #expect(objection.effectiveTo == time("2027-01-01T00:00:00Z"))
        #expect(snapshot.allBytes.allSatisfy { !String(decoding: $0, as: UTF8.self).contains("by letter") })
    }

    @Test("A last line without a line feed counts, and so do lines ended by CR LF")
    func lineEnds() throws {
        let two = try compile(text: Filing().line + "\r\n" + Filing(id: "O-2").line)
        #expect(two.count == 2)
        let none = try compile(text: "")
        #expect(none.count == 0)
    }

    @Test("A list that is no Public Suffix List is refused")
    func badList() throws {
        let error = try #require(throws: RegistryError.self) {
            try compile(files: [], list: Array("<html>".utf8))
        }
        #expect(error.code == .badPublicSuffixList)
    }
}
