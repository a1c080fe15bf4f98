internal import Markup

/// The subject of licence statements in RDFa.
///
/// Source: RDFa 1.1 Core, section 7.5, and the ccREL note of 2008, read 2026-11-23. Only what licence statements use is
/// read: chaining, lists and prefixes of one's own are not.
enum RDFa {
    static let licenceNames: Set<String> = [
        "license", "licence", "cc:license", "dct:license", "dcterms:license", "xhv:license", "schema:license",
        "dcterms.license", "dct.license", "dc.rights.license",
        "http://creativecommons.org/ns#license", "http://purl.org/dc/terms/license", "https://schema.org/license",
        "http://www.w3.org/1999/xhtml/vocab#license", "http://schema.org/license",
    ]

    /// What a statement on an element speaks of.
    enum Subject: Equatable {
        /// Nothing says: the page.
        case unsaid
        /// The page, in so many words.
        case page
        /// The URL or type named.
        case other(String)
    }

    static func subject(of node: Int, _ page: PageInput) -> Subject {
        var at = node
        while at >= 0 {
            if let about = page.page.value(.about, of: at) { return named(about, at, page) }
            if at != node, let resource = page.page.value(.resource, of: at) { return named(resource, at, page) }
            if at != node, page.page.has(.typeof, of: at) {
                let types = types(of: at, page)
                if !types.allSatisfy(WorkType.frames.contains) { return other(types).map { .other($0) } ?? .page }
            }
            at = Int(page.page.nodes[at].parent)
        }
        return .unsaid
    }

    /// A subject with a name. The page may have a part of another kind as its name: `about="#photo"`; and be given the type of
    /// another thing: `about="" typeof="dctype:StillImage"`.
    private static func named(_ name: String, _ node: Int, _ page: PageInput) -> Subject {
        guard page.isThisPage(name) else { return .other(name) }
        if namesPart(name) { return .other(name) }
        return other(types(of: node, page)).map { .other($0) } ?? .page
    }

    /// Whether a name of the page has a part of it as its fragment, and none that stands for the page or its text.
    static func namesPart(_ name: String) -> Bool {
        guard let mark = name.firstIndex(of: "#") else { return false }
        let words = LicencePlace.words(Array(name[name.index(after: mark)...].utf8.prefix(200))[...])
        return !words.isEmpty && !words.contains { wholes.contains($0) }
    }

    private static let wholes: Set<String> = [
        "this", "it", "page", "webpage", "article", "main", "content", "post", "text", "document", "work", "body",
        "entry",
        "blogposting", "newsarticle", "creativework", "top",
    ]

    static func types(of node: Int, _ page: PageInput) -> [String] {
        (page.page.value(.typeof, of: node) ?? "").split(whereSeparator: \.isWhitespace)
            .map { WorkType.local(String($0)) }
    }

    /// The first type that is none of a text or a frame of one.
    private static func other(_ types: [String]) -> String? {
        types.first { !WorkType.text.contains($0) && !WorkType.frames.contains($0) }
    }

    /// Whether a statement says in so many words, and not for the whole text round it, that it is about the page.
    static func statesPage(_ node: Int, _ page: PageInput) -> Bool {
        guard !page.page.rdfa.isEmpty else { return false }
        var at = node
        while at >= 0 {
            if let about = page.page.value(.about, of: at) {
                let nodes = at..<max(Int(page.page.nodes[at].end), at + 1)
                return page.isThisPage(about) && page.running.isBeside(nodes)
            }
            at = Int(page.page.nodes[at].parent)
        }
        return false
    }

    /// Whether one of the space-separated names of an attribute is a licence property.
    static func namesLicence(_ name: AttributeName, of node: Int, _ page: PageReading) -> Bool {
        // Nearly all values name none: they are told by the letters all names share.
        guard let range = page.attribute(name, of: node), range.count >= 7,
            ByteText.contains(page.bytes(range), "licen")
        else { return false }
        return page.tokens(range).contains { token in
            token.count >= 7 && licenceNames.contains(ByteText.lowercased(page.string(token)))
        }
    }
}
