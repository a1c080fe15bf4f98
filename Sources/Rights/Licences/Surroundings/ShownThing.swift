internal import Canonical
internal import Markup
internal import WebAddress

/// What a page says it shows, if that is no text: a film by its `og:type`, a data set by its metadata.
///
/// Source: the Open Graph protocol (`og:type`), DCMI Type Vocabulary, schema.org of 2026-08-20 (`mainEntityOfPage`), read
/// 2026-11-30. A licence in the head or a field of such a page is that of the thing.
enum ShownThing {
    /// - Returns: Nil if it shows none, or a text too.
    static func name(_ page: PageInput) -> String? { type(page) ?? work(page) }

    /// Whether neither the page nor its address tells of a thing: `/dataset/rainfall`, `/wiki/File:Bridge.jpg`.
    static func isNone(_ page: PageInput) -> Bool {
        let path = ByteText.lowercased(page.url.url.path)
        return name(page) == nil && !page.licences.statements.data.isThing(path[...])
            && !files.contains(where: path.hasSuffix) && !path.contains("file:")
            && !LicenceWords.words((page.page.title ?? "").utf8).contains(where: LicenceVocabulary.assets.has)
    }

    private static let files = [
        ".jpg", ".jpeg", ".png", ".gif", ".svg", ".webp", ".tif", ".tiff", ".mp3", ".mp4", ".ogg", ".webm", ".wav",
        ".pdf",
        ".csv", ".zip",
    ]

    private static func type(_ page: PageInput) -> String? {
        let table = page.licences.statements.holders
        for node in page.page.metas {
            let name = page.page.value(.property, of: Int(node)) ?? page.page.value(.name, of: Int(node)) ?? ""
            guard names.contains(ByteText.lowercased(ByteText.trimmed(name))),
                let type = page.page.value(.content, of: Int(node))
            else { continue }
            if table.isShown(type: type) { return String(type.prefix(80)) }
        }
        return nil
    }

    private static let names: Set<String> = ["og:type"]

    /// Of structured data that name the page, the first thing that is no text; nil if a text names it too.
    private static func work(_ page: PageInput) -> String? {
        var thing: String?
        for node in page.documents.lazy.flatMap(\.nodes) where node.isTopLevel {
            let isText = node.types.contains { WorkType.text.contains($0) && !$0.hasSuffix("age") }
            guard isText || node.types.contains(where: isShown) else { continue }
            if isText { return nil }
            let names = ["url", "mainEntityOfPage"].flatMap { JSONLD.values($0, of: node.value) }.compactMap(
                JSONLD.text)
            if names.contains(where: { !$0.isEmpty && page.isThisPage($0) }) || node.property == "mainEntity" {
                thing = thing ?? node.types.first(where: isShown)
            }
        }
        return thing
    }

    /// A page about a book is often a page of it.
    private static func isShown(_ type: String) -> Bool { WorkType.shown.contains(type) && type != "Book" }
}
