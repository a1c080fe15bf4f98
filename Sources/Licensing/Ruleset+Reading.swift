public import Canonical

extension Ruleset {
    /// Reads the rules of an output back from the canonical bytes it keeps of them.
    ///
    /// - Parameters:
    ///   - known: what of the operator's files the run had loaded; read from the files themselves.
    ///   - file: what faults are told of.
    /// - Throws: ``ConfigError`` for a pack or settings that this program reads otherwise than the one that wrote them.
    ///   The caller compares ``digest`` with the one it knows the rules by.
    public static func read(_ json: JSONValue, known: KnownGrounds, file: String) throws(ConfigError) -> Ruleset {
        guard let packs = json["packs"]?.array, !packs.isEmpty else { throw noRuleset(file) }
        var read: [Pack] = []
        for (place, pack) in packs.enumerated() {
            let orders = json["order"]?.array.flatMap { place < $0.count ? $0[place] : nil } ?? .object([])
            read.append(try Pack(ConfigNode(json: PackOrder.restore(pack, orders), file: file)))
        }
        return Ruleset(packs: read, settings: try settings(of: json, file: file), known: known)
    }

    /// The settings of doubt alone.
    ///
    /// - Throws: ``ConfigError`` for settings that this program does not know.
    public static func settings(of json: JSONValue, file: String) throws(ConfigError) -> DoubtSettings {
        guard let settings = json["settings"]?.members else { throw noRuleset(file) }
        // Ages are kept in seconds, and read with their unit.
        let members = settings.map { member in
            let age = DoubtSettings.ages.contains(member.key) ? member.value.integer : nil
            return JSONValue.Member(member.key, age.map { .string("\($0)s") } ?? member.value)
        }
        return try DoubtSettings(ConfigNode(json: .object(members), file: file))
    }

    private static func noRuleset(_ file: String) -> ConfigError {
        ConfigError(file: file, line: 0, key: "", problem: "is no ruleset: packs and settings are due")
    }

    /// The same settings and grounds under other packs.
    public func replacing(packs other: Ruleset) -> Ruleset {
        Ruleset(packs: other.packs, settings: settings, known: known)
    }
}

extension OperatorGrounds {
    /// Reads what an output keeps of the operator's files: an object with the files that were named.
    public init(json: JSONValue, file: String) throws(ConfigError) {
        self.init()
        for kind in Kind.allCases {
            guard let value = json[kind.rawValue] else { continue }
            try add(kind, ConfigNode(json: value, file: file))
        }
    }
}
