internal import Extraction
internal import Markup

/// The text of a page by blocks, as far as it may speak for the site or the work.
struct TextRuns {
    /// The text between two block boundaries.
    struct Run {
        let label: BlockLabel
        /// It stands after the main text, or there is none.
        let isLate: Bool
        var nodes: [Int32] = []
        var bytes = 0
    }

    /// Bytes below which a block cannot hold a reservation.
    static let shortest = 12

    private(set) var main: [Run] = []
    private(set) var boilerplate: [Run] = []

    private var open: Run?
    private var blockEnds: [Int32] = []
    private var isBoundary = true

    init(_ page: PageInput) {
        let mainEnd = Self.mainEnd(page)
        let nodes = page.page.nodes
        for index in nodes.indices {
            let node = nodes[index]
            while let end = blockEnds.last, Int(end) <= index {
                blockEnds.removeLast()
                isBoundary = true
            }
            if node.isElement {
                guard node.tag.isBlock else { continue }
                isBoundary = true
                if Int(node.end) > index { blockEnds.append(node.end) }
            } else if node.kind == .text, node.count > 0, !node.inTemplate, !node.inHead {
                let label = page.blocks?.label(of: index) ?? .main
                add(index, Int(node.count), label, isLate: index >= mainEnd)
            }
        }
        close()
    }

    private static func mainEnd(_ page: PageInput) -> Int {
        guard let root = page.blocks?.mainRoot, root >= 0 else { return 0 }
        guard let blocks = page.blocks else { return 0 }
        return (blocks.labels.lastIndex(of: .main) ?? 0) + 1
    }

    private mutating func add(_ node: Int, _ bytes: Int, _ label: BlockLabel, isLate: Bool) {
        guard Self.speaks(label) else { return }
        if isBoundary || open?.label != label {
            close()
            open = Run(label: label, isLate: isLate)
            isBoundary = false
        }
        open?.nodes.append(Int32(node))
        open?.bytes += bytes
    }

    /// What readers wrote, what leads to other works and what nobody sees does not speak for the page.
    private static func speaks(_ label: BlockLabel) -> Bool {
        switch label {
        case .main, .footer, .boilerplate, .header, .aside: true
        case .figure, .comment, .navigation, .related, .cookie, .paywall, .form, .hidden, .metadata: false
        }
    }

    private mutating func close() {
        guard let run = open else { return }
        if run.label == .main { main.append(run) } else { boilerplate.append(run) }
        open = nil
    }
}
