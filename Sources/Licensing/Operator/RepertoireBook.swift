internal import Canonical
internal import Provenance

/// Parties, societies, tariffs and mandates of one file or more, each checked in itself and beside the others.
///
/// Where a file lists its parties, societies or tariffs, mandates name none but those. Format: `docs/formats/grounds.md`.
struct RepertoireBook: Sendable {
    private(set) var repertoire = Repertoire()
    private(set) var parties: Set<String> = []
    private var societies: [String: Society] = [:]
    private(set) var tariffs: Set<String> = []
    /// Off for files that something was settled by before more was asked of them.
    private let isStrict: Bool

    init(isStrict: Bool = true) { self.isStrict = isStrict }

    /// Adds a map of the sections.
    mutating func add(_ node: ConfigNode) throws(ConfigError) {
        let map = try node.map(RepertoireSection.allCases.map(\.rawValue))
        guard !map.isEmpty else { throw node.fault("mandates is missing") }
        for section in RepertoireSection.allCases {
            for item in try map[section.rawValue]?.list() ?? [] { _ = try add(item, to: section) }
        }
    }

    /// Adds one entry.
    ///
    /// - Returns: Its id.
    mutating func add(_ node: ConfigNode, to section: RepertoireSection) throws(ConfigError) -> String {
        if isStrict { try node.checkMarks() }
        switch section {
        case .parties:
            let party = try Party(node)
            guard parties.insert(party.id).inserted else { throw node.fault("party \(party.id) stands twice") }
            return party.id
        case .societies:
            let society = try Society(node)
            guard !isStrict || !society.isNowhere else {
                throw node.fault(
                    "society \(society.name) has no territories: name those it licenses in, or leave the key out for all"
                )
            }
            guard societies.updateValue(society, forKey: society.name) == nil else {
                throw node.fault("society \(society.name) stands twice")
            }
            return society.name
        case .tariffs:
            let tariff = try TariffEntry(node)
            guard tariffs.insert(tariff.id).inserted else { throw node.fault("tariff \(tariff.id) stands twice") }
            return tariff.id
        case .mandates:
            let mandate = try Mandate(node)
            try check(mandate, node)
            try repertoire.add(mandate)
            return mandate.id
        }
    }

    private func check(_ mandate: Mandate, _ node: ConfigNode) throws(ConfigError) {
        guard !isStrict || !mandate.territories.isEmpty else {
            throw node.fault(
                "mandate \(mandate.id) has no territories, and would hold nowhere: name each by its code of ISO 3166-1, such as [CN, DE]"
            )
        }
        if !societies.isEmpty {
            guard let society = societies[mandate.society] else {
                throw node.fault("mandate \(mandate.id) names \(mandate.society), which is none of the societies")
            }
            try society.check(mandate, node)
        }
        guard tariffs.isEmpty || tariffs.contains(mandate.tariff) else {
            throw node.fault("mandate \(mandate.id) names \(mandate.tariff), which is none of the tariffs")
        }
        guard !parties.isEmpty else { return }
        for work in mandate.works {
            for share in work.shares where !parties.contains(share.party) {
                throw node.fault("mandate \(mandate.id), work \(work.id): \(share.party) is none of the parties")
            }
        }
    }
}

/// Somebody who has shares: who it is, and by which public identifiers.
struct Party: Sendable {
    static let kinds = ["author", "publisher", "translator", "illustrator", "heir", "agent", "society", "other"]

    let id: String

    init(_ node: ConfigNode) throws(ConfigError) {
        let map = try node.map(["party", "kind", "names", "isni", "ipi", "orcid", "account"])
        id = try node.due("party", in: map).identity()
        _ = try map["kind"]?.choice(Self.kinds)
        for item in try map["names"]?.list() ?? [] { _ = try item.filledText() }
        // A reference that whoever pays keeps; never the number of an account.
        _ = try map["account"]?.identifier()
        for (key, scheme) in [("isni", IdentifierScheme.isni), ("ipi", .ipi), ("orcid", .orcid)] {
            guard let value = map[key] else { continue }
            let text = try value.string()
            do throws(IdentifierError) { _ = try Identifier(scheme, text) } catch { throw value.fault("\(error)") }
        }
    }
}

/// A collecting society: where, for what and for whom it may license.
struct Society: Sendable {
    let name: String
    /// Whether it says where it licenses, and names no place.
    let isNowhere: Bool
    private let territories: [String]
    private let kinds: [MandateMatch.Kind]

    init(_ node: ConfigNode) throws(ConfigError) {
        let map = try node.map(["society", "territories", "work_classes", "mandate_kinds"])
        name = try node.due("society", in: map).filledText()
        territories = try map["territories"]?.strings() ?? []
        isNowhere = map["territories"] != nil && territories.isEmpty
        for item in try map["work_classes"]?.list() ?? [] { _ = try item.filledText() }
        var kinds: [MandateMatch.Kind] = []
        for item in try map["mandate_kinds"]?.list() ?? [] { kinds.append(try item.oneOf(MandateMatch.Kind.self)) }
        self.kinds = kinds
    }

    func check(_ mandate: Mandate, _ node: ConfigNode) throws(ConfigError) {
        if !territories.isEmpty, let place = mandate.territories.first(where: { !territories.contains($0) }) {
            throw node.fault("mandate \(mandate.id) is for \(place), where \(name) does not license")
        }
        guard kinds.isEmpty || kinds.contains(mandate.kind) else {
            throw node.fault("mandate \(mandate.id) is \(mandate.kind.rawValue), and \(name) has no such mandates")
        }
    }
}

/// A tariff that mandates name: what settlement asks by. Its rate is read where money is shared out.
struct TariffEntry: Sendable {
    static let bases = ["pct_net_income", "per_1k_tokens", "per_doc", "flat"]

    let id: String

    init(_ node: ConfigNode) throws(ConfigError) {
        let map = try node.map(["tariff", "society", "basis", "rate", "currency", "minimum", "from", "to"])
        id = try node.due("tariff", in: map).filledText()
        _ = try map["society"]?.filledText()
        _ = try node.due("basis", in: map).choice(Self.bases)
        _ = try node.due("rate", in: map).filledText()
        let currency = try node.due("currency", in: map)
        let code = try currency.string()
        guard code.utf8.count == 3, code.utf8.allSatisfy({ (0x41...0x5A).contains($0) }) else {
            throw currency.fault("\(code) is no code of ISO 4217, such as EUR or CNY")
        }
        _ = try map["minimum"]?.integer(in: 0...Int.max)
        let from = try map["from"].map { (node) throws(ConfigError) in try node.time() }
        let to = try map["to"].map { (node) throws(ConfigError) in try node.time() }
        if let from, let to, to <= from { throw node.fault("tariff \(id) ends (\(to)) before it begins (\(from))") }
    }
}
