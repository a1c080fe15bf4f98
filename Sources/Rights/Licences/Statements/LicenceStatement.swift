/// The sentence round a licence link or name: whether every word of it is one of those that licences are stated with.
///
/// The rule is closed: what limits, dates, doubts or names another subject need not be known; any word that is not known
/// takes the licence away.
struct LicenceStatement {
    /// The first word that is not understood, or what else speaks against it; nil if the sentence is plain.
    let fault: String?
    /// It is a notice of copyright: it has the mark of one, or begins with its years.
    let isNotice: Bool
    /// What it says before the name of the licence, with the sentence before where it names no work itself.
    let lead: [UInt8]
    /// What it says besides the name of the licence and the words with which that is linked.
    let sentence: [UInt8]
    /// What stands before it in its block, and the sentence after it.
    let previous: [UInt8]
    let next: [UInt8]

    private struct Word {
        let text: Substring
        /// It begins with a capital: it may be a name.
        let isName: Bool
        /// A colon follows: it is a label for what comes.
        let isLabel: Bool
        /// No letter, digit or space follows at once: it goes with no word after it.
        let endsPhrase: Bool
        /// It follows the name of the licence, or is the first of the words with which that is linked.
        var isAfterName = false
    }

    /// - Parameters:
    ///   - own: The text of the link; empty for a name in running text, whose words are known.
    ///   - isCut: The text before does not begin where its block does.
    init(before: [UInt8], own: [UInt8], after: [UInt8], isCut: Bool, _ names: OwnNames) {
        let line = String(decoding: before, as: UTF8.self).split(
            omittingEmptySubsequences: false, whereSeparator: Self.parts)
        var sentences = Self.sentences(line.last ?? "")
        if isCut, line.count == 1, sentences.count == 1, let space = sentences[0].firstIndex(where: \.isWhitespace) {
            sentences[0] = sentences[0][space...]
        }
        var lead = String(sentences.popLast() ?? "")
        let rest = String(decoding: after, as: UTF8.self).prefix { !Self.parts($0) }
        let following = Self.sentences(rest)
        let tail = following.first ?? ""
        let label = String(decoding: own, as: UTF8.self)
        let named = Self.afterName(label[...]) + Self.afterName(tail)
        next = Array(following.dropFirst().joined(separator: ". ").utf8)
        var words = Self.words(lead[...]) + named
        // `Licensed under …` speaks of what the sentence before it names.
        if !Self.hasWork(words), let previous = sentences.last(where: { $0.contains(where: \.isLetter) }) {
            lead = previous + " " + lead
            words = Self.words(lead[...]) + named
        }
        previous = Array((line.dropLast() + sentences).suffix(3).joined(separator: ". ").utf8)
        self.lead = Array(lead.utf8)
        sentence = Array((lead + " " + tail).utf8)
        isNotice = words.contains(where: Self.isMark) || words.first.map(Self.isYear) ?? false
        fault = Self.isQuoted(lead) ? "in quotation marks" : Self.fault(words, lead + tail, names)
    }

    /// Whether a sentence behind a statement takes the text out of it: `The text is not.`, `Articles are copyright of …`.
    static func takesBack(_ text: [UInt8]) -> Bool {
        let words = words(String(decoding: text.prefix(160), as: UTF8.self)[...])
        let works = words.indices.filter { LicenceVocabulary.works.has(words[$0].text) }
        guard !works.isEmpty else { return false }
        if works.contains(where: { words[($0 + 1)...].prefix(2).contains(where: isMark) }) { return true }
        return LicenceDenial.stands(in: words.map(\.text)[...])
    }

    /// Whether a block goes on from a statement before it: `Within the EU.`, `Or so we think.`
    static func goesOn(_ text: [UInt8], isShort: Bool) -> Bool {
        let words = words(String(decoding: text, as: UTF8.self)[...])
        if let first = words.first, LicenceVocabulary.continuing.contains(String(first.text)) { return true }
        return isShort
            && words.indices.dropFirst().contains { index in
                StatementVocabulary.places.has(words[index].text)
                    && LicenceVocabulary.inWords.contains(String(words[index - 1].text))
            }
    }

    /// Whether all words of a text that leads to a licence (`The following applies to …:`) are known.
    static func isPlain(_ text: [UInt8]) -> Bool { fault(ofHeading: text) == nil }

    /// The first word of a heading that is none of licences.
    static func fault(ofHeading text: [UInt8]) -> String? {
        let words = words(String(decoding: text, as: UTF8.self)[...])
        return words.first { !isKnown($0.text) || LicenceVocabulary.assets.has($0.text) }.map { String($0.text) }
    }

    private static func fault(_ words: [Word], _ text: String, _ names: OwnNames) -> String? {
        let isNotice = words.contains(where: isMark) || text.contains("(c)") || text.contains("(C)")
        var (hasName, index) = (false, 0)
        while index < words.count {
            let word = words[index]
            guard !isKnown(word.text) else {
                let isFault =
                    isSection(index, words, names) || isOther(index, words) || isPlace(index, words)
                    || isKind(index, words, names) || isOfPart(index, words)
                if isFault { return String(word.text) }
                index += 1
                continue
            }
            let end = words[index...].firstIndex { !$0.isName || isKnown($0.text) } ?? words.count
            guard end > index, !words[index..<end].contains(where: \.isLabel) else { return String(word.text) }
            if !names.has(words[index..<end].map(\.text)) {
                guard isHolder(index..<end, words, text) else { return String(word.text) }
                hasName = true
            }
            index = end
        }
        if !isNotice, let word = presented(words) { return String(word) }
        let isDated = words.contains(where: isYear)
        let grants = words.contains { LicenceVocabulary.grants.has($0.text) }
        if isDated, grants, !isNotice { return "a date" }
        if hasName, !isNotice, !isDated, !hasWork(words) { return "a name, and no word for a work" }
        return nil
    }

    private static func isYear(_ word: Word) -> Bool {
        word.text.count == 4 && (word.text.hasPrefix("19") || word.text.hasPrefix("20"))
            && word.text.allSatisfy(\.isNumber)
    }

    private static func isMark(_ word: Word) -> Bool { word.text == "©" || word.text == "copyright" }

    /// Whether the page need not know a name: it stands in a notice of copyright, or after `by` and this work. A name that
    /// leads to a word for a work, `Archive text`, tells whose text is meant.
    private static func isHolder(_ name: Range<Int>, _ words: [Word], _ text: String) -> Bool {
        let next = words[name.upperBound...].prefix(2)
        if let word = next.first, LicenceVocabulary.works.has(word.text), !LicenceVocabulary.sections.has(word.text),
            !words[name.upperBound - 1].endsPhrase
        {
            return false
        }
        if let mark = words[name.upperBound...].prefix(2).firstIndex(where: { !$0.text.allSatisfy(\.isNumber) }),
            isMark(words[mark])
        {
            // `Jo Doe © 2020`; what stands before a mark with a name behind it is what that name holds.
            let behind = words[(mark + 1)...].first { !$0.text.allSatisfy(\.isNumber) }
            return !(behind.map { $0.isName && !isKnown($0.text) } ?? false)
        }
        var at = name.lowerBound - 1
        while at >= 0, isOfName(words[at]) {
            if isMark(words[at]) || words[at].text == "c" && text.lowercased().contains("(c)") {
                return !isMarkOfText(at, words)
            }
            // `2020 Jo Doe`, of nothing named.
            if isYear(words[at]), !hasWork(words) { return true }
            if LicenceVocabulary.by.contains(String(words[at].text)) { return hasPointedWork(words[..<at]) }
            at -= 1
        }
        return false
    }

    /// Whether a mark stands behind a text that is not said to be the page's: `Text © The Times`, `the text is © …`.
    private static func isMarkOfText(_ mark: Int, _ words: [Word]) -> Bool {
        let near = max(0, mark - 3)..<mark
        let works = near.filter { LicenceVocabulary.works.has(words[$0].text) }
        return !works.isEmpty
            && !works.contains { at in
                words[max(0, at - 2)..<at].contains { LicenceVocabulary.thisWords.contains(String($0.text)) }
            }
    }

    /// Whether a word may stand between the mark of a notice and a name in it.
    private static func isOfName(_ word: Word) -> Bool {
        guard !LicenceVocabulary.works.has(word.text), !LicenceVocabulary.grants.has(word.text),
            !LicenceVocabulary.exceptions.has(word.text)
        else { return false }
        return word.isName || word.text.utf8.count <= 3 || isMark(word) || word.text.allSatisfy(\.isNumber)
            || LicenceVocabulary.articles.has(word.text)
    }

    /// `this work`; all works by somebody are no more than some of the page's.
    private static func hasPointedWork(_ words: ArraySlice<Word>) -> Bool {
        guard !words.contains(where: { LicenceVocabulary.all.contains(String($0.text)) }) else { return false }
        return words.indices.contains { index in
            LicenceVocabulary.works.has(words[index].text)
                && words[..<index].suffix(2).contains { LicenceVocabulary.pointers.has($0.text) }
        }
    }

    /// Words that are known in one turn of phrase and mean something else in another: `if`, `see this article`, `used in this
    /// article`, `content you post`, `pages marked so`.
    private static func isOther(_ index: Int, _ words: [Word]) -> Bool {
        let next = words[(index + 1)...].first?.text
        switch words[index].text {
        case "if": return true
        case "see": return next.map(LicenceVocabulary.pointers.has) ?? false
        case "version":
            let near = [words[..<index].last?.text, next].compactMap(\.self)
            return !near.contains { $0.first?.isNumber ?? false || $0 == "later" }
        case "we", "i": return ["are", "am"].contains(next)
        case "permitted": return words[..<index].last.map { ["where", "as", "when"].contains($0.text) } ?? false
        case "hosted": return !["by", "on", "at"].contains(next)
        case "deed", "notice",
            "terms" where !words[..<index].contains(where: \.isAfterName):
            return !words[..<index].suffix(3).contains { Self.leading.contains(String($0.text)) }
        case "terms", "term", "conditions", "condition":
            if ["apply", "applies"].contains(next) { return true }
            return words[..<index].contains(where: \.isAfterName)
                && words[..<index].last.map { Self.adding.contains(String($0.text)) } ?? false
        case "used": return ["in", "on", "here", "within"].contains(next)
        case "you": return next.map(LicenceVocabulary.works.has) ?? false
        case let word where LicenceVocabulary.marked.contains(String(word)):
            let near = words[max(0, index - 6)..<min(words.count, index + 3)].map(\.text)
            return !near.contains {
                LicenceVocabulary.limits.has($0) || LicenceVocabulary.exceptions.has($0) || $0 == "unless"
            }
        default: return false
        }
    }

    /// Before `terms` they lead to those of the licence, before `notice` they are part of it.
    private static let leading: Set<String> = [
        "under", "to", "by", "with", "in", "following", "licence", "license", "commons", "copyright", "without",
    ]
    /// Before `terms` behind the name of a licence they add some to it.
    private static let adding: Set<String> = [
        "with", "and", "or", "our", "plus", "mit", "und", "avec", "et", "con", "y", "com", "e",
    ]

    /// A place that is no port of a licence, behind its name or number: `in Germany`.
    private static func isPlace(_ index: Int, _ words: [Word]) -> Bool {
        guard StatementVocabulary.places.has(words[index].text), !words[index].isAfterName else { return false }
        guard let last = words[..<index].last?.text else { return true }
        return !(last.allSatisfy(\.isNumber) || StatementVocabulary.places.has(last) || last == "unported")
    }

    /// A kind of work that the page is not said to be: `this book` on a page that calls itself none, `publications`.
    private static func isKind(_ index: Int, _ words: [Word], _ names: OwnNames) -> Bool {
        let word = words[index].text
        if LicenceVocabulary.kinds.has(word) {
            return !names.has([word]) && !names.isInAddress(word) && !names.isInTitle(word)
        }
        let alike = word == "docs" || word == "documentation" ? ["docs", "documentation"] : [word]
        guard LicenceVocabulary.collections.has(word),
            !alike.contains(where: { names.has([$0]) || names.isInAddress($0) })
        else { return false }
        if words[..<index].last.map({ LicenceVocabulary.thisWords.contains(String($0.text)) }) ?? false { return false }
        // `all materials on this site`
        return !words[(index + 1)...].indices.contains { at in
            LicenceVocabulary.pages.has(words[at].text)
                && LicenceVocabulary.thisWords.contains(String(words[at - 1].text))
        }
    }

    /// `free content`, `our open articles`: of a site that has others.
    private static func isOfPart(_ index: Int, _ words: [Word]) -> Bool {
        LicenceVocabulary.openWords.contains(String(words[index].text))
            && words[(index + 1)...].first.map { LicenceVocabulary.works.has($0.text) } ?? false
    }

    /// A part of the site, `our dictionary`, that this page is not said to be one of.
    private static func isSection(_ index: Int, _ words: [Word], _ names: OwnNames) -> Bool {
        let word = words[index].text
        guard LicenceVocabulary.sections.has(word), !names.has([word]), !names.isInAddress(word) else { return false }
        if index > 0, LicenceVocabulary.thisWords.contains(String(words[index - 1].text)) { return false }
        return !isHolder(index..<index + 1, words, "")
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
                if text[at] == "©" { words.append(Word(text: "©", isName: false, isLabel: false, endsPhrase: false)) }
                at = text.index(after: at)
                continue
            }
            let end = text[at...].firstIndex { !isLetter($0) && $0 != "'" && $0 != "’" } ?? text.endIndex
            let written = text[at..<end]
            let isLabel = text[end...].first { !$0.isWhitespace }.map { $0 == ":" || $0 == "：" } ?? false
            words.append(
                Word(
                    text: written.lowercased().replacing("’")[...], isName: written.first?.isUppercase ?? false,
                    isLabel: isLabel, endsPhrase: end < text.endIndex && !text[end].isWhitespace))
            at = end
        }
        return words
    }

    /// The words of a text behind the name of a licence.
    private static func afterName(_ text: Substring) -> [Word] {
        var words = words(text)
        if !words.isEmpty { words[0].isAfterName = true }
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
