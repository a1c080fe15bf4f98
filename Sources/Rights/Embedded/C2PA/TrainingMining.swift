public import Canonical

/// One assertion on training and data mining.
///
/// Source: C2PA 1.4, section 19.23; CAWG Training and Data Mining Assertion 1.1, sections 2 and 3; read 2026-11-24.
/// `constrained` without further information is `notAllowed`, as both say; a use that is no word of theirs may be meant
/// as a refusal.
public struct TrainingMining: Hashable, Sendable {
    public enum Use: Hashable, Sendable {
        case allowed
        case notAllowed
        /// With the information it hangs on.
        case constrained(String)
        /// A word that is not in the specifications, as written.
        case undefined(String)
    }

    public enum Answer: String, Hashable, Sendable {
        case allow, deny, conditional
        case noStatement = "no-statement"
    }

    public struct Entry: Hashable, Sendable {
        /// As written: `cawg.ai_training`.
        public let key: String
        public let use: Use

        /// Without the prefix, which names the specification.
        public var name: String { String(key.split(separator: ".", maxSplits: 1).last ?? "") }

        var isStandard: Bool { key.hasPrefix("c2pa.") || key.hasPrefix("cawg.") }
    }

    /// As written, with its instance and version.
    public let label: String
    public let entries: [Entry]
    /// Whether the assertion has the shape the specifications give it.
    public let isWhole: Bool

    /// Whether a label is that of such an assertion, whatever its version (`.v2`) and instance (`__1`).
    public static func isLabel(_ label: String) -> Bool {
        var parts = label.split(separator: ".", omittingEmptySubsequences: false)
        if let mark = parts.last?.firstRange(of: "__"), let last = parts.popLast() {
            parts.append(last[..<mark.lowerBound])
        }
        if parts.count == 3, let last = parts.last, last.first == "v", last.dropFirst().allSatisfy(\.isNumber) {
            parts.removeLast()
        }
        return parts == ["c2pa", "training-mining"] || parts == ["cawg", "training-mining"]
    }

    public init(label: String, json: JSONValue) { self.init(label: label, AssertionValue(json)) }

    init(label: String, _ value: AssertionValue) {
        self.label = label
        let members = value["entries"]?.members
        entries = (members ?? []).map { Entry(key: $0.key, use: Self.use($0.value)) }
        isWhole = members != nil && entries.allSatisfy { if case .undefined = $0.use { false } else { true } }
    }

    private static func use(_ value: AssertionValue) -> Use {
        guard let word = (value["use"] ?? value).text else { return .undefined("") }
        switch word {
        case "allowed": return .allowed
        case "notAllowed": return .notAllowed
        case "constrained":
            let details = ["constraint_info", "constraints_info"].compactMap { value[$0]?.words }
            let stated = details.first { !ByteText.trimmed($0).isEmpty }
            return stated.map { .constrained($0) } ?? .notAllowed
        default: return .undefined(word)
        }
    }

    /// The standard entry of a name; of several any refusal counts first.
    private func use(of name: String) -> Use? {
        let found = entries.filter { $0.isStandard && $0.name == name }.map(\.use)
        if found.contains(.notAllowed) { return .notAllowed }
        return found.first { $0 != .allowed } ?? found.first
    }

    /// What it says of a use. What is not said of training is taken from data mining, which comes before it.
    public func answer(for use: PLUSDataMining.Use) -> Answer {
        let own =
            switch use {
            case .generativeTraining: self.use(of: "ai_generative_training")
            case .nonGenerativeTraining: self.use(of: "ai_training")
            case .mining, .searchIndex: self.use(of: "data_mining")
            }
        return Self.answer(own ?? self.use(of: "data_mining"))
    }

    /// What it says of inference.
    public var inference: Answer { Self.answer(use(of: "ai_inference")) }

    private static func answer(_ use: Use?) -> Answer {
        switch use {
        case .allowed?: .allow
        case .notAllowed?: .deny
        case .constrained?: .conditional
        case .undefined?: .deny
        case nil: .noStatement
        }
    }
}
