internal import WebAddress

/// Whether what metadata say of who holds a work names somebody whom the page is not by: `copyrightNotice: "© The Times"` beside
/// a licence on somebody's blog.
///
/// Source: schema.org of 2026-08-20 (`copyrightHolder`, `copyrightNotice`, `creditText`, `provider`); DCMI terms (`rightsHolder`,
/// `rights`); read 2026-11-30. The page's names are those of ``OwnNames``; a holder that is only said to be one is none of them.
struct ForeignHolder {
    private let names: OwnNames
    private let table: StatementTable
    private let licences: LicenceCatalogue
    private let host: String
    /// The names that stand beside the holder, in words.
    private let beside: [[Substring]]

    /// - Parameter beside: Whom the same object names as its author, publisher and the like.
    init(_ page: PageInput, beside: [String] = []) {
        (names, licences) = (page.ownNames, page.licences)
        table = page.licences.statements
        host = page.url.host
        self.beside = beside.map { OwnNames.words($0.prefix(Self.longest)) }
    }

    private static let longest = 400

    /// Whether a holder is another. A reference to another object of the page or the site tells nobody's name.
    func isForeign(holder text: String) -> Bool {
        let text = ByteText.trimmed(String(text.prefix(Self.longest)))
        if text.isEmpty || text.hasPrefix("#") || text.hasPrefix("_:") || text.hasPrefix("/") { return false }
        if text.contains("://") { return !isOwnSite(text) }
        return !isOwn(text[...])
    }

    /// Whether a notice or line of credit names another, or speaks of something that is not the text.
    ///
    /// - Parameter needsMark: A notice without the mark of one is passed over.
    func isForeign(notice text: String, needsMark: Bool = false) -> Bool {
        let rest = StatedValue.rest(of: String(text.prefix(2048)), licences)
        return StatedValue.sentences(rest).contains { sentence in
            guard !needsMark || Self.hasMark(sentence) else { return false }
            return isForeign(sentence: sentence)
        }
    }

    /// Whether an address is one of the page's site.
    func isOwnSite(_ address: String) -> Bool {
        guard let other = LicenceURL(address)?.host else { return false }
        let (one, two) = (host.split(separator: ".").suffix(2), other.split(separator: ".").suffix(2))
        return one == two
    }

    private static func hasMark(_ sentence: Substring) -> Bool {
        sentence.contains("©") || ["copyright", "(c)"].contains { ByteText.contains(Array(sentence.utf8)[...], $0) }
    }

    private func isForeign(sentence: Substring) -> Bool {
        let words = LicenceWords.words(sentence.utf8)
            .filter { !$0.allSatisfy(\.isNumber) && !Self.marks.contains(String($0)) }
        if words.isEmpty { return false }
        if words.contains(where: LicenceVocabulary.assets.has) { return true }
        if isOwn(words) || isOwn(sentence) { return false }
        let lead = Array(words.prefix { !LicenceVocabulary.grants.has($0) })
        let grant = words[lead.count...]
        let isPlain = grant.allSatisfy(StatementVocabulary.knows)
        if !grant.isEmpty, lead.isEmpty || isOwn(lead) { return !isPlain }
        return Self.hasMark(sentence) || LicenceDenial.stands(in: words[...]) || !isPlain
            || !lead.allSatisfy(StatementVocabulary.knows)
    }

    private static let marks: Set<String> = ["copyright", "c", "by", "of", "the"]

    /// Whether a text names the page's own people, together or one by one.
    private func isOwn(_ text: Substring) -> Bool {
        if isOwn(OwnNames.words(text)) { return true }
        let parts = text.replacing(" and ", with: "/").replacing(" und ", with: "/").replacing(" et ", with: "/")
            .split { ",/&;©".contains($0) }
        let named = parts.map { OwnNames.words($0).filter { !$0.allSatisfy(\.isNumber) } }.filter { !$0.isEmpty }
        return named.count > 1 && named.allSatisfy(isOwn)
    }

    private func isOwn(_ words: [Substring]) -> Bool {
        let words = words.filter { !Self.marks.contains(String($0)) && !$0.allSatisfy(\.isNumber) }
        return names.knows(holder: words, beside: beside, forms: table.holders.forms)
            || words.allSatisfy { table.holders.anyone.contains(String($0)) }
    }
}
