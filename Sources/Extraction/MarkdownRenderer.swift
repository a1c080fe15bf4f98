internal import Markup

/// Renders the kept text blocks as Markdown (CommonMark 0.31.2; tables: GitHub Flavored Markdown 0.29, section 4.10).
///
/// Neither has definition lists: a term stands on a line, and what is said of it behind a colon on the next, as PHP Markdown
/// Extra writes them. CommonMark reads that as one paragraph.
struct MarkdownRenderer {
    private let page: PageReading
    private let outline: PageOutline
    private let root: Int
    private var out: [UInt8] = []
    /// The item whose marker was written last for each depth of list.
    private var items: [Int] = []
    /// The item counted last of each ordered list.
    private var counted: [Int: (item: Int, number: Int)] = [:]
    /// How many quotations the block before stood in.
    private var quotes = 0
    /// Whether the block before was a term, or began what is said of one.
    private var isTerm = false
    /// The first node of the block before.
    private var before = -1
    private var row = TableRow()

    static func render(_ page: PageReading, _ outline: PageOutline, root: Int32) -> [UInt8] {
        var renderer = MarkdownRenderer(page, outline, root: Int(root))
        for block in outline.blocks where block.isKept { renderer.append(block) }
        renderer.endRow()
        return renderer.out
    }

    private init(_ page: PageReading, _ outline: PageOutline, root: Int) {
        (self.page, self.outline, self.root) = (page, outline, root)
    }

    /// What stands around a block, the outermost first.
    private struct Place {
        /// Items around the block, and what each begins with.
        var items: [(node: Int, marker: String)] = []
        var quotes = 0
        var level = 0
        var isCode = false
        var isTerm = false
        /// The innermost `dd` that the block stands in, with no item or quotation between; -1 if in none.
        var definition = -1
    }

    private mutating func append(_ block: TextBlock) {
        defer { before = Int(block.first) }
        if block.row >= 0 { return appendCell(block) }
        endRow()
        let place = place(of: block)
        let text =
            place.isCode
            ? TextRenderer.text(of: block, page, outline, isOneLine: false)
            : InlineMarkdown.text(of: block, page, outline, isOneLine: place.level > 0)
        guard !text.isEmpty else { return }
        // What begins behind the block before has no other block yet.
        let isSaid = place.definition > before && !place.isCode && place.level == 0 && !place.isTerm
        let isTight = isTerm && isSaid || isNextItem(place) && !place.items.isEmpty && !items.isEmpty
        beginBlock(isTight: isTight, quotes: min(quotes, place.quotes))
        isTerm = place.isTerm || isSaid
        quotes = place.quotes
        var lead = lead(place)
        // Nothing behind it is indented: four spaces would be code to CommonMark.
        if isSaid { lead.first += Array(": ".utf8) }
        items = place.items.map(\.node)
        if place.isCode { return appendCode(text, lead, CodeLanguage.stated(of: Int(block.owner), page)) }
        appendLines(text, lead, place.level)
    }

    private mutating func place(of block: TextBlock) -> Place {
        var place = Place()
        place.isCode = outline.traits[Int(block.first)].contains(.preformatted)
        var node = Int(block.owner)
        while node > root {
            switch page.nodes[node].tag {
            case .h1: place.level = 1
            case .h2: place.level = 2
            case .h3: place.level = 3
            case .h4: place.level = 4
            case .h5: place.level = 5
            case .h6: place.level = 6
            case .li: place.items.insert((node, number(of: node).map { "\($0). " } ?? "- "), at: 0)
            case .dd:
                let isInnermost = place.definition < 0 && place.items.isEmpty && place.quotes == 0
                if isInnermost { place.definition = node }
            case .dt: place.isTerm = true
            case .blockquote: place.quotes += 1
            default: break
            }
            node = Int(page.nodes[node].parent)
        }
        // The title of a page may stand outside its main element.
        if place.level == 0, block.owner >= 0, page.nodes[Int(block.owner)].tag == .h1 { place.level = 1 }
        return place
    }

    /// The place of an item in its ordered list, from 1; nil in any other list.
    private mutating func number(of item: Int) -> Int? {
        let list = Int(page.nodes[item].parent)
        guard list >= 0, page.nodes[list].tag == .ol else { return nil }
        // Blocks come in order, so each list is counted through once.
        let last = counted[list]
        var (number, child) = (last?.number ?? 0, last?.item ?? list)
        while child < item {
            child = child == list ? child + 1 : max(Int(page.nodes[child].end), child + 1)
            if child <= item, page.nodes[child].kind == .element, page.nodes[child].tag == .li { number += 1 }
        }
        counted[list] = (item, number)
        return number
    }

    /// Whether the block begins an item of the list that the block before stands in, or of one inside it.
    private func isNextItem(_ place: Place) -> Bool {
        place.items.last.map { !items.contains($0.node) } ?? false
    }

    /// - Parameter quotes: Quotations that go on over the gap.
    private mutating func beginBlock(isTight: Bool, quotes: Int = 0) {
        guard !out.isEmpty else { return }
        while let last = out.last, last <= 0x20 { out.removeLast() }
        out.append(0x0A)
        if !isTight {
            out += Array(repeating: Array(">".utf8), count: quotes).joined(separator: [0x20])
            out.append(0x0A)
        }
    }

    /// What the first line begins with, and what the others do.
    private func lead(_ place: Place) -> (first: [UInt8], rest: [UInt8]) {
        let quote = Array(Array(repeating: Array("> ".utf8), count: place.quotes).joined())
        var (first, rest) = (quote, quote)
        for item in place.items {
            let indent = [UInt8](repeating: 0x20, count: item.marker.utf8.count)
            first += items.contains(item.node) ? indent : Array(item.marker.utf8)
            rest += indent
        }
        return (first, rest)
    }

    private mutating func appendLines(_ text: [UInt8], _ lead: (first: [UInt8], rest: [UInt8]), _ level: Int) {
        var isFirst = true
        for line in text.split(separator: 0x0A) {
            if !isFirst {
                // Two spaces at the end of a line keep the break.
                out += [0x20, 0x20, 0x0A]
            }
            out += isFirst ? lead.first : lead.rest
            if isFirst, level > 0 { out += [UInt8](repeating: 0x23, count: level) + [0x20] }
            out += level == 0 ? Self.escapingStart(line) : Self.escapingEnd(line)
            isFirst = false
        }
    }

    /// Between fences longer than any run of backquotes inside.
    private mutating func appendCode(_ text: [UInt8], _ lead: (first: [UInt8], rest: [UInt8]), _ language: [UInt8]) {
        let fence = Self.backquotes(around: text, least: 3)
        out += lead.first + fence + language + [0x0A]
        for line in text.split(separator: 0x0A, omittingEmptySubsequences: false) { out += lead.rest + line + [0x0A] }
        out += lead.rest + fence
    }

    /// A run of backquotes longer than any in a text.
    static func backquotes(around text: some Sequence<UInt8>, least: Int) -> [UInt8] {
        var (longest, run) = (least - 1, 0)
        for byte in text {
            run = byte == 0x60 ? run + 1 : 0
            longest = max(longest, run)
        }
        return [UInt8](repeating: 0x60, count: longest + 1)
    }

    /// A line of prose with a backslash where it would be read as a heading, a quotation, an item, a rule, a fence or a
    /// table.
    private static func escapingStart(_ line: ArraySlice<UInt8>) -> [UInt8] {
        let digits = line.prefix { $0 &- 0x30 < 10 }.count
        if (1...9).contains(digits), let mark = line.dropFirst(digits).first, mark == 0x2E || mark == 0x29,
            line.dropFirst(digits + 1).first ?? 0x20 == 0x20
        {
            return Array(line.prefix(digits)) + [0x5C] + line.dropFirst(digits)
        }
        return opensBlock(line) ? [0x5C] + line : Array(line)
    }

    private static func opensBlock(_ line: ArraySlice<UInt8>) -> Bool {
        guard let first = line.first else { return false }
        let second = line.dropFirst().first ?? 0x20
        switch first {
        case 0x23: return line.first { $0 != 0x23 } ?? 0x20 == 0x20
        case 0x3E, 0x7C, 0x7E: return true
        case 0x2A, 0x2B, 0x2D, 0x5F, 0x3D: return second == 0x20 || second == first
        default: return false
        }
    }

    /// A heading with a backslash before number signs at its end, which would be read as the end of its mark.
    private static func escapingEnd(_ line: ArraySlice<UInt8>) -> [UInt8] {
        let signs = line.reversed().prefix { $0 == 0x23 }.count
        let rest = line.dropLast(signs)
        return signs > 0 && rest.last ?? 0x20 == 0x20 ? rest + [0x5C] + line.suffix(signs) : Array(line)
    }
}

extension MarkdownRenderer {
    private struct TableRow {
        var node: Int32 = -1
        var cell: Int32 = -1
        var cells: [[UInt8]] = []
        var rows = 0
        var table: Int32 = -1
        /// Cells of the table's widest row: what the first row lacks, GitHub leaves out of all others.
        var width = 0
    }

    private mutating func appendCell(_ block: TextBlock) {
        let table = table(of: block.row)
        if row.node != block.row {
            let isSame = row.table == table && row.node >= 0
            let (rows, width) = (row.rows, row.width)
            flushRow()
            if !isSame { beginBlock(isTight: false) }
            row = TableRow(
                node: block.row, rows: isSame ? rows + 1 : 0, table: table, width: isSame ? width : widest(table))
        }
        let text = InlineMarkdown.text(of: block, page, outline, isOneLine: true).flatMap { byte in
            byte == 0x7C ? [0x5C, byte] : [byte]
        }
        if row.cell == block.cell, var last = row.cells.popLast() {
            if !last.isEmpty { last.append(0x20) }
            row.cells.append(last + text)
        } else {
            row.cells += [[UInt8]](repeating: [], count: emptyCells(before: block)) + [text]
            row.cell = block.cell
        }
    }

    /// Cells without text between the last one written and this one.
    private func emptyCells(before block: TextBlock) -> Int {
        let from = row.cell >= 0 ? Int(page.nodes[Int(row.cell)].end) : Int(block.row) + 1
        var (count, child) = (0, from)
        while child < Int(block.cell) {
            let node = page.nodes[child]
            if node.kind == .element, node.tag == .td || node.tag == .th { count += 1 }
            child = max(Int(node.end), child + 1)
        }
        return count
    }

    private func widest(_ table: Int32) -> Int {
        var (widest, count) = (0, 0)
        for index in Int(table) + 1..<max(Int(page.nodes[Int(table)].end), Int(table) + 1) {
            guard page.nodes[index].kind == .element else { continue }
            switch page.nodes[index].tag {
            case .tr: count = 0
            case .td, .th: count += 1
            default: continue
            }
            widest = max(widest, count)
        }
        return widest
    }

    private func table(of row: Int32) -> Int32 {
        var node = row
        while node >= 0, page.nodes[Int(node)].tag != .table { node = page.nodes[Int(node)].parent }
        return node
    }

    private mutating func flushRow() {
        guard row.node >= 0, !row.cells.isEmpty else { return }
        row.cells += [[UInt8]](repeating: [], count: max(0, row.width - row.cells.count))
        out += Array("| ".utf8) + Array(row.cells.joined(separator: Array(" | ".utf8))) + Array(" |\n".utf8)
        // The first row is the head: a table without one is none.
        if row.rows == 0 { out += Array("|".utf8) + row.cells.flatMap { _ in Array(" --- |".utf8) } + [0x0A] }
        row.cells = []
    }

    private mutating func endRow() {
        guard row.node >= 0 else { return }
        flushRow()
        row = TableRow()
        (items, isTerm) = ([], false)
        while let last = out.last, last <= 0x20 { out.removeLast() }
    }
}
