/// The words that stand beside the licence in a value that is meant as one: `Photos: https://creativecommons.org/…`.
///
/// Such a value is a statement as one in prose is, and every word of it must be one of those that licences are stated with.
enum StatedValue {
    /// Why a value does not license the text; nil if it holds no more than a licence or a plain statement of one.
    static func fault(in text: String, _ named: NamedLicence, _ page: PageInput) -> String? {
        let text = String(text.prefix(2048))
        if let mark = text.firstIndex(of: "#"), text.contains("/"), page.licences.statements.data.isThing(text[mark...])
        {
            return "its address names a part"
        }
        guard text.contains(where: \.isWhitespace), SPDXExpression.read(text) == nil else { return nil }
        return fault(ofWords: text, named, page)
    }

    /// The same of words that stand beside an address: of a title, a name or a description.
    static func fault(ofWords text: String, _ named: NamedLicence, _ page: PageInput) -> String? {
        let table = page.licences.statements
        if let other = otherName(in: text, named, page.licences) { return other }
        if table.reserves(text) { return "all rights reserved" }
        let rest = rest(of: text, page.licences)
        guard rest.contains(where: \.isLetter) else { return nil }
        let words = LicenceWords.words(rest.utf8)
        if let word = words.first(where: isOther) ?? part(in: words) ?? exception(in: words) { return String(word) }
        let bytes = Array(rest.utf8)
        let elements = LicenceElements.stated(in: bytes)
        if let flags = named.flags, let element = elements.subtracting(flags).sorted().first { return element }
        if LicenceDenial.stands(in: words[...]) { return "a denial" }
        if table.forbids(bytes[...]) { return "what it forbids" }
        return sentences(rest).lazy.compactMap { sentence in
            LicenceStatement(
                before: table.plain(Array(sentence.utf8)), own: [], after: [], isCut: false, page.ownNames
            ).fault
        }.first
    }

    /// A word for what is not the text, for a part of it, or for an exception that is none of those marked otherwise.
    private static func isOther(_ word: Substring) -> Bool {
        LicenceVocabulary.assets.has(word) || LicenceVocabulary.parts.has(word) && word != "some"
    }

    /// `Some articles`, and not `some rights reserved`.
    private static func part(in words: [Substring]) -> Substring? {
        words.indices.first { words[$0] == "some" && words[($0 + 1)...].first != "rights" }.map { words[$0] }
    }

    /// `Except for text`, and not `except where otherwise noted`.
    private static func exception(in words: [Substring]) -> Substring? {
        words.indices.first { index in
            LicenceVocabulary.exceptions.has(words[index])
                && !words[(index + 1)...].prefix(4).contains(where: LicenceVocabulary.limits.has)
                && !["where", "as", "when", "if"].contains(words[(index + 1)...].first)
        }.map { words[$0] }
    }

    /// A licence that the words name and the address does not, unless they only leave its number out.
    private static func otherName(in text: String, _ named: NamedLicence, _ licences: LicenceCatalogue) -> String? {
        LicencePhrase.all(in: Array(text.utf8), licences).lazy.map(\.named).first { other in
            other.unit.map { unit in named.unit.map { $0 != unit } ?? true } ?? false
        }?.unit
    }

    /// A text with a number in the place of each address and each name of a licence.
    static func rest(of text: String, _ licences: LicenceCatalogue) -> String {
        let words = text.split(omittingEmptySubsequences: false, whereSeparator: \.isWhitespace)
        let bytes = Array(words.map { isAddress($0) ? "0" : String($0) }.joined(separator: " ").utf8)
        var (out, at): ([UInt8], Int) = ([], 0)
        for phrase in LicencePhrase.all(in: bytes, licences) where phrase.range.lowerBound >= at {
            out += bytes[at..<phrase.range.lowerBound] + " 0 ".utf8
            at = phrase.range.upperBound
        }
        return ByteText.string((out + bytes[at...])[...])
    }

    private static func isAddress(_ word: Substring) -> Bool {
        word.contains("://") || word.utf8.filter { $0 == UInt8(ascii: "/") }.count > 1
    }

    /// The sentences and lines of a text.
    static func sentences(_ text: String) -> [Substring] {
        var (sentences, start): ([Substring], String.Index) = ([], text.startIndex)
        for at in text.indices {
            let next = text.index(after: at)
            let isEnd = next == text.endIndex || text[next].isWhitespace
            guard "|;\n".contains(text[at]) || isEnd && ".!?".contains(text[at]) || "。！？".contains(text[at]) else {
                continue
            }
            sentences.append(text[start..<at])
            start = next
        }
        return (sentences + [text[start...]]).filter { $0.contains { $0.isLetter || $0 == "©" } }
    }
}
