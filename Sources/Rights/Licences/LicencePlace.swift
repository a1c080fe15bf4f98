internal import Extraction
internal import Markup

/// Where in a page a licence statement stands.
struct LicencePlace {
    private(set) var isFooter = false
    private(set) var isInList = false
    /// The part of the page that the statement speaks for, if it is not the page; nil if nothing says so.
    private(set) var otherSubject: String?

    init(of node: Int, _ page: PageInput) {
        if let label = page.blocks?.label(of: node) { read(label) }
        var at = Int(page.page.nodes[node].parent)
        while at >= 0 {
            read(page.page.nodes[at].tag)
            readNames(of: at, page.page)
            at = Int(page.page.nodes[at].parent)
        }
    }

    private mutating func read(_ label: BlockLabel) {
        switch label {
        case .footer: isFooter = true
        case .figure, .comment, .related, .navigation, .cookie, .form, .paywall: otherSubject = "inside \(label)"
        case .main, .header, .aside, .hidden, .metadata, .boilerplate: break
        }
    }

    private mutating func read(_ tag: Tag) {
        switch tag {
        case .footer: isFooter = true
        case .figure, .figcaption, .picture, .blockquote, .iframe, .object, .video, .audio: drop("\(tag)")
        case .nav, .form, .dialog: drop("\(tag)")
        case .li, .table, .dd: isInList = true
        default: break
        }
    }

    private mutating func drop(_ part: String) {
        if otherSubject == nil { otherSubject = "inside " + part }
    }

    private static let parts: [String: String] = [
        "gallery": "gallery", "caption": "caption", "credit": "credits", "credits": "credits", "slideshow": "slideshow",
        "carousel": "carousel", "embed": "embed", "embedded": "embed", "plugin": "plugin", "theme": "theme",
        "comment": "comments", "comments": "comments", "disqus": "comments", "signature": "signature",
        "thumbnail": "thumbnail", "photo": "photo", "photos": "photo", "image": "image", "images": "image",
        "lightbox": "lightbox", "teaser": "teaser", "related": "related", "infobox": "infobox",
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
                if let part = Self.parts[text] { drop(part) }
            }
        }
    }
}
