internal import Canonical
internal import Provenance

/// A work of a mandate, with the shares in it that the mandate claims.
struct RepertoireWork: Sendable {
    /// The whole of a work, in millionths.
    static let whole: Int = 1_000_000

    let id: String
    let covers: [GroundScope]
    let isCertain: Bool
    /// Claimed by the mandate, in millionths.
    let share: Int

    /// - Throws: ``ConfigError`` for shares that do not make up the whole, unless the table is marked as partial.
    init(_ node: ConfigNode, mandate: String) throws(ConfigError) {
        let map = try node.map(["work", "covers", "match", "shares", "partial"])
        id = try node.due("work", in: map).identity()
        covers = try ListFile.scopes(node.due("covers", in: map))
        guard !covers.isEmpty else { throw node.fault("work \(id) of mandate \(mandate) is nowhere") }
        isCertain = try map["match"]?.choice(["certain", "likely"]) != "likely"
        var sum = 0
        var parties: Set<String> = []
        for (party, value) in try node.due("shares", in: map).entries() {
            guard try parties.insert(ConfigNode.checked(identity: party, at: value)).inserted else {
                throw value.fault("\(party) stands twice in work \(id) of mandate \(mandate)")
            }
            sum += try value.integer(in: 1...Self.whole)
        }
        let isPartial = try map["partial"]?.bool() ?? false
        guard sum <= Self.whole else {
            throw node.fault("mandate \(mandate), work \(id): its shares come to \(sum) of \(Self.whole) millionths")
        }
        guard isPartial || sum == Self.whole else {
            throw node.fault(
                "mandate \(mandate), work \(id): its shares come to \(sum) of \(Self.whole) millionths and are not marked as partial"
            )
        }
        share = sum
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
struct Repertoire {
    private let mandates: [Mandate]

    init(_ mandates: [Mandate]) { self.mandates = mandates }

    /// - Throws: ``ConfigError`` where one society claims more than the whole of a work, or a mandate stands twice.
    func entries(_ node: ConfigNode) throws(ConfigError) -> [RepertoireEntry] {
        var ids: Set<String> = []
        for mandate in mandates where !ids.insert(mandate.id).inserted {
            throw ConfigError(
                file: node.file, line: mandate.line, key: "mandates", problem: "mandate \(mandate.id) stands twice")
        }
        var claims: [String: [String: Int]] = [:]
        for mandate in mandates {
            for work in mandate.works {
                let own = claims[work.id, default: [:]][mandate.society, default: 0] + work.share
                guard own <= RepertoireWork.whole else {
                    throw ConfigError(
                        file: node.file, line: mandate.line, key: "mandates",
                        problem:
                            "mandate \(mandate.id): \(mandate.society) claims \(own) millionths of work \(work.id) over all its mandates"
                    )
                }
                claims[work.id, default: [:]][mandate.society] = own
            }
        }
        return mandates.flatMap { mandate in
            mandate.works.map { work in
                let sum = claims[work.id]?.values.reduce(0, +) ?? 0
                return RepertoireEntry(
                    mandate: mandate, work: work, isDisputed: sum > RepertoireWork.whole,
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
