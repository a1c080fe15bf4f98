import Canonical
import Testing

@Suite("Reading JSON, RFC 8259")
struct JSONReaderTests {
    struct Case: CustomTestStringConvertible {
        let text: String
        let canonical: String
        var testDescription: String { text }

        init(_ text: String, _ canonical: String) {
            self.text = text
            self.canonical = canonical
        }
    }

    struct Fault: CustomTestStringConvertible {
        let text: [UInt8]
        let offset: Int
        var testDescription: String { String(decoding: text.prefix(40), as: UTF8.self) }

        init(_ text: String, _ offset: Int) { self.init(bytes: Array(text.utf8), offset) }

        init(bytes: [UInt8], _ offset: Int) {
            text = bytes
            self.offset = offset
        }
    }

    static let accepted = [
        Case("null", "null"), Case(" true\n", "true"), Case("\t false\r", "false"), Case("0", "0"), Case("-0", "0"),
        Case("9007199254740991", "9007199254740991"), Case("-9007199254740991", "-9007199254740991"),
        Case("9007199254740992", "9007199254740992"), Case("1.50", "1.50"), Case("1E+2", "1E+2"), Case("-0.0", "-0.0"),
        Case("\"\"", "\"\""), Case(#""a\/b\u0041\n\u001f\"\\""#, #""a/bA\n\u001f\"\\""#),
        Case(#""\ud83d\ude00""#, "\"😀\""), Case(#""\u0000""#, #""\u0000""#), Case("[]", "[]"), Case("[ ]", "[]"),
        Case("{}", "{}"), Case("[1 , [2]]", "[1,[2]]"),
        Case(#"{"b":1,"a":{"d":null,"c":[]}}"#, #"{"a":{"c":[],"d":null},"b":1}"#),
        Case("{\"\u{E9}\":1,\"e\u{301}\":2}", "{\"e\u{301}\":2,\"\u{E9}\":1}"),
    ]

    @Test("Sections 2 to 7: texts that are JSON, and their canonical form", arguments: accepted)
    func accepts(_ entry: Case) throws {
        let value = try JSONReader.read(Array(entry.text.utf8))
        #expect(String(decoding: value.canonicalBytes, as: UTF8.self) == entry.canonical)
        #expect(value.canonicalBytes == Array(entry.canonical.utf8))
    }

    static let refused = [
        Fault("", 0), Fault("  ", 2), Fault("nul", 0), Fault("True", 0), Fault("1 2", 2), Fault("01", 0 + 2),
        Fault("-", 1), Fault("+1", 0), Fault(".5", 0), Fault("1.", 2), Fault("1e", 2), Fault("NaN", 0),
        Fault("'a'", 0), Fault("\"a", 2), Fault("\"a\\", 3), Fault("\"\\x\"", 3), Fault("\"\\u12g4\"", 5),
        Fault("\"\u{1}\"", 1), Fault("\"a\nb\"", 2), Fault("\"\\ud800\"", 7), Fault("\"\\udc00\"", 7),
        Fault("\"\\ud800\\u0041\"", 7), Fault("[1,]", 3), Fault("[,1]", 1), Fault("[1 2]", 3), Fault("[", 1),
        Fault("[1}", 2), Fault("{\"a\" 1}", 5), Fault("{\"a\":1,}", 7), Fault("{a:1}", 1), Fault("{\"a\":}", 5),
        Fault("{\"a\":1,\"b\":2,\"a\":3}", 13), Fault("{\"\\u0061\":1,\"a\":3}", 12), Fault("\u{FEFF}1", 0),
        Fault("1 // x", 2), Fault("/* */ 1", 0), Fault(bytes: [0x22, 0xFF, 0x22], 1),
        Fault(bytes: [0x22, 0xC3, 0x22], 1),
        Fault(bytes: [0x22, 0xED, 0xA0, 0x80, 0x22], 1), Fault(bytes: [0x22, 0xC0, 0x80, 0x22], 1), Fault("1\u{A0}", 1),
    ]

    @Test("Texts that are not JSON are refused at the byte of the fault", arguments: refused)
    func refuses(_ entry: Fault) {
        do {
            let value = try JSONReader.read(entry.text)
            Issue.record("read as \(value)")
        } catch {
            #expect(error.offset == entry.offset, "\(error)")
        }
    }

    static let lenient = [
        Case("\u{FEFF}{\"a\":1}", #"{"a":1}"#), Case("[1,2,]", "[1,2]"), Case("{\"a\":1,}", #"{"a":1}"#),
        Case("\"a\nb\"", #""a\nb""#), Case("{\"a\":1,\"a\":2}", #"{"a":1,"a":2}"#),
        Case("<!-- {\"a\":1} -->", #"{"a":1}"#),
        Case("/* x */ 1 // y", "1"), Case("// x\n1", "1"), Case("//<![CDATA[\n[1]\n//]]>", "[1]"),
        Case("<![CDATA[ [1] ]]>", "[1]"), Case("{\"a\":1};", #"{"a":1}"#), Case(#""\ud800""#, "\"\u{FFFD}\""),
        Case(#""\q""#, #""q""#), Case("[1/* a */,/**/2]", "[1,2]"),
    ]

    @Test("What web pages do to JSON-LD is read when asked for, and refused otherwise", arguments: lenient)
    func leniency(_ entry: Case) throws {
        let bytes = Array(entry.text.utf8)
        #expect(try JSONReader.read(bytes, lenient: true).canonicalBytes == Array(entry.canonical.utf8))
        #expect(throws: JSONError.self) { try JSONReader.read(bytes) }
    }

    @Test(
        "Leniency guesses at no value",
        arguments: ["", "[,]", "{a:1}", "[1 2]", "'a'", "\"a", "[1", "undefined", "{\"a\"}"])
    func lenientRefusals(text: String) {
        #expect(throws: JSONError.self) { try JSONReader.read(Array(text.utf8), lenient: true) }
    }

    @Test("Openers of comments that never close end the text in one pass", .timeLimit(.minutes(10)))
    func unclosedComments() {
        for opener in ["/*", "//", "<!--", "-->", "<![CDATA[", "]]>", "/**/", "//\n", "/*/"] {
            let bytes = Array(String(repeating: opener, count: 10_000).utf8)
            #expect(throws: JSONError.self) { try JSONReader.read(bytes, lenient: true) }
            #expect(throws: JSONError.self) {
                try JSONReader.read(Array("1".utf8) + bytes + Array("x\n2".utf8), lenient: true)
            }
        }
    }

    @Test("Nesting is read to the limit and refused beyond it, however deep")
    func depth() throws {
        func nested(_ count: Int) -> [UInt8] {
            [UInt8](repeating: 0x5B, count: count) + [UInt8](repeating: 0x5D, count: count)
        }
        _ = try JSONReader.read(nested(64))
        for count in [65, 1_000_000] {
            #expect(throws: JSONError("nested deeper than 64", offset: 64)) { try JSONReader.read(nested(count)) }
        }
        _ = try JSONReader.read(nested(3), depth: 3)
        #expect(throws: JSONError.self) { try JSONReader.read(nested(4), depth: 3) }
    }

    @Test("Keys are told apart by bytes, not by how letters are composed (section 8.3)")
    func keysByBytes() throws {
        let value = try JSONReader.read(Array("{\"\u{212A}\":1,\"K\":2,\"\u{E9}\":3,\"e\u{301}\":4}".utf8))
        #expect(value["K"] == .integer(2))
        #expect(value["\u{212A}"] == .integer(1))
        #expect(value["\u{E9}"] == .integer(3))
        #expect(value["e\u{301}"] == .integer(4))
    }

    @Test("Any value, written canonically, reads back as itself")
    func roundTrip() throws {
        var random = SplitMix(2)
        for _ in 0..<1000 {
            let value = RandomJSON.value(&random, depth: 0)
            let bytes = value.canonicalBytes
            let read = try JSONReader.read(bytes)
            #expect(read == value)
            #expect(read.canonicalBytes == bytes)
        }
    }

    @Test("Changed bytes give a value or an error, never a crash; a value has one canonical form")
    func mutated() throws {
        var random = SplitMix(3)
        for _ in 0..<1000 {
            var bytes = RandomJSON.value(&random, depth: 0).canonicalBytes
            for _ in 0..<Int.random(in: 1...4, using: &random) where !bytes.isEmpty {
                let at = Int.random(in: bytes.indices, using: &random)
                switch Int.random(in: 0..<3, using: &random) {
                case 0: bytes[at] = UInt8.random(in: 0...255, using: &random)
                case 1: bytes.remove(at: at)
                default: bytes.insert(Array("\"\\{}[],:/*<-u0e".utf8).randomElement(using: &random) ?? 0, at: at)
                }
            }
            for lenient in [false, true] {
                let canonical: [UInt8]
                do {
                    canonical = try JSONReader.read(bytes, lenient: lenient).canonicalBytes
                } catch {
                    #expect((0...bytes.count).contains(error.offset))
                    continue
                }
                let again = try JSONReader.read(canonical).canonicalBytes
                #expect(again == canonical)
            }
        }
    }
}
