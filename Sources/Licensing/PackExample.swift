public import Canonical
public import Provenance

/// An example that a pack must answer in a given way, as `muniment policy test` reads it.
///
/// Facts that it does not name are not known.
public struct PackExample: Sendable {
    public let name: String
    public let pack: String
    public let expected: Verdict
    /// Empty if the example does not say which basis stands.
    public let basis: String
    private let moment: Moment
    private let facts: FactSheet

    /// Reads a file: a list `examples` of `{name, pack, at, facts, expect, basis}`.
    ///
    /// - Throws: ``ConfigError`` with file, line and key.
    public static func read(_ text: String, file: String) throws(ConfigError) -> [PackExample] {
        let node = try ConfigNode.read(text, file: file)
        var examples: [PackExample] = []
        for item in try node.due("examples", in: node.map(["examples"])).list() {
            examples.append(try PackExample(item))
        }
        return examples
    }

    private init(_ node: ConfigNode) throws(ConfigError) {
        let map = try node.map(["name", "pack", "at", "facts", "expect", "basis"])
        name = try node.due("name", in: map).filledText()
        pack = try node.due("pack", in: map).identifier()
        expected = try node.due("expect", in: map).oneOf(Verdict.self)
        basis = try map["basis"]?.identifier() ?? ""
        moment = try map["at"]?.oneOf(Moment.self) ?? .use
        var sheet = FactSheet()
        for (key, value) in try node.due("facts", in: map).entries() {
            guard let fact = Fact.named[key] else { throw value.fault("unknown fact \(key)") }
            let text = try value.string()
            guard let place = fact.values.firstIndex(of: text) else {
                throw value.fault("\(text) is no value of \(key); its values: \(fact.values.joined(separator: ", "))")
            }
            sheet[fact] = 1 << UInt64(place)
        }
        facts = sheet
    }

    /// What the pack answers, and on which basis.
    public func answer(of pack: Pack) -> (verdict: Verdict, basis: String) {
        var facts = facts
        facts.add(pack.scores.map { $0.mask(facts) })
        let evaluation = PackEvaluation(pack: pack, facts: facts, moment: moment)
        let verdict = evaluation.verdict
        let standing = evaluation.bases(pack.bases.map { $0.truth(facts) }).standing
        return (verdict, verdict.admits && moment != .fetch ? standing?.id ?? "" : "")
    }
}
