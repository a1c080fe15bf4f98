import Canonical
import Foundation
import Provenance
@testable import Rights
import Testing

@Suite("Phrase matcher")
struct PhraseMatcherTests {
    private func matcher(_ phrases: [String]) throws -> PhraseMatcher {
        let yaml = phrases.map { "- \"\($0)\"" }.joined(separator: "\n")
        var read: [Phrase] = []
        for (kind, node) in try ConfigNode.read(yaml, file: "t.yaml").list().enumerated() {
            read.append(try Phrase(node, kind: UInt8(kind)))
        }
        return try #require(PhraseMatcher(read))
    }

    private func kinds(_ phrases: [String], _ text: String) throws -> [UInt8] {
        var folded = FoldedText()
        folded.append(Array(text.utf8), in: 0..<text.utf8.count)
        var found: [UInt8] = []
        try matcher(phrases).scan(folded, source: Array(text.utf8)) { found += $0.map(\.kind) }
        return found
    }

    struct Case: Sendable {
        let phrase: String
        let text: String
        let count: Int
    }

    static let cases: [Case] = [
        .init(phrase: "data mining", text: "Data-Mining, DATA  MINING, data\u{A0}mining", count: 3),
        .init(phrase: "mining", text: "datamining miningx mining", count: 1),
        .init(phrase: "*mining", text: "datamining miningx mining", count: 2),
        .init(phrase: "mining*", text: "datamining miningx mining", count: 2),
        .init(phrase: "train {10} model", text: "train a model; train the very large model", count: 1),
        .init(phrase: "train {40} model", text: "train. Model", count: 0),
        .init(phrase: "^AI", text: "ai AI aI", count: 1),
        .init(phrase: "réserve", text: "RESERVE réserve re\u{301}serve", count: 3),
        .init(phrase: "AI学習", text: "ＡＩ学習とAI学習", count: 2),
        .init(phrase: "§ 44b", text: "§ 44b § 44c", count: 1),
        .init(phrase: "œuvre", text: "OEUVRE œuvre", count: 2),
    ]

    @Test("Phrases are found in any case, width and accent, whole, within their gaps", arguments: cases)
    func find(_ one: Case) throws { #expect(try kinds([one.phrase], one.text).count == one.count) }

    @Test(
        "A phrase that cannot be told is refused",
        arguments: ["", "{3}", "a {0} b", "a {999} b", "训练 {3} 训练", "a*b", "a^b"])
    func refused(_ phrase: String) throws {
        #expect(throws: ConfigError.self) { try matcher([phrase]) }
    }

    @Test("No sentence ends after an abbreviation or before a number")
    func sentences() throws {
        #expect(try kinds(["a {40} b"], "a Art. 4 b").count == 1)
        #expect(try kinds(["a {40} b"], "a L. 122 B").count == 1)
        #expect(try kinds(["a {40} b"], "a well done. B").isEmpty)
        #expect(try kinds(["禁止 {40} 学習"], "禁止。学習").isEmpty)
        #expect(try kinds(["禁止 {40} 学習"], "禁止の学習").count == 1)
    }

    @Test("No bytes crash it, and every hit lies in the text")
    func hostile() throws {
        let table = try ProjectTables.read().reservations
        var state: UInt64 = 7
        for _ in 0..<300 {
            var bytes: [UInt8] = []
            for _ in 0..<200 {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                bytes.append(UInt8(truncatingIfNeeded: state >> 33))
            }
            var folded = table.folded()
            folded.append(bytes, in: bytes.indices)
            #expect(folded.bytes.count == folded.offsets.count)
            #expect(folded.offsets.allSatisfy { bytes.indices.contains(Int($0)) })
            table.matcher.scan(folded, source: bytes) { hits in
                #expect(hits.allSatisfy { 0 <= $0.start && $0.start < $0.end && Int($0.end) <= folded.bytes.count })
            }
        }
    }

    @Test("What may be found is never passed over: triggers stand wherever a sentence states anything")
    func triggers() throws {
        let table = try ProjectTables.read().reservations
        let spellings: [(String) -> String] = [
            { $0 }, { $0.uppercased() }, { $0.replacingOccurrences(of: "e", with: "e\u{AD}") },
            { $0.replacingOccurrences(of: "i", with: "\u{FF49}") }, { $0.replacingOccurrences(of: " ", with: "-\n") },
            { $0.decomposedStringWithCanonicalMapping },
        ]
        var stated = 0
        for sentence in ProseTests.sentences {
            for spell in spellings {
                let source = Array(spell(sentence.text).utf8)
                var folded = table.folded()
                folded.append(source, in: source.indices)
                var isStating = false
                table.matcher.scan(folded, source: source) { hits in
                    if hits.contains(where: { ReservationTable.Kind(rawValue: $0.kind)?.isStating == true }) {
                        isStating = true
                    }
                }
                if isStating { stated += 1 }
                #expect(!isStating || table.triggers.stand(in: source, source.indices), "\(spell(sentence.text))")
            }
        }
        #expect(stated > 100)
        let plain = Array("The quick brown fox said hello and went on its way; see our privacy policy.".utf8)
        #expect(!table.triggers.stand(in: plain, plain.indices))
    }

    @Test("Time grows with the length of the text, and no faster; memory is bounded")
    func linear() throws {
        let table = try ProjectTables.read().reservations
        #expect(table.matcher.size < 8 << 20)
        for piece in ["train training ", "训练", "may not ", "a", "all rights reserved ai ", "reserve ^ AI "] {
            func cost(_ count: Int) -> Duration {
                let source = Array(String(repeating: piece, count: count / piece.utf8.count).utf8)
                return (0..<3).map { _ in
                    ThreadTime.measure {
                        var folded = table.folded()
                        folded.append(source, in: source.indices)
                        _ = ProseFinding.find(folded, source: source, table: table, needsPossessor: false)
                    }
                }.min() ?? .zero
            }
            // What grows with the square of the length takes 256 times as long.
            let (short, long) = (cost(2000), cost(32_000))
            #expect(long < short * 100, "\(piece): \(short) for 2 kB, \(long) for 32 kB")
        }
    }
}
