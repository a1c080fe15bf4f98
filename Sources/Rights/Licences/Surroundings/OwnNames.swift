internal import Canonical
internal import Markup
internal import WebAddress

/// The names by which a page calls itself, its site, its publisher and its authors: whose text its statements may speak of.
///
/// A title may name anything; of one in several parts the last is the site's, unless the page names its site otherwise.
struct OwnNames {
    private static let limit = 24
    private static let longest = 160
    /// Bytes from which a part of a title is one of no other page.
    private static let partOfTitle = 8

    /// Of the site and of who speaks in it, in words of lower case.
    private var names: [[Substring]] = []
    /// Of these, all but those of whom it is only said that they hold the rights.
    private var known: [[Substring]] = []
    /// Of the site by its title alone, where it is a line of words: names only as a whole.
    private var wholes: Set<[Substring]> = []
    /// Labels of the host, which write the words of a name as one.
    private var labels: Set<String> = []
    /// What the page and its text are called, words parted by one space.
    private var titles: Set<String> = []
    private let address: String

    init(_ page: PageInput) {
        address = ByteText.lowercased(page.url.host + page.url.url.path)
        addSite(page)
        for meta in page.allMetas where Self.metas.contains(meta.name) { add(meta.content) }
        for node in page.documents.flatMap(\.nodes).prefix(256) { add(node) }
        labels = Self.labels(page.url.host)
        addTitles(page)
    }

    /// Whether some words are a name of the site or its people, or stand together in one.
    func has(_ words: [Substring]) -> Bool {
        let words = Self.bare(words)
        guard !words.isEmpty else { return false }
        if labels.contains(words.joined()) || labels.contains(words.joined(separator: "-")) { return true }
        if wholes.contains(words) { return true }
        return names.contains { name in
            name.count >= words.count
                && (0...name.count - words.count).contains { name[$0..<$0 + words.count].elementsEqual(words) }
        }
    }

    /// Whether some words name who the page is by: as it names them, in another order (`Doe, Jane`), in part, or with more
    /// words behind the first (`Press Ltd`).
    ///
    /// - Parameters:
    ///   - beside: Names that stand beside them, in words.
    ///   - forms: Words that may stand behind a name.
    func knows(holder words: [Substring], beside: [[Substring]], forms: Set<String> = []) -> Bool {
        let words = Self.bare(words)
        guard let first = words.first else { return false }
        if labels.contains(words.joined()) || labels.contains(words.joined(separator: "-")) || wholes.contains(words) {
            return true
        }
        let all = Set(words)
        return (known + beside.map(Self.bare)).contains { name in
            let other = Set(name)
            if other == all || other.count == 1 && name.first == first && words.count <= 3 { return true }
            // Of a longer name a part; of a shorter one, with nothing behind it but a form or a letter.
            if all.count >= 2, all.isSubset(of: other) { return true }
            return other.count >= 2 && other.isSubset(of: all)
                && all.subtracting(other).allSatisfy { $0.utf8.count == 1 || forms.contains(String($0)) }
        }
    }

    /// Whether a text is the title of the page, of its text or of its site.
    func isTitle(_ text: Substring) -> Bool {
        let words = Self.words(text)
        return words.joined().utf8.count >= 4
            && (titles.contains(words.joined(separator: " ")) || names.contains(words) || wholes.contains(words))
    }

    /// Whether a text is a title of the page, or one of the two goes on where the other ends: titles are cut short, and
    /// have the site's name behind them.
    func isTitleOrPart(_ text: String) -> Bool {
        let words = Self.words(text.prefix(400)[...])
        let title = words.joined(separator: " ")
        guard !title.isEmpty else { return false }
        if titles.contains(title) || names.contains(words) || wholes.contains(words) { return true }
        return titles.contains { other in
            let (short, long) = other.utf8.count < title.utf8.count ? (other, title) : (title, other)
            return short.utf8.count >= Self.partOfTitle && short.contains(" ")
                && (long.hasPrefix(short) || long.hasSuffix(short))
        }
    }

    /// Whether a title of the page has a word: `Chapter 3` is one.
    func isInTitle(_ word: Substring) -> Bool {
        titles.contains { $0.split(separator: " ").contains(word) }
    }

    /// Whether the address of the page has a word: `ex.com/blog/…` is the blog.
    func isInAddress(_ word: Substring) -> Bool { address.contains(word) }

    /// What may follow the title of a work in a statement.
    private static let followers = [
        " by ", " von ", " par ", " por ", " di ", " door ", " od ", " av ", " is ", " ist ", " est ", " está ", " è ",
        " ©", " (c) ",
    ].map { Array($0.utf8) }

    /// A text that leads to a licence, `this work` in the place of the page's title: the licence chooser names it by that.
    func withoutTitle(_ bytes: [UInt8]) -> [UInt8] {
        let bar = UInt8(ascii: "|")
        var start = bytes.lastIndex(of: bar).map { $0 + 1 } ?? 0
        for _ in 0..<3 {
            let line = bytes[start...].prefix { $0 != bar }
            for at in line.prefix(Self.longest).indices where line[at] == 0x20 {
                guard Self.followers.contains(where: { line[at...].starts(with: $0) }),
                    isTitle(ByteText.string(line[..<at])[...])
                else {
                    continue
                }
                return Array(bytes[..<start] + "This work".utf8 + bytes[at...])
            }
            guard start > 0 else { break }
            start = bytes[..<(start - 1)].lastIndex(of: bar).map { $0 + 1 } ?? 0
        }
        return bytes
    }

    private static let joining: Set<Substring> = [
        "of", "and", "in", "for", "on", "to", "about", "vs", "with", "from", "at", "is", "are", "und", "über", "von",
        "et", "de",
        "y", "sur", "sobre",
    ]
    private static let sites: Set<String> = ["og:site_name", "application-name"]
    private static let metas: Set<String> = [
        "author", "publisher", "dc.publisher", "dcterms.publisher", "dc.creator", "dcterms.creator",
        "dc.creator.personalname", "article:author",
        "citation_author", "citation_publisher", "citation_journal_title",
    ]
    private static let headlines: Set<String> = [
        "dc.title", "dcterms.title", "citation_title", "og:title", "twitter:title",
    ]

    private mutating func addSite(_ page: PageInput) {
        let stated = page.allMetas.filter { Self.sites.contains($0.name) }
        for meta in stated { add(meta.content) }
        guard stated.isEmpty, let title = page.page.title else { return }
        let parts = Self.parts(title)
        guard parts.count > 1 || page.url.url.path == "/", let last = parts.last else { return }
        let words = Self.bare(Self.words(last.prefix(Self.longest)))
        // A line about somebody else names them in the midst of other words.
        if words.count <= 3, !words.contains(where: Self.joining.contains) {
            names.append(words)
            known.append(words)
        } else {
            wholes.insert(words)
        }
    }

    private mutating func addTitles(_ page: PageInput) {
        var written = page.allMetas.filter { Self.headlines.contains($0.name) }.map { $0.content[...] }
        if let title = page.page.title { written += [title[...]] + Self.parts(title) }
        let heading = page.page.nodes.firstIndex { $0.isElement && $0.tag == .h1 }
        if let heading { written.append(ByteText.string(page.text(of: heading))[...]) }
        titles = Set(written.map { Self.words($0).joined(separator: " ") })
    }

    /// Who publishes or wrote the page, and the site it belongs to.
    private mutating func add(_ node: JSONLD.Node) {
        guard node.isTopLevel else { return }
        let isSite = node.types.contains { ["WebSite", "Organization", "NewsMediaOrganization", "Blog"].contains($0) }
        if isSite { JSONLD.values("name", of: node.value).forEach { add($0.string ?? "") } }
        guard isSite || WorkType.mayBeText(node.types) else { return }
        for property in ["publisher", "author", "creator", "copyrightHolder", "isPartOf"] {
            for value in JSONLD.values(property, of: node.value) {
                add(value.string ?? value["name"]?.string ?? "", isHolder: property == "copyrightHolder")
            }
        }
    }

    private mutating func add(_ name: some StringProtocol, isHolder: Bool = false) {
        let words = Self.bare(Self.words(Substring(name.prefix(Self.longest))))
        guard !words.isEmpty, names.count < Self.limit else { return }
        names.append(words)
        if !isHolder { known.append(words) }
    }

    private static func labels(_ host: String) -> Set<String> {
        let parts = host.split(separator: ".").map(String.init)
        var kept = Set(parts.dropLast().filter { $0.utf8.count >= 3 && $0 != "www" })
        if parts.count > 2 { kept.subtract(platforms) }
        return kept.union(kept.map { $0.split(separator: "-").joined() })
    }

    /// Sites whose users have hosts of their own there.
    private static let platforms: Set<String> = [
        "github", "gitlab", "wordpress", "blogspot", "medium", "substack", "tumblr", "netlify", "vercel", "readthedocs",
        "fandom", "wixsite", "weebly", "neocities", "livejournal", "dreamwidth",
    ]

    private static func parts(_ title: String) -> [Substring] {
        var parts: [Substring] = []
        for part in title.split(whereSeparator: { "|–—·•»«".contains($0) }) {
            let words = part.split(separator: " ", omittingEmptySubsequences: false)
            var start = words.startIndex
            for at in words.indices where words[at] == "-" || words[at].hasSuffix(":") && at > words.startIndex {
                parts.append(words[start...at].joined(separator: " ").dropLast())
                start = at + 1
            }
            parts.append(words[start...].joined(separator: " ")[...])
        }
        return parts.filter { $0.contains(where: \.isLetter) }
    }

    static func words(_ text: Substring) -> [Substring] { LicenceWords.words(text.utf8).map(plain) }

    /// Without a genitive's ending.
    private static func plain(_ word: Substring) -> Substring {
        let typed = Substring(word.replacing("’", with: "'"))
        return typed.hasSuffix("'s") ? typed.dropLast(2) : typed
    }

    /// Without articles before it and genitives' endings.
    private static func bare(_ words: [Substring]) -> [Substring] {
        words.drop(while: LicenceVocabulary.articles.has).map(plain)
    }
}
