internal import Extraction
internal import Markup
internal import WebAddress

/// The words round a licence link or name, in its own block.
struct LicenceWords {
    /// Bytes looked at on each side.
    static let reach = 1400
    /// Bytes kept of them once formulas are read as what they stand for.
    private static let kept = 400
    /// Bytes on each side in which words that forbid speak of the licence.
    private static let beside = 160

    /// The note on a bare link or a name of which it is not said that it grants, or what.
    static let unsure = "grant-not-said"
    /// The note on a statement that excepts what is marked otherwise.
    static let limited = "except-where-noted"

    /// Nodes of a table that are looked at for what it tells of.
    private static let nodesOfTable = 512
    /// Bytes of a link's own text that are looked at.
    private static let longest = 512

    private let before: [Substring]
    private let own: [Substring]
    private let after: [Substring]
    /// The name is put in brackets.
    private let isBracketed: Bool
    /// Words of its own sentence deny what it names.
    private let isDenied: Bool
    /// A picture that is no badge stands before it in its block.
    private let followsImage: Bool
    /// A picture, film, frame, quotation or table stands beside it.
    private let isBesideMedium: Bool
    /// Running text stands before and after it.
    private let isAmid: Bool
    /// It names its work by the title of the page, which a picture on it may have too.
    private let isTitled: Bool
    /// The page has no running text.
    private let isPictorial: Bool
    private let names: OwnNames
    /// The first word for something that is not the text in the table or list of terms round it.
    private let table: String?
    private let statement: LicenceStatement
    private let neighbours: LicenceNeighbours
    /// Words of its block forbid what a licence permits.
    private let isForbidden: Bool
    /// Words of the sentence after it or of the blocks beside it take it back, or tell that it is shown and not made.
    private let isQuoted: Bool
    /// Elements of a licence that its sentence names, besides the name and the label of what it leads to.
    private let elements: Set<String>
    /// It stands behind its label alone, or with nothing under a heading that is one, on a page that shows no other thing.
    private let isLabelled: Bool
    private let isUnderLabel: Bool
    /// Behind its label it is one of several rows that tell of a thing, or it is said to be somebody's.
    private let isRow: Bool
    /// It stands in a notice of one of the page's own people.
    private let isOwnNotice: Bool
    /// What stands right before its block, or before it in its block.
    private let touch: MediumBeside.Touch?

    /// - Parameters:
    ///   - phrase: Of a name in running text, its bytes in the text of the node; nil for a link.
    ///   - place: Where the node stands.
    init(round node: Int, _ phrase: Range<Int>?, at place: LicencePlace, _ page: PageInput) {
        let reading = page.page
        var before = Self.text(before: node, reading)
        var own = page.text(of: node, limit: Self.longest)
        var after = Self.text(after: node, reading)
        names = page.ownNames
        if let phrase, phrase.upperBound <= own.count {
            before = Array((before + [0x20] + own[..<phrase.lowerBound]).suffix(Self.reach))
            after = Array((own[phrase.upperBound...] + [0x20] + after).prefix(Self.reach))
            own = Array(own[phrase])
        }
        if phrase == nil, Self.isAddress(own) { own = [] }
        let words = page.licences.statements
        let isCut = before.count >= Self.reach
        let written = Array(words.plain(before).suffix(Self.kept))
        before = names.withoutTitle(written)
        isTitled = before != written
        after = ReservedThings.without(
            Array(words.plain(after).prefix(Self.kept)), lead: before + [0x20] + own, words)
        statement = LicenceStatement(
            before: before, own: phrase == nil ? Self.withoutNames(own, page.licences) : [], after: after,
            isCut: isCut || before.count >= Self.kept, names)
        neighbours = LicenceNeighbours(of: Self.block(of: node, reading), reading)
        isQuoted =
            words.quotes(statement.next) || words.quotes(neighbours.before) || words.quotes(neighbours.following)
            || neighbours.isRemark || LicenceStatement.takesBack(statement.next)
        let remark = neighbours.remark
        elements = LicenceElements.stated(in: statement.sentence + statement.next.prefix(Self.beside) + [0x20] + remark)
        isForbidden =
            words.forbids(before.suffix(Self.beside)) || words.forbids(after.prefix(Self.beside))
        isBracketed = before.last { !ByteText.isSpace($0) } == UInt8(ascii: "(") || own.first == UInt8(ascii: "(")
        (self.before, self.own, self.after) = (Self.words(before), Self.words(own), Self.words(after))
        isDenied = LicenceDenial.surrounds(before: before, own: self.own, after: after)
        followsImage = Self.followsImage(node, page)
        let isStated = RDFa.statesPage(node, page)
        isBesideMedium = !isStated && MediumBeside.stands(node, page)
        touch = isStated ? nil : MediumBeside.touch(node, page)
        isAmid = !isStated && page.running.surrounds(node..<node + 1)
        isPictorial = page.blocks?.hasMain == false
        table = Self.assetWord(inTable: place.table, page)
        let said = Self.words(statement.sentence).filter { !$0.allSatisfy(\.isNumber) }
        let isLabel = Self.isLabel(said)
        isRow =
            isLabel && [neighbours.before, statement.previous].contains { LabelRow.tells($0, page.ownNames) }
            || said.contains { LicenceVocabulary.possessives.contains(String($0)) }
                && !said.contains(where: LicenceVocabulary.works.has)
        let isAlone = LicenceStatement.isPlain(neighbours.before) && LicenceStatement.isPlain(statement.previous)
        let mayBeOwn = phrase == nil && !isRow && isAlone && !isPictorial
        isLabelled = mayBeOwn && isLabel && page.showsNothing
        isUnderLabel =
            mayBeOwn && said.isEmpty && neighbours.section.map { Self.isLabel(Self.words($0)) } ?? false
            && page.showsNothing
        let holder = said.filter { !["copyright", "c", "by", "the"].contains($0) && !LicenceVocabulary.labels.has($0) }
        isOwnNotice = said.count < Self.longestNotice && statement.isNotice && names.knows(holder: holder, beside: [])
    }

    private static let longestNotice = 12

    /// Whether a sentence or heading is a label and nothing else: `License:`, `Text:`.
    private static func isLabel(_ words: [Substring]) -> Bool {
        !words.isEmpty && words.count <= 3
            && words.allSatisfy { LicenceVocabulary.labels.has($0) || LicenceVocabulary.texts.has($0) }
    }

    /// A table that tells of a picture or a program has a row for its licence; one that lays out the page tells of nothing.
    private static func assetWord(inTable table: Int, _ page: PageInput) -> String? {
        guard table >= 0 else { return nil }
        let (end, root) = (Int(page.page.nodes[table].end), Int(page.blocks?.mainRoot ?? -1))
        guard !(table...end).contains(root) else { return nil }
        let cells = (table..<min(end, table + nodesOfTable)).lazy.filter { index in
            let tag = page.page.nodes[index].tag
            return page.page.nodes[index].isElement && (tag == .th || tag == .dt || tag == .td)
        }
        // Of a row the first cell names what the others tell.
        return cells.map { page.text(of: $0, limit: 64) }.filter { $0.count < 40 }
            .flatMap { words($0) }.first { LicenceVocabulary.assets.has($0) }.map { String($0) }
    }

    /// The text of a link with a number in the place of each name of a licence in it, as before the country of a port.
    private static func withoutNames(_ own: [UInt8], _ licences: LicenceCatalogue) -> [UInt8] {
        var (out, at): ([UInt8], Int) = ([], 0)
        for phrase in LicencePhrase.all(in: own, licences) where phrase.range.lowerBound >= at {
            out += own[at..<phrase.range.lowerBound] + " 0 ".utf8
            at = phrase.range.upperBound
        }
        return out + own[at...]
    }

    /// A link that shows the address it leads to says no more than that.
    private static func isAddress(_ own: [UInt8]) -> Bool {
        let text = ByteText.trimmed(own[...])
        return !text.contains(where: ByteText.isSpace)
            && (ByteText.hasPrefix(text, "http") || ByteText.contains(text, "creativecommons.org/"))
    }

    /// Drops a statement whose words speak of a picture or a theme; a bare link or a name is kept only if its words grant.
    ///
    /// - Parameter isInList: It stands in a list or table of the text.
    func judge(_ candidate: inout LicenceCandidate, isInList: Bool) {
        if let asset = assetWord {
            candidate.drop(.asset, "words round it speak of: " + asset)
        } else if let part = partWord {
            candidate.drop(.part, "words round it speak of: " + part)
        } else if let word = table {
            candidate.drop(.asset, "the table it stands in speaks of: " + word)
        } else if isInList, !(before.suffix(14) + after.prefix(6)).contains(where: LicenceVocabulary.grants.has) {
            candidate.drop(.part, "in a list, and no word that it is the page's")
        } else if creditsMedium(isFooter: candidate.inFooter) {
            candidate.drop(.figure, "it stands beside a picture, film, frame or quotation")
        } else if isAmid, !namesPage {
            candidate.doubt("amid the text, and no word that it is the page's", .part)
        } else if creditsName {
            candidate.drop(.otherResource, "it credits a name")
        } else if isDenied {
            judgeDenial(&candidate)
        } else if isForbidden {
            candidate.doubt("words round it forbid what it grants")
        } else if let doubt = doubt(candidate) {
            candidate.doubt(doubt.reason, doubt.kind)
        } else if candidate.carrier == .bareAnchor || candidate.carrier == .text {
            judgeGrant(&candidate)
        }
        if isLimited { candidate.notes.append(Self.limited) }
    }

    /// `not licensed under`: also where the link says by its relation that it is the licence.
    func judgeDenial(_ candidate: inout LicenceCandidate) {
        if isDenied { candidate.drop(.none, "words round it deny a grant") }
    }

    /// The same for structured data in an element of the text, which need not say that it grants.
    func judgeStructured(_ candidate: inout LicenceCandidate) {
        guard candidate.dropped.isEmpty else { return }
        judgeDenial(&candidate)
        if let word = assetWord ?? partWord {
            candidate.drop(.asset, "words round it speak of: " + word)
        } else if creditsMedium(isFooter: candidate.inFooter) {
            candidate.drop(.figure, "it stands beside a picture, film, frame or quotation")
        } else if isAmid, !namesPage {
            candidate.doubt("amid the text, and no word that it is the page's", .part)
        } else if isForbidden {
            candidate.doubt("words round it forbid what it grants")
        } else if let doubt = doubt(candidate) {
            candidate.doubt(doubt.reason, doubt.kind)
        }
    }

    /// Why what stands beside it or its own words leave in doubt whether it is the page's; nil if they do not.
    private func doubt(_ candidate: LicenceCandidate) -> (reason: String, kind: LicenceCandidate.Subject)? {
        if followsMedium(isFooter: candidate.inFooter) {
            return ("it follows a picture, film or frame, and no word that it is the page's", .figure)
        }
        if let word = neighbour(isFooter: candidate.inFooter) {
            return ("the block beside it speaks of: " + word, .asset)
        }
        if let word = heading(isFooter: candidate.inFooter) { return ("the heading over it speaks of: " + word, .part) }
        if isRow { return ("it is one of several rows that tell of a thing, or somebody's", .asset) }
        if isQuoted { return ("words beside it take it back, or tell that it is shown or remembered", .none) }
        if let flags = candidate.named.flags, let element = elements.subtracting(flags).sorted().first {
            return ("its sentence also names: " + element, .none)
        }
        return statement.fault.map { ("words round it are not those of a plain statement: " + $0, .none) }
    }

    /// Whether it may credit what stands beside it. In a footer that is what stands in its own line; amid the text `this
    /// work` may be the picture.
    private func creditsMedium(isFooter: Bool) -> Bool {
        if isFooter, !isAmid { return followsImage && (isTitled || !namesThisWork(isFooter: true)) }
        return isBesideMedium && (isTitled || !(isAmid || isPictorial ? namesPage : namesThisWork(isFooter: false)))
    }

    /// Whether `this work` may be what stands right before it. A footer begins with the mark of the site often.
    private func followsMedium(isFooter: Bool) -> Bool {
        guard isFooter, !isAmid else { return touch != nil && !namesPage }
        if touch == .picture, !namesThisWork(isFooter: true) { return true }
        return (followsImage || touch == .film) && !namesPage
    }

    /// The first word of a heading right over it that is none of licences, nor the page's title.
    private func heading(isFooter: Bool) -> String? {
        if let section = neighbours.section, !namesPage, !names.isTitle(ByteText.string(section)[...]),
            let word = Self.words(section).first(where: isAsset)
        {
            return String(word)
        }
        guard let heading = neighbours.heading, !isFooter, !namesThisWork(isFooter: false),
            !names.isTitle(ByteText.string(heading)[...])
        else { return nil }
        return LicenceStatement.fault(ofHeading: heading)
    }

    /// Whether the words say that the text of the page is granted, by a name that amid a text means nothing else.
    private var namesPage: Bool {
        let words = Array(Self.words(statement.lead).suffix(20)) + own + Array(after.prefix(8))
        return words.indices.contains { index in
            guard LicenceVocabulary.pages.has(words[index]) else { return false }
            if let first = words[index].utf8.first, first >= 0xE3 { return true }
            return words[..<index].suffix(2).contains { LicenceVocabulary.pointers.has($0) && $0 != "my" }
        }
    }

    /// What a heading over it, a line that leads to it or a note under it speaks of, if that is not the page.
    private func neighbour(isFooter: Bool) -> String? {
        if let lead = neighbours.lead {
            if let word = Self.words(lead).first(where: isAsset) { return String(word) }
            if !LicenceStatement.isPlain(lead) { return "what is not understood" }
        }
        guard !namesPage, !isLimited || !isFooter else { return nil }
        // In its own block what stands before its sentence.
        let earlier = Self.words(statement.previous)
        return (earlier + Self.words(neighbours.before) + Self.words(neighbours.after)).first(where: isAsset)
            .map { String($0) }
    }

    private func judgeGrant(_ candidate: inout LicenceCandidate) {
        // A statement of fact needs no word of grant.
        let isLabelled = isLabelled || isUnderLabel && !candidate.inFooter
        let isOwn = isLabelled || candidate.inFooter && isOwnNotice
        let grants = grants || candidate.entry?.kind == .statement || isLabelled
        if !grants, !candidate.inFooter {
            candidate.drop(.none, "named, not granted")
        } else {
            candidate.rank = .words
            if !isOwn, !grants || !namesThisWork(isFooter: candidate.inFooter) { candidate.notes.append(Self.unsure) }
        }
    }

    /// A word for something that is not the text, unless it is joined to the text or excepted.
    private var assetWord: String? {
        let words = before.suffix(12) + own + after.prefix(12)
        for index in words.indices where isAsset(words[index]) {
            let isExcepted = words[..<index].suffix(5).contains(where: LicenceVocabulary.exceptions.has)
            if !isExcepted, !isJoined(words[..<index].suffix(3), after: false),
                !isJoined(words[(index + 1)...].prefix(3), after: true)
            {
                return String(words[index])
            }
        }
        return nil
    }

    private func isAsset(_ word: Substring) -> Bool {
        // `quest'immagine`, `d'image`.
        LicenceVocabulary.assets.has(word)
            || word.contains("'")
                && word.split(separator: "'").dropFirst().contains(where: LicenceVocabulary.assets.has)
            || LicenceVocabulary.sources.contains(String(word)) && !names.has([word])
    }

    /// `text and images`, `images and text`: words on one side of a word for an asset that make it part of a whole.
    private func isJoined(_ words: ArraySlice<Substring>, after: Bool) -> Bool {
        let near = after ? words.prefix(1) : words.suffix(2)
        return words.contains(where: LicenceVocabulary.works.has)
            && near.contains { LicenceVocabulary.joining.contains(String($0)) }
    }

    /// `some of our articles`, `except for articles`: the statement speaks of a part, or of all but the text.
    private var partWord: String? {
        let lead = before.suffix(14) + own
        let words = Array(lead + after.prefix(12))
        for index in words.indices {
            let (word, next) = (words[index], words[(index + 1)...])
            if index < lead.count, LicenceVocabulary.parts.has(word), next.first != "rights" { return String(word) }
            guard LicenceVocabulary.exceptions.has(word), !LicenceVocabulary.limits.has(word),
                !["where", "as", "when", "if"].contains(next.first)
            else {
                continue
            }
            let excepted = next.prefix(3).prefix { !isAsset($0) && !LicenceVocabulary.limits.has($0) }
            if excepted.contains(where: LicenceVocabulary.works.has) { return String(word) }
        }
        return nil
    }

    /// `by NAME (CC BY 2.0)`, with no word for a work of this page.
    private var creditsName: Bool {
        let near = before.suffix(6)
        let place = near.indices.last { index in
            LicenceVocabulary.by.contains(String(near[index])) && (index == 0 || before[index - 1] != "cc")
        }
        guard isBracketed, let place else { return false }
        return !before[..<place].suffix(8).contains(where: LicenceVocabulary.works.has)
    }

    private var grants: Bool {
        (before.suffix(14) + own + after.prefix(6)).contains(where: LicenceVocabulary.grants.has)
    }

    private var isLimited: Bool { (before.suffix(20) + after.prefix(20)).contains(where: LicenceVocabulary.limits.has) }

    /// Whether the words say that the page's own work is granted. In a footer `content` alone says so; in the text, where
    /// other works are spoken of too, only `this article`, or `except where otherwise noted`.
    private func namesThisWork(isFooter: Bool) -> Bool {
        if isLimited { return true }
        // The work spoken of last: `this post is about a book that is published under`.
        if let last = before.lastIndex(where: LicenceVocabulary.works.has),
            before[..<last].last.map(LicenceVocabulary.others.has) ?? false
        {
            return false
        }
        let words = Array(before.suffix(20)) + own + Array(after.prefix(8))
        return words.indices.contains { index in
            let word = words[index]
            if let first = word.utf8.first, first >= 0xE3 {
                let isOwn = LicenceVocabulary.pointers.has(word) || isFooter && LicenceVocabulary.works.has(word)
                if isOwn { return true }
            }
            guard LicenceVocabulary.works.has(word) else { return false }
            let earlier = words[..<index].suffix(2)
            if earlier.last?.hasSuffix("'s") ?? false { return false }
            if earlier.contains(where: LicenceVocabulary.pointers.has) { return true }
            return isFooter && !earlier.suffix(1).contains(where: LicenceVocabulary.articles.has)
        }
    }

    static func words(_ bytes: some Collection<UInt8>) -> [Substring] {
        String(decoding: bytes, as: UTF8.self).lowercased().split {
            !($0.isLetter || $0.isNumber || $0 == "&" || $0 == "'")
        }
    }
}
