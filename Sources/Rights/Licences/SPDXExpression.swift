/// An SPDX licence expression: ids joined by `AND`, `OR` and `WITH`, `+` for later versions, brackets.
///
/// Source: SPDX specification 2.3, annex D, and 3.0, annex B (operators all in upper or all in lower case), read 2026-11-24.
struct SPDXExpression: Hashable, Sendable {
    /// The licence ids in order, with their `+`; exceptions after `WITH` are not among them.
    let ids: [String]
    let hasChoice: Bool

    /// Longer texts are no expressions of a page's licence.
    static let limit = 512

    /// Nil if the text is no expression; whether its ids exist is not asked.
    init?(_ text: String) {
        guard text.utf8.count <= Self.limit else { return nil }
        var ids: [String] = []
        var (open, hasChoice) = (0, false)
        var due = Due.licence
        for token in Self.tokens(text) {
            switch (token, due) {
            case ("(", .licence): open += 1
            case (")", .operation):
                open -= 1
                if open < 0 { return nil }
            case ("AND", .operation), ("and", .operation): due = .licence
            case ("OR", .operation), ("or", .operation): (due, hasChoice) = (.licence, true)
            case ("WITH", .operation), ("with", .operation): due = .exception
            case (_, .licence):
                guard Self.isID(token) else { return nil }
                ids.append(token)
                due = .operation
            case (_, .exception):
                guard Self.isID(token) else { return nil }
                due = .operation
            default: return nil
            }
        }
        guard open == 0, due == .operation, !ids.isEmpty else { return nil }
        (self.ids, self.hasChoice) = (ids, hasChoice)
    }

    private enum Due { case licence, operation, exception }

    /// The expression of a tag (`SPDX-License-Identifier: MIT`) or of a text that is one.
    static func read(_ text: String) -> SPDXExpression? {
        let mark = "spdx-license-identifier:"
        let bytes = ByteText.trimmed(Array(text.utf8.prefix(limit + mark.utf8.count))[...])
        return SPDXExpression(
            ByteText.string(ByteText.hasPrefix(bytes, mark) ? bytes.dropFirst(mark.utf8.count) : bytes))
    }

    /// The id that a URL of spdx.org names: `spdx.org/licenses/MIT`, also `.html` or `.json`, as written.
    static func id(of url: LicenceURL) -> String? {
        guard url.host == "spdx.org", url.parts.count == 2, url.parts[0] == "licenses" else { return nil }
        let name = url.parts[1]
        for ending in [".html", ".json", ".txt", ".jsonld"] where name.hasSuffix(ending) {
            return String(name.dropLast(ending.count))
        }
        return name
    }

    private static func isID(_ token: String) -> Bool {
        let body = token.hasSuffix("+") ? token.dropLast() : token[...]
        return !body.isEmpty
            && body.utf8.allSatisfy {
                ByteText.isLetter($0) || ByteText.isDigit($0) || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ".")
                    || $0 == UInt8(ascii: ":")
            } && !["and", "or", "with"].contains(body.lowercased())
    }

    private static func tokens(_ text: String) -> [String] {
        var tokens: [String] = []
        var word: [UInt8] = []
        for byte in text.utf8 {
            let isBracket = byte == UInt8(ascii: "(") || byte == UInt8(ascii: ")")
            guard isBracket || ByteText.isSpace(byte) else {
                word.append(byte)
                continue
            }
            if !word.isEmpty { tokens.append(ByteText.string(word)) }
            word.removeAll(keepingCapacity: true)
            if isBracket { tokens.append(byte == UInt8(ascii: "(") ? "(" : ")") }
        }
        if !word.isEmpty { tokens.append(ByteText.string(word)) }
        return tokens
    }
}
