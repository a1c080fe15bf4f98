import Canonical
import Provenance
import Registry
import Testing
import WebAddress

@Suite("The index against a plain search")
struct NaiveMatchTests {
    private static let labels = ["a", "b", "aa", "example", "www"]
    private static let segments = ["", "a", "aa", "ab", "b?q", "b?\\", "a%2F"]

    private static func host(_ random: inout SplitMix) -> String {
        let count = Int.random(in: 1...3, using: &random)
        let names = (0..<count).map { _ in labels.randomElement(using: &random)! }
        return (names + [["com", "co.uk", "demo"].randomElement(using: &random)!]).joined(separator: ".")
    }

    private static func address(_ random: inout SplitMix) -> String {
        let scheme = Bool.random(using: &random) ? "http" : "https"
        let port = Int.random(in: 0..<8, using: &random) == 0 ? ":8080" : ""
        let path = (0..<Int.random(in: 0...3, using: &random)).map { _ in segments.randomElement(using: &random)! }
        return "\(scheme)://\(host(&random))\(port)/\(path.joined(separator: "/"))"
    }

    private static func filing(_ number: Int, _ random: inout SplitMix) -> Filing {
        let kind = ScopeKind.allCases.randomElement(using: &random)!
        let value =
            switch kind {
            case .domain, .host: host(&random)
            case .payload: Digest(of: "\(Int.random(in: 0..<2000, using: &random))").hex
            case .prefix, .url: address(&random)
            case .account: address(&random) + "/u"
            case .work: ["isbn:9780306406157", "issn:0317-8471", "doi:10.1000/1"].randomElement(using: &random)!
            case .party: "orcid:0000-0002-1825-0097"
            case .text: TextSketch.algorithm + ":" + NameScopeTests.sketch(number).base64
            case .repertoire, .shard: "n-\(number % 7)"
            }
        let state = ObjectionState.allCases.randomElement(using: &random)!
        let isOpen = !state.hasEnded && Bool.random(using: &random)
        return Filing(
            id: "O-\(number)", kind: kind.rawValue, value: value, state: state.rawValue,
            standing: Standing.allCases.randomElement(using: &random)!.rawValue,
            from: "2026-01-0\(Int.random(in: 1...9, using: &random))T00:00:00Z",
            to: isOpen ? nil : "2026-01-\(Int.random(in: 10...28, using: &random))T00:00:00Z")
    }

    /// Whether an objection covers one URL, said as plainly as can be.
    private static func covers(_ scope: ObjectionScope, _ url: CanonicalURL) -> Bool {
        let address = url.text.replacing("https://", with: "").replacing("http://", with: "")
        return switch scope.kind {
        case .domain: url.host == scope.key || url.host.hasSuffix("." + scope.key)
        case .host: url.host == scope.key
        case .payload, .work, .party, .text, .repertoire, .shard: false
        case .prefix, .account: begins(address, scope.key)
        case .url: address == scope.key
        }
    }

    /// A prefix that ends in a letter or digit ends a segment.
    private static func begins(_ address: String, _ prefix: String) -> Bool {
        guard address.hasPrefix(prefix), let end = prefix.last else { return false }
        guard let next = address.dropFirst(prefix.count).first else { return true }
        return !(end.isLetter || end.isNumber) || "/?&;=".contains(next)
    }

    @Test("10 000 objections: the index finds what a look at each of them finds")
    func agrees() throws {
        var random = SplitMix(seed: 2026)
        let snapshot = try compile((0..<10_000).map { Self.filing($0, &random) })
        let objections = Array(snapshot.objections)
        var total = 0
        for _ in 0..<30 {
            let page = url(Self.address(&random))
            let payload = Digest(of: "\(Int.random(in: 0..<2000, using: &random))")
            let moment = time("2026-01-\(Int.random(in: 10...28, using: &random))T00:00:00Z")
            let work = ["isbn:9780306406157", "doi:10.1000/2"].randomElement(using: &random)!
            let found = snapshot.match(MatchKeys(hops: [page], payload: payload, identifiers: [work]), at: moment)
            let expected = objections.filter { objection in
                Self.covers(objection.scope, page)
                    || (objection.scope.kind == .payload && objection.scope.key == payload.hex)
                    || (objection.scope.kind == .work && objection.scope.key == work)
            }
            #expect(found.map(\.objection) == expected.map(\.id))
            #expect(found.map(\.isBlocking) == expected.map { $0.blocks(at: moment) })
            total += found.count
        }
        #expect(total > 1000)
    }
}
