internal import Canonical
internal import Provenance

/// A public notice of what will be collected and how to object, as the operator's file records it.
struct Notice: Sendable {
    let id: String
    let version: Int
    let sources: [GroundScope]
    let purposes: [UseProfile.Purpose]
    let isCommercial: Bool
    let territories: [String]
    let collectionFrom: Timestamp
    let collectionTo: Timestamp
    let window: NoticeWindow
    let ended: Timestamp?
    let isWitnessed: Bool
    let tariff: String

    /// A notice speaks for a year and is then made anew.
    private static let life: Int64 = 365 * 86_400

    init(_ node: ConfigNode) throws(ConfigError) {
        let map = try node.map([
            "id", "version", "sources", "purposes", "commercial", "territories", "collection", "published",
            "period_days", "probes", "witness", "ended", "remuneration",
        ])
        id = try node.due("id", in: map).identifier()
        version = try node.due("version", in: map).integer(in: 1...1_000_000)
        sources = try ListFile.scopes(node.due("sources", in: map))
        guard !sources.isEmpty else { throw node.fault("notice \(id) names no source") }
        purposes = try Contract.purposes(node.due("purposes", in: map))
        isCommercial = try node.due("commercial", in: map).bool()
        territories = try node.due("territories", in: map).strings()
        let collection = try node.due("collection", in: map)
        let period = try collection.map(["from", "to"])
        collectionFrom = try collection.due("from", in: period).time()
        collectionTo = try collection.due("to", in: period).time()
        guard collectionFrom < collectionTo else {
            throw collection.fault("notice \(id) collects until before it begins")
        }
        window = try NoticeWindow(node, map)
        ended = try map["ended"].map { (node) throws(ConfigError) in try node.time() }
        isWitnessed = map["witness"] != nil
        tariff = try map["remuneration"]?.filledText() ?? ""
    }

    /// When it ceases to speak.
    var end: Timestamp {
        let expiry = window.published.adding(seconds: Self.life)
        return ended.map { min($0, expiry) } ?? expiry
    }

    /// Nil if the use or the time of fetching is not one it announced.
    func match(_ profile: UseProfile, fetched: Timestamp, at: Timestamp) -> NoticeMatch? {
        let places = profile.placeOfCopying + profile.market
        guard purposes.contains(profile.purpose), isCommercial || !profile.commercial,
            places.allSatisfy(territories.contains), collectionFrom <= fetched, fetched < collectionTo
        else { return nil }
        let (closes, isContinuous) = window.state(at: at)
        return NoticeMatch(
            notice: id, version: version, effectiveFrom: closes, effectiveTo: end,
            isContinuous: isContinuous, isSelfAttested: !isWitnessed, tariff: tariff)
    }
}
