/// Words that turn a grant into its contrary.
enum LicenceDenial {
    /// Whether a short text denies what it names: `not licensed under CC BY`.
    static func stands(in text: String) -> Bool {
        let words = text.lowercased().split { !$0.isLetter && $0 != "'" && $0 != "’" }
        return stands(in: words[...])
    }

    /// `unless otherwise noted` and `except where noted` limit a grant and do not deny it.
    static func stands(in words: ArraySlice<Substring>) -> Bool {
        words.indices.contains { index in
            guard denials.contains(String(words[index])) else { return false }
            return !words[(index + 1)...].prefix(2).contains { limits.contains(String($0)) }
        }
    }

    private static let denials: Set<String> = [
        "not", "no", "unless", "never", "without", "isn't", "isn’t", "aren't", "wasn't", "cannot", "nicht", "kein",
        "keine",
        "niemals", "pas", "jamais", "non", "nunca", "sin", "não", "sem", "niet", "geen", "nie", "不", "未", "ない",
    ]
    private static let limits: Set<String> = ["otherwise", "noted", "stated", "where", "anders", "contraire", "sauf"]
}
