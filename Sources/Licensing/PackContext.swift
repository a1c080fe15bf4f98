internal import Canonical

/// What the expressions of a pack may name besides facts: its own words and scores.
///
/// A word stands for an expression written once under `let`, so that parts that several packs include can leave to each
/// what it makes of a matter.
struct PackContext {
    private var words: [String: ConfigNode] = [:]
    private(set) var scores: [String] = []
    /// The words whose meaning is being read, to find those that lead back to themselves.
    private var path: [String] = []

    init() {}

    init(words node: ConfigNode?) throws(ConfigError) {
        for (name, value) in try node?.entries() ?? [] {
            words[try ConfigNode.checked(identifier: name, at: value)] = value
        }
        // Each is read here once, used or not, so that no fault hides in it.
        for name in words.keys.sorted() { _ = try meaning(of: name, at: words[name] ?? node) }
    }

    mutating func add(score: String) { scores.append(score) }

    /// The meaning of a word.
    ///
    /// - Throws: ``ConfigError`` for one that is not there or is defined by itself.
    func meaning(of name: String, at node: ConfigNode?) throws(ConfigError) -> Expression {
        guard let meaning = words[name] else {
            let known = words.keys.sorted().joined(separator: ", ")
            throw ConfigError(
                file: node?.file ?? "", line: node?.line ?? 0, key: node?.path ?? "",
                problem: "\(name) is not given under let; known: \(known)")
        }
        guard !path.contains(name) else {
            throw meaning.fault("a cycle: \((path + [name]).joined(separator: " needs "))")
        }
        var deeper = self
        deeper.path.append(name)
        return try Expression(meaning, deeper)
    }
}
