import Canonical
import Testing

@Suite("Writing canonical JSON, RFC 8785 in the profile of docs/formats/canonical-json.md")
struct JSONWriterTests {
    private func canonical(_ text: String) throws -> String {
        String(decoding: try JSONReader.read(Array(text.utf8)).canonicalBytes, as: UTF8.self)
    }

    @Test("Section 3.2.2: strings keep all but what must be escaped, in the shortest form")
    func escapes() throws {
        let read = try canonical(
            #""\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/\u007f\u0008\u0009\u000c\u000d\u0000""#)
        #expect(read == #""€$\u000f\nA'B\"\\\\\"/"# + "\u{7F}" + #"\b\t\f\r\u0000""#)
    }

    @Test("Section 3.2.3: keys stand in the order of their UTF-16 code units")
    func keyOrder() throws {
        let text = #"{"\u20ac":1,"\r":2,"\ufb33":3,"1":4,"\ud83d\ude00":5,"\u0080":6,"\u00f6":7}"#
        let value = try JSONReader.read(try JSONReader.read(Array(text.utf8)).canonicalBytes)
        #expect(value.members?.map { $0.value.integer } == [2, 4, 6, 7, 1, 5, 3])
    }

    @Test("A surrogate pair comes before U+E000 and after U+D7FF, which no order by code points or bytes gives")
    func surrogates() {
        #expect(JSONWriter.precedes("\u{1F600}", "\u{E000}"))
        #expect(JSONWriter.precedes("\u{D7FF}", "\u{10000}"))
        #expect(JSONWriter.precedes("a", "aa") && JSONWriter.precedes("", "a") && !JSONWriter.precedes("a", "a"))
        #expect(!JSONWriter.precedes("b", "aa"))
    }

    @Test("Section 3.2.3: the order told from UTF-8 is that of UTF-16 code units")
    func orderOfUnits() {
        let scalars: [Character] = [
            "a", "b", "\u{7F}", "\u{80}", "\u{7FF}", "\u{800}", "\u{D7FF}", "\u{E000}", "\u{F8FF}", "\u{FFFF}",
            "\u{10000}",
            "\u{1F600}", "\u{10FFFF}",
        ]
        var texts = [""]
        for one in scalars {
            texts.append(String(one))
            for other in scalars { texts.append(String([one, other])) }
        }
        for left in texts {
            for right in texts {
                let due = left.utf16.lexicographicallyPrecedes(right.utf16)
                #expect(JSONWriter.precedes(left, right) == due, "\(left.unicodeScalars) \(right.unicodeScalars)")
            }
        }
    }

    @Test("Integers up to 2^53-1 either way are numbers, beyond that strings")
    func integers() {
        var writer = JSONWriter()
        writer.array { writer in
            for value in [0, -1, 9_007_199_254_740_991, -9_007_199_254_740_991, 9_007_199_254_740_992, Int64.min, .max]
            {
                writer.integer(value)
            }
        }
        #expect(
            String(decoding: writer.bytes, as: UTF8.self)
                == #"[0,-1,9007199254740991,-9007199254740991,"9007199254740992","-9223372036854775808","9223372036854775807"]"#
        )
    }

    @Test("Commas stand between items and members and nowhere else")
    func commas() {
        var writer = JSONWriter()
        writer.object { writer in
            writer.key("a")
            writer.array { writer in
                writer.null()
                writer.strings(["x", "y"])
                writer.object { _ in }
                writer.raw(Array("[]".utf8))
            }
            writer.key(String("b\""))
            writer.bool(true)
        }
        #expect(String(decoding: writer.bytes, as: UTF8.self) == #"{"a":[null,["x","y"],{},[]],"b\"":true}"#)
        writer.reset()
        writer.utf8(Array("again".utf8))
        #expect(String(decoding: writer.bytes, as: UTF8.self) == "\"again\"")
    }
}
