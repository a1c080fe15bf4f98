/// One Content-Signal statement: the value of a robots line or header.
///
/// Source: contentsignals.org and the managed robots texts that carry it, read 2026-11-23. `use` is an extension of
/// its vendor.
public struct ContentSignal: Hashable, Sendable {
    public enum Key: String, CaseIterable, Hashable, Sendable {
        case search
        case aiInput = "ai-input"
        case aiTrain = "ai-train"
        case use
    }

    /// Defined values by key; `yes` or `no`, of `use` also `immediate`, `reference`, `full`.
    public let values: [Key: String]
    /// Pairs whose key or value is not defined, as written.
    public let undefined: [String]

    public static func parse(_ value: String) -> ContentSignal {
        var (values, undefined): ([Key: String], [String]) = ([:], [])
        for part in parts(of: value) {
            guard let key = part.key else {
                undefined.append(part.text)
                continue
            }
            values[key] = values[key].map { stricter($0, part.value) } ?? part.value
        }
        return ContentSignal(values: values, undefined: undefined)
    }

    /// One pair of a statement: as written, and what of it is defined.
    struct Part {
        let text: String
        /// Nil if the key or its value is not defined.
        let key: Key?
        /// In lower case.
        let value: String
    }

    /// The pairs of a statement, in order, without empty ones.
    static func parts(of value: String) -> [Part] {
        value.split(separator: ",").compactMap { part in
            let written = ByteText.trimmed(part)
            guard !written.isEmpty else { return nil }
            let pair = written.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            let text = pair.count == 2 ? ByteText.lowercased(ByteText.trimmed(pair[1])) : ""
            let key = Key(rawValue: ByteText.lowercased(ByteText.trimmed(pair[0])))
            return Part(text: written, key: key.flatMap { defined($0).contains(text) ? $0 : nil }, value: text)
        }
    }

    /// What several statements of one scope come to: the stricter value of each key.
    public static func combined(_ signals: [ContentSignal]) -> [Key: String] {
        signals.reduce(into: [:]) { all, signal in all.merge(signal.values, uniquingKeysWith: stricter) }
    }

    private static func defined(_ key: Key) -> [String] {
        key == .use ? ["immediate", "reference", "full"] : ["no", "yes"]
    }

    private static func stricter(_ one: String, _ other: String) -> String {
        let order = ["no", "immediate", "reference", "full", "yes"]
        return order.first { $0 == one || $0 == other } ?? one
    }
}
