public import Canonical

extension UseProfile {
    static let keys = [
        "purpose", "commercial", "actor", "research_org", "place_of_copying", "market", "redistributes_text",
        "style_target", "model_release", "sme", "output_guard", "deduplicated",
    ]

    /// Reads a profile. Every key but `research_org`, `output_guard` and `deduplicated` must be there: what was not declared cannot be assumed.
    ///
    /// - Throws: ``ConfigError`` with file, line and key.
    public init(_ node: ConfigNode) throws(ConfigError) {
        let map = try node.map(Self.keys)
        func due(_ key: String) throws(ConfigError) -> ConfigNode {
            guard let value = map[key] else { throw node.fault("\(key) is missing; a use profile must declare it") }
            return value
        }
        self.init(
            purpose: try due("purpose").oneOf(Purpose.self),
            commercial: try due("commercial").bool(),
            actor: try due("actor").oneOf(Actor.self),
            research: try map["research_org"].flatMap(present).map(Self.standing),
            placeOfCopying: try Self.countries(due("place_of_copying")),
            market: try Self.countries(due("market")),
            redistributesText: try due("redistributes_text").bool(),
            styleTarget: try due("style_target").bool(),
            modelRelease: try due("model_release").oneOf(ModelRelease.self),
            sme: try due("sme").bool(),
            outputGuard: try map["output_guard"].map { (node) throws(ConfigError) in try node.filledText() },
            deduplicated: try map["deduplicated"]?.bool())
    }

    private static func standing(_ node: ConfigNode) throws(ConfigError) -> ResearchStanding {
        let map = try node.map(["evidence", "preferential_access"])
        guard let evidence = try map["evidence"]?.string(), !evidence.isEmpty else {
            throw node.fault("evidence is missing: say where it is shown that the actor is what it declares")
        }
        return ResearchStanding(evidence: evidence, preferentialAccess: try map["preferential_access"]?.bool())
    }

    private static func countries(_ node: ConfigNode) throws(ConfigError) -> [String] {
        let codes = try node.strings()
        guard !codes.isEmpty else { throw node.fault("at least one country is due here (ISO 3166-1, two letters)") }
        for code in codes {
            guard code.utf8.count == 2, code.utf8.allSatisfy({ (0x41...0x5A).contains($0) }) else {
                throw node.fault("\(code) is no country code; two upper-case letters are due (ISO 3166-1)")
            }
        }
        guard Set(codes).count == codes.count else { throw node.fault("a country stands here twice") }
        return codes
    }
}

/// Nil for a node that says nothing.
private func present(_ node: ConfigNode) -> ConfigNode? { node.isNull ? nil : node }

extension ConfigNode {
    /// One of the cases of an enumeration, by raw value.
    func oneOf<Choice: CaseIterable & RawRepresentable>(_ type: Choice.Type) throws(ConfigError) -> Choice
    where Choice.RawValue == String {
        let text = try choice(Choice.allCases.map(\.rawValue))
        guard let value = Choice(rawValue: text) else { throw fault("\(text) is not known here") }
        return value
    }
}
