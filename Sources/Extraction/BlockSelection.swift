internal import Markup

/// Decides for each text block of the main element whether it belongs to the work.
enum BlockSelection {
    static func select(
        _ page: PageReading, _ outline: inout PageOutline, _ labels: inout [BlockLabel], _ found: MainRoot.Found
    ) {
        let root = found.root
        relabelOutside(page, &labels, root: root)
        guard root >= 0 else { return }
        let span = root..<page.nodes[Int(root)].end
        let inside = outline.blocks.indices.filter {
            span.contains(outline.blocks[$0].first) && outline.blocks[$0].label(labels, page.nodes) == .main
        }
        keepParagraphs(page, &outline, inside)
        for index in found.answers { outline.blocks[index].isKept = true }
        keepShort(page, &outline, inside)
        DataTables.keep(page, &outline, inside, root: Int(root))
        ItemLists.keep(page, &outline, inside, root: Int(root))
        keepHeadings(page, &outline, inside)
        for index in inside where !outline.blocks[index].isKept {
            relabel(outline.blocks[index], page, &labels)
        }
        keepTitle(page, &outline, &labels)
    }

    /// The work's own title belongs to it, though templates often put it above the element that holds the text: the
    /// last `h1` before the first kept block.
    private static func keepTitle(_ page: PageReading, _ outline: inout PageOutline, _ labels: inout [BlockLabel]) {
        guard let first = outline.blocks.firstIndex(where: \.isKept) else { return }
        let title = outline.blocks[..<first].lastIndex { block in
            block.owner >= 0 && page.nodes[Int(block.owner)].tag == .h1 && !block.isMostlyLinks
        }
        guard let title, !isAside(labels[Int(outline.blocks[title].first)]) else { return }
        outline.blocks[title].isKept = true
        for node in Int(outline.blocks[title].first)..<Int(outline.blocks[title].last) { labels[node] = .main }
    }

    private static func isAside(_ label: BlockLabel) -> Bool {
        switch label {
        case .navigation, .footer, .comment, .hidden, .cookie, .paywall, .related, .form, .metadata: true
        case .main, .figure, .header, .aside, .boilerplate: false
        }
    }

    /// What lies outside the main element is not the work, whatever its own hints failed to say.
    ///
    /// The element's ancestors hold it.
    private static func relabelOutside(_ page: PageReading, _ labels: inout [BlockLabel], root: Int32) {
        let span = root < 0 ? 0..<0 : Int(root)..<Int(page.nodes[Int(root)].end)
        for index in labels.indices where labels[index] == .main && !span.contains(index) {
            if root >= 0, index < span.lowerBound, Int(page.nodes[index].end) > span.lowerBound { continue }
            labels[index] = .boilerplate
        }
    }

    private static func keepParagraphs(_ page: PageReading, _ outline: inout PageOutline, _ inside: [Int]) {
        for index in inside {
            let block = outline.blocks[index]
            if outline.traits[Int(block.first)].contains(.heading) { continue }
            outline.blocks[index].isKept =
                outline.traits[Int(block.first)].contains(.preformatted)
                ? !Numbering.isOfLines(block, page)
                : block.weight >= ExtractionThresholds.ownBlock && !block.isMostlyLinks
        }
    }

    /// A short block belongs to the work if the next block of size on both sides, or the nearer ones, do.
    private static func keepShort(_ page: PageReading, _ outline: inout PageOutline, _ inside: [Int]) {
        let kept = inside.map { outline.blocks[$0].isKept }
        for (position, index) in inside.enumerated() where !kept[position] {
            let block = outline.blocks[index]
            let traits = outline.traits[Int(block.first)]
            guard !traits.contains(.heading), block.linked * 3 <= block.weight || isItemText(block, traits) else {
                continue
            }
            let before = stride(from: position - 1, through: max(0, position - ExtractionThresholds.neighbours), by: -1)
                .contains { kept[$0] }
            let after = (position + 1..<min(inside.count, position + 1 + ExtractionThresholds.neighbours)).contains {
                kept[$0]
            }
            let owner = block.owner < 0 ? Tag.other : page.nodes[Int(block.owner)].tag
            let isText =
                owner == .p || owner == .li || owner == .td || owner == .th || owner == .blockquote || owner == .dd
                || owner == .dt
            outline.blocks[index].isKept =
                isText ? before || after : (before || after) && block.weight >= ExtractionThresholds.shortBlock
        }
    }

    private static func isItemText(_ block: TextBlock, _ traits: PageOutline.Trait) -> Bool {
        traits.contains(.item) && block.linked * 4 <= block.weight * 3
    }

    /// A heading belongs to the text that follows it, as does a term to what is said of it.
    private static func keepHeadings(_ page: PageReading, _ outline: inout PageOutline, _ inside: [Int]) {
        var (follows, explains) = (false, false)
        for index in inside.reversed() {
            if isTerm(outline.blocks[index], .dt, page) {
                outline.blocks[index].isKept = outline.blocks[index].isKept || explains
                continue
            }
            explains = outline.blocks[index].isKept && isTerm(outline.blocks[index], .dd, page)
            if outline.traits[Int(outline.blocks[index].first)].contains(.heading) {
                outline.blocks[index].isKept =
                    follows && outline.blocks[index].linked * 2 <= outline.blocks[index].weight
            } else {
                follows = outline.blocks[index].isKept
            }
        }
    }

    /// Whether a block is the text of a `dt` or `dd`, or of a paragraph in it.
    private static func isTerm(_ block: TextBlock, _ tag: Tag, _ page: PageReading) -> Bool {
        guard block.owner >= 0 else { return false }
        let owner = page.nodes[Int(block.owner)]
        return owner.tag == tag || owner.parent >= 0 && page.nodes[Int(owner.parent)].tag == tag
    }

    private static func relabel(_ block: TextBlock, _ page: PageReading, _ labels: inout [BlockLabel]) {
        let label: BlockLabel = block.isMostlyLinks ? .related : .boilerplate
        for node in Int(block.first)..<Int(block.last) { labels[node] = label }
    }
}
