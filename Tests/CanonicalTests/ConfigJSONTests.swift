import Canonical
import Testing

@Suite("Settings that come as JSON: faults name the line and the path of keys")
struct ConfigJSONTests {
    private static let text = """
        {
          "a": [1, "two \\" ] , {",
            {"b": true,
             "c": null}],
          "d": {"e":
            "x"}, "f": []
        }
        """

    @Test("every value has the line it begins on")
    func lines() throws {
        let top = try ConfigNode.read(json: Array(Self.text.utf8), file: "m.json").map(["a", "d", "f"])
        let items = try top["a"]!.list()
        #expect(items.map(\.line) == [2, 2, 3])
        let map = try items[2].map(["b", "c"])
        #expect(map["b"]?.line == 3 && map["c"]?.line == 4 && map["c"]?.path == "a[2].c")
        #expect(try top["d"]?.map(["e"])["e"]?.line == 6)
        #expect(top["f"]?.line == 6 && top["d"]?.line == 5)
    }

    @Test(
        "what is no JSON is told by line and octet",
        arguments: [
            ("", 1, "byte 0"), ("{\n  \"a\": 1,\n  \"a\": 2\n}", 3, "the key a stands twice"),
            ("{\n\n \"a\" 1}", 3, "a colon is due"),
            ("[1,\n2", 2, "byte 5"), ("nonsense", 1, "no value begins like this"),
        ])
    func broken(_ text: String, _ line: Int, _ reason: String) {
        let error = #expect(throws: ConfigError.self) {
            try ConfigNode.read(json: Array(text.utf8), file: "m.json")
        }
        #expect(error?.line == line && error?.problem.contains(reason) == true, "\(String(describing: error))")
        #expect(error?.description.hasPrefix("m.json:\(line): it is no JSON: not valid JSON at byte ") == true)
    }

    @Test(
        "characters that nobody sees are found wherever they stand",
        arguments: [
            ("a: \"x\\x85y\"", 1, "a", "U+0085"), ("a:\n  - b\n  - \"\\u202E\"", 3, "a[1]", "U+202E"),
            ("a: {\"b\\u2069\": 1}", 1, "a", "U+2069"), ("a: \"\\u200E\"", 1, "a", "U+200E"),
            ("a: \"\\u061C\"", 1, "a", "U+061C"), ("a: \"\\u2028\"", 1, "a", "U+2028"),
            ("a: \"\\x7F\"", 1, "a", "U+007F"),
        ])
    func marks(_ text: String, _ line: Int, _ key: String, _ mark: String) throws {
        let node = try ConfigNode.read(text, file: "m.yaml")
        let error = #expect(throws: ConfigError.self) { try node.checkMarks() }
        #expect(
            error?.line == line && error?.key == key && error?.problem.contains(mark) == true,
            "\(String(describing: error))")
    }

    @Test(
        "letters of all scripts, and lines of a text, are seen",
        arguments: ["a: Société 著作權 שלום", "a: |\n  b\n  c\tc\n"])
    func seen(_ text: String) throws { try ConfigNode.read(text, file: "m.yaml").checkMarks() }
}
