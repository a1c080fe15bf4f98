internal import Canonical
internal import Provenance

/// How long a pack's law protects a work, by years alone: terms run to the end of a year.
struct TermRule: Sendable {
    /// Years after the death of the last surviving author; nil where only publication counts.
    let life: Int?
    /// Years after first publication, for works counted by it; nil where only death counts.
    let publication: Int?
    /// Before a longer term came, authors who died before `died` were protected for `life` years only, and stay free.
    let former: (died: Int, life: Int)?
    /// Whether works of other countries are protected no longer than at home: a longer term is then in doubt.
    let hasShorterTermRule: Bool
    /// The places that are home.
    let home: [String]
    /// Whose official works are free.
    let official: [String]
    let source: String
    let asOf: String
    let kind: Pack.Kind

    func hasExpired(_ work: WorkFacts, in year: Int) -> Truth {
        let own = own(work, year)
        guard own == .no, hasShorterTermRule, !work.country.isEmpty, !home.contains(work.country) else { return own }
        return .unknown
    }

    private func own(_ work: WorkFacts, _ year: Int) -> Truth {
        if let publication {
            guard let published = work.published else { return .unknown }
            return Truth(published + publication < year)
        }
        guard let life, let died = work.died else { return .unknown }
        if let former, died < former.died { return Truth(died + former.life < year) }
        return Truth(died + life < year)
    }
}

extension TermRule {
    init(_ node: ConfigNode) throws(ConfigError) {
        let map = try node.map([
            "life", "publication", "former", "shorter_term", "home", "official", "source", "as_of", "kind",
        ])
        source = try node.due("source", in: map).filledText()
        asOf = try node.due("as_of", in: map).date()
        kind = try node.due("kind", in: map).oneOf(Pack.Kind.self)
        life = try map["life"].map { (node) throws(ConfigError) in try node.integer(in: 1...200) }
        publication = try map["publication"].map { (node) throws(ConfigError) in try node.integer(in: 1...200) }
        guard life != nil || publication != nil else { throw node.fault("life or publication is due here") }
        former = try map["former"].map { (node) throws(ConfigError) in
            let former = try node.map(["died_before", "life"])
            return (
                try node.due("died_before", in: former).integer(in: 1000...9999),
                try node.due("life", in: former).integer(in: 1...200)
            )
        }
        hasShorterTermRule = try map["shorter_term"]?.bool() ?? false
        home = try map["home"]?.strings() ?? []
        official = try map["official"]?.strings() ?? []
    }
}
