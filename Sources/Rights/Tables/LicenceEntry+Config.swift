internal import Canonical

extension LicenceEntry {
    static let keys = [
        "id", "licence", "version", "jurisdiction", "name", "kind", "training", "url", "urls", "terms", "spdx",
        "phrases",
        "source", "as_of",
    ]

    /// - Parameters:
    ///   - terms: The named terms of the table.
    ///   - asOf: The table's own day, for entries without one.
    init(_ node: ConfigNode, terms: [String: LicenceTerms], asOf: String) throws(ConfigError) {
        let map = try node.map(Self.keys)
        func due(_ key: String) throws(ConfigError) -> ConfigNode {
            guard let value = map[key] else { throw node.fault("\(key) is missing") }
            return value
        }
        func text(_ key: String) throws(ConfigError) -> String { try map[key]?.string() ?? "" }
        id = try due("id").string()
        licence = try due("licence").string()
        version = try text("version")
        jurisdiction = try text("jurisdiction")
        name = try due("name").string()
        kind = try Kind(rawValue: due("kind").choice(Kind.allCases.map(\.rawValue))) ?? .statement
        training = try Training(rawValue: due("training").choice(Training.allCases.map(\.rawValue))) ?? .hold
        url = try text("url")
        source = try due("source").string()
        let ownDay = try text("as_of")
        self.asOf = ownDay.isEmpty ? asOf : ownDay
        spdx = try map["spdx"]?.strings() ?? []
        patterns = try (map["urls"]?.strings() ?? []) + (url.isEmpty ? [] : [url])
        phrases = try (map["phrases"]?.strings() ?? []).map { $0.lowercased() }.sorted { $0.utf8.count > $1.utf8.count }
        guard phrases.last.map({ $0.utf8.count >= Beginnings.length }) ?? true else {
            throw node.fault("\(id): a phrase is shorter than \(Beginnings.length) bytes")
        }
        let termsNode = try due("terms")
        guard let known = terms[try termsNode.string()] else {
            throw termsNode.fault("no such terms; known: \(terms.keys.sorted().joined(separator: ", "))")
        }
        self.terms = known
        guard training != .open || !known.permits.isEmpty else {
            throw node.fault("\(id): training is open, and its terms permit nothing")
        }
        guard !patterns.isEmpty || !spdx.isEmpty || !phrases.isEmpty else {
            throw node.fault("\(id): nothing by which a page could name it")
        }
    }
}

extension LicenceTerms {
    init(_ node: ConfigNode) throws(ConfigError) {
        let map = try node.map(["permits", "requires", "prohibits", "obligations"])
        permits = try Self.words(map["permits"], Permission.self)
        requires = try Self.words(map["requires"], Requirement.self)
        prohibits = try Self.words(map["prohibits"], Prohibition.self)
        obligations = try (map["obligations"]?.strings() ?? []).sorted()
    }

    private static func words<Word: RawRepresentable<String> & CaseIterable & Hashable>(
        _ node: ConfigNode?, _ type: Word.Type
    ) throws(ConfigError) -> Set<Word> {
        var out: Set<Word> = []
        for item in try node?.list() ?? [] {
            guard let word = Word(rawValue: try item.choice(Word.allCases.map(\.rawValue))), out.insert(word).inserted
            else { throw item.fault("it stands here twice") }
        }
        return out
    }
}
