internal import Extraction
internal import Markup

/// Finds "all rights reserved" in the text of a page.
enum ReservedWords {
    enum Place { case text, boilerplate }

    /// The place that weighs most; nil if the words stand nowhere.
    static func place(_ page: PageInput, _ table: ReservationTable) -> Place? {
        var (main, other) = (table.folded(), table.folded())
        for (node, entry) in page.page.nodes.enumerated() where entry.kind == .text && !entry.inTemplate {
            let range = page.page.range(ofText: node)
            guard range.count >= 12 else { continue }
            if page.blocks?.label(of: node) == .main {
                main.endBlock()
                main.append(page.page.buffer, in: range)
            } else {
                other.endBlock()
                other.append(page.page.buffer, in: range)
            }
        }
        if reserves(main, page, table) { return .text }
        return reserves(other, page, table) ? .boilerplate : nil
    }

    private static func reserves(_ text: FoldedText, _ page: PageInput, _ table: ReservationTable) -> Bool {
        var isFound = false
        table.rightsReserved.scan(text, source: page.page.buffer) { _ in isFound = true }
        return isFound
    }
}
