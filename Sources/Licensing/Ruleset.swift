public import Canonical
public import Provenance

/// The active packs and the settings of doubt: with the use profile, all the rules a decision rests on.
public struct Ruleset: Sendable {
    /// In the order of their ids.
    public let packs: [Pack]
    public let settings: DoubtSettings
    /// What of the operator's files was loaded.
    public let known: KnownGrounds
    /// For each pack the place of the first that asks for the same protocols: what it reads of them, both share.
    let sharing: [Int]
    /// The packs once more, for decisions.
    let boxes: [PackEvaluation.Box]
    /// The facts that gates at `fetch` ask for, and those that any rule does.
    private let askedAtFetch: Set<Fact>
    private let asked: Set<Fact>

    init(packs: [Pack], settings: DoubtSettings, known: KnownGrounds = .none) {
        self.packs = packs
        self.settings = settings
        self.known = known
        boxes = packs.map { PackEvaluation.Box($0, memo: PackMemo()) }
        let gates = packs.flatMap(\.gates)
        askedAtFetch = Self.facts(gates.filter { $0.moments.contains(.fetch) }.map(\.fires), packs)
        asked = Self.facts(
            gates.map(\.fires) + packs.flatMap(\.bases).flatMap { [$0.trigger] + $0.needs + $0.flags.map(\.when) },
            packs)
        sharing = packs.map { pack in packs.firstIndex { $0.protocolSets == pack.protocolSets } ?? 0 }
    }

    /// What conditions ask for; where one asks for a score, what the scores do.
    private static func facts(_ conditions: [Expression], _ packs: [Pack]) -> Set<Fact> {
        let own = Set(conditions.flatMap(\.facts))
        guard conditions.contains(where: \.asksScores) else { return own }
        return own.union(packs.flatMap(\.scores).flatMap(\.factors).flatMap(\.facts))
    }

    /// Whether any rule that counts at a moment asks for a fact.
    func asks(_ fact: Fact, at moment: Moment) -> Bool { (moment == .fetch ? askedAtFetch : asked).contains(fact) }

    /// The same rules with what of the operator's files was loaded.
    public func knowing(_ known: KnownGrounds) -> Ruleset {
        Ruleset(packs: packs, settings: settings, known: known)
    }

    /// Reads packs and settings.
    ///
    /// Every pack given is read and checked, those that are not active too.
    ///
    /// - Throws: ``ConfigError`` for a fault in a file, two packs of one id, an active pack that is not there, or
    ///   none.
    public static func load(
        packs files: [(file: String, text: String)], active: [String], settings: ConfigNode?,
        parts: @escaping (String) throws(ConfigError) -> (file: String, text: String)? = { _ in nil }
    ) throws(ConfigError) -> Ruleset {
        var known: [String: Pack] = [:]
        for (file, text) in files {
            let pack = try Pack(text, file: file, parts: parts)
            if let other = known[pack.id] {
                throw ConfigError(file: file, line: 0, key: "id", problem: "\(other.file) has the id \(pack.id) too")
            }
            known[pack.id] = pack
        }
        guard !active.isEmpty else {
            throw ConfigError(
                file: "packs", line: 0, key: "",
                problem: "no pack is active; without rules nothing can be decided. Name at least one: "
                    + known.keys.sorted().joined(separator: ", "))
        }
        var chosen: [Pack] = []
        for id in Set(active).sorted() {
            guard let pack = known[id] else {
                throw ConfigError(
                    file: "packs", line: 0, key: id,
                    problem: "there is no such pack; known: \(known.keys.sorted().joined(separator: ", "))")
            }
            chosen.append(pack)
        }
        return Ruleset(
            packs: chosen,
            settings: try settings.map { (node) throws(ConfigError) in try DoubtSettings(node) } ?? DoubtSettings())
    }

    /// The lists that gates ask and that neither are at hand at a time nor were said to be missing, with the setting that
    /// would say why.
    public func missingLists(at time: Timestamp) -> [(list: String, setting: String)] {
        let asked: [(String, Fact, DoubtSetting, ListDemand)] = [
            ("infringing", .sourceInfringing, .infringingList, settings.infringingList),
            (ListFile.orders, .order, .orderList, settings.orderList),
            (ListFile.illegalContent, .contentIllegal, .illegalContentList, settings.illegalContentList),
        ]
        let facts = Set(packs.flatMap(\.gates).flatMap(\.fires.facts))
        return asked.filter { facts.contains($0.1) && $0.3 == .require && !known.has($0.0, at: time) }
            .map { ($0.0, $0.2.rawValue) }
    }

    /// Everything in it as one object, for its canonical bytes.
    public var json: JSONValue {
        .object([
            .init("format", .string("ruleset-3")), .init("known", known.json),
            .init("order", .array(packs.map { PackOrder.of($0.json) })),
            .init("packs", .array(packs.map(\.json))),
            .init("protocols", .string(RightsProtocol.setID)),
            .init("settings", settings.json),
        ])
    }

    /// Of the canonical bytes of ``json``.
    public var digest: Digest { Digest(of: json.canonicalBytes) }

    /// Every protocol that any active pack wants known.
    public var requiredProtocols: Set<RightsProtocol> {
        packs.reduce(into: []) { $0.formUnion($1.requiredProtocols) }
    }
}
