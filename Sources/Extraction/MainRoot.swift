internal import Markup

/// Finds the element that holds the main text: going down from the body as long as one child holds nearly all
/// running text that no hint speaks against.
enum MainRoot {
    static func find(_ page: PageReading, _ outline: PageOutline, _ labels: [BlockLabel]) -> Int32 {
        guard page.bodyNode >= 0 else { return -1 }
        let body = Int(page.bodyNode)
        var masses = masses(page, outline, labels) { $0.runningWeight }
        guard let total = masses.first else { return -1 }
        if max(total, masses[body]) < ExtractionThresholds.leastWork {
            // A recipe or a table of options: one paragraph, and many pieces too short to read like one.
            guard max(total, masses[body]) >= ExtractionThresholds.paragraph else { return -1 }
            masses = self.masses(page, outline, labels) { piece($0, page, outline) }
            guard masses[body] >= ExtractionThresholds.leastPieces else { return -1 }
        }
        if let stated = statedBody(page, masses, least: masses[body] * 2 / 5) { return Int32(stated) }
        if let article = onlyArticle(page, masses, least: max(ExtractionThresholds.leastWork, masses[body] / 5)) {
            return Int32(article)
        }
        return Int32(descend(page, masses, from: body))
    }

    /// The weight of an item, a cell or a line of code that leads nowhere, and of running text.
    private static func piece(_ block: TextBlock, _ page: PageReading, _ outline: PageOutline) -> Int32 {
        if block.runningWeight > 0 { return block.runningWeight }
        guard block.linked * 3 <= block.weight, block.owner >= 0 else { return 0 }
        let traits = outline.traits[Int(block.first)]
        let tag = page.nodes[Int(block.owner)].tag
        let isPiece = traits.contains(.item) || traits.contains(.preformatted) || tag == .td || tag == .th
        return isPiece ? block.weight - block.linked : 0
    }

    private static func masses(
        _ page: PageReading, _ outline: PageOutline, _ labels: [BlockLabel], _ weigh: (TextBlock) -> Int32
    ) -> [Int32] {
        var masses = [Int32](repeating: 0, count: page.nodes.count)
        for block in outline.blocks where block.owner >= 0 && block.label(labels, page.nodes) == .main {
            masses[Int(block.owner)] += weigh(block)
        }
        for index in page.nodes.indices.reversed() where masses[index] > 0 {
            let parent = Int(page.nodes[index].parent)
            if parent >= 0 { masses[parent] += masses[index] }
        }
        return masses
    }

    /// The element the page itself calls `articleBody`, if it holds a fair part of the text.
    private static func statedBody(_ page: PageReading, _ masses: [Int32], least: Int32) -> Int? {
        var best: Int?
        for node in page.microdata where masses[Int(node)] >= least {
            guard let value = page.attribute(.itemprop, of: Int(node)),
                page.equals(page.trimmed(value), ignoringCase: "articlebody")
            else { continue }
            if best.map({ masses[Int(node)] > masses[$0] }) ?? true { best = Int(node) }
        }
        return best
    }

    /// The `article` of a page that has one of some length; pages of many are lists of works.
    private static func onlyArticle(_ page: PageReading, _ masses: [Int32], least: Int32) -> Int? {
        var found: Int?
        var end = 0
        for index in page.nodes.indices where index >= end && page.nodes[index].tag == .article {
            guard page.nodes[index].kind == .element, masses[index] > 0 else { continue }
            guard found == nil else { return nil }
            (found, end) = (index, Int(page.nodes[index].end))
        }
        return found.flatMap { masses[$0] >= least ? $0 : nil }
    }

    private static func descend(_ page: PageReading, _ masses: [Int32], from body: Int) -> Int {
        var root = body
        while true {
            var best = -1
            var child = root + 1
            while child < Int(page.nodes[root].end) {
                if page.nodes[child].kind == .element, best < 0 || masses[child] > masses[best] { best = child }
                child = max(Int(page.nodes[child].end), child + 1)
            }
            guard best >= 0, !isPiece(page.nodes[best].tag),
                Int(masses[best]) * 100 >= Int(masses[root]) * ExtractionThresholds.shareOfChild
            else { return root }
            root = best
        }
    }

    /// A paragraph, a list or a quotation is a piece of a work, and what stands beside it belongs to it.
    private static func isPiece(_ tag: Tag) -> Bool {
        switch tag {
        case .p, .ul, .ol, .dl, .pre, .blockquote: true
        default: false
        }
    }
}
