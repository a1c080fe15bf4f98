internal import Canonical
internal import Provenance

/// A licence from a rights holder, as the operator's file records it.
struct Contract: Sendable {
    let id: String
    let licensor: String
    let covers: [GroundScope]
    let training: ContractMatch.Training
    let from: Timestamp
    let to: Timestamp?
    let opensAccess: Bool
    let territory: [String]?
    let purposes: [UseProfile.Purpose]?
    let isCommercial: Bool
    let mayRedistribute: Bool
    let tariff: String

    /// - Throws: ``ConfigError`` for one that ends before it begins, or that covers nothing.
    init(_ node: ConfigNode) throws(ConfigError) {
        let map = try node.map([
            "id", "licensor", "covers", "training", "from", "to", "opens_access", "territory", "purposes", "commercial",
            "redistribution", "tariff", "signature",
        ])
        id = try node.due("id", in: map).identifier()
        licensor = try node.due("licensor", in: map).filledText()
        covers = try ListFile.scopes(node.due("covers", in: map))
        guard !covers.isEmpty else { throw node.fault("contract \(id) covers nothing") }
        training = try node.due("training", in: map).oneOf(ContractMatch.Training.self)
        from = try node.due("from", in: map).time()
        to = try map["to"].map { (node) throws(ConfigError) in try node.time() }
        if let to, to <= from { throw node.fault("contract \(id) ends (\(to)) before it begins (\(from))") }
        opensAccess = try map["opens_access"]?.bool() ?? false
        territory = try map["territory"]?.strings()
        purposes = try map["purposes"].map { (node) throws(ConfigError) in try Self.purposes(node) }
        isCommercial = try map["commercial"]?.bool() ?? false
        mayRedistribute = try map["redistribution"]?.bool() ?? false
        tariff = try map["tariff"]?.filledText() ?? ""
    }

    static func purposes(_ node: ConfigNode) throws(ConfigError) -> [UseProfile.Purpose] {
        var purposes: [UseProfile.Purpose] = []
        for item in try node.list() { purposes.append(try item.oneOf(UseProfile.Purpose.self)) }
        return purposes
    }

    func match(_ profile: UseProfile) -> ContractMatch {
        let places = profile.placeOfCopying + profile.market
        let fits =
            (isCommercial || !profile.commercial) && (mayRedistribute || !profile.redistributesText)
            && (purposes?.contains(profile.purpose) ?? true)
            && (territory.map { territory in places.allSatisfy(territory.contains) } ?? true)
        return ContractMatch(
            contract: id, training: training, from: from, to: to, opensAccess: opensAccess, fits: fits, tariff: tariff)
    }
}

extension ConfigNode {
    /// A time (RFC 3339), or a day, which begins at midnight UTC.
    func time() throws(ConfigError) -> Timestamp {
        let text = try string()
        guard let time = Timestamp(rfc3339: text) ?? Timestamp(day: text) else {
            throw fault("a day (2026-11-23) or a time (2026-11-23T12:00:00Z) is due here, not \(text)")
        }
        return time
    }
}
