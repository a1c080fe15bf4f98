import Canonical
import Testing

@Suite("Reading settings strictly")
struct ConfigNodeTests {
    private func read(_ text: String) throws(ConfigError) -> ConfigNode { try ConfigNode.read(text, file: "run.yaml") }

    private func error(_ body: () throws(ConfigError) -> Void) -> ConfigError? {
        do throws(ConfigError) {
            try body()
            return nil
        } catch { return error }
    }

    @Test("An unknown key is refused with file, line and the path of keys")
    func unknownKey() throws {
        let top = try read("crawl:\n  delay: 1s\n  dely: 2s\n").map(["crawl"])
        let found = error { () throws(ConfigError) in _ = try top["crawl"]?.map(["delay", "depth"]) }
        #expect(found?.file == "run.yaml" && found?.line == 3 && found?.key == "crawl.dely")
        #expect(found?.description == "run.yaml:3: crawl.dely: unknown key; known here: delay, depth")
    }

    struct Broken: CustomTestStringConvertible {
        let text: String
        let line: Int
        var testDescription: String { text }
    }

    @Test(
        "What a settings file may not hold is refused with its line",
        arguments: [
            Broken(text: "", line: 0), Broken(text: "# nothing\n", line: 0),
            Broken(text: "a: 1\nb: 2\na: 3\n", line: 3),
            Broken(text: "a: 1\n---\nb: 2\n", line: 2), Broken(text: "a: 1\nb: [1, 2\n", line: 3),
            Broken(text: "a: &x 1\nb: *x\n", line: 1), Broken(text: "a:\n  b: &x {c: 1}\nd: *x\n", line: 2),
            Broken(text: "a: *none\n", line: 1), Broken(text: "a: 1\n<<: {b: 2}\n", line: 2),
            Broken(text: "[1, 2]: a\n", line: 1), Broken(text: "a: 1\n\tb: 2\n", line: 2),
        ])
    func refused(_ entry: Broken) {
        let found = error { () throws(ConfigError) in _ = try read(entry.text) }
        #expect(found?.line == entry.line, "\(String(describing: found))")
    }

    @Test(
        "Lengths of time",
        arguments: [
            ("0s", 0), ("500ms", 500), ("30s", 30_000), ("5m", 300_000), ("24h", 86_400_000), ("90d", 7_776_000_000),
        ])
    func durations(text: String, milliseconds: Int) throws {
        #expect(try read("a: \(text)").map(["a"])["a"]?.milliseconds() == milliseconds)
    }

    @Test(
        "What is no length of time is refused",
        arguments: [
            "30", "s", "-1s", "1.5h", "1 h", "1w", "99999999999999999999s", "9223372036854775807d", "''", "~", "[1s]",
        ])
    func notDurations(text: String) throws {
        let node = try read("a: \(text)").map(["a"])["a"]
        #expect(error { () throws(ConfigError) in _ = try node?.milliseconds() }?.key == "a")
    }

    @Test(
        "Sizes",
        arguments: [("0", 0), ("512_000", 512_000), ("64KiB", 65_536), ("10MiB", 10_485_760), ("2GiB", 2_147_483_648)])
    func sizes(text: String, bytes: Int) throws {
        #expect(try read("a: \(text)").map(["a"])["a"]?.byteCount() == bytes)
    }

    @Test(
        "What is no size is refused", arguments: ["KiB", "-1", "1.5MiB", "10 MiB", "10MB", "9999999999TiB", "x", "~"])
    func notSizes(text: String) throws {
        let node = try read("a: \(text)").map(["a"])["a"]
        #expect(error { () throws(ConfigError) in _ = try node?.byteCount() }?.key == "a")
    }

    @Test("Texts, flags, numbers, choices and lists are what they say and nothing else")
    func scalars() throws {
        let node = try read("t: text\nf: false\nn: 1_000\nl: [a, b]\nz:\nq: 'null'\n")
        let map = try node.map(["t", "f", "n", "l", "z", "q"])
        #expect(try map["t"]?.string() == "text")
        #expect(try map["f"]?.bool() == false)
        #expect(try map["n"]?.integer(in: 1...1000) == 1000)
        #expect(try map["l"]?.strings() == ["a", "b"])
        #expect(try map["z"]?.list().isEmpty == true)
        #expect(try map["q"]?.string() == "null")
        #expect(try map["t"]?.choice(["text", "other"]) == "text")
        #expect(try node.entries().map(\.key) == ["t", "f", "n", "l", "z", "q"])
        #expect(throws: ConfigError.self) { try map["z"]?.string() }
        #expect(throws: ConfigError.self) { try map["t"]?.bool() }
        #expect(throws: ConfigError.self) { try map["n"]?.integer(in: 1...999) }
        #expect(throws: ConfigError.self) { try map["t"]?.integer(in: 0...9) }
        #expect(throws: ConfigError.self) { try map["l"]?.string() }
        #expect(throws: ConfigError.self) { try map["t"]?.list() }
        #expect(throws: ConfigError.self) { try map["t"]?.choice(["other"]) }
        #expect(throws: ConfigError.self) { try map["t"]?.map(["a"]) }
    }
}
