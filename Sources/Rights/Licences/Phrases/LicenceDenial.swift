/// Words that turn a grant into its contrary.
///
/// What is taken for a denial in doubt only loses a licence.
enum LicenceDenial {
    /// Whether a short text denies what it names: `not licensed under CC BY`.
    static func stands(in text: String) -> Bool { stands(in: LicenceWords.words(text.utf8)[...]) }

    /// Whether the sentence round a name denies it: before it, in it, or right after it (`CC BY does not apply`). A
    /// question grants nothing.
    static func surrounds(before: [UInt8], own: [Substring], after: [UInt8]) -> Bool {
        let end = firstSentence(of: after)
        if end < after.count, after[end] == UInt8(ascii: "?") { return true }
        return stands(in: LicenceWords.words(before[lastSentence(of: before)...]).suffix(14))
            || stands(in: own.prefix(8))
            || stands(in: LicenceWords.words(after[..<end]).prefix(4))
    }

    static func stands(in words: ArraySlice<Substring>) -> Bool {
        words.indices.contains { index in
            let word = words[index]
            if let first = word.utf8.first, first >= 0xE3 { return pieces.contains { word.contains($0) } }
            return denials.contains(String(word)) && !limits(words[index], words[(index + 1)...])
        }
    }

    /// `unless otherwise noted` limits a grant; `No Derivatives` and `no rights reserved` are parts of names.
    private static func limits(_ word: Substring, _ next: ArraySlice<Substring>) -> Bool {
        if word == "unless" { return next.prefix(2).contains { exceptions.contains(String($0)) } }
        if let first = next.first, ["otherwise", "anders", "diversamente"].contains(first) {
            return next.prefix(3).contains { exceptions.contains(String($0)) && $0 != first }
        }
        guard word != "not" else { return false }
        if next.prefix(4).contains("contrario") || next.prefix(3).contains("reserved") || next.first == "copyright" {
            return true
        }
        return next.prefix(word == "pas" ? 2 : 1).contains { next in elements.contains { next.hasPrefix($0) } }
    }

    /// Where the last sentence of a text begins.
    private static func lastSentence(of bytes: [UInt8]) -> Int {
        bytes.indices.last { endsSentence($0, bytes) }.map { $0 + 1 } ?? 0
    }

    private static func firstSentence(of bytes: [UInt8]) -> Int {
        bytes.indices.first { endsSentence($0, bytes) } ?? bytes.count
    }

    /// A mark at the end of a word that is no abbreviation: `i.e.` ends nothing.
    private static func endsSentence(_ at: Int, _ bytes: [UInt8]) -> Bool {
        guard bytes[at] == UInt8(ascii: ".") || bytes[at] == UInt8(ascii: "!") || bytes[at] == UInt8(ascii: "?"),
            at + 1 < bytes.count, ByteText.isSpace(bytes[at + 1])
        else { return false }
        let letters = bytes[..<at].suffix(4).reversed().prefix { ByteText.isLetter($0) || $0 >= 0x80 }.count
        return letters == 0 || letters == 4
    }

    private static let denials: Set<String> = [
        "not", "no", "none", "neither", "nor", "nothing", "unless", "never", "without", "cannot", "isn't", "aren't",
        "wasn't",
        "inte", "ej", "icke", "není", "nejsou", "nebyl", "değil", "değildir", "ليس", "ليست", "غير", "لا",
        "formerly", "previously", "before", "until", "prior", "früher", "bisher", "weren't", "doesn't", "don't",
        "didn't", "hasn't", "haven't", "isn", "aren", "wasn", "weren", "doesn", "hasn",
        "nicht", "kein", "keine", "keiner", "keinen", "keinem", "weder", "niemals", "pas", "jamais", "aucun", "aucune",
        "non",
        "nunca", "ningún", "ninguno", "ninguna", "sin", "não", "nenhum", "nenhuma", "sem", "nessun", "nessuno",
        "nessuna", "niet",
        "geen", "nie", "не",
    ]
    private static let pieces = [
        "不适用", "不適用", "不采用", "不採用", "未采用", "未採用", "并非", "並非", "不是", "ではありません", "ではない", "されていません",
        "적용되지", "아닙니다", "않습니다", "않는",
    ]
    private static let exceptions: Set<String> = [
        "otherwise", "noted", "stated", "where", "indicated", "specified", "marked", "mentioned", "credited",
        "angegeben",
        "gekennzeichnet", "vermerkt", "ausgewiesen", "vermeld", "aangegeben", "indicato", "specificato",
    ]
    private static let elements = [
        "deriv", "commerc", "comercial", "kommerz", "modif", "bearbeit", "obras", "opere", "afgeleide", "utilis",
    ]
}
