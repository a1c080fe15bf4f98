public import Markup

/// Finds the places where RSL documents are named or stand.
///
/// Source: RSL 1.0, sections 4.5 to 4.7, as told by `skills/rsl/references/discovery.md` of ScaleDockHQ/scaledock-skills,
/// read 2026-11-24.
public enum RSLDiscovery {
    /// Documents of one response or page that are read.
    static let limit = 16

    /// Whether a `Link` header names terms; a licence link of another type is no RSL.
    static func isLicence(_ link: LinkHeader) -> Bool {
        link.relations.contains("license") && isMediaType(link.parameters["type"] ?? "")
    }

    /// Whether a `Link` header names terms by its type, or was meant to by a relation that is none.
    static func meansTerms(_ link: LinkHeader) -> Bool {
        isMediaType(link.parameters["type"] ?? "") || link.relations.contains(where: isMeantRelation)
    }

    private static func isMeantRelation(_ relation: String) -> Bool {
        NearName.meant(by: relation.utf8, among: [.terms]) != nil
    }

    /// Whether a media type that is another has `rsl` for a word: `application/rsl+json`, `text/rsl`.
    private static func speaksOfTerms(_ type: some StringProtocol) -> Bool {
        ByteText.lowercased(type).split { !$0.isLetter }.contains("rsl")
    }

    /// The absolute targets of the `Link` headers that name terms, in order.
    public static func targets(of headers: HeaderList) -> [String] {
        LinkHeader.parse(headers.all("link")).filter(isLicence).map(\.target).filter(RSLToken.isWebURL)
    }

    /// The absolute addresses of the lines of robots.txt that count for an agent, in order.
    public static func targets(of robots: RobotsFile, for agent: ProductToken) -> [String] {
        robots.licences(for: agent).map(\.value).filter(RSLToken.isWebURL)
    }

    /// The absolute address that a link names; nil if what it names is none.
    public static func target(ofLink node: Int, _ page: PageReading) -> String? {
        let text = ByteText.trimmed(page.value(.href, of: node) ?? "")
        return RSLToken.isWebURL(text) ? text : nil
    }

    /// `link` elements that name terms, and anchors that do.
    public static func links(in page: PageReading) -> [Int] { typedLinks(in: page).filter { isLicence($0, page) } }

    /// `link` elements and anchors of the type of RSL.
    static func typedLinks(in page: PageReading) -> [Int] {
        func isTyped(_ node: Int32) -> Bool {
            page.attribute(.type, of: Int(node)).map { isMediaType(page, $0) } ?? false
                && page.has(.href, of: Int(node))
        }
        return page.links.filter(isTyped).map(Int.init) + page.anchors.filter(isTyped).map(Int.init)
    }

    static func isLicence(_ node: Int, _ page: PageReading) -> Bool {
        page.attribute(.rel, of: node).map { page.hasToken($0, "license") } ?? false
    }

    /// What names a document in a way that RSL does not know, with what it names: a `link` of another relation, a `script`
    /// with an address. Somebody meant it, so that it may refuse.
    /// - Parameter typed: ``typedLinks(in:)`` of the page.
    static func oddities(in page: PageReading, typed: [Int]) -> [(node: Int, target: String)] {
        let typed = typed.filter { !isLicence($0, page) }
        let meant = page.links.lazy.map(Int.init).filter { isMeant($0, page) && !typed.contains($0) }
        func named(_ node: Int, _ name: AttributeName) -> (node: Int, target: String) {
            (node, ByteText.trimmed(page.value(name, of: node) ?? ""))
        }
        return typed.map { named($0, .href) } + meant.map { named($0, .href) }
            + typedScripts(in: page).map { named($0, .src) }
    }

    /// `script` elements of the type of RSL that have an address.
    private static func typedScripts(in page: PageReading) -> [Int] {
        var found: [Int] = []
        for (index, node) in page.nodes.enumerated() where node.tag == .script && node.isElement {
            let isTyped = page.attribute(.type, of: index).map { isMediaType(page, $0) } ?? false
            if isTyped, page.has(.src, of: index) { found.append(index) }
        }
        return found
    }

    /// Whether a `link` was meant to name terms, by a relation or a type that is none.
    private static func isMeant(_ node: Int, _ page: PageReading) -> Bool {
        if let type = page.attribute(.type, of: node), type.count <= 64, page.contains(type, ignoringCase: "rsl"),
            !isMediaType(page, type), speaksOfTerms(page.string(type))
        {
            return page.has(.href, of: node)
        }
        guard let rel = page.attribute(.rel, of: node), page.contains(rel, ignoringCase: "rsl") else { return false }
        return page.tokens(rel).contains { isMeantRelation(page.string($0)) }
    }

    /// `script` elements that hold a document.
    public static func scripts(in page: PageReading) -> [Int] {
        page.dataScripts.lazy.map(Int.init).filter { node in
            page.attribute(.type, of: node).map { isMediaType(page, $0) } ?? false
        }
    }

    /// The element that a link or script speaks for; nil if that is the page.
    public static func element(of node: Int, _ page: PageReading) -> Int? {
        let parent = Int(page.nodes[node].parent)
        guard !page.nodes[node].inHead, parent >= 0 else { return nil }
        switch page.nodes[parent].tag {
        case .html, .body, .head: return nil
        default: return parent
        }
    }

    /// The document in a script, which has exactly one content, and where in the page it begins.
    public static func document(inScript node: Int, _ page: PageReading) throws(RSLFault) -> (RSLDocument, Int) {
        let text = page.text(of: node)
        let body = ByteText.trimmed(text[...])
        let data = node + 1 < Int(page.nodes[node].end) ? node + 1 : node
        let document = try RSLParser.read(Array(body), charset: "utf-8")
        guard document.contents.count == 1 else { throw RSLFault("not exactly one content") }
        return (document, Int(page.nodes[data].offset) + body.startIndex)
    }

    /// The outermost elements of RSL's namespace in another XML document: `rsl`, or `content` alone.
    public static func elements(in xml: XMLReading) -> [Int] {
        var found: [Int] = []
        var at = 0
        while at < xml.elements.count {
            let element = xml.elements[at]
            guard element.name.namespace == RSLDocument.namespace else { at += 1; continue }
            found.append(at)
            at = element.end
        }
        return found
    }

    static func isMediaType(_ text: String) -> Bool {
        let type = text.utf8.prefix { $0 != UInt8(ascii: ";") }
        return ByteText.equals(ByteText.trimmed(Array(type)[...]), RSLDocument.mediaType)
    }

    private static func isMediaType(_ page: PageReading, _ range: Range<Int>) -> Bool {
        page.starts(page.trimmed(range), withIgnoringCase: "application/rsl+xml")
    }
}
