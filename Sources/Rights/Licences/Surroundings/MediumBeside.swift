internal import Markup

/// Whether a picture, a film, a frame, a quotation or a table stands right before or right after a statement, as what a line
/// of credit credits.
enum MediumBeside {
    /// Bytes of text that may stand between: a caption before the credit, hardly anything after it.
    private static let before = 160
    private static let after = 40
    /// Nodes looked at on each side.
    private static let nodes = 96

    /// What is shown and is no text, or text of others.
    private static let media: Set<Tag> = [
        .picture, .video, .audio, .iframe, .canvas, .object, .embed, .map, .applet, .figure, .frame,
    ]
    private static let quoted: Set<Tag> = [.blockquote, .q, .table, .pre, .figure]
    /// What stands before the element that a statement stands in has a credit of its own.
    private static let frames: Set<Tag> = [.article, .main, .body, .footer, .header, .aside, .nav]
    /// Pictures inside them go with words and are none of the text's.
    private static let labels: Set<Tag> = [
        .a, .button, .span, .i, .label, .h1, .h2, .h3, .h4, .h5, .h6, .summary, .small,
    ]

    static func stands(_ node: Int, _ page: PageInput) -> Bool {
        precedes(node, page) || follows(node, page)
    }

    /// What stands right before the block of a statement, or before it in its block.
    enum Touch {
        /// A picture that leads elsewhere, as the mark of a site does.
        case link
        case picture
        /// A film, a sound, a frame or a drawing.
        case film
    }

    /// - Returns: Nil if text or nothing stands there.
    static func touch(_ node: Int, _ page: PageInput) -> Touch? {
        let nodes = page.page.nodes
        let block = LicenceWords.block(of: node, page.page)
        var at = node - 1
        while at >= max(0, node - Self.nodes) {
            let other = nodes[at]
            if other.isElement {
                if Int(other.end) > node {
                    if frames.contains(other.tag) { return nil }
                } else if isMedium(at, page) {
                    guard pictures.contains(other.tag) else { return .film }
                    return isLinked(at, page.page) ? .link : .picture
                }
            } else if other.kind == .text, LicenceWords.block(of: at, page.page) != block,
                page.page.bytes(page.page.range(ofText: at)).contains(where: { !ByteText.isSpace($0) })
            {
                return isWithinMedium(at, before: node, page.page) ? .picture : nil
            }
            at -= 1
        }
        return nil
    }

    private static let pictures: Set<Tag> = [.img, .picture, .svg]

    /// Whether a text stands in a figure, or in what a frame or a film shows where it cannot be played.
    private static func isWithinMedium(_ text: Int, before node: Int, _ page: PageReading) -> Bool {
        var at = Int(page.nodes[text].parent)
        while at >= 0, Int(page.nodes[at].end) <= node {
            if media.contains(page.nodes[at].tag) { return true }
            at = Int(page.nodes[at].parent)
        }
        return false
    }

    private static func precedes(_ node: Int, _ page: PageInput) -> Bool {
        let nodes = page.page.nodes
        var (at, bytes) = (node - 1, 0)
        while at >= max(0, node - Self.nodes) {
            let other = nodes[at]
            if other.isElement {
                if Int(other.end) > node {
                    if frames.contains(other.tag) { return false }
                } else if isMedium(at, page) {
                    return true
                }
            } else if other.kind == .text {
                let count = ByteText.trimmed(page.page.bytes(page.page.range(ofText: at))).count
                if count > 0, isQuoted(at, beside: node, page.page) { return true }
                bytes += count
                if bytes > before { return false }
            }
            at -= 1
        }
        return false
    }

    private static func follows(_ node: Int, _ page: PageInput) -> Bool {
        let nodes = page.page.nodes
        var (at, bytes) = (max(Int(nodes[node].end), node + 1), 0)
        let end = min(frameEnd(node, page.page), at + Self.nodes)
        while at < end {
            if nodes[at].isElement {
                if isMedium(at, page), !isLinked(at, page.page) { return true }
            } else if nodes[at].kind == .text {
                bytes += ByteText.trimmed(page.page.bytes(page.page.range(ofText: at))).count
                if bytes > after { return false }
            }
            at += 1
        }
        return false
    }

    private static func frameEnd(_ node: Int, _ page: PageReading) -> Int {
        var at = Int(page.nodes[node].parent)
        while at >= 0 {
            if frames.contains(page.nodes[at].tag) { return Int(page.nodes[at].end) }
            at = Int(page.nodes[at].parent)
        }
        return page.nodes.count
    }

    /// Whether a text stands in a quotation, a table or a listing that ends before the statement.
    private static func isQuoted(_ text: Int, beside node: Int, _ page: PageReading) -> Bool {
        var at = Int(page.nodes[text].parent)
        while at >= 0, Int(page.nodes[at].end) <= node {
            if quoted.contains(page.nodes[at].tag) { return true }
            at = Int(page.nodes[at].parent)
        }
        return false
    }

    /// Icons by which pages are shared, and pictures that lead elsewhere.
    private static func isLinked(_ node: Int, _ page: PageReading) -> Bool {
        let parent = Int(page.nodes[node].parent)
        return parent >= 0 && page.nodes[parent].tag == .a
    }

    private static func isMedium(_ node: Int, _ page: PageInput) -> Bool {
        let reading = page.page
        let tag = reading.nodes[node].tag
        switch tag {
        case .img: return !Badge.isBadge(node, page) && !isIcon(node, reading)
        case .svg:
            let parent = Int(reading.nodes[node].parent)
            return !(parent >= 0 && labels.contains(reading.nodes[parent].tag)) && !isIcon(node, reading)
        // An element of somebody's own, which scripts fill.
        case .other: return page.text(of: node, limit: 8).allSatisfy(ByteText.isSpace)
        default: return media.contains(tag) || hasBackground(node, reading)
        }
    }

    private static func hasBackground(_ node: Int, _ page: PageReading) -> Bool {
        guard let style = page.attribute(.style, of: node) else { return false }
        let bytes = page.bytes(style).prefix(2048)
        return ByteText.contains(bytes, "background") && ByteText.contains(bytes, "url(")
    }

    private static let icons: Set<String> = [
        "icon", "icons", "avatar", "gravatar", "logo", "emoji", "spacer", "pixel", "badge", "badges", "favicon",
    ]

    /// Whether the class or file of a picture is one of small signs.
    private static func isIcon(_ node: Int, _ page: PageReading) -> Bool {
        [AttributeName.class, .src].contains { name in
            guard let value = page.attribute(name, of: node) else { return false }
            let words = page.bytes(value).suffix(256).split { !ByteText.isLetter($0) }
            return words.contains { icons.contains(ByteText.string($0.map(ByteText.lower))) }
        }
    }
}
