internal import Markup

/// Finds the tables of the work that hold data, keeps them whole, and tells each block its row and cell.
///
/// A table that lays out a page holds other tables, or cells as long as articles, or one column; its blocks are judged
/// like any others.
enum DataTables {
    private struct Table {
        var end: Int
        var row: Int32 = -1
        var cell: Int32 = -1
        var cells = 0
        var widest = 0
        var rows = 0
        var isLayout = false
        var blocks: [Int] = []
    }

    /// - Parameter inside: Places of the main element's blocks, in order, whose labels are `.main`.
    static func keep(_ page: PageReading, _ outline: inout PageOutline, _ inside: [Int], root: Int) {
        var tables: [Table] = []
        var open: Table?
        var position = 0
        let end = Int(page.nodes[root].end)
        var index = root + 1
        while index < end, position < inside.count {
            let node = page.nodes[index]
            if let table = open, index >= table.end {
                tables.append(table)
                open = nil
            }
            if node.kind == .element { note(node, index, &open) }
            while position < inside.count, Int(outline.blocks[inside[position]].first) <= index {
                add(inside[position], position, &outline, &open)
                position += 1
            }
            index += 1
        }
        if let table = open { tables.append(table) }
        for table in tables where isData(table, outline, inside) {
            if Numbering.isCalendar(table.blocks.map { outline.blocks[inside[$0]] }, page) {
                for position in table.blocks { outline.blocks[inside[position]].isKept = false }
            } else {
                settle(table, &outline, inside)
            }
        }
    }

    private static func note(_ node: PageReading.Node, _ index: Int, _ open: inout Table?) {
        switch node.tag {
        case .table:
            if open == nil { open = Table(end: Int(node.end)) } else { open?.isLayout = true }
        case .tr:
            open?.row = Int32(index)
            open?.cells = 0
            open?.rows += 1
        case .td, .th:
            guard var table = open else { return }
            table.cell = Int32(index)
            table.cells += 1
            table.widest = max(table.widest, table.cells)
            open = table
        default: break
        }
    }

    private static func add(_ block: Int, _ position: Int, _ outline: inout PageOutline, _ open: inout Table?) {
        guard let table = open, table.row >= 0, Int(outline.blocks[block].first) < table.end else { return }
        outline.blocks[block].row = table.row
        outline.blocks[block].cell = table.cell
        open?.blocks.append(position)
        if outline.blocks[block].weight > ExtractionThresholds.cellOfLayout { open?.isLayout = true }
    }

    private static func isData(_ table: Table, _ outline: PageOutline, _ inside: [Int]) -> Bool {
        !table.isLayout && table.rows >= 2 && table.widest >= 2 && !table.blocks.isEmpty
    }

    /// Keeps a table that stands beside kept text or is one itself, unless it mostly leads elsewhere.
    private static func settle(_ table: Table, _ outline: inout PageOutline, _ inside: [Int]) {
        guard let first = table.blocks.first, let last = table.blocks.last else { return }
        let (weight, linked) = outline.weight(of: table.blocks.lazy.map { inside[$0] })
        guard linked * 5 <= weight * 3 else { return }
        let near =
            max(
                0, first - ExtractionThresholds.neighbours)..<min(
                inside.count, last + 1 + ExtractionThresholds.neighbours)
        let isBeside = near.contains { !(first...last).contains($0) && outline.blocks[inside[$0]].isKept }
        guard isBeside || weight - linked >= ExtractionThresholds.ownTable else { return }
        for position in table.blocks { outline.blocks[inside[position]].isKept = true }
    }
}
