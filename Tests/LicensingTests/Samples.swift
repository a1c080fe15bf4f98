import Canonical
import Foundation
import Provenance
import Testing
import WebAddress

@testable import Licensing

/// Values the tests of this room start from: one page of one site, everything looked for, nothing found.
enum Samples {
    static let now = Timestamp(rfc3339: "2026-11-23T12:00:00Z")!
    static let settings = DoubtSettings()

    /// The packs as they are delivered.
    static func packText(_ id: String) throws -> (file: String, text: String) {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let file = root.appending(path: "config/packs/\(id).yaml")
        return ("\(id).yaml", try String(contentsOf: file, encoding: .utf8))
    }

    /// All packs that come with Muniment.
    static let packs = ["cn", "cn-proposed", "eu", "ie", "jp", "open-only", "sg", "strict", "uk", "us"]

    static func part(_ name: String) -> (file: String, text: String)? {
        do { return try packText("parts/" + name) } catch { return nil }
    }

    /// Read once for all tests.
    static let delivered = Result {
        try Ruleset.load(packs: packs.map(packText), active: packs, settings: nil, parts: part)
    }

    /// What gates ask, at hand and in force: without it they hold everything.
    static let gateLists: [String: Timestamp] = Dictionary(
        uniqueKeysWithValues: ["illegal-content", "infringing", "orders"].map {
            ($0, now.adding(seconds: 1000 * 86_400))
        })

    /// Clusters are at hand unless told otherwise: without them every waiver waits.
    static func ruleset(
        _ active: [String], settings: String? = nil,
        known: KnownGrounds = KnownGrounds(lists: gateLists, hasClusters: true)
    ) throws -> Ruleset {
        let node = try settings.map { try ConfigNode.read($0, file: "settings.yaml") }
        let packs = try delivered.get().packs.filter { active.contains($0.id) }
        return Ruleset(packs: packs, settings: try node.map { try DoubtSettings($0) } ?? DoubtSettings(), known: known)
    }

    static let company = UseProfile(
        purpose: .pretrain, commercial: true, actor: .company, research: nil, placeOfCopying: ["DE"], market: ["DE"],
        redistributesText: false, styleTarget: false, modelRelease: .closed, sme: false)

    static func profile(_ change: (inout UseProfile) -> Void) -> UseProfile {
        var profile = company
        change(&profile)
        return profile
    }

    static let url = try! CanonicalURL("https://example.com/a")

    static func states(_ state: ProtocolState = .absent) -> ProtocolStates {
        var states = ProtocolStates()
        for source in RightsProtocol.allCases { states[source] = state }
        return states
    }

    static func siteFiles(_ moment: Moment, fetched: Timestamp, outcome: SiteFileOutcome = .absent) -> [SiteFileFact] {
        [SiteFileKind.robots, .tdmrep, .aiTxt, .trustTxt].map { kind in
            SiteFileFact(
                kind: kind, origin: url.origin, moment: moment, outcome: outcome, fetched: fetched,
                expires: fetched.adding(seconds: 86_400), digest: nil)
        }
    }

    static func capture(fetched: Timestamp = now, body: Capture.BodyState = .whole, status: Int = 200) -> Capture {
        Capture(
            id: "urn:uuid:00000000-0000-4000-8000-000000000001", hops: [Hop(url: url.text, status: status)],
            status: status,
            fetched: fetched, payloadDigest: Digest(of: "x"), payloadBytes: 1, bodyState: body,
            contentType: "text/html",
            encoding: "UTF-8")
    }

    /// An open page on which every protocol was looked for at both moments and is absent.
    static func page(_ change: (inout Considered) -> Void = { _ in }) -> Considered {
        var page = Considered(
            url: url, capture: capture(), statesAtFetch: states(), statesAtUse: states(), access: .open,
            siteFiles: siteFiles(.fetch, fetched: now) + siteFiles(.use, fetched: now), registry: .matches([]),
            document: DocumentFacts(
                key: Digest(of: "k"), textDigest: Digest(of: "t"), textBytes: 100, language: ""))
        change(&page)
        return page
    }

    static func licence(_ ids: String..., version: String = "4.0", outcome: LicenceFinding.Outcome = .covers)
        -> LicenceFinding
    {
        let all = ids.map {
            LicenceReference(id: $0, url: "https://creativecommons.org/", version: version, jurisdiction: "")
        }
        return LicenceFinding(outcome: outcome, licences: all, reason: "test")
    }

    static func signal(
        _ source: RightsProtocol, _ category: UseCategory, _ value: SignalValue, notes: [String] = [],
        dropped: String = "",
        conditions: [String] = [], scope: SignalScope = .document, moments: Set<Moment> = [.fetch, .use]
    ) -> Signal {
        Signal(
            source, carrier: "test", scope: scope, category: category, value: value, conditions: conditions,
            quote: .nothing,
            notes: notes, dropped: dropped, moments: moments)
    }

    static func objection(
        blocking: Bool = true, uncertain: Bool = false, from: Timestamp = now.adding(seconds: -100),
        to: Timestamp? = nil
    ) -> ObjectionMatch {
        ObjectionMatch(
            objection: "o1", scope: "host", key: "example.com", state: "EFFECTIVE", isBlocking: blocking,
            isUncertain: uncertain,
            effectiveFrom: from, effectiveTo: to)
    }
}

extension Pack {
    /// The same rules in another order.
    func reordered(gates: [Gate], bases: [Basis]) -> Pack {
        Pack(
            file: file, id: id, version: version, asOf: asOf, title: title, kind: kind, protocolSets: protocolSets,
            gates: gates, bases: bases, otherwise: otherwise, scores: scores, term: term,
            program: PackProgram(gates: gates, bases: bases, otherwise: otherwise), json: json)
    }
}
