internal import Markup

/// Keeps the lists of the work whole: what a recipe needs, the steps of a manual. Their items are too short to be judged
/// one by one.
enum ItemLists {
    /// - Parameter inside: Places of the main element's blocks, in order, whose labels are `.main`.
    static func keep(_ page: PageReading, _ outline: inout PageOutline, _ inside: [Int], root: Int) {
        let lists = outermost(page, root)
        var position = 0
        while position < inside.count {
            let list = lists[Int(outline.blocks[inside[position]].first) - root]
            var end = position + 1
            while list >= 0, end < inside.count, lists[Int(outline.blocks[inside[end]].first) - root] == list {
                end += 1
            }
            if list >= 0 { settle(position..<end, page, &outline, inside) }
            position = end
        }
    }

    /// For each node under the main element the outermost list that it stands in; -1 if in none.
    private static func outermost(_ page: PageReading, _ root: Int) -> [Int32] {
        var lists = [Int32](repeating: -1, count: Int(page.nodes[root].end) - root)
        for place in lists.indices.dropFirst() {
            let node = page.nodes[root + place]
            let above = Int(node.parent) >= root ? lists[Int(node.parent) - root] : -1
            lists[place] = above < 0 && node.kind == .element && isList(node.tag) ? Int32(root + place) : above
        }
        return lists
    }

    private static func isList(_ tag: Tag) -> Bool {
        switch tag {
        case .ul, .ol, .dl: true
        default: false
        }
    }

    /// Keeps a list of which a part is kept, and one that says something right behind what is kept, unless it leads
    /// elsewhere.
    private static func settle(
        _ span: Range<Int>, _ page: PageReading, _ outline: inout PageOutline, _ inside: [Int]
    ) {
        let isPart = span.contains { outline.blocks[inside[$0]].isKept }
        guard isPart || isBehind(span.lowerBound, outline, inside) else { return }
        let (weight, linked) = outline.weight(of: inside[span])
        guard linked * 3 <= weight, isPart || isSaying(span, page, outline, inside) else { return }
        for position in span { outline.blocks[inside[position]].isKept = true }
    }

    private static func isBehind(_ position: Int, _ outline: PageOutline, _ inside: [Int]) -> Bool {
        (max(0, position - ExtractionThresholds.blocksOfAHeading)..<position).contains {
            outline.blocks[inside[$0]].isKept
        }
    }

    private static func isSaying(
        _ span: Range<Int>, _ page: PageReading, _ outline: PageOutline, _ inside: [Int]
    ) -> Bool {
        span.filter { Pieces.isSaying(outline.blocks[inside[$0]], page, outline) }.count * 2 > span.count
    }
}
