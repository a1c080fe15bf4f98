internal import Canonical
internal import Extraction
internal import Markup
internal import Provenance
internal import WebAddress

/// A page as its readers get it, with what several of them ask for looked up once.
///
/// A class, since it goes through every reader and a copy would count up a dozen references.
final class PageInput {
    /// One meta element with a name, a property or an http-equiv.
    struct Meta {
        /// In lower case.
        let name: String
        let written: String
        let content: String
        let node: Int
    }

    let page: PageReading
    let blocks: PageBlocks?
    let textBytes: Int
    let space: PageText.Space
    /// The page as UTF-8, for quotes; empty if the caller does not have it.
    let source: [UInt8]
    let url: CanonicalURL
    let licences: LicenceCatalogue
    /// What relative references resolve against.
    let base: WebURL
    let allMetas: [Meta]
    let documents: [JSONLD.Script]
    /// The meta tags that stand in the bytes, whether or not the reading has them.
    let rawMetas: [Range<Int>]
    /// Where tags of RSL and TDMRep begin in the bytes, by their usual prefix.
    let foreignTags: [Int]
    /// Scripts of a type that is not RSL's and that hold a document of its vocabulary.
    let rawTerms: [Range<Int>]
    /// What the page calls itself: counts as this page where structured data names it. Looked up for the first that does.
    private lazy var pageNames = Self.names(page, allMetas, base: base)
    /// Looked up for the first licence in the text.
    private(set) lazy var running = RunningText(page, blocks)
    /// Comments of the bytes, without their marks. Looked up where one may hold words of training.
    private(set) lazy var comments = RawMarks.comments(in: source)
    /// Refusals in the tags of `html` and `body`, looked up once.
    private(set) lazy var rootMarks = RootMarks.find(self)
    /// What the items of microdata say of themselves. Looked up for the first licence in one.
    lazy var items = MicrodataWorks(self)
    /// What RDFa says of a subject, by its element and the licence.
    var subjects: [RDFaWork.Key: String?] = [:]
    /// Whether the page shows no thing. Looked up for the first licence behind a label.
    private(set) lazy var showsNothing = ShownThing.isNone(self)
    /// What the metas say against the work's being the text and open to all. Looked up for the first licence of the head.
    private(set) lazy var metaFault = MetaWork.fault(self)
    /// Looked up for the first licence with words round it.
    private(set) lazy var ownNames = OwnNames(self)

    init(
        page: PageReading, blocks: PageBlocks?, textBytes: Int, space: PageText.Space, source: [UInt8],
        url: CanonicalURL, licences: LicenceCatalogue
    ) {
        self.page = page
        self.blocks = blocks
        self.textBytes = textBytes
        self.space = space
        self.source = source
        self.url = url
        self.licences = licences
        base = page.base.flatMap { Self.parse($0, base: url.url) } ?? url.url
        allMetas = Self.metas(page)
        documents = JSONLD.scripts(in: page)
        let raw = RawMarks.find(source)
        (rawMetas, foreignTags, rawTerms) = (raw.metas, raw.foreign, raw.terms)
    }

    /// The state of a carrier that was not found: a page not read to its end may hold it further on.
    var absent: ProtocolState { page.complete ? .absent : .unreadable }

    func metas(_ name: String) -> [Meta] { allMetas.filter { $0.name == name } }

    /// An absolute URL; nil if the reference is none.
    func resolve(_ reference: String) -> String? { Self.parse(reference, base: base)?.href }

    /// Whether a reference names this page, its fragment aside.
    func isThisPage(_ reference: String) -> Bool {
        if reference.isEmpty || reference.hasPrefix("#") || reference == url.text { return true }
        guard let absolute = Self.parse(reference, base: base)?.canonical else { return false }
        return pageNames.contains(absolute.text) || absolute == url
    }

    /// The URL and the licence that a value meant as one names: a URL against the page, an SPDX id, a name.
    func licence(_ value: String) -> (url: String, named: NamedLicence) {
        let direct = licences.named(value: value)
        guard direct == .unknown, value.contains("/") || value.hasPrefix("#") else { return (value, direct) }
        return relativeLicence(value)
    }

    /// The URL and the licence that a reference leads to. A `base` of another host makes a page's own reference no licence.
    func relativeLicence(_ reference: String) -> (url: String, named: NamedLicence) {
        guard let absolute = resolve(reference) else { return (reference, .unknown) }
        return (absolute, base.host == url.url.host ? licences.named(url: absolute) : .unknown)
    }

    /// The beginning of the text of an element, of its first few hundred nodes: a step a page can make only so long.
    func text(of node: Int, limit: Int = 256) -> [UInt8] {
        let end = min(max(Int(page.nodes[node].end), node + 1), node + 512)
        var out: [UInt8] = []
        for index in node..<end where page.nodes[index].kind == .text && out.count < limit {
            guard !page.nodes[index].inTemplate || page.nodes[node].inTemplate else { continue }
            out += page.bytes(page.range(ofText: index)).prefix(limit - out.count)
        }
        return out
    }

    /// What the offsets of quotes count in.
    var quoteSpace: Quote.Space { space == .payload ? .payload : .utf8 }

    /// The tag of an element as the page has it.
    func quote(_ node: Int) -> Quote {
        let offset = Int(page.nodes[node].offset)
        guard offset >= 0, offset < source.count else {
            let values = page.attributes(of: node).map { page.bytes($0.value) }
            return Quote(Array(values.joined(separator: [0x20])), in: quoteSpace, at: offset)
        }
        return Quote(source[offset..<Self.tagEnd(source, from: offset)], in: quoteSpace, at: offset)
    }

    /// The beginning of a text run as the page has it, up to the next tag.
    func quote(text node: Int) -> Quote {
        let offset = Int(page.nodes[node].offset)
        guard offset >= 0, offset < source.count else {
            return Quote(page.bytes(page.range(ofText: node)).prefix(240), in: quoteSpace, at: offset)
        }
        return Quote(source[offset...].prefix(240).prefix { $0 != UInt8(ascii: "<") }, in: quoteSpace, at: offset)
    }

    /// Some bytes of a script's text, from the first place of `word`.
    func quote(script node: Int, from word: String) -> Quote {
        let offset = Int(page.nodes[node].offset)
        guard offset >= 0, offset < source.count else { return Quote(word, in: quoteSpace, at: offset) }
        let body = source[offset..<min(source.count, offset + JSONLD.limit)]
        let wanted = Array(word.utf8)
        guard let first = wanted.first else { return Quote(body.prefix(64), in: quoteSpace, at: offset) }
        var at = body.startIndex
        while let found = body[at...].firstIndex(of: first), found + wanted.count <= body.endIndex {
            if body[found..<found + wanted.count].elementsEqual(wanted) {
                return Quote(body[found...].prefix(200), in: quoteSpace, at: found)
            }
            at = found + 1
        }
        return Quote(body.prefix(200), in: quoteSpace, at: offset)
    }

    static func parse(_ reference: String, base: WebURL?) -> WebURL? {
        do throws(WebURLError) { return try WebURL(reference, base: base) } catch { return nil }
    }

    private static func names(_ page: PageReading, _ metas: [Meta], base: WebURL) -> Set<String> {
        var written = metas.filter { $0.name == "og:url" }.map(\.content)
        for link in page.links {
            guard let rel = page.attribute(.rel, of: Int(link)), page.hasToken(rel, "canonical"),
                let href = page.value(.href, of: Int(link))
            else { continue }
            written.append(href)
        }
        return Set(written.compactMap { Self.parse($0, base: base)?.canonical?.text })
    }

    private static func tagEnd(_ source: [UInt8], from start: Int) -> Int {
        var (at, mark): (Int, UInt8) = (start, 0)
        let limit = min(source.count, start + Quote.limit)
        while at < limit {
            let byte = source[at]
            at += 1
            if mark != 0 {
                if byte == mark { mark = 0 }
            } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                mark = byte
            } else if byte == UInt8(ascii: ">") {
                return at
            }
        }
        return at
    }

    private static func metas(_ page: PageReading) -> [Meta] {
        page.metas.compactMap { index in
            let node = Int(index)
            guard
                let name = page.attribute(.name, of: node) ?? page.attribute(.property, of: node)
                    ?? page.attribute(.httpEquiv, of: node)
            else { return nil }
            let place = page.trimmed(name)
            guard !DullMeta.isDull(page.bytes(place)) else { return nil }
            let written = page.string(place)
            let lowered = ByteText.lowercased(written)
            let content = page.attribute(.content, of: node)
            // A reservation without a value is one that went wrong; any other meta without one says nothing.
            guard content != nil || lowered.hasPrefix("tdm") else { return nil }
            return Meta(
                name: lowered, written: written, content: content.map { page.string(page.trimmed($0)) } ?? "",
                node: node)
        }
    }
}
