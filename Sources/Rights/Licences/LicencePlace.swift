internal import Extraction
internal import Markup

/// Where in a page a licence statement stands.
struct LicencePlace {
    private(set) var isFooter = false
    private(set) var isInList = false
    /// The nearest `article` round it; -1 if there is none.
    private(set) var article = -1
    /// The part of the page that the statement speaks for, if it is not the page; nil if nothing says so.
    private(set) var otherSubject: String?
    private(set) var otherKind = LicenceCandidate.Subject.part
    /// The part is one that may speak for the page and is not trusted to: nobody is shown it, or it stands beside the text.
    private(set) var isDoubtful = false

    init(of node: Int, _ page: PageInput) {
        if Self.isHidden(node, page.page) { doubt("hidden") }
        if let label = page.blocks?.label(of: node) { read(label) }
        var at = Int(page.page.nodes[node].parent)
        while at >= 0 {
            read(page.page.nodes[at].tag)
            if article < 0, page.page.nodes[at].tag == .article { article = at }
            readNames(of: at, page.page)
            if Self.isHidden(at, page.page) { doubt("hidden") }
            at = Int(page.page.nodes[at].parent)
        }
    }

    private mutating func read(_ label: BlockLabel) {
        switch label {
        case .footer: isFooter = true
        case .figure: drop("figure", .figure)
        case .comment, .related, .navigation, .cookie, .form, .paywall: drop("\(label)")
        case .aside: doubt("inside aside")
        case .hidden: doubt("hidden")
        case .main, .header, .metadata, .boilerplate: break
        }
    }

    private mutating func read(_ tag: Tag) {
        switch tag {
        case .footer: isFooter = true
        case .figure, .figcaption, .picture, .video, .audio: drop("\(tag)", .figure)
        case .blockquote, .q, .iframe, .object, .embed, .nav, .form, .dialog: drop("\(tag)")
        case .aside: doubt("inside aside")
        // Shown to no one whose browser runs scripts.
        case .noscript, .template: doubt("inside \(tag)")
        case .li, .table, .dd: isInList = true
        default: break
        }
    }

    private mutating func drop(_ part: String, _ kind: LicenceCandidate.Subject = .part) {
        guard otherSubject == nil else { return }
        (otherSubject, otherKind) = ("inside " + part, kind)
    }

    private mutating func doubt(_ reason: String) {
        guard otherSubject == nil else { return }
        (otherSubject, isDoubtful) = (reason, true)
    }

    /// Whether an element says itself that it is not shown; style sheets are not read.
    private static func isHidden(_ node: Int, _ page: PageReading) -> Bool {
        if page.has(.hidden, of: node) { return true }
        if let value = page.attribute(.ariaHidden, of: node), page.equals(page.trimmed(value), ignoringCase: "true") {
            return true
        }
        guard let style = page.attribute(.style, of: node), style.count >= 12 else { return false }
        let bare = page.bytes(style).filter { !ByteText.isSpace($0) }[...]
        return ByteText.contains(bare, "display:none") || ByteText.contains(bare, "visibility:hidden")
    }

    private static let parts: [String: (name: String, kind: LicenceCandidate.Subject)] = [
        "gallery": ("gallery", .figure), "caption": ("caption", .figure), "slideshow": ("slideshow", .figure),
        "carousel": ("carousel", .figure), "thumbnail": ("thumbnail", .figure), "photo": ("photo", .figure),
        "photos": ("photo", .figure), "image": ("image", .figure), "images": ("image", .figure),
        "lightbox": ("lightbox", .figure), "thumbinner": ("thumbnail", .figure), "figure": ("figure", .figure),
        "credit": ("credits", .asset), "credits": ("credits", .asset), "plugin": ("plugin", .asset),
        "theme": ("theme", .asset), "embed": ("embed", .otherResource), "embedded": ("embed", .otherResource),
        "player": ("player", .otherResource), "slideshare": ("embed", .otherResource), "comment": ("comments", .part),
        "comments": ("comments", .part), "disqus": ("comments", .part), "signature": ("signature", .part),
        "postsig": ("signature", .part), "sig": ("signature", .part), "teaser": ("teaser", .part),
        "related": ("related", .part), "infobox": ("infobox", .part), "excerpt": ("excerpt", .part),
        "searchresult": ("search results", .part), "searchresults": ("search results", .part),
        "result": ("search results", .part), "results": ("search results", .part), "quote": ("quotation", .part),
    ]

    /// Words of class and id: `wp-caption`, `photo_credit`.
    private mutating func readNames(of node: Int, _ page: PageReading) {
        // What stands on body and html says how the whole page looks.
        guard page.nodes[node].tag != .body, page.nodes[node].tag != .html else { return }
        for name in [AttributeName.class, .id] {
            guard let range = page.attribute(name, of: node) else { continue }
            for word in page.bytes(range).split(whereSeparator: { !ByteText.isLetter($0) }) where word.count <= 12 {
                let text = ByteText.string(word.map(ByteText.lower))
                if text == "footer" || text == "colophon" { isFooter = true }
                if let part = Self.parts[text] { drop(part.name, part.kind) }
            }
        }
    }
}
