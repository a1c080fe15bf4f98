internal import Canonical
internal import Provenance

/// A work of a mandate, with the shares in it that the mandate claims.
struct RepertoireWork: Sendable {
    /// The whole of a work, in millionths.
    static let whole: Int = 1_000_000

    let id: String
    let covers: [GroundScope]
    let isCertain: Bool
    let shares: [(party: String, role: String, ppm: Int)]
    /// Whether a part of it is left to others, known or not.
    let isPartial: Bool

    /// Claimed by the mandate, in millionths.
    var share: Int { shares.reduce(0) { $0 + $1.ppm } }

    /// - Throws: ``ConfigError`` for shares that do not make up the whole, unless the table is marked as partial.
    init(_ node: ConfigNode, mandate: String) throws(ConfigError) {
        let map = try node.map(["work", "title", "class", "ids", "covers", "match", "shares", "partial"])
        id = try node.due("work", in: map).identity()
        for key in ["title", "class"] { _ = try map[key]?.filledText() }
        // A public identifier of the work is found in documents as any other scope is.
        let places = try map["covers"].map { (node) throws(ConfigError) in try ListFile.scopes(node) } ?? []
        let names = try map["ids"].map { (node) throws(ConfigError) in try Self.identifiers(node) } ?? []
        covers = places + names
        guard !covers.isEmpty else { throw node.fault("work \(id) of mandate \(mandate) is nowhere") }
        isCertain = try map["match"]?.choice(["certain", "likely"]) != "likely"
        shares = try Self.shares(node.due("shares", in: map), "work \(id) of mandate \(mandate)")
        isPartial = try map["partial"]?.bool() ?? false
        let sum = share
        guard sum <= Self.whole else {
            throw node.fault("mandate \(mandate), work \(id): its shares come to \(sum) of \(Self.whole) millionths")
        }
        guard isPartial || sum == Self.whole else {
            throw node.fault(
                "mandate \(mandate), work \(id): its shares come to \(sum) of \(Self.whole) millionths and are not marked as partial"
            )
        }
    }

    private static func shares(
        _ node: ConfigNode, _ place: String
    ) throws(ConfigError) -> [(party: String, role: String, ppm: Int)] {
        var (shares, parties): ([(party: String, role: String, ppm: Int)], Set<String>) = ([], [])
        for (name, value) in try node.entries() {
            let party = try ConfigNode.checked(identity: name, at: value)
            guard parties.insert(party).inserted else { throw value.fault("\(name) stands twice in \(place)") }
            let (ppm, role) = try share(value)
            shares.append((party, role, ppm))
        }
        return shares
    }

    /// A share as a number of millionths, or with the role of who has it.
    private static func share(_ node: ConfigNode) throws(ConfigError) -> (ppm: Int, role: String) {
        guard case .map = node.content else { return (try node.integer(in: 1...whole), "") }
        let map = try node.map(["ppm", "role"])
        return (try node.due("ppm", in: map).integer(in: 1...whole), try map["role"]?.identifier() ?? "")
    }

    private static func identifiers(_ node: ConfigNode) throws(ConfigError) -> [GroundScope] {
        let scopes = try ListFile.scopes(node)
        for (scope, item) in zip(scopes, try node.list()) {
            guard case .identifier = scope else {
                throw item.fault("an identifier of the work is due here, such as isbn:9780306406157")
            }
        }
        return scopes
    }
}

/// A work as one mandate licenses it.
struct RepertoireEntry: Sendable {
    let mandate: Mandate
    let work: RepertoireWork
    let isDisputed: Bool
    let optedOut: Timestamp?

    func match(_ profile: UseProfile, isCertain: Bool) -> MandateMatch {
        MandateMatch(
            mandate: mandate.id, kind: mandate.kind, work: work.id, isCertain: isCertain && work.isCertain,
            from: mandate.from, to: mandate.to, optedOut: optedOut, fits: mandate.fits(profile),
            isDisputed: isDisputed, tariff: mandate.tariff)
    }
}

/// All mandates together: claims of several societies may add up to more than a work.
struct Repertoire: Sendable {
    private(set) var mandates: [Mandate] = []
    private var ids: Set<String> = []
    /// By work.
    private var claims: [String: WorkClaims] = [:]

    /// - Throws: ``ConfigError`` where one society claims more than the whole of a work at one moment, in one territory and
    ///   for one right, or a mandate stands twice; nothing is added then.
    mutating func add(_ mandate: Mandate) throws(ConfigError) {
        guard !ids.contains(mandate.id) else { throw mandate.fault("mandate \(mandate.id) stands twice") }
        var more: [String: WorkClaims] = [:]
        let reach = mandate.reach
        for work in mandate.works {
            let claim = Self.claim(of: mandate, reach, work.share)
            var all = more[work.id] ?? claims[work.id] ?? WorkClaims()
            all.add(claim)
            if let peak = all.peak(within: claim, of: mandate.society), peak.ppm > RepertoireWork.whole {
                throw mandate.fault(Self.tooMuch(mandate, work.id, peak))
            }
            more[work.id] = all
        }
        for (work, all) in more { claims[work] = all }
        ids.insert(mandate.id)
        mandates.append(mandate)
    }

    private static func claim(of mandate: Mandate, _ reach: MandateReach, _ ppm: Int) -> WorkClaims.Claim {
        .init(mandate: mandate.id, society: mandate.society, reach: reach, ppm: ppm)
    }

    private static func tooMuch(_ mandate: Mandate, _ work: String, _ peak: WorkClaims.Peak) -> String {
        let others = peak.mandates.filter { $0 != mandate.id }
        let together = others.isEmpty ? "" : ", together with \(others.joined(separator: ", "))"
        return
            "mandate \(mandate.id): \(mandate.society) claims \(peak.ppm) millionths of work \(work) in \(peak.territory) for \(peak.right) from \(peak.time) on\(together)"
    }

    /// Every work as each mandate licenses it.
    ///
    /// One is disputed if anywhere within its reach more than the whole is claimed: the use is not known yet, and the
    /// stricter reading serves all.
    var entries: [RepertoireEntry] {
        mandates.flatMap { mandate in
            let claim = Self.claim(of: mandate, mandate.reach, 0)
            return mandate.works.map { work in
                let peak = claims[work.id]?.peak(within: claim)
                return RepertoireEntry(
                    mandate: mandate, work: work, isDisputed: (peak?.ppm ?? 0) > RepertoireWork.whole,
                    optedOut: Self.optOut(work, mandate))
            }
        }
    }

    private static func optOut(_ work: RepertoireWork, _ mandate: Mandate) -> Timestamp? {
        mandate.optOuts.filter { out in work.covers.contains { Self.reaches(out.scope, $0) } }.map(\.from).min()
    }

    /// Whether an opt-out touches what a work covers: the wider of the two counts, so that none is missed.
    private static func reaches(_ out: GroundScope, _ scope: GroundScope) -> Bool {
        switch (out, scope) {
        case (.identifier(let one), .identifier(let other)): one == other
        case (.prefix(let host, let path), .prefix(let other, let inner)):
            host == other && (ScopeIndex<Int>.covers(path, inner) || ScopeIndex<Int>.covers(inner, path))
        default:
            if let host = out.host, let other = scope.host {
                host == other || other.hasSuffix("." + host) || host.hasSuffix("." + other)
            } else {
                false
            }
        }
    }
}
