internal import Markup

/// Renders the kept text blocks: white space collapsed, one line feed between blocks, a tab between the cells of a row of
/// data, `pre` and `br` honoured.
enum TextRenderer {
    static func render(_ page: PageReading, _ outline: PageOutline) -> [UInt8] {
        let size = outline.blocks.reduce(0) { $1.isKept ? $0 + Int($1.weight) * 2 : $0 }
        var text: [UInt8] = []
        text.reserveCapacity(size)
        page.nodes.withUnsafeBufferPointer { nodes in
            page.buffer.withUnsafeBufferPointer { buffer in
                var (row, cell): (Int32, Int32) = (-1, -1)
                for block in outline.blocks where block.isKept {
                    if block.row >= 0, block.row == row {
                        part(block.cell == cell ? 0x20 : 0x09, &text)
                    } else {
                        endLine(&text)
                    }
                    (row, cell) = (block.row, block.cell)
                    append(block, nodes, buffer, outline, to: &text)
                }
            }
        }
        while let last = text.last, last <= 0x20 { text.removeLast() }
        return text
    }

    /// The text of one block.
    ///
    /// - Parameter isOneLine: A space stands for each line break inside it.
    static func text(of block: TextBlock, _ page: PageReading, _ outline: PageOutline, isOneLine: Bool) -> [UInt8] {
        var text: [UInt8] = []
        page.nodes.withUnsafeBufferPointer { nodes in
            page.buffer.withUnsafeBufferPointer { buffer in append(block, nodes, buffer, outline, to: &text) }
        }
        while let last = text.last, last <= 0x20 { text.removeLast() }
        return isOneLine ? text.map { $0 == 0x0A ? 0x20 : $0 } : text
    }

    private static func append(
        _ block: TextBlock, _ nodes: UnsafeBufferPointer<PageReading.Node>, _ buffer: UnsafeBufferPointer<UInt8>,
        _ outline: PageOutline, to text: inout [UInt8]
    ) {
        for index in Int(block.first)..<Int(block.last) {
            let node = nodes[index]
            if node.kind == .element {
                if node.tag == .br { block.row >= 0 ? part(0x20, &text) : endLine(&text) }
                continue
            }
            guard node.kind == .text, !outline.traits[index].contains(.unseen) else { continue }
            let run = UnsafeBufferPointer(rebasing: buffer[Int(node.start)..<Int(node.start) + Int(node.count)])
            if outline.traits[index].contains(.preformatted) {
                text.append(contentsOf: run.lazy.filter { $0 != 0x0D })
            } else {
                appendCollapsed(run, to: &text)
            }
        }
    }

    private static func part(_ byte: UInt8, _ text: inout [UInt8]) {
        while text.last == 0x20 { text.removeLast() }
        if let last = text.last, last > 0x20 { text.append(byte) }
    }

    private static func endLine(_ text: inout [UInt8]) {
        while text.last == 0x20 { text.removeLast() }
        if let last = text.last, last != 0x0A { text.append(0x0A) }
    }

    /// Each run of white space becomes one space; none at the start of a line.
    ///
    /// Words are copied whole.
    private static func appendCollapsed(_ run: UnsafeBufferPointer<UInt8>, to text: inout [UInt8]) {
        var at = 0
        while at < run.count {
            if run[at] <= 0x20 {
                if let last = text.last, last > 0x20 { text.append(0x20) }
                while at < run.count, run[at] <= 0x20 { at += 1 }
                continue
            }
            let start = at
            while at < run.count, run[at] > 0x20 || run[at] == 0x20 && at + 1 < run.count && run[at + 1] > 0x20 {
                at += 1
            }
            text.append(contentsOf: UnsafeBufferPointer(rebasing: run[start..<at]))
        }
    }
}
