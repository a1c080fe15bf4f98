import Testing

@testable import Rights

@Suite("Path patterns, beside a matcher that tries everything")
struct PathPatternTests {
    /// RFC 9309, section 2.2.3, word for word: `*` is any run, `$` at the end the end, and a pattern matches a prefix.
    private func matches(_ pattern: ArraySlice<UInt8>, _ path: ArraySlice<UInt8>) -> Bool {
        guard let first = pattern.first else { return true }
        if first == UInt8(ascii: "$"), pattern.count == 1 { return path.isEmpty }
        if first == UInt8(ascii: "*") {
            return (path.startIndex...path.endIndex).contains { matches(pattern.dropFirst(), path[$0...]) }
        }
        return path.first == first && matches(pattern.dropFirst(), path.dropFirst())
    }

    private struct Dice {
        var state: UInt64

        mutating func text(_ letters: [UInt8], upTo most: Int) -> [UInt8] {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            let count = Int(state >> 33) % (most + 1)
            return (0..<count).map { _ in
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                return letters[Int(state >> 33) % letters.count]
            }
        }
    }

    @Test("Twenty thousand patterns and paths of few letters, with wildcards and an end anywhere")
    func isTheSame() {
        var dice = Dice(state: 11)
        var found = 0
        for round in 0..<20_000 {
            let pattern = dice.text(Array("/aab**".utf8), upTo: 8) + (round % 3 == 0 ? Array("$".utf8) : [])
            let path = dice.text(Array("/aab".utf8), upTo: 10)
            let expected = matches(pattern[...], path[...])
            for reading in PathPattern.Reading.allCases {
                let made = PathPattern(pattern[...], reading)
                let got = made.matches(PathPattern.path(path[...], reading))
                #expect(got == expected, "\(ByteText.string(pattern[...])) on \(ByteText.string(path[...]))")
            }
            if expected { found += 1 }
        }
        // Both answers are tried often enough to mean something.
        #expect((4_000...16_000).contains(found))
    }

    @Test(
        "Section 2.2.2: what is escaped and what is not compare as the same octets",
        arguments: [
            ("/a%62c", "/abc", true), ("/abc", "/a%62c", true), ("/%7Eb", "/~b", true), ("/~b", "/%7eb", true),
            ("/a%2Fb", "/a/b", false), ("/a/b", "/a%2fb", false), ("/a%2fb", "/a%2Fb", true), ("/é", "/%C3%A9", true),
            ("/%c3%a9", "/é", true), ("/a%2Ab", "/a*b", true), ("/a%2ab", "/axb", false), ("/a%24", "/a$", true),
            ("/a$b", "/a$b", true), ("/a$b", "/a", false), ("/a%", "/a%", true), ("/a%4", "/a%4", true),
            ("/a%zz", "/a%zz", true), ("/a b", "/a b", true), ("/a b/", "/a%20b/c", true), ("/a%20b", "/a b", true),
            ("/<br>", "/%3Cbr%3E", true), ("/a\"b", "/a%22b", true), ("/a|b", "/a|b", true), ("/a b", "/ab", false),
        ])
    func escapes(_ pattern: String, _ path: String, _ expected: Bool) {
        let made = PathPattern(Array(pattern.utf8)[...], .rfc)
        #expect(made.matches(PathPattern.path(Array(path.utf8)[...], .rfc)) == expected)
    }
}
