/// The sentence round a licence link or name: whether every word of it is one of those that licences are stated with.
///
/// The rule is closed: what limits, dates, doubts or names another subject need not be known; any word that is not known
/// takes the licence away.
struct LicenceStatement {
    /// The first word that is not understood, or what else speaks against it; nil if the sentence is plain.
    let fault: String?

    private struct Word {
        let text: Substring
        /// It begins with a capital: it may be a name.
        let isName: Bool
        /// A colon follows: it is a label for what comes.
        let isLabel: Bool
    }

    /// - Parameters:
    ///   - own: The text of the link; empty for a name in running text, whose words are known.
    ///   - isCut: The text before does not begin where its block does.
    init(before: [UInt8], own: [UInt8], after: [UInt8], isCut: Bool) {
        let line = String(decoding: before, as: UTF8.self).split(
            omittingEmptySubsequences: false, whereSeparator: Self.parts)
        var sentences = Self.sentences(line.last ?? "")
        if isCut, line.count == 1, sentences.count == 1, let space = sentences[0].firstIndex(where: \.isWhitespace) {
            sentences[0] = sentences[0][space...]
        }
        var lead = String(sentences.popLast() ?? "")
        let rest = String(decoding: after, as: UTF8.self).prefix { !Self.parts($0) }
        let tail = Self.sentences(rest).first ?? ""
        let label = Self.words(String(decoding: own, as: UTF8.self)[...])
        var words = Self.words(lead[...]) + label + Self.words(tail)
        // `Licensed under …` speaks of what the sentence before it names.
        if !Self.hasWork(words), let previous = sentences.last(where: { $0.contains(where: \.isLetter) }) {
            lead = previous + " " + lead
            words = Self.words(lead[...]) + label + Self.words(tail)
        }
        fault = Self.isQuoted(lead) ? "in quotation marks" : Self.fault(words, lead + tail)
    }

    /// Whether all words of a text that leads to a licence (`The following applies to …:`) are known.
    static func isPlain(_ text: [UInt8]) -> Bool {
        fault(words(String(decoding: text, as: UTF8.self)[...]), "©") == nil
    }

    private static func fault(_ words: [Word], _ text: String) -> String? {
        let isNotice =
            text.contains("©") || text.contains("(c)") || text.contains("(C)")
            || words.contains { $0.text == "copyright" }
        var hasName = false
        for (index, word) in words.enumerated() where !isKnown(word.text) {
            if !word.isName || word.isLabel { return String(word.text) }
            let isOfArticle =
                index > 0
                && (LicenceVocabulary.articles.has(words[index - 1].text)
                    || LicenceVocabulary.pointers.has(words[index - 1].text))
            if !isNotice, !hasWork(Array(words[..<index])), isOfArticle || isActor(index, words) {
                return String(word.text)
            }
            hasName = true
        }
        if !isNotice, let word = presented(words) { return String(word) }
        let isDated = words.contains {
            $0.text.count == 4 && ($0.text.hasPrefix("19") || $0.text.hasPrefix("20")) && $0.text.allSatisfy(\.isNumber)
        }
        let grants = words.contains { LicenceVocabulary.grants.has($0.text) }
        if isDated, grants, !isNotice { return "a date" }
        if hasName, !isNotice, !isDated, !hasWork(words) { return "a name, and no word for a work" }
        return nil
    }

    /// A name before any word for a work that does not lead to one: `Members may use this text`, not `Archive text`.
    private static func isActor(_ index: Int, _ words: [Word]) -> Bool {
        guard hasWork(words), let next = words[index...].first(where: { isKnown($0.text) })?.text else { return false }
        return !LicenceVocabulary.works.has(next) && !LicenceVocabulary.joining.contains(String(next))
    }

    /// A work that the page speaks of: `the book`, not `this book`.
    private static func presented(_ words: [Word]) -> Substring? {
        words.indices.dropFirst().first { index in
            works.contains(String(words[index].text)) && LicenceVocabulary.articles.has(words[index - 1].text)
        }.map { words[$0].text }
    }

    private static let works: Set<String> = [
        "book", "chapter", "paper", "publication", "report", "tutorial", "course", "lesson", "essay", "story",
        "beitrag",
    ]

    private static func isKnown(_ word: Substring) -> Bool {
        if let first = word.utf8.first, first >= 0xE3 { return StatementVocabulary.rest(of: word).isEmpty }
        if StatementVocabulary.knows(word) { return true }
        let parts = word.split(separator: "'")
        return parts.count > 1 && parts.allSatisfy(StatementVocabulary.knows)
    }

    private static func hasWork(_ words: [Word]) -> Bool {
        words.contains {
            LicenceVocabulary.works.has($0.text)
                || LicenceVocabulary.pointers.has($0.text) && ($0.text.utf8.first ?? 0) >= 0xE3
        }
    }

    /// A quotation that is opened before the licence and not closed.
    private static func isQuoted(_ lead: String) -> Bool {
        let opened = lead.lastIndex { "“„«「『".contains($0) }
        let closed = lead.lastIndex { "”»」』".contains($0) }
        guard let opened else { return false }
        return closed.map { $0 < opened } ?? true && lead[opened...].contains(where: isLetter)
    }

    private static func words(_ text: Substring) -> [Word] {
        var words: [Word] = []
        var at = text.startIndex
        while at < text.endIndex {
            guard isLetter(text[at]) else {
                at = text.index(after: at)
                continue
            }
            let end = text[at...].firstIndex { !isLetter($0) && $0 != "'" && $0 != "’" } ?? text.endIndex
            let written = text[at..<end]
            let isLabel = text[end...].first { !$0.isWhitespace }.map { $0 == ":" || $0 == "：" } ?? false
            words.append(
                Word(
                    text: written.lowercased().replacing("’")[...], isName: written.first?.isUppercase ?? false,
                    isLabel: isLabel))
            at = end
        }
        return words
    }

    private static func isLetter(_ character: Character) -> Bool { character.isLetter || character.isNumber }

    /// Whether a character parts the items of a line; a line or block of its own is parted by a bar.
    private static func parts(_ character: Character) -> Bool { "|·•¦".contains(character) }

    /// The sentences of a text.
    private static func sentences(_ text: Substring) -> [Substring] {
        var sentences: [Substring] = []
        var start = text.startIndex
        for at in text.indices where ends(at, text) {
            sentences.append(text[start..<at])
            start = text.index(after: at)
        }
        return sentences + [text[start...]]
    }

    private static func ends(_ at: String.Index, _ text: Substring) -> Bool {
        switch text[at] {
        case "。", "！", "？": return true
        case ".", "!", "?":
            let next = text.index(after: at)
            guard next == text.endIndex || text[next].isWhitespace else { return false }
            // `i.e.` and `Doe.` end nothing; the end of a number does.
            let letters = text[..<at].suffix(4).reversed().prefix(while: \.isLetter).count
            return letters == 0 || letters == 4
        default: return false
        }
    }
}

extension String {
    /// The text with typewriter apostrophes.
    fileprivate func replacing(_ mark: Character) -> String { String(map { $0 == mark ? "'" : $0 }) }
}
