internal import Extraction
internal import Markup

/// The text of a page by blocks, as far as it may speak for the site or the work.
struct TextRuns {
    /// The text between two block boundaries.
    struct Run {
        let label: BlockLabel
        /// It stands after the main text, or there is none.
        let isLate: Bool
        /// The first of its text nodes, and one past the last.
        var nodes: Range<Int>
        var bytes: Int
    }

    /// Bytes below which a block cannot hold a reservation, nor a part of one as an item of a list.
    static let shortest = 2

    private(set) var main: [Run] = []
    private(set) var boilerplate: [Run] = []

    /// All of them, in the order of the page.
    var all: [Run] { (main + boilerplate).sorted { $0.nodes.lowerBound < $1.nodes.lowerBound } }

    private var open: Run?
    private var blockEnds: [Int32] = []
    private var isBoundary = true

    init(_ page: PageInput) {
        let mainEnd = Self.mainEnd(page)
        page.page.nodes.withUnsafeBufferPointer { nodes in
            var index = 0
            while index < nodes.count {
                let (node, label) = (nodes[index], page.blocks?.label(of: index) ?? .main)
                // A part that does not speak has its label throughout, but for blocks of links.
                if node.isElement, label != .related, !Self.speaks(label), Int(node.end) > index {
                    if node.tag.isBlock { isBoundary = true }
                    index = Int(node.end)
                    continue
                }
                read(node, index, label, isLate: index >= mainEnd)
                index += 1
            }
        }
        close()
    }

    private static func mainEnd(_ page: PageInput) -> Int {
        guard let blocks = page.blocks, blocks.hasMain else { return 0 }
        return (blocks.labels.lastIndex(of: .main) ?? 0) + 1
    }

    private mutating func read(_ node: PageReading.Node, _ index: Int, _ label: BlockLabel, isLate: Bool) {
        while let end = blockEnds.last, Int(end) <= index {
            blockEnds.removeLast()
            isBoundary = true
        }
        if node.isElement {
            guard node.tag.isBlock else { return }
            isBoundary = true
            if Int(node.end) > index { blockEnds.append(node.end) }
        } else if Self.isRead(node, label) {
            add(index, Int(node.count), label, isLate: isLate)
        }
    }

    private mutating func add(_ node: Int, _ bytes: Int, _ label: BlockLabel, isLate: Bool) {
        if isBoundary || open?.label != label {
            close()
            open = Run(label: label, isLate: isLate, nodes: node..<node + 1, bytes: bytes)
            isBoundary = false
        } else if let run = open {
            open = Run(
                label: label, isLate: run.isLate, nodes: run.nodes.lowerBound..<node + 1, bytes: run.bytes + bytes)
        }
    }

    private mutating func close() {
        guard let run = open else { return }
        open = nil
        guard run.bytes >= Self.shortest else { return }
        if run.label == .main { main.append(run) } else { boilerplate.append(run) }
    }

    /// Whether a node is text that may speak for the page.
    static func isRead(_ node: PageReading.Node, _ label: BlockLabel) -> Bool {
        node.kind == .text && node.count > 0 && !node.inTemplate && !node.inHead && speaks(label)
    }

    /// What readers wrote, what leads to other works and what nobody sees does not speak for the page.
    private static func speaks(_ label: BlockLabel) -> Bool {
        switch label {
        case .main, .footer, .boilerplate, .header, .aside: return true
        case .figure, .comment, .navigation, .related, .cookie, .paywall, .form, .hidden, .metadata: return false
        }
    }
}
