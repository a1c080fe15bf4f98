import Canonical
import Testing

@Suite("Walking canonical JSON: takes exactly what the writer writes")
struct CanonicalScannerTests {
    private func isTaken(_ bytes: [UInt8]) -> Bool {
        bytes.withUnsafeBytes { raw in
            var scanner = CanonicalScanner(raw)
            do throws(JSONError) {
                try scanner.skip()
                try scanner.end()
                return true
            } catch {
                return false
            }
        }
    }

    private static let line =
        #"{"a":[1,-20,0,9007199254740991],"b":{"":"","c":null,"d":true,"e":false},"f":"q\"\\\n\t\u0001é漢🙂 plain text that is long","é":"x"}"#

    @Test(
        "each value of the profile",
        arguments: [line, "0", "-1", #""""#, "[]", "{}", "null", #""\b\f\r\u001f/""#, #"{"ﬀ":1}"#, #"{"🙂":1,"ﬀ":2}"#])
    func taken(_ text: String) throws {
        #expect(isTaken(Array(text.utf8)))
        #expect(try JSONReader.read(Array(text.utf8)).canonicalBytes == Array(text.utf8))
    }

    @Test(
        "another spelling, or none at all",
        arguments: [
            "", " 1", "1 ", "01", "-0", "1.0", "1e3", "9007199254740992", "+1", "tru", "nul", "[1, 2]", "[1,]",
            "{\"a\":1,}",
            #"{"b":1,"a":2}"#, #"{"a":1,"a":2}"#, #"{"ﬀ":1,"🙂":2}"#, #"{"a" :1}"#, #"{a:1}"#, #""\/""#, #""\u0041""#,
            #""\u001F""#,
            #""\u0008""#, #""\u000a""#, "\"\u{1}\"", #""open"#, #""\"#, #""\x""#, "[", "{", "[1}", #"{"a":1]"#, "1 2",
            String(repeating: "[", count: 65) + String(repeating: "]", count: 65),
        ])
    func refused(_ text: String) { #expect(!isTaken(Array(text.utf8))) }

    @Test(
        "bytes that are not UTF-8",
        arguments: [[0x22, 0xC0, 0x80, 0x22], [0x22, 0xED, 0xA0, 0x80, 0x22], [0x22, 0xFF, 0x22]])
    func notUTF8(_ bytes: [UInt8]) { #expect(!isTaken(bytes)) }

    @Test("a line with any one bit changed is taken only if it is canonical still")
    func bits() {
        let line = Array(Self.line.utf8)
        for place in line.indices {
            for bit in 0..<8 {
                var changed = line
                changed[place] ^= 1 << UInt8(bit)
                var isCanonical = false
                do {
                    let value = try JSONReader.read(changed)
                    isCanonical = value.canonicalBytes == changed && !holdsFraction(value)
                } catch {}
                #expect(isTaken(changed) == isCanonical, "byte \(place), bit \(bit)")
            }
        }
    }

    /// Other people's JSON may hold numbers that the profile has not.
    private func holdsFraction(_ value: JSONValue) -> Bool {
        switch value {
        case .number: true
        case .array(let items): items.contains { holdsFraction($0) }
        case .object(let members): members.contains { holdsFraction($0.value) }
        default: false
        }
    }

    @Test("members, items and strings come as they stand; escapes are undone when asked")
    func slices() throws {
        let line = Array(#"{"k\"":["a","b\n"],"n":-7}"#.utf8)
        try line.withUnsafeBytes { raw in
            var scanner = CanonicalScanner(raw)
            var (keys, items, number): ([String], [String], Int) = ([], [], 0)
            try scanner.object { (key, scanner) throws(JSONError) in
                keys.append(key.text)
                if key == "n" {
                    number = try scanner.integer()
                } else {
                    try scanner.array { (scanner) throws(JSONError) in items.append(try scanner.string().text) }
                }
            }
            try scanner.end()
            #expect(keys == ["k\"", "n"])
            #expect(items == ["a", "b\n"])
            #expect(number == -7)
        }
    }
}
