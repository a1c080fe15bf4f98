internal import Markup

/// Whom a page names as its author in its `meta` elements, where no licence statement says whom to credit.
enum DeclaredAuthor {
    /// HTML Standard, section 4.2.5.1 (`author`); DCMI terms (`creator`); the citation tags of scholarly pages. Read 2026-11-29.
    private static let names: Set<String> = [
        "author", "dc.creator", "dcterms.creator", "dc:creator", "dcterms:creator", "citation_author",
    ]
    /// So that a page cannot fill a row with names.
    private static let limit = 8

    static func name(_ page: PageInput) -> String {
        var found: [String] = []
        for meta in page.allMetas where names.contains(meta.name) {
            let name = ByteText.string(ByteText.trimmed(Array(meta.content.utf8.prefix(256))[...]))
            if !name.isEmpty, !found.contains(name) { found.append(name) }
        }
        return found.prefix(limit).joined(separator: ", ")
    }
}
