internal import Canonical
internal import Rights

/// AIPREF statements alone: one value, a robots.txt, or several statements that are combined.
struct AIPrefFormat: VectorFormat {
    let name = "AIPREF statements"

    func recognises(_ row: JSONValue) -> Bool {
        row.has("kind") && (row.has("prefs") || row.has("train_ai", "crawl"))
    }

    func check(_ row: VectorRow) throws(VectorFault) -> VectorOutcome {
        if row["robots"] != nil { return try checkRobots(row) }
        let expected = try row.object("prefs")
        let stated = row["statements"]?.array?.compactMap(\.string)
        let texts: [String]
        if let stated { texts = stated } else { texts = [try row.text("value")] }
        return Comparison.outcome(expected: expected, got: Self.preferences(texts.map(AIPref.parse)))
    }

    private func checkRobots(_ row: VectorRow) throws(VectorFault) -> VectorOutcome {
        let file = RobotsFile.parse(try row.bytes("robots"))
        guard let agent = ProductToken(prefixOf: try row.text("agent")) else { throw VectorFault("no agent") }
        let path = try RobotsFormat.path(of: try row.text("path"))
        let crawl = file.isAllowedByAIPref(agent: agent, pathAndQuery: path)
        let usage = file.contentUsageByAIPref(agent: agent, pathAndQuery: path).map { AIPref.parse($0.value) }
        // What may not be crawled has no preference in the table the rows were taken from.
        let preference = crawl ? Self.word(AIPref.combined(usage, .trainAI)) : nil
        return Comparison.outcome(
            expected: .fields(["crawl": row["crawl"] ?? .null, "train_ai": row["train_ai"] ?? .null]),
            got: .fields(["crawl": .bool(crawl), "train_ai": .text(orNull: preference)]))
    }

    private static func preferences(_ statements: [AIPref]) -> JSONValue {
        .object(
            AIPref.Category.allCases.map { category in
                .init(category.rawValue, .string(word(AIPref.combined(statements, category))))
            })
    }

    private static func word(_ preference: AIPref.Preference) -> String {
        switch preference {
        case .allowed: "allow"
        case .disallowed: "disallow"
        case .unknown: "unknown"
        }
    }
}
