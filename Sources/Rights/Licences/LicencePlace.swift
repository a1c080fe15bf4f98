internal import Extraction
internal import Markup

/// Where in a page a licence statement stands.
struct LicencePlace {
    private(set) var isFooter = false
    private(set) var isInList = false
    /// The nearest `article` round it; -1 if there is none.
    private(set) var article = -1
    /// The nearest table or list of terms round it; -1 if there is none.
    private(set) var table = -1
    /// The part of the page that the statement speaks for, if it is not the page; nil if nothing says so.
    private(set) var otherSubject: String?
    private(set) var otherKind = LicenceCandidate.Subject.part
    /// The part is one that may speak for the page and is not trusted to: nobody is shown it, or it stands beside the text.
    private(set) var isDoubtful = false

    init(of node: Int, _ page: PageInput) {
        if Concealment.hides(node, page.page) { doubt("hidden") }
        // A script is shown to nobody, wherever it stands.
        if page.page.nodes[node].tag != .script, let label = Self.label(of: node, page) { read(label) }
        var at = Int(page.page.nodes[node].parent)
        while at >= 0 {
            let tag = page.page.nodes[at].tag
            if !Self.isWhole(at, tag, page) { read(tag) }
            if article < 0, tag == .article { article = at }
            if table < 0, tag == .table || tag == .dl { table = at }
            readNames(of: at, page)
            if Concealment.hides(at, page.page) { doubt("hidden") }
            at = Int(page.page.nodes[at].parent)
        }
    }

    /// The label of the block that holds it; a line that is told from the text by its many links alone has none of its own:
    /// a statement links its work, its author and its licence.
    private static func label(of node: Int, _ page: PageInput) -> BlockLabel? {
        guard let blocks = page.blocks, blocks.label(of: node) == .related else { return page.blocks?.label(of: node) }
        var at = Int(page.page.nodes[node].parent)
        while at >= 0, !page.page.nodes[at].tag.isBlock { at = Int(page.page.nodes[at].parent) }
        return at >= 0 ? blocks.label(of: at) : .related
    }

    /// A form that some frameworks put round the whole page.
    private static func isWhole(_ node: Int, _ tag: Tag, _ page: PageInput) -> Bool {
        guard tag == .form || tag == .fieldset, let root = page.blocks.map({ Int($0.mainRoot) }) else { return false }
        return node < root && root < Int(page.page.nodes[node].end)
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
        case .figure, .figcaption, .picture, .video, .audio, .svg, .map, .canvas, .math: drop("\(tag)", .figure)
        case .blockquote, .q, .iframe, .object, .embed, .nav, .form, .dialog: drop("\(tag)")
        // What a reader may choose or copy, and what is shown as an example.
        case .label, .select, .option, .optgroup, .datalist, .fieldset, .button, .textarea, .output: drop("\(tag)")
        case .code, .pre, .samp, .kbd, .xmp, .plaintext, .tt: drop("\(tag)")
        // Struck out.
        case .del, .s, .strike: doubt("inside \(tag)")
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

    /// Words of class and id, as in `wp-caption` and `photoCredit`.
    private mutating func readNames(of node: Int, _ page: PageInput) {
        let reading = page.page
        // What stands on body and html says how the whole page looks.
        guard reading.nodes[node].tag != .body, reading.nodes[node].tag != .html else { return }
        for name in [AttributeName.class, .id] {
            guard let range = reading.attribute(name, of: node) else { continue }
            for name in reading.tokens(range) where !Self.tells(reading.bytes(name)) {
                for word in Self.words(reading.bytes(name)) { read(word, page.licences.statements.frames) }
            }
        }
        for name in [AttributeName.ariaLabel, .title] {
            guard let range = reading.attribute(name, of: node) else { continue }
            let words = LicenceWords.words(reading.bytes(range).prefix(200))
            if let word = words.first(where: LicenceVocabulary.assets.has) { doubt("in an element called: " + word) }
        }
    }

    /// Whether a name tells what an element has, and not what it is: `has-post-thumbnail`.
    private static func tells(_ name: ArraySlice<UInt8>) -> Bool {
        ["has-", "has_", "no-", "with-", "without-"].contains { ByteText.hasPrefix(name, $0) }
    }

    private mutating func read(_ word: String, _ frames: FrameTable) {
        if word == "footer" || word == "colophon" { isFooter = true }
        switch frames.kind(of: word) {
        case nil: break
        case .doubted?: doubt("inside " + word)
        case let kind?: drop(word, kind.subject)
        }
    }

    /// The words of a name in lower case: those between other marks than letters, and of those with capitals amid them
    /// the humps too.
    static func words(_ name: ArraySlice<UInt8>) -> [String] {
        var words: [String] = []
        for word in name.split(whereSeparator: { !ByteText.isLetter($0) }) {
            if word.count <= FrameTable.longest { words.append(ByteText.string(word.map(ByteText.lower))) }
            let starts = word.indices.dropFirst().filter { word[$0] < 0x60 && word[$0 - 1] >= 0x60 }
            guard !starts.isEmpty, starts.count < 8 else { continue }
            for (start, end) in zip([word.startIndex] + starts, starts + [word.endIndex])
            where end - start <= FrameTable.longest {
                words.append(ByteText.string(word[start..<end].map(ByteText.lower)))
            }
        }
        return words
    }
}
