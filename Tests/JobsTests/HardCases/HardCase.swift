import Canonical
import Foundation
import Licensing
import Provenance
import Registry
import Rights
import Shards
import Testing
import WebAddress

@testable import Jobs

/// One row of the table of hard cases (docs/hard-cases.md), as a capture with its site, registry, operator files and use
/// profile, and what each pack must answer.
struct HardCase: Sendable, CustomTestStringConvertible {
    /// The columns: `A` admits, `H` holds, `D` denies, `P` purges; `all` is all but `open-only` together.
    static let columns = ["eu", "uk", "us", "jp", "sg", "cn", "cn-proposed", "all", "ie", "open-only", "strict"]

    let row: String
    let says: String
    let cells: String
    let set: @Sendable (inout Scene) -> Void

    init(_ row: String, _ says: String, _ cells: String, _ set: @escaping @Sendable (inout Scene) -> Void = { _ in }) {
        self.row = row
        self.says = says
        self.cells = cells
        self.set = set
    }

    var testDescription: String { "row \(row): \(says)" }

    /// What the case is made of; as it begins, an open page of a site that was looked at and says nothing.
    struct Scene {
        var url = "https://site.example/essay"
        var head = ""
        var body = "<article><h1>Essay</h1>" + String(repeating: prose, count: 3) + "</article>"
        var status = 200
        var headers: [(name: String, value: String)] = [("Content-Type", "text/html; charset=utf-8")]
        /// Nil: there is none (404).
        var robots: String? = "User-agent: *\nAllow: /\n"
        /// What robots.txt said when the page was fetched, if it was something else.
        var robotsAtFetch: String?
        /// Whether nobody could reach robots.txt when the text was to be used.
        var isRobotsUnreachable = false
        var tdmrep: String?
        var aiTxt: String?
        /// By URL, RSL documents that robots.txt names; nil: not there.
        var rsl: [String: String?] = [:]
        var fetched = HardCase.now.adding(seconds: -3600)
        var objections = ""
        var grounds: [OperatorGrounds.Kind: String] = [:]
        var profile = ""
        var settings = ""
        /// The time of the run.
        var now = HardCase.now
        /// What the body is instead of the page.
        var file: [UInt8]?

        var html: String {
            "<!doctype html><html lang=en><head><meta charset=utf-8><title>Essay</title>\(head)</head><body>\(body)</body></html>"
        }
    }

    static let now = Timestamp(rfc3339: "2026-11-24T12:00:00Z")!
    static let prose =
        "<p>The ferry crosses four times a day and carries whoever stands at the landing before the bell, and on Sundays a small band plays in the stern until the lights of the other bank come up.</p>"

    static let company = """
        purpose: pretrain
        commercial: true
        actor: company
        place_of_copying: [DE]
        market: [DE]
        redistributes_text: false
        style_target: false
        model_release: closed
        sme: false
        """
    static let institute = """
        purpose: pretrain
        commercial: false
        actor: research_org
        research_org: {evidence: "https://register.example/7", preferential_access: false}
        place_of_copying: [DE]
        market: [DE]
        redistributes_text: false
        style_target: false
        model_release: closed
        sme: false
        """
    static let guarded = company + "\noutput_guard: memorisation test 7\ndeduplicated: true"

    /// The decision at use, by the whole pipeline.
    func decide() throws -> Decision {
        // What is written is what is decided on: the row must say it all.
        let row = try EvidenceRow(line: consider().evidenceLine)
        return row.decisions.last!
    }

    /// Everything the pipeline makes of it; `packs` instead of all ten.
    func consider(packs: [String] = HardCase.packs) throws -> ConsideredCapture {
        var scene = Scene()
        set(&scene)
        let inputs = try Self.inputs(scene, packs)
        let url = try CanonicalURL(scene.url)
        let body = scene.file ?? Array(scene.html.utf8)
        let capture = TakenCapture(
            id: "urn:uuid:00000000-0000-4000-8000-000000000009", url: url,
            hops: [Hop(url: url.text, status: scene.status)], status: scene.status, headers: scene.headers,
            fetched: scene.fetched, body: body, bodyState: .whole, payloadDigest: Digest(of: body),
            payloadBytes: body.count, trouble: "")
        let site = SiteEvidence(
            atFetch: SiteRules(Self.files(scene, url, scene.robotsAtFetch ?? scene.robots, scene.fetched)),
            atUse: SiteRules(
                Self.files(scene, url, scene.robots, scene.now, isUnreachable: scene.isRobotsUnreachable)))
        return try CaptureReader(inputs).consider(capture, site: site)
    }

    func answers(_ decision: Decision) -> String {
        let letters: [Verdict: String] = [
            .allow: "A", .allowWithObligations: "A", .hold: "H", .deny: "D", .purge: "P",
        ]
        let verdicts = Dictionary(uniqueKeysWithValues: decision.packs.map { ($0.pack, $0.verdict) })
        let all = verdicts.filter { $0.key != "open-only" }.values.max()
        return Self.columns.map { letters[(verdicts[$0] ?? all)!]! }.joined(separator: " ")
    }

    private static func inputs(_ scene: Scene, _ packs: [String]) throws -> InputSet {
        let grounds = try grounds(scene)
        let profile = scene.profile.isEmpty ? company : scene.profile
        return InputSet(
            agent: ProductToken("TestBot")!, profile: try UseProfile(ConfigNode.read(profile, file: "profile.yaml")),
            ruleset: try ruleset(scene, packs),
            snapshot: try registry(scene.objections, at: scene.now.adding(seconds: -60)),
            suffixes: try PublicSuffixList(contents: suffixes), tables: try tables.get(),
            grounds: grounds, at: scene.now, source: "test", suffixBytes: suffixes)
    }

    /// The rules a row is decided by.
    static func ruleset(_ scene: Scene, _ packs: [String]) throws -> Ruleset {
        let plain = try scene.settings.isEmpty && packs == Self.packs ? strict.get() : rules(scene.settings, packs)
        return try plain.knowing(grounds(scene).known)
    }

    private static func grounds(_ scene: Scene) throws -> OperatorGrounds {
        var grounds = OperatorGrounds()
        for kind in OperatorGrounds.Kind.allCases {
            // What gates ask is at hand in every row: without it they hold everything.
            guard let text = scene.grounds[kind] ?? (kind == .lists ? gateLists : nil) else { continue }
            try grounds.add(kind, ConfigNode.read(text, file: "\(kind.rawValue).yaml"))
        }
        return grounds
    }

    /// A snapshot of the objections; its folder goes once it is read.
    static func registry(_ objections: String, at: Timestamp) throws -> Snapshot {
        let folder = NSTemporaryDirectory() + "hard-case-" + UUID().uuidString
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try Snapshot.compile(
            objections: [("objections", Array(objections.utf8))], publicSuffixList: suffixes,
            at: at, into: folder)
        return try Snapshot.load(folder)
    }

    private static let root = (#filePath as NSString).deletingLastPathComponent + "/../../../config/"
    /// Read once for all rows.
    private static let strict = Result { try rules("", packs) }
    private static let tables = Result { try SignalTables.load(root + "signals") }

    static let packs = ["cn", "cn-proposed", "eu", "ie", "jp", "open-only", "sg", "strict", "uk", "us"]
    private static let suffixes = Array("com\nexample\nuk\nco.uk\norg\nio\ngithub.io\n".utf8)

    /// The rules of rows that set nothing, as they know the lists of gates.
    static func rules(_ active: [String] = packs) throws -> Ruleset {
        var grounds = OperatorGrounds()
        try grounds.add(.lists, ConfigNode.read(gateLists, file: "lists.yaml"))
        return try rules("", active).knowing(grounds.known)
    }

    static func profile(_ text: String) throws -> UseProfile {
        try UseProfile(ConfigNode.read(text, file: "profile.yaml"))
    }

    private static func rules(_ settings: String, _ active: [String]) throws -> Ruleset {
        let packs = PackFolder(root + "packs")
        return try Ruleset.load(
            packs: packs.files(), active: active,
            settings: settings.isEmpty ? nil : ConfigNode.read(settings, file: "settings.yaml"), parts: packs.part)
    }

    private static func files(
        _ scene: Scene, _ url: CanonicalURL, _ robots: String?, _ asked: Timestamp, isUnreachable: Bool = false
    ) -> [SiteFile] {
        func file(_ kind: SiteFileKind, _ body: String?, at address: String = "") -> SiteFile {
            SiteFile(
                kind: kind, asked: address, origin: url.origin, fetched: asked,
                hops: [
                    Hop(
                        url: address.isEmpty ? "https://\(url.host)\(kind.path ?? "")" : address,
                        status: body == nil ? 404 : 200)
                ],
                outcome: isUnreachable && kind == .robots ? .unreachable : body == nil ? .absent : .found,
                body: Array((body ?? "").utf8),
                expires: asked.adding(seconds: 86_400))
        }
        return [
            file(.robots, robots), file(.tdmrep, scene.tdmrep), file(.aiTxt, scene.aiTxt), file(.trustTxt, nil),
            file(.trustTxtWellKnown, nil),
        ] + scene.rsl.map { file(.rsl, $0.value, at: $0.key) }
    }

    // MARK: Pieces that several rows share

    static let reserved: @Sendable (inout Scene) -> Void = { $0.headers.append(("tdm-reservation", "1")) }
    static func licence(_ code: String, _ version: String = "4.0") -> String {
        "<link rel=license href=\"https://creativecommons.org/licenses/\(code)/\(version)/\">"
    }
    static let refusingTerms =
        "<footer><p>Terms of use: text and data mining and the use of our content for training artificial intelligence are prohibited without our written permission.</p></footer>"

    static func lists(_ lists: String, classes: String = "", more: String = "") -> String {
        let all = [
            "databases", "illegal-content", "infringing", "no-market", "offers", "personal-data", "refused", "sellers",
        ]
        let others = all.filter { !lists.contains($0 + ":") }.map { "  \($0): []" }.joined(separator: "\n")
        return """
            as_of: 2026-11-20
            substitutes: {web.general: [], news.summary: [news]}
            classes: {\(classes)}
            orders: {}
            \(more)
            lists:
            \(others)
            \(lists.isEmpty ? "" : "  " + lists)
            """
    }

    static let gateLists = "{as_of: 2026-11-20, lists: {infringing: [], illegal-content: []}, orders: {}}"
    static let noClusters = "clusters: []"

    static func contract(_ training: String, more: String = "") -> String {
        """
        contracts:
          - {id: C-1, licensor: Site GmbH, covers: [site.example], training: \(training), from: 2026-01-01, commercial: true, tariff: T-1\(more)}
        """
    }

    static func notice(published: String = "2026-06-01", probes: String = "2026-11-24", more: String = "") -> String {
        """
        notices:
          - id: N-1
            version: 1
            sources: [site.example]
            purposes: [pretrain]
            commercial: true
            territories: [DE]
            collection: {from: 2026-06-01, to: 2027-06-01}
            published: \(published)
            period_days: 90
            probes: [{from: \(published), to: \(probes)}]
            witness: "timestamp 1"
            remuneration: "0.10 EUR per document"
            \(more)
        """
    }

    static func mandate(_ kind: String, society: String = "Verlag", id: String = "M-1", more: String = "") -> String {
        """
          - id: \(id)
            society: \(society)
            kind: \(kind)
            rights: [training]
            territories: [DE]
            from: 2026-01-01
            tariff: T-9
            repertoire:
              - {work: W-1, covers: ["https://site.example/essay"], shares: {author: 1_000_000}}
            \(more)
        """
    }

    static func objection(
        _ more: String, state: String = "EFFECTIVE", standing: String = "L2", from: String = "2026-10-01",
        domain: String = "site.example"
    ) -> String {
        "{\"id\":\"O-1\",\"scope\":{\"kind\":\"domain\",\"value\":\"\(domain)\"},\"state\":\"\(state)\",\"standing\":\"\(standing)\",\"effective_from\":\"\(from)T00:00:00Z\",\"recorded_at\":\"\(from)T00:00:00Z\"\(more)}\n"
    }

    /// A page of an office whose map is another's.
    static let mapped: @Sendable (inout Scene) -> Void = {
        $0.head =
            "<link rel=license href=\"https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/\">"
        $0.body =
            "<article><h1>Ferries</h1>" + String(repeating: prose, count: 3)
            + "<figure><iframe src=\"https://maps.example/embed\"></iframe><figcaption>Map © Map Makers Ltd. All rights reserved.</figcaption></figure></article>"
    }

    static func rsl(_ licence: String) -> String {
        "<rsl xmlns=\"https://rslstandard.org/rsl\"><content url=\"/\"><license>\(licence)</license></content></rsl>"
    }
}
