internal import Extraction
internal import Markup
internal import Provenance

/// Marks of paywalls, logins and challenges; they count only on a page with hardly any text.
struct AccessMarks {
    /// Bytes of main text from which a login form is no wall: short news stand beside such forms.
    private static let loginText = 250

    /// Bytes of the source that are searched: an interstitial is short, and its script stands at its beginning.
    private static let rawBytes = 1 << 16

    private let page: PageInput
    private let table: WallTable
    private var signals: [Signal] = []

    static func signals(_ page: PageInput, _ table: WallTable) -> [Signal] {
        var marks = AccessMarks(page: page, table: table)
        marks.readElements()
        marks.readTitle()
        marks.readRaw()
        marks.readTexts()
        return marks.signals
    }

    private init(page: PageInput, table: WallTable) { (self.page, self.table) = (page, table) }

    private mutating func add(_ note: String, _ wall: WallTable.Wall?, _ quote: Quote) {
        let conditions = wall.map { $0.name == $0.kind.rawValue ? [] : ["by " + $0.name] } ?? []
        if signals.contains(where: { $0.notes == [note] }) { return }
        signals.append(
            Signal(
                .accessPage, carrier: "mark", scope: .document, category: .access, value: .deny,
                conditions: conditions, quote: quote, notes: [note]))
    }

    private static func note(_ wall: WallTable.Wall, _ place: String) -> String {
        wall.kind == .paywall ? "paywall-" + place : wall.kind.rawValue
    }

    private mutating func readElements() {
        for (node, entry) in page.page.nodes.enumerated() where entry.isElement && !entry.inTemplate {
            if entry.tag == .script || entry.tag == .iframe { readSource(node) }
            guard stands(node), entry.tag != .script else { continue }
            if entry.tag == .input { readInput(node) }
            if page.blocks?.label(of: node) == .paywall, hasText(node) { add("paywall-block", nil, page.quote(node)) }
            readClasses(node)
        }
    }

    private mutating func readSource(_ node: Int) {
        guard let source = page.page.attribute(.src, of: node),
            let found = table.scripts.first(in: page.page.bytes(source))
        else { return }
        let wall = table.walls[found.owner]
        add(Self.note(wall, "script"), wall, page.quote(node))
    }

    private mutating func readInput(_ node: Int) {
        guard page.textBytes < Self.loginText, let type = page.page.attribute(.type, of: node),
            page.page.equals(page.page.trimmed(type), ignoringCase: "password")
        else { return }
        add("login", nil, page.quote(node))
    }

    private mutating func readClasses(_ node: Int) {
        for name in [AttributeName.class, .id] {
            guard let range = page.page.attribute(name, of: node),
                let found = table.classes.first(in: page.page.bytes(range))
            else { continue }
            let wall = table.walls[found.owner]
            // What is to be put there by a script is no wall yet; a challenge is.
            guard wall.kind == .challenge || hasText(node) else { continue }
            add(Self.note(wall, "class"), wall, page.quote(node))
        }
    }

    private mutating func readTitle() {
        guard let title = page.page.title, let wall = table.wall(title: title) else { return }
        add(Self.note(wall, "title"), wall, page.quote(Int(page.page.titleNode)))
    }

    private mutating func readRaw() {
        guard let found = table.raw.first(in: page.source.prefix(Self.rawBytes)) else { return }
        let wall = table.walls[found.owner]
        let quote = Quote(page.source[found.place], in: page.quoteSpace, at: found.place.lowerBound)
        add(Self.note(wall, "data"), wall, quote)
    }

    private mutating func readTexts() {
        var (folded, nodes) = (FoldedText(), [Int32]())
        for (node, entry) in page.page.nodes.enumerated() {
            guard entry.kind == .text else {
                if entry.isElement, entry.tag.isBlock { folded.endBlock() }
                continue
            }
            guard !entry.inTemplate, !entry.inHead, stands(node) else { continue }
            folded.append(page.page.buffer, in: page.page.range(ofText: node))
            nodes.append(Int32(node))
        }
        var found: [PhraseMatcher.Hit] = []
        table.texts.scan(folded, source: page.page.buffer) { found += $0 }
        for hit in found {
            let wall = table.walls[Int(hit.kind)]
            let quote = SourceText(page, nodes).quote(folded, Int(hit.start)..<Int(hit.end))
            add(Self.note(wall, "text"), wall, quote)
        }
    }

    /// Whether a node may be part of a wall: every page of a site may have its login in the header.
    private func stands(_ node: Int) -> Bool {
        switch page.blocks?.label(of: node) {
        case .navigation, .header, .footer, .aside, .related, .comment, .hidden, .metadata, .cookie: false
        default: true
        }
    }

    private func hasText(_ node: Int) -> Bool {
        let end = Int(page.page.nodes[node].end)
        return (node..<max(end, node)).contains { at in
            page.page.nodes[at].kind == .text
                && page.page.bytes(page.page.range(ofText: at)).contains { !ByteText.isSpace($0) }
        }
    }
}
