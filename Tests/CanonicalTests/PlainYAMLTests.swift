import Foundation
import Testing

@testable import Canonical

@Suite("Plain YAML is read as all of YAML is")
struct PlainYAMLTests {
    /// Rows by the whole of YAML; nil for what it refuses.
    private func whole(_ text: String) -> [ConfigTree.Entry]? {
        do { return try ConfigTree.entries(yaml: text, file: "run.yaml") } catch { return nil }
    }

    private static let files: [String] = {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("config").path
        let names = FileManager.default.enumerator(atPath: root)?.compactMap { $0 as? String } ?? []
        return names.filter { $0.hasSuffix(".yaml") }.sorted().map { root + "/" + $0 }
    }()

    @Test("A settings file reads alike if it is plain, and the tables and packs are", arguments: files)
    func configFiles(path: String) throws {
        let text = try String(contentsOfFile: path, encoding: .utf8)
        let plain = PlainYAML.entries(of: text)
        // What every run reads is worth writing plainly.
        let isOften = path.contains("/signals/") || path.contains("/packs/")
        #expect(plain != nil || !isOften, "\(path) is not plain")
        #expect(plain == nil || plain == whole(text))
    }

    @Test("A file with something changed in it is read alike or not as plain", arguments: files)
    func changedFiles(path: String) throws {
        let bytes = Array(try String(contentsOfFile: path, encoding: .utf8).utf8)
        var random = SplitMix(UInt64(bytes.count))
        for _ in 0..<60 {
            // A part of the file, so that many are tried in little time.
            let start = Int.random(in: 0..<bytes.count, using: &random)
            let lines = bytes[start...].prefix(2000)
            var part = Array(lines.drop { $0 != 0x0A }.dropFirst())
            if Bool.random(using: &random) { part = Array(bytes.prefix(1500)) }
            for _ in 0..<Int.random(in: 1...4, using: &random) where !part.isEmpty {
                change(&part, &random)
            }
            guard let text = String(validating: part, as: UTF8.self), let plain = PlainYAML.entries(of: text) else {
                continue
            }
            #expect(plain == whole(text), "\(text)")
        }
    }

    private static let pieces = [
        ":", ": ", " ", "  ", "\n", "\n  ", "- ", "-", "#", " #", "'", "\"", "[", "]", "{", "}", ",", ", ", "&", "*",
        "!",
        "|", ">", "%", "@", "`", "?", "? ", "~", "\\", "\t", "\r", "---", "...", "<<", "\u{85}", "\u{2028}", "\u{FEFF}",
        "é",
        "null", "0", "=",
    ].map { Array($0.utf8) }

    private func change(_ part: inout [UInt8], _ random: inout SplitMix) {
        let at = Int.random(in: 0..<part.count, using: &random)
        switch Int.random(in: 0..<4, using: &random) {
        case 0: part.remove(at: at)
        case 1: part.insert(contentsOf: Self.pieces.randomElement(using: &random) ?? [], at: at)
        case 2: part.replaceSubrange(at..<at + 1, with: Self.pieces.randomElement(using: &random) ?? [])
        default:
            let end = min(part.count, at + Int.random(in: 1...30, using: &random))
            part.removeSubrange(at..<end)
        }
    }

    @Test(
        "Small texts are read alike or not as plain",
        arguments: [
            "a: 1\n", "a: 1", "a:\n  b: 1\n", "a:\n  - 1\n  - x: 2\n    y: 3\n", "a: [1, b c, \"d, e\", 'f']\n",
            "a: {}\n",
            "a: []\n", "a: [ ]\n", "a: [1,]\n", "a: [1,2]\n", "a: {b: 1, c: {d: [e]}}\n", "a: {b:1}\n", "a: {b: }\n",
            "a: [b: 1]\n",
            "a: \"x\" # y\n", "a: \"x\"# y\n", "a: x # y\n", "a: x# y\n", "a: x: y\n", "a: x:y\n", "a: x:\n",
            "a:  x  \n",
            "a: ''\n", "a: 'it''s'\n", "a: \"\\n\"\n", "a: \"\\\"b\\\\\"\n", "a: [\"\\\"\", \"x\\\\\"]\n",
            "a: \"b\\\"\n", "a: b\n  c\n", "a: b\n # c\nd: 1\n", "a:\n- 1\n", "a:\nb: 1\n", "a: -1\n", "a: - 1\n",
            "- a\n", "a: ~\n", "a: null\n", "\"a\": 1\n", "1: 2\n", "a b: 2\n", " a: 1\n", "a: 1\n b: 2\n",
            "a:\n    b: 1\n  c: 2\n",
            "a:\n  -   b: 1\n      c: 2\n", "a:\n  -   b: 1\n     c: 2\n", "a:\n  - b\n    c\n", "a:\n  - - b\n",
            "a:\n  -\n    b: 1\n",
            "a: |\n  b\n", "a: > b\n", "a: *b\n", "a: &b c\n", "a: !!str 1\n", "a: 'b\n  c'\n", "a: [b,\n  c]\n",
            "a: b\u{85}c\n",
            "a: b\u{2028}c: d\n", "\u{FEFF}a: 1\n", "a: \u{FFFE}\n", "a: \u{7F}\n", "a: \u{9F}\n",
            "%YAML 1.1\n---\na: 1\n", "a: 1\n...\n",
            "a: 1\n---\n", "--- a: 1\n", "---\na: 1\n", "# x\n\n# y\na: 1 \n\n", "a: {b: c, b: d}\n", "a: 1\na: 2\n",
            "a: .5\n", "a: /b c\n",
            "a: ~b\n", "a: b\\c\n", "a: $b (c)\n", "a: <b>\n", "a: <<\n", "<<: {b: 1}\n", "a: =\n", "a: ^b\n",
            "a: b?c\n", "a: [b?c]\n",
            "a: [-b, - c]\n", "a: [b - c]\n", "a: \"x\": 1\n", "a:\n  - \"x\": 1\n", "a: x\n\n\n  y\n", "a: [x] y\n",
            "a: \"x\" y\n", "a: @b\n",
            "a: %b\n", "a: b%\n", "a: [\"x\"y]\n", "a: [x \"y\"]\n", "a:\n\n  # c\n  b: 1\n# d\nc: 2", "a: \n  b: 1\n",
            "a: #b\n  c: 1\n",
        ])
    func smallTexts(text: String) {
        guard let plain = PlainYAML.entries(of: text) else { return }
        #expect(plain == whole(text))
    }
}
