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
        let found = MainRoot.find(page, outline, labels)
        BlockSelection.select(page, &outline, &labels, found)
        let text = found.root < 0 ? [] : TextRenderer.render(page, outline)
        let root = text.isEmpty ? -1 : found.root
        return ExtractedDocument(
            text: isWork(text, outline) ? written(text, page, outline, root) : [],
            blocks: PageBlocks(labels: labels, mainRoot: root), title: page.title, language: page.language)
    }

    /// Whether a text is no mere list of words. Where it is one the blocks keep their labels: whoever reads rights by them
    /// is to be as strict beside it as beside any other text.
    private func isWork(_ text: [UInt8], _ outline: PageOutline) -> Bool {
        let hasData = outline.blocks.contains {
            $0.isKept && ($0.row >= 0 || outline.traits[Int($0.first)].contains(.preformatted))
        }
        return !text.isEmpty && WorkCheck.isWork(text, hasData: hasData)
    }

    /// The text in the form asked for; what is found on a page does not depend on the form.
    private func written(
        _ text: [UInt8], _ page: PageReading, _ outline: PageOutline, _ root: Int32
    ) -> [UInt8] {
        switch form {
        case .text: text
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
