import Testing

@testable import Canonical

@Suite("JSONTape: canonical JSON taken apart without making values of it; docs/formats/canonical-json.md")
struct JSONTapeTests {
    /// What a tape holds, made into a value again.
    private func value(_ tape: JSONTape, _ node: Int = JSONTape.root) -> JSONValue {
        switch tape.kind(node) {
        case .null: return .null
        case .yes: return .bool(true)
        case .no: return .bool(false)
        case .integer: return .integer(Int64(tape.number(node)))
        case .string: return .string(tape.text(node))
        case .array: return .array(tape.items(of: node).map { value(tape, $0) })
        case .object:
            var members: [JSONValue.Member] = []
            tape.eachMember(of: node) { members.append(.init(tape.text($0), value(tape, $1))) }
            return .object(members)
        }
    }

    @Test("every value comes out as it was written", arguments: 0..<50)
    func random(_ seed: Int) throws {
        var random = SplitMix(UInt64(seed))
        for _ in 0..<20 {
            let json = RandomJSON.value(&random, depth: 0)
            let line = json.canonicalBytes
            #expect(try value(JSONTape(line)).canonicalBytes == line)
        }
    }

    @Test("members are found by their key, however it is written, and only in their own object")
    func members() throws {
        let tape = try JSONTape(Array(#"{"a":{"b":[1,"x\n",-7]},"b":null,"é":"ü"}"#.utf8))
        let a = try #require(tape.member("a", of: JSONTape.root))
        let list = try #require(tape.member("b", of: a))
        #expect(tape.items(of: list).count == 3)
        #expect(tape.text(tape.items(of: list)[1]) == "x\n" && tape.number(tape.items(of: list)[2]) == -7)
        #expect(tape.member("b", of: JSONTape.root).map { tape.kind($0) } == .null)
        #expect(tape.member("é", of: JSONTape.root).map { tape.text($0) } == "ü")
        #expect(tape.member("c", of: JSONTape.root) == nil && tape.member("1", of: list) == nil)
    }

    @Test(
        "what is not canonical is refused",
        arguments: [
            "", "{", "{}x", "{ }", #"{"b":1,"a":2}"#, #"{"a":1,"a":1}"#, "[1,]", "01", "1.5", #""\u0041""#, #""a"#,
            "tru",
            "9007199254740992", "\"\u{1}\"",
        ])
    func refused(_ text: String) {
        #expect(throws: JSONError.self) { try JSONTape(Array(text.utf8)) }
    }
}
