import Canonical
import Provenance
import Shards
import WebAddress

/// Random evidence rows that between them use every case of every word.
struct RandomRow {
    var random: SplitMix

    init(seed: UInt64) { random = SplitMix(seed) }

    mutating func row() throws -> EvidenceRow {
        let capture = chance(0.8) ? capture() : nil
        let kind: EvidenceRow.Kind =
            capture != nil && chance(0.9)
            ? .capture : chance(0.5) ? .refusedBeforeFetch : .hostRefused(count: number(1...100_000))
        return EvidenceRow(
            id: capture?.id ?? "urn:uuid:0", kind: kind == .capture && capture == nil ? .refusedBeforeFetch : kind,
            considered: try considered(capture), decisions: decisions(), trouble: chance(0.2) ? text() : "")
    }

    private mutating func considered(_ capture: Capture?) throws -> Considered {
        let facts = try some(0...4) { row in try row.fact() }
        var considered = Considered(
            url: try url(), capture: capture, statesAtFetch: states(), statesAtUse: states(),
            signals: try some(0...3) { row in row.signal(facts) }, licence: licence(), access: any(),
            siteFiles: facts, matchKeys: try keys(capture),
            registry: chance(0.4) ? .notAsked : .matches(try some(0...3) { row in row.match() }))
        if chance(0.5) { considered.statesAtUse = considered.statesAtFetch }
        if chance(0.7) {
            considered.document = DocumentFacts(
                key: digest(), textDigest: digest(), textBytes: number(0...1_000_000), language: text())
        }
        if chance(0.4) { considered.grounds = grounds() }
        considered.matchKeys.payload = capture?.payloadDigest
        considered.matchKeys.text = considered.document?.textDigest
        return considered
    }

    private mutating func capture() -> Capture {
        let hops = (0..<number(1...3)).map { _ in
            Hop(url: "https://\(word()).example/\(word())", status: number(0...599))
        }
        return Capture(
            id: "urn:uuid:\(word())", hops: hops, status: hops.last?.status ?? 0, fetched: time(),
            payloadDigest: chance(0.8) ? digest() : nil, payloadBytes: number(0...9_007_199_254_740_991),
            bodyState: any(),
            contentType: text(), encoding: text())
    }

    private mutating func keys(_ capture: Capture?) throws -> MatchKeys {
        let own = capture?.hops.map(\.url) ?? []
        return MatchKeys(
            hops: chance(0.5) ? try own.map { try CanonicalURL($0) } : try some(0...3) { row in try row.url() },
            declared: try some(0...2) { row in try row.url() }, unwrapped: try some(0...2) { row in try row.url() },
            registrableDomains: (0..<number(0...3)).map { _ in word() }, sketch: chance(0.5) ? word() : "",
            identifiers: (0..<number(0...2)).map { _ in text() })
    }

    private mutating func fact() throws -> SiteFileFact {
        let outcome: SiteFileOutcome = any()
        let fetched = time()
        return SiteFileFact(
            kind: any(), asked: "https://\(word()).example/\(word())",
            origin: try Origin("https://\(word()).example:\(number(1...65_535))"), moment: any(),
            outcome: outcome, fetched: fetched, expires: fetched.adding(seconds: Int64(number(-100...100_000))),
            digest: outcome == .found ? digest() : nil)
    }

    private mutating func signal(_ facts: [SiteFileFact]) -> Signal {
        var spaces: [Quote.Space] = [.payload, .utf8, .header, .none]
        spaces += facts.compactMap(\.digest).map { .siteFile($0) }
        let bytes = chance(0.5) ? Array(text().utf8) : (0..<number(0...40)).map { _ in UInt8(number(0...255)) }
        return Signal(
            any(), carrier: word(), scope: any(), subject: text(), category: any(), value: any(),
            conditions: texts(), quote: Quote(bytes, in: pick(spaces), at: number(-1...100_000)), notes: texts(),
            dropped: chance(0.3) ? text() : "", moments: Set(Moment.allCases.filter { _ in chance(0.5) }))
    }

    private mutating func licence() -> LicenceFinding {
        if chance(0.4) { return .none }
        let licences = (0..<number(0...2)).map { _ in
            LicenceReference(id: word(), url: text(), version: word(), jurisdiction: text())
        }
        return LicenceFinding(outcome: any(), licences: licences, attribution: text(), reason: text())
    }

    private mutating func match() -> ObjectionMatch {
        ObjectionMatch(
            objection: word(), scope: word(), key: text(), state: word(), isBlocking: chance(0.5),
            isUncertain: chance(0.5),
            effectiveFrom: time(), effectiveTo: chance(0.5) ? time() : nil,
            capacity: chance(0.3) ? ObjectionMatch.coAuthor : "",
            similarity: chance(0.3)
                ? TextSimilarity(places: number(7...64), containment: number(0...1000), resemblance: number(0...1000))
                : nil)
    }

    private mutating func grounds() -> Grounds {
        Grounds(
            lists: (0..<number(0...2)).map { _ in ListHit(list: word(), value: text()) },
            contracts: (0..<number(0...2)).map { _ in
                ContractMatch(
                    contract: word(), training: any(), from: time(), to: chance(0.5) ? time() : nil,
                    opensAccess: chance(0.5), fits: chance(0.5), tariff: text())
            },
            notices: (0..<number(0...2)).map { _ in
                NoticeMatch(
                    notice: word(), version: number(1...9), effectiveFrom: time(), effectiveTo: time(),
                    isContinuous: any(), isSelfAttested: chance(0.5), tariff: text())
            },
            mandates: (0..<number(0...2)).map { _ in
                MandateMatch(
                    mandate: word(), kind: any(), work: word(), isCertain: chance(0.5), from: time(),
                    to: chance(0.5) ? time() : nil, optedOut: chance(0.5) ? time() : nil, fits: chance(0.5),
                    isDisputed: chance(0.5), tariff: text())
            },
            works: (0..<number(0...2)).map { _ in
                WorkFacts(
                    work: word(), died: chance(0.5) ? number(1...2000) : nil,
                    published: chance(0.5) ? number(1...2000) : nil, country: text(), official: text())
            },
            clusters: (0..<number(0...2)).map { _ in
                ClusterFacts(cluster: word(), size: number(2...99), hasEarlier: any(), isReserved: any())
            })
    }

    private mutating func decisions() -> [Decision] {
        let moments = Moment.allCases.filter { _ in chance(0.7) }
        let packs = packs()
        return moments.map { moment in
            let verdict: Verdict = any()
            let packs = chance(0.5) ? packs : self.packs()
            return Decision(
                moment: moment, at: chance(0.5) ? Timestamp(seconds: 0) : time(), verdict: verdict, packs: packs,
                obligations: verdict.admits ? Set(packs.flatMap(\.obligations)).sorted() : [], doubts: texts())
        }
    }

    private mutating func packs() -> [PackDecision] {
        (0..<number(0...3)).map { index in
            PackDecision(
                pack: "pack\(index)", verdict: any(), basis: chance(0.5) ? word() : "",
                gates: (1...7).map { GateOutcome(id: "HG\($0)", fired: any(), verdict: any()) },
                bases: (0..<number(0...5)).map { number in
                    BasisOutcome(
                        id: "basis.\(number)", raised: any(), conditions: (0..<self.number(0...6)).map { _ in any() })
                },
                obligations: texts(), reasons: texts() + (chance(0.3) ? ["not-checked.ai.txt"] : []),
                scores: chance(0.3) ? [score()] : [])
        }
    }

    private mutating func score() -> ScoreOutcome {
        let count = number(1...6)
        let lives = (0..<count).map { _ in
            EvidenceLife(observed: chance(0.5) ? time() : nil, until: chance(0.5) ? time() : nil)
        }
        return ScoreOutcome(id: "market-conflict", factors: (0..<count).map { _ in any() }, lives: lives)
    }

    // MARK: Small things

    private mutating func chance(_ part: Double) -> Bool { Double.random(in: 0..<1, using: &random) < part }
    private mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }
    private mutating func pick<Item>(_ items: [Item]) -> Item { items[number(0...items.count - 1)] }
    private mutating func any<Word: CaseIterable>() -> Word { pick(Array(Word.allCases)) }
    private mutating func digest() -> Digest { Digest(of: "\(number(0...1_000_000))") }
    private mutating func time() -> Timestamp { Timestamp(seconds: Int64(number(-1000...4_000_000_000))) }
    private mutating func word() -> String {
        pick(["a", "bc", "x9", "robots", "open-only", "f0"]) + "\(number(0...99))"
    }
    private mutating func texts() -> [String] { (0..<number(0...2)).map { _ in text() } }

    private mutating func text() -> String {
        pick([
            "", "plain", "a \"quoted\" \\ text", "line\nbreak\u{0}\u{1F}", "日本語 😀 é e\u{301}", "\u{FEFF}\u{7F}\u{2028}",
        ])
    }

    private mutating func url() throws -> CanonicalURL {
        try CanonicalURL("https://\(word()).example/\(word())?q=\(word())")
    }

    private mutating func states() -> ProtocolStates {
        var states = ProtocolStates()
        for source in RightsProtocol.allCases { states[source] = any() }
        return states
    }

    private mutating func some<Item>(
        _ range: ClosedRange<Int>, _ make: (inout RandomRow) throws -> Item
    ) throws -> [Item] {
        var items: [Item] = []
        for _ in 0..<number(range) { items.append(try make(&self)) }
        return items
    }
}
