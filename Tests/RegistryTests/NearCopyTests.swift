import Canonical
import Provenance
import Testing

@testable import Registry

@Suite("Copies of a text, by its sketch")
struct NearCopyTests {
    private static let name = TextSketch.algorithm + ":"

    /// A sketch that agrees with another in some of its places.
    private static func sketch(like other: TextSketch, in places: Int, count: Int = 1000) -> TextSketch {
        let octets = other.octets.prefix(64).enumerated().map { $0.offset < places ? $0.element : $0.element ^ 0x55 }
        return TextSketch(places: octets, count: count)
    }

    private static func filings(_ count: Int) -> [Filing] {
        (0..<count).map { number in
            Filing(
                id: "T-\(1000 + number)", kind: "text", value: name + NameScopeTests.sketch(number).base64,
                standing: number % 2 == 0 ? "L1" : "L0")
        }
    }

    @Test("A copy is found with its similarity among many, and a stranger is not")
    func found() throws {
        let snapshot = try compile(Self.filings(500))
        let text = NameScopeTests.sketch(42)
        let found = snapshot.match(MatchKeys(sketch: text.base64), at: compileTime)
        #expect(found.map(\.objection) == ["T-1042"])
        #expect(found.map(\.similarity) == [TextSimilarity(places: 64, containment: 1000, resemblance: 1000)])
        #expect(found.allSatisfy { $0.isBlocking && !$0.isUncertain && $0.scope == "text" })
        let claimed = snapshot.match(MatchKeys(sketch: NameScopeTests.sketch(43).base64), at: compileTime)
        #expect(claimed.map(\.isBlocking) == [false])
        #expect(snapshot.match(MatchKeys(sketch: NameScopeTests.sketch(9999).base64), at: compileTime).isEmpty)
    }

    @Test(
        "Agreement in six places is chance; what more comes to depends on both sizes",
        arguments: [(6, 1000, 0), (7, 1000, 191), (24, 1000, 542), (24, 3000, 1000), (40, 1000, 768), (57, 1000, 941)])
    func places(_ places: Int, _ count: Int, _ containment: Int) throws {
        let text = NameScopeTests.sketch(1)
        let snapshot = try compile([
            Filing(kind: "text", value: Self.name + text.base64)
        ])
        let other = Self.sketch(like: text, in: places, count: count)
        let found = snapshot.match(MatchKeys(sketch: other.base64), at: compileTime)
        #expect(found.count == (places < TextSketch.leastPlaces ? 0 : 1))
        #expect((found.first?.similarity?.containment ?? 0) == containment)
    }

    @Test("A sketch that cannot be read may be like any; none at all is no text")
    func unreadable() throws {
        let snapshot = try compile(Self.filings(3))
        let old = Base64.encode([UInt8](repeating: 7, count: 64))
        let found = snapshot.match(MatchKeys(sketch: old), at: compileTime)
        #expect(found.count == 3)
        #expect(found.allSatisfy { $0.isUncertain })
        #expect(snapshot.match(MatchKeys(), at: compileTime).isEmpty)
    }

    @Test("The index finds what a look at every sketch finds")
    func agrees() throws {
        var random = SplitMix(seed: 3)
        let base = NameScopeTests.sketch(7)
        let filings = (0..<300).map { number in
            let text = Self.sketch(like: base, in: Int.random(in: 0...64, using: &random))
            return Filing(id: "T-\(1000 + number)", kind: "text", value: Self.name + text.base64)
        }
        let snapshot = try compile(filings)
        for places in [0, 8, 30, 64] {
            let text = Self.sketch(like: base, in: places)
            let found = snapshot.match(MatchKeys(sketch: text.base64), at: compileTime)
            let expected = snapshot.objections.filter { objection in
                let other = TextSketch(octets: objection.scope.octets)!
                return other.similarity(to: text).places >= TextSketch.leastPlaces
            }
            #expect(found.map(\.objection) == expected.map(\.id))
        }
    }

    @Test("It reads back, and a changed octet of the list of sketches is damage")
    func bytes() throws {
        let snapshot = try compile(Self.filings(3) + [Filing(id: "host")])
        #expect(snapshot.bytes(of: "sketches.bin").count == (3 + 64 * 256 + 1 + 3 * 64) * 4)
        #expect(Array(try Snapshot.load(snapshot.folder).objections) == Array(snapshot.objections))
        var changed = snapshot.bytes(of: "sketches.bin")
        changed[changed.count - 4] ^= 1
        try write(changed, snapshot.folder + "/sketches.bin")
        #expect(throws: RegistryError.self) { try Snapshot.load(snapshot.folder) }
    }
}
