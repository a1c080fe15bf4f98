internal import Canonical
internal import Foundation

/// Every word the pages say, by language: `Resources/texts/<language>.yaml`, sections of keys.
struct Texts: Sendable {
    private let words: [Language: [String: String]]

    /// - Throws: ``PortalError`` or ``ConfigError`` for a language that lacks a text another has.
    init(folder: String) throws {
        var words: [Language: [String: String]] = [:]
        for language in Language.allCases {
            let file = "\(folder)/\(language.rawValue).yaml"
            let text = String(decoding: try Data(contentsOf: URL(fileURLWithPath: file)), as: UTF8.self)
            words[language] = try Self.read(ConfigNode.read(text, file: file))
        }
        let due = Set(words[.english]?.keys.map { $0 } ?? [])
        for (language, known) in words {
            guard let odd = due.symmetricDifference(known.keys).min() else { continue }
            throw PortalError(.cannotStart, "\(folder): \(language.rawValue).yaml and en.yaml differ in \(odd)")
        }
        self.words = words
    }

    private static func read(_ node: ConfigNode) throws(ConfigError) -> [String: String] {
        var words: [String: String] = [:]
        for (section, texts) in try node.entries() {
            for (key, text) in try texts.entries() { words["\(section).\(key)"] = try text.string() }
        }
        return words
    }

    var keys: Set<String> { Set(words[.english]?.keys.map { $0 } ?? []) }

    /// A text, with what is given in the places of `{0}`, `{1}` …; the key itself for one that is not there.
    func say(_ key: String, _ language: Language, _ values: String...) -> String {
        var text = words[language]?[key] ?? key
        for (index, value) in values.enumerated() { text = text.replacing("{\(index)}", with: value) }
        return text
    }

    /// What a word of a closed list means, such as a state; the word itself if no text tells it.
    func name(_ section: String, _ word: String, _ language: Language) -> String {
        words[language]?["\(section).\(word)"] ?? word
    }

    /// All texts of a language, as templates have them: `t.section.key`.
    func tree(_ language: Language) -> [String: [String: String]] {
        var tree: [String: [String: String]] = [:]
        for (key, text) in words[language] ?? [:] {
            let parts = key.split(separator: ".", maxSplits: 1).map(String.init)
            tree[parts[0], default: [:]][parts[1]] = text
        }
        return tree
    }
}
