internal import Canonical

/// A day or moment in an attribute: `2026-01-31`, or RFC 3339 in full.
enum StatementDate {
    /// The first moment it means; nil if it cannot be read.
    static func read(_ text: String) -> Timestamp? {
        let value = ByteText.trimmed(text)
        let padded =
            switch value.utf8.count {
            case 4: value + "-01-01"
            case 7: value + "-01"
            default: value
            }
        return Timestamp(day: padded) ?? Timestamp(rfc3339: padded)
    }

    /// The last moment it means; nil if it cannot be read.
    static func end(_ text: String) -> Timestamp? {
        guard let first = read(text) else { return nil }
        // A bare day lasts to its end; of a bare month or year the first day is what is sure.
        return ByteText.trimmed(text).utf8.count <= 10 ? first.adding(seconds: 86_399) : first
    }
}
