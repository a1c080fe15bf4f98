import Canonical
import Provenance
import Shards
import WebAddress

/// One document's way as rows: the worked example of the format pages.
enum Samples {
    static let at = Timestamp(seconds: 1_795_608_000)
    static let text = Array("Reading rooms keep what was written.\n".utf8)
    static let html = Array("<a rel=license href=https://creativecommons.org/licenses/by/4.0/>CC BY</a>".utf8)
    static let robotsBody = Array("User-agent: *\nDisallow: /private\n".utf8)

    static func robots() throws -> SiteFile {
        SiteFile(
            kind: .robots, origin: try Origin("https://a.example"), fetched: at.adding(seconds: -60),
            hops: [Hop(url: "https://a.example/robots.txt", status: 200)], outcome: .found, body: robotsBody,
            contentType: "text/plain", expires: at.adding(seconds: 86_340))
    }

    static func tdmrep() throws -> SiteFile {
        SiteFile(
            kind: .tdmrep, origin: try Origin("https://a.example"), fetched: at.adding(seconds: -59),
            hops: [Hop(url: "https://a.example/.well-known/tdmrep.json", status: 404)], outcome: .absent,
            reason: "status 404", expires: at.adding(seconds: 86_341))
    }

    static func capture() throws -> Capture {
        Capture(
            id: "urn:uuid:5f0c1a52-9d0b-4c39-8f6e-0d8a4a6a7c11",
            hops: [Hop(url: "https://a.example/rooms", status: 200)],
            status: 200, fetched: at, payloadDigest: Digest(of: html), payloadBytes: html.count, bodyState: .whole,
            contentType: "text/html", encoding: "UTF-8")
    }

    static func considered() throws -> Considered {
        var states = ProtocolStates()
        for source in RightsProtocol.allCases { states[source] = .absent }
        states[.licencePage] = .stated
        states[.naturalLanguage] = .notChecked
        let url = try CanonicalURL("https://a.example/rooms")
        let licence = LicenceReference(
            id: "cc-by", url: "https://creativecommons.org/licenses/by/4.0/", version: "4.0", jurisdiction: "")
        let facts = try [Moment.fetch, .use].flatMap { moment in
            [SiteFileFact(try robots(), at: moment), SiteFileFact(try tdmrep(), at: moment)]
        }
        return Considered(
            url: url, capture: try capture(), statesAtFetch: states, statesAtUse: states, signals: [signal(licence)],
            licence: LicenceFinding(
                outcome: .covers, licences: [licence], attribution: "The Reading Room",
                reason: "rel=license in main text"),
            access: .open, siteFiles: facts,
            matchKeys: MatchKeys(
                hops: [url], registrableDomains: ["a.example"], payload: Digest(of: html), text: Digest(of: text),
                sketch: Base64.encode(Digest(of: text).bytes + Digest(of: html).bytes)),
            registry: .matches([]),
            document: DocumentFacts(
                key: DocumentKey.of(url, payload: Digest(of: html)), textDigest: Digest(of: text),
                textBytes: text.count, language: "en"))
    }

    private static func signal(_ licence: LicenceReference) -> Signal {
        Signal(
            .licencePage, carrier: "a", scope: .document, category: .licence, value: .allow, conditions: [licence.url],
            quote: Quote(html, in: .payload, at: 2048))
    }

    static func decision(_ moment: Moment) -> Decision {
        guard moment != .fetch else {
            let pack = PackDecision(
                pack: "open-only", verdict: .allow, basis: "", gates: [], bases: [], obligations: [], reasons: [])
            return Decision(moment: .fetch, at: at, verdict: .allow, packs: [pack], obligations: [], doubts: [])
        }
        let pack = PackDecision(
            pack: "open-only", verdict: .allowWithObligations, basis: "open.cc-by",
            gates: (1...7).map { GateOutcome(id: "HG\($0)", fired: .no, verdict: .allow) },
            bases: [BasisOutcome(id: "open.cc-by", raised: .yes, conditions: [.yes, .yes, .yes])],
            obligations: ["OB.ATTR", "OB.CHANGES", "OB.NOTICE"], reasons: ["basis.open.cc-by"])
        return Decision(
            moment: moment, at: at, verdict: .allowWithObligations, packs: [pack], obligations: pack.obligations,
            doubts: [])
    }

    static func row() throws -> EvidenceRow {
        EvidenceRow(
            id: try capture().id, kind: .capture, considered: try considered(),
            decisions: Moment.allCases.map { decision($0) })
    }

    /// A URL that an objection kept from being asked for.
    static func refused() throws -> EvidenceRow {
        let url = try CanonicalURL("https://b.example/novel")
        let match = ObjectionMatch(
            objection: "O-2026-0017", scope: "host", key: "b.example", state: "EFFECTIVE", isBlocking: true,
            isUncertain: false, effectiveFrom: at.adding(seconds: -86_400), effectiveTo: nil)
        let pack = PackDecision(
            pack: "open-only", verdict: .deny, basis: "", gates: [GateOutcome(id: "HG4", fired: .yes, verdict: .deny)],
            bases: [], obligations: [], reasons: ["gate.HG4"])
        return EvidenceRow(
            id: "urn:uuid:0d3c7f4e-5a55-5d1c-9f6b-3b1f8a1f9b02", kind: .refusedBeforeFetch,
            considered: Considered(
                url: url, matchKeys: MatchKeys(hops: [url], registrableDomains: ["b.example"]),
                registry: .matches([match])),
            decisions: [Decision(moment: .fetch, at: at, verdict: .deny, packs: [pack], obligations: [], doubts: [])])
    }

    static func document() throws -> DocumentRow {
        DocumentRow(
            id: try capture().id, text: text, source: "muniment", added: at, considered: try considered(),
            decision: decision(.use), title: "Rooms", evidence: Digest(of: try row().line),
            inputs: .init(ruleset: Digest(of: "ruleset"), profile: Digest(of: "profile"), snapshot: nil))
    }
}
