internal import Canonical

/// The works that the JSON-LD of a page describes at its top, and which of them is the page's own.
struct JSONLDWorks {
    /// What a node says of the page it is about.
    private enum Tie { case page, unsaid, elsewhere }

    /// Titles of what names this page, and of what names none: pages apart from the works on them.
    private var tied = Titles()
    private var untied = Titles()

    private struct Titles {
        var pages: Set<String> = []
        var works: Set<String> = []

        mutating func add(_ title: String, isPage: Bool) {
            if isPage { pages.insert(title) } else { works.insert(title) }
        }

        func count(isPage: Bool) -> Int { isPage ? pages.count : works.count }
    }

    init(_ page: PageInput) {
        var number = 0
        for node in page.documents.flatMap(\.nodes) where Self.isWork(node, page) {
            number += 1
            let title = Self.title(of: node) ?? "\(number)"
            switch Self.tie(of: node, page) {
            case .page: tied.add(title, isPage: Self.isPage(node))
            case .unsaid: untied.add(title, isPage: Self.isPage(node))
            case .elsewhere: break
            }
        }
    }

    /// What becomes of the licences of a node.
    enum Verdict { case page, thing, tiedElsewhere, several, foreignContext }

    func verdict(on node: JSONLD.Node, _ page: PageInput) -> Verdict {
        let tie = Self.tie(of: node, page)
        guard Self.isWork(node, page), tie != .elsewhere else { return .thing }
        let isPage = Self.isPage(node)
        if tie == .unsaid, tied.count(isPage: isPage) > 0 { return .tiedElsewhere }
        if (tie == .page ? tied : untied).count(isPage: isPage) > 1 { return .several }
        return node.hasForeignContext ? .foreignContext : .page
    }

    /// Whether a node, or what holds it, names the page as its own.
    func isTied(_ node: JSONLD.Node, _ page: PageInput) -> Bool { Self.tie(of: node, page) == .page }

    /// Drops a licence of what is not the page or its one work.
    static func apply(_ verdict: Verdict, to candidate: inout LicenceCandidate, of types: [String]) {
        switch verdict {
        case .page: candidate.notes = ["subject=" + candidate.subject]
        case .thing: candidate.dropAsThing(of: types)
        case .tiedElsewhere: candidate.drop(.otherResource, "another work is tied to the page")
        case .several: candidate.drop(.part, "one of several works, and nothing says that it is the page's")
        case .foreignContext: candidate.doubt("its context may give the words another meaning")
        }
    }

    /// A text; one to learn from unless it has a name that is not the page's and no tie to the page.
    private static func isWork(_ node: JSONLD.Node, _ page: PageInput) -> Bool {
        guard node.isTopLevel else { return false }
        if WorkType.isText(node.types) { return true }
        let others = node.types.filter { !WorkType.learning.contains($0) }
        guard others.count < node.types.count, others.allSatisfy(WorkType.text.contains) else { return false }
        return tie(of: node, page) == .page || title(of: node).map { page.ownNames.isTitle($0[...]) } ?? true
    }

    private static func isPage(_ node: JSONLD.Node) -> Bool { node.types.contains { $0.hasSuffix("age") } }

    private static func title(of node: JSONLD.Node) -> String? {
        ["headline", "name"].lazy.flatMap { JSONLD.values($0, of: node.value) }.compactMap(\.string).first
    }

    /// What its names say; where they say nothing, what those of its holder say. A holder elsewhere takes it along.
    private static func tie(of node: JSONLD.Node, _ page: PageInput) -> Tie {
        let holders = node.holders.map { tie($0, page) }
        let own = tie(node.value, page)
        if own == .elsewhere || holders.contains(.elsewhere) { return .elsewhere }
        return own == .unsaid ? holders.last ?? .unsaid : own
    }

    private static func tie(_ value: JSONValue, _ page: PageInput) -> Tie {
        let names = ["url", "mainEntityOfPage"].flatMap { JSONLD.values($0, of: value) }.compactMap(JSONLD.text)
            .filter { !$0.isEmpty && !$0.hasPrefix("#") && ByteText.lowercased($0) != "true" }
        if !names.isEmpty { return names.contains(where: page.isThisPage) ? .page : .elsewhere }
        guard let id = value["@id"]?.string, !id.isEmpty, !id.hasPrefix("#") else { return .unsaid }
        // A name of no place: `_:b0`, `urn:…`.
        if id.contains(":"), !id.contains("/") { return .unsaid }
        return page.isThisPage(id) ? .page : .elsewhere
    }
}
