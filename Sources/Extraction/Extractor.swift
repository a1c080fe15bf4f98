public import Markup

/// Labels the blocks of a page and renders its main text.
///
/// A pure function of the reading: same page, same bytes.
public struct Extractor: Sendable {
    public init() {}

    public func read(_ page: PageReading) -> ExtractedDocument {
        guard !page.nodes.isEmpty else {
            return ExtractedDocument(text: [], blocks: PageBlocks(labels: [], mainRoot: -1), title: nil, language: nil)
        }
        var outline = PageOutline(page)
        var labeller = BlockLabeller(page, outline)
        var labels = labeller.applyHints()
        let root = MainRoot.find(page, outline, labels)
        BlockSelection.select(page, &outline, &labels, root: root)
        let text = root < 0 ? [] : TextRenderer.render(page, outline)
        let found = text.isEmpty ? -1 : root
        return ExtractedDocument(
            text: text, blocks: PageBlocks(labels: labels, mainRoot: found), title: page.title, language: page.language)
    }
}
