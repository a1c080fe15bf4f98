internal import Markup

/// Finds the element that holds the main text: going down from the body as long as one child holds nearly all
/// running text that no hint speaks against.
enum MainRoot {
    /// The element, and the blocks that are kept as question and answer.
    struct Found {
        var root: Int32 = -1
        var answers: [Int] = []
    }

    static func find(_ page: PageReading, _ outline: PageOutline, _ labels: [BlockLabel]) -> Found {
        guard page.bodyNode >= 0 else { return Found() }
        let body = Int(page.bodyNode)
        var found = Found()
        var masses = masses(page, outline, labels) { $0.runningWeight }
        guard let total = masses.first else { return found }
        if max(total, masses[body]) < ExtractionThresholds.leastWork {
            found.answers = Answers.find(page, outline, labels)
            let paragraphs = max(total, masses[body])
            masses = shortMasses(page, outline, labels, found.answers, paragraphs: paragraphs)
            guard masses[body] > 0 else { return Found() }
        }
        found.root = Int32(root(page, masses, body))
        return found
    }

    /// Masses of a page without much running text: of its questions and answers, else of its pieces if it has a
    /// paragraph too (a recipe, a table of options). All 0 if there is too little of either.
    private static func shortMasses(
        _ page: PageReading, _ outline: PageOutline, _ labels: [BlockLabel], _ answers: [Int], paragraphs: Int32
    ) -> [Int32] {
        let none = [Int32](repeating: 0, count: page.nodes.count)
        if !answers.isEmpty {
            var own = none
            for place in answers { own[Int(outline.blocks[place].owner)] += outline.blocks[place].weight }
            return sums(own, page)
        }
        guard paragraphs >= ExtractionThresholds.paragraph else { return none }
        let masses = masses(page, outline, labels) { Pieces.weight($0, page, outline) }
        return masses[Int(page.bodyNode)] >= ExtractionThresholds.leastPieces ? masses : none
    }

    private static func root(_ page: PageReading, _ masses: [Int32], _ body: Int) -> Int {
        let least = max(ExtractionThresholds.leastWork, masses[body] / 5)
        let root =
            statedBody(page, masses, least: masses[body] * 2 / 5) ?? onlyArticle(page, masses, least: least)
            ?? descend(page, masses, from: body)
        return Posts.holder(of: root, below: body, page, masses)
    }

    private static func masses(
        _ page: PageReading, _ outline: PageOutline, _ labels: [BlockLabel], _ weigh: (TextBlock) -> Int32
    ) -> [Int32] {
        var masses = [Int32](repeating: 0, count: page.nodes.count)
        for block in outline.blocks where block.owner >= 0 && block.label(labels, page.nodes) == .main {
            masses[Int(block.owner)] += weigh(block)
        }
        return sums(masses, page)
    }

    /// Adds what each element has of its own to all that hold it.
    private static func sums(_ own: [Int32], _ page: PageReading) -> [Int32] {
        var masses = own
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
