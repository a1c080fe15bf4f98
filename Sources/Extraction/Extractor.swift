public import Markup

/// Labels the blocks of a page and renders its main text.
///
/// A pure function of the reading: same page, same bytes.
public struct Extractor: Sendable {
    private let form: TextForm

    public init(_ form: TextForm = .text) { self.form = form }

    public func read(_ page: PageReading) -> ExtractedDocument {
        guard !page.nodes.isEmpty else {
            return ExtractedDocument(text: [], blocks: PageBlocks(labels: [], mainRoot: -1), title: nil, language: nil)
        }
        var outline = PageOutline(page)
        var labels = Self.labels(page, outline)
        let root = MainRoot.find(page, outline, labels)
        BlockSelection.select(page, &outline, &labels, root: root)
        let text = root < 0 ? [] : render(page, outline, root)
        let found = text.isEmpty ? -1 : root
        return ExtractedDocument(
            text: text, blocks: PageBlocks(labels: labels, mainRoot: found), title: page.title, language: page.language)
    }

    private func render(_ page: PageReading, _ outline: PageOutline, _ root: Int32) -> [UInt8] {
        switch form {
        case .text: TextRenderer.render(page, outline)
        case .markdown: MarkdownRenderer.render(page, outline, root: root)
        }
    }

    /// Labels by hints; if these speak against most of the page, by those hints alone that name nothing but what they say.
    private static func labels(_ page: PageReading, _ outline: PageOutline) -> [BlockLabel] {
        var labeller = BlockLabeller(page, outline)
        let labels = labeller.applyHints()
        let mass = mass(page, outline, labels)
        guard mass < ExtractionThresholds.leastWork || mass * 3 < (outline.running.first ?? 0) else { return labels }
        let others = labeller.applyHints(isWary: true)
        return Self.mass(page, outline, others) >= max(ExtractionThresholds.leastWork, mass * 2) ? others : labels
    }

    /// The running text that no hint speaks against.
    private static func mass(_ page: PageReading, _ outline: PageOutline, _ labels: [BlockLabel]) -> Int32 {
        outline.blocks.reduce(0) { $1.label(labels, page.nodes) == .main ? $0 + $1.runningWeight : $0 }
    }
}
