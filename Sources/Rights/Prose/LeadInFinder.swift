internal import Extraction
internal import Markup

/// Finds what a block that may matter goes on from, in a bounded number of steps.
struct LeadInFinder {
    /// Bytes of a lead-in, or of what goes on.
    private static let longest = 400
    /// Nodes looked at on the way up or back.
    private static let steps = 64
    /// Lists inside lists.
    private static let mostLevels = 3
    private static let mostItems = 64

    private let page: PageInput
    private let runs: [TextRuns.Run]
    private let table: ReservationTable
    /// On a page of terms the heading over a list speaks for it, whatever stands between them.
    private let isLegal: Bool

    /// - Parameter runs: All of the page, in its order.
    init(_ page: PageInput, _ runs: [TextRuns.Run], _ table: ReservationTable, isLegal: Bool) {
        (self.page, self.runs, self.table, self.isLegal) = (page, runs, table, isLegal)
    }

    func leadIn(of run: TextRuns.Run) -> LeadIn {
        guard !isLink(run) else { return LeadIn() }
        let found = byMarkup(run.nodes.lowerBound)
        return found.isEmpty ? byNeighbours(place(of: run)) : found
    }

    private func place(of run: TextRuns.Run) -> Int {
        min(runs.place(notBefore: { $0.nodes.lowerBound < run.nodes.lowerBound }), max(runs.count - 1, 0))
    }

    // MARK: - By elements

    private func byMarkup(_ text: Int) -> LeadIn {
        var (found, at, left) = (LeadIn(), parent(of: text), Self.steps)
        while at >= 0, left > 0, found.before.count < Self.mostLevels {
            switch nodes[at].tag {
            case .li: prepend(textBefore(parent(of: at)), to: &found)
            case .dd:
                let term = sibling(of: at, .dt, step: -1).map { readable($0 + 1, Int(nodes[$0].end)) }
                if let term, !term.isEmpty { found.before.insert(term, at: 0) }
            case .dt: found.after = sibling(of: at, .dd, step: 1).map { readable($0 + 1, Int(nodes[$0].end)) } ?? []
            case .td, .th: addRow(of: at, to: &found)
            case .body, .html, .footer, .main, .article: return found
            default: break
            }
            (at, left) = (parent(of: at), left - 1)
        }
        return found
    }

    /// Puts what stands before a list in front, if it leads to it; on a page of terms with the heading over it.
    private func prepend(_ lead: [Int], to found: inout LeadIn) {
        guard let first = lead.first, opens(lead) else { return }
        found.before.insert(lead, at: 0)
        let block = block(of: first)
        guard isLegal, block >= 0, !isHeading(block) else { return }
        let over = textBefore(block)
        if let text = over.first, isHeading(self.block(of: text)) { found.before.insert(over, at: 0) }
    }

    /// The last block of text before an element; none if that is an item or cell of something else.
    private func textBefore(_ element: Int) -> [Int] {
        var (found, block, bytes): ([Int], Int, Int) = ([], -1, 0)
        var at = element - 1
        let lowest = max(0, element - Self.steps)
        while at >= lowest, bytes < Self.longest {
            let node = nodes[at]
            if node.isElement {
                if !found.isEmpty, node.tag.isBlock { break }
            } else if isReadable(at) {
                let own = self.block(of: at)
                if found.isEmpty {
                    guard own >= 0, !isPart(nodes[own].tag) || Int(nodes[own].end) > element else { return [] }
                    block = own
                }
                guard own == block else { break }
                found.append(at)
                bytes += Int(node.count)
            }
            at -= 1
        }
        return found.reversed()
    }

    /// The other cells of a short row, and the head of the column.
    private func addRow(of cell: Int, to found: inout LeadIn) {
        let row = parent(of: cell)
        guard row >= 0, nodes[row].tag == .tr else { return }
        let cells = cells(of: row)
        guard let column = cells.firstIndex(of: cell) else { return }
        if row == headRow(over: row), nodes[cell].tag == .th, let below = cellBelow(row, column) {
            found.after = below
            return
        }
        guard cells.count <= 3 else {
            // In a long row the answer is the next cell.
            let next = column + 1 < cells.count ? cells[column + 1] : cell
            found.after = next == cell ? [] : readable(next + 1, Int(nodes[next].end))
            return
        }
        let before = cells[..<column].flatMap { readable($0 + 1, Int(nodes[$0].end)) }
        if !before.isEmpty { found.before.insert(before, at: 0) }
        found.after = cells[(column + 1)...].flatMap { readable($0 + 1, Int(nodes[$0].end)) }
        guard let head = headRow(over: row), head != row else { return }
        let heads = self.cells(of: head)
        guard column < heads.count, nodes[heads[column]].tag == .th else { return }
        let words = readable(heads[column] + 1, Int(nodes[heads[column]].end))
        if !words.isEmpty { found.before.insert(words, at: 0) }
    }

    /// What stands under the head of a column, if it is no more than an answer.
    private func cellBelow(_ head: Int, _ column: Int) -> [Int]? {
        let end = min(nodes.count, Int(nodes[head].end) + Self.steps)
        let row = (Int(nodes[head].end)..<max(end, Int(nodes[head].end))).first {
            nodes[$0].isElement && nodes[$0].tag == .tr
        }
        guard let row, case let cells = cells(of: row), column < cells.count else { return nil }
        let text = readable(cells[column] + 1, Int(nodes[cells[column]].end))
        let bytes = text.reduce(0) { $0 + Int(nodes[$1].count) }
        return text.isEmpty || bytes > Self.answer ? nil : text
    }

    private func cells(of row: Int) -> [Int] {
        let end = min(Int(nodes[row].end), row + 1 + Self.steps)
        return (row + 1..<max(end, row + 1)).filter {
            Int(nodes[$0].parent) == row && (nodes[$0].tag == .td || nodes[$0].tag == .th)
        }
    }

    /// The first row of the table that a row stands in.
    private func headRow(over row: Int) -> Int? {
        var at = parent(of: row)
        while at >= 0, nodes[at].tag == .tbody || nodes[at].tag == .thead || nodes[at].tag == .tfoot {
            at = parent(of: at)
        }
        guard at >= 0, nodes[at].tag == .table else { return nil }
        return (at + 1..<min(Int(nodes[at].end), at + 1 + Self.steps)).first {
            nodes[$0].isElement && nodes[$0].tag == .tr
        }
    }

    /// The next element of a name beside another, in one direction.
    private func sibling(of element: Int, _ tag: Tag, step: Int) -> Int? {
        let above = parent(of: element)
        guard above >= 0 else { return nil }
        var at = step > 0 ? Int(nodes[element].end) : element - 1
        let end = step > 0 ? min(Int(nodes[above].end), at + Self.steps) : max(above, at - Self.steps)
        while step > 0 ? at < end : at > end {
            if nodes[at].isElement, Int(nodes[at].parent) == above, nodes[at].tag == tag { return at }
            at += step
        }
        return nil
    }

    // MARK: - By what stands beside it

    /// `You may not:` as a paragraph before `(a) copy`, `(b) train models`; `AI training:` before what is said of it.
    private func byNeighbours(_ index: Int) -> LeadIn {
        var found = LeadIn()
        var at = index - 1
        if startsWithMark(runs[index]) {
            while at >= 0, index - at < Self.mostItems, startsWithMark(runs[at]) { at -= 1 }
        }
        if at >= 0, endsWithColon(runs[at]), !isLink(runs[at]) {
            found.before = [readable(runs[at].nodes.lowerBound, runs[at].nodes.upperBound)].filter { !$0.isEmpty }
        }
        if index + 1 < runs.count, endsWithColon(runs[index]), runs[index + 1].bytes < Self.longest / 2 {
            found.after = readable(runs[index + 1].nodes.lowerBound, runs[index + 1].nodes.upperBound)
        }
        return found.isEmpty ? byTitle(index) : found
    }

    /// Bytes of what a title may be one sentence with: `AI training` over `Not permitted.`
    private static let titled = 48
    /// Bytes of a block that can be no more than an answer to the one before it: `No.`, `❌`.
    private static let answer = 12

    /// A heading, or a line in bold, and the few words that stand under it.
    private func byTitle(_ index: Int) -> LeadIn {
        var found = LeadIn()
        let run = runs[index]
        if index + 1 < runs.count, run.bytes <= Self.titled, runs[index + 1].bytes <= Self.answer,
            !isLink(runs[index + 1])
        {
            found.after = readable(runs[index + 1].nodes.lowerBound, runs[index + 1].nodes.upperBound)
        } else if index + 1 < runs.count, runs[index + 1].bytes <= Self.titled, isTitle(run), !isTitle(runs[index + 1])
        {
            found.after = readable(runs[index + 1].nodes.lowerBound, runs[index + 1].nodes.upperBound)
        } else if index > 0, run.bytes <= Self.titled, isTitle(runs[index - 1]), !isTitle(run), !isLink(runs[index - 1])
        {
            let title = readable(runs[index - 1].nodes.lowerBound, runs[index - 1].nodes.upperBound)
            found.before = [title].filter { !$0.isEmpty }
        }
        return found
    }

    private func isTitle(_ run: TextRuns.Run) -> Bool {
        guard run.bytes <= 2 * Self.titled else { return false }
        let block = block(of: run.nodes.lowerBound)
        if isHeading(block) || block >= 0 && nodes[block].tag == .summary { return true }
        return readable(run.nodes.lowerBound, run.nodes.upperBound).allSatisfy { isBold($0) }
    }

    private func isBold(_ text: Int) -> Bool {
        var (at, left) = (parent(of: text), Self.steps)
        while at >= 0, left > 0, !nodes[at].tag.isBlock {
            if nodes[at].tag == .strong || nodes[at].tag == .b { return true }
            (at, left) = (parent(of: at), left - 1)
        }
        return false
    }

    /// Whether a block begins as items do that no list holds: `-`, `•`, `(a)`, `2.`.
    private func startsWithMark(_ run: TextRuns.Run) -> Bool {
        let text = ByteText.trimmed(page.page.buffer[page.page.range(ofText: run.nodes.lowerBound)])
        guard let first = text.first else { return false }
        if "-*+".utf8.contains(first) { return true }
        let isDash = text.starts(with: [0xE2, 0x80]) || text.starts(with: [0xC2, 0xB7])
        if isDash || text.starts(with: [0xE3, 0x83, 0xBB]) { return true }
        let label = text.drop { $0 == UInt8(ascii: "(") }.prefix { ByteText.isLetter($0) || ByteText.isDigit($0) }
        guard (1...3).contains(label.count), label.endIndex < text.endIndex else { return false }
        return text[label.endIndex] == UInt8(ascii: ")")
            || text[label.endIndex] == UInt8(ascii: ".") && label.allSatisfy(ByteText.isDigit)
    }

    private func endsWithColon(_ run: TextRuns.Run) -> Bool {
        guard let last = readable(run.nodes.lowerBound, run.nodes.upperBound).last else { return false }
        let text = ByteText.trimmed(page.page.buffer[page.page.range(ofText: last)])
        return text.last == UInt8(ascii: ":") || text.suffix(3).elementsEqual([0xEF, 0xBC, 0x9A])
    }

    // MARK: - Text

    /// Whether the text before a list leads to it: it ends no sentence, or says that a list follows.
    private func opens(_ lead: [Int]) -> Bool {
        guard let last = lead.last else { return false }
        let text = ByteText.trimmed(page.page.buffer[page.page.range(ofText: last)])
        let isEnded =
            text.last.map { ".!?".utf8.contains($0) } ?? true
            || Self.wideStops.contains { text.suffix(3).elementsEqual($0) }
        return !isEnded || lead.contains { table.announces(page.page.buffer, page.page.range(ofText: $0)) }
    }

    private static let wideStops: [[UInt8]] = [[0xE3, 0x80, 0x82], [0xEF, 0xBC, 0x81], [0xEF, 0xBC, 0x9F]]

    /// The text nodes of a range that speak, as far as they are short.
    private func readable(_ first: Int, _ end: Int) -> [Int] {
        var (found, bytes): ([Int], Int) = ([], 0)
        for node in first..<max(first, min(end, first + Self.steps)) where isReadable(node) {
            bytes += Int(nodes[node].count)
            guard bytes <= Self.longest else { return [] }
            found.append(node)
        }
        return found
    }

    private func isReadable(_ node: Int) -> Bool {
        guard TextRuns.isRead(nodes[node], page.blocks?.label(of: node) ?? .main) else { return false }
        return page.page.range(ofText: node).contains { !ByteText.isSpace(page.page.buffer[$0]) }
    }

    /// Whether a block is a link and nothing else: what leads elsewhere goes on from nothing.
    private func isLink(_ run: TextRuns.Run) -> Bool {
        isInLink(run.nodes.lowerBound) && isInLink(run.nodes.upperBound - 1)
    }

    private func isInLink(_ text: Int) -> Bool {
        var (at, left) = (parent(of: text), Self.steps)
        while at >= 0, left > 0, !nodes[at].tag.isBlock {
            if nodes[at].tag == .a { return true }
            (at, left) = (parent(of: at), left - 1)
        }
        return false
    }

    private func block(of text: Int) -> Int {
        var (at, left) = (parent(of: text), Self.steps)
        while at >= 0, left > 0, !nodes[at].tag.isBlock { (at, left) = (parent(of: at), left - 1) }
        return at
    }

    private func isPart(_ tag: Tag) -> Bool {
        switch tag {
        case .li, .td, .th, .dd, .dt: true
        default: false
        }
    }

    private func isHeading(_ block: Int) -> Bool {
        guard block >= 0 else { return false }
        switch nodes[block].tag {
        case .h1, .h2, .h3, .h4, .h5, .h6: return true
        default: return false
        }
    }

    private var nodes: [PageReading.Node] { page.page.nodes }

    private func parent(of node: Int) -> Int { Int(nodes[node].parent) }
}
