internal import Extraction
internal import Markup

/// Where the running text of a page begins and ends: a licence between the two stands amid the text, where other works are
/// spoken of and credited.
///
/// Source: rights-signals, section 9.3, rank 4 (the article's end, or the page's own frame), read 2026-11-30.
struct RunningText {
    /// Bytes of running text on each side of what stands amid it.
    private static let least = 300
    /// Bytes of text in no link from which a block is one of running text.
    private static let block = 60

    /// One past the block with which `least` bytes have been read.
    private let opened: Int
    /// The block from which on no more than `least` bytes follow.
    private let closing: Int
    /// The blocks of running text.
    private let blocks: [Range<Int>]

    /// - Parameter blocks: Nil if the main text was not looked for: then nothing stands amid it.
    init(_ page: PageReading, _ blocks: PageBlocks?) {
        let runs = blocks.map { Self.runs(page, $0) } ?? []
        opened = Self.place(runs) { $0.nodes.upperBound } ?? .max
        self.blocks = runs.filter { $0.bytes >= Self.block }.map(\.nodes)
        closing = Self.place(runs.reversed()) { $0.nodes.lowerBound } ?? -1
    }

    /// Whether running text stands before and after some nodes.
    func surrounds(_ nodes: Range<Int>) -> Bool { opened <= nodes.lowerBound && nodes.upperBound <= closing }

    /// Whether none of the running text stands among some nodes.
    func isBeside(_ nodes: Range<Int>) -> Bool { !blocks.contains { $0.overlaps(nodes) } }

    private struct Run {
        let block: Int
        var nodes: Range<Int>
        var bytes: Int
    }

    private static func place(_ runs: some Sequence<Run>, _ node: (Run) -> Int) -> Int? {
        var bytes = 0
        for run in runs where run.bytes >= block {
            bytes += run.bytes
            if bytes >= least { return node(run) }
        }
        return nil
    }

    private static func runs(_ page: PageReading, _ blocks: PageBlocks) -> [Run] {
        var runs: [Run] = []
        for (index, node) in page.nodes.enumerated() where node.kind == .text && blocks.label(of: index) == .main {
            guard !node.inTemplate, node.count > 0 else { continue }
            let (block, isLinked) = above(index, page)
            let bytes = isLinked ? 0 : ByteText.trimmed(page.bytes(page.range(ofText: index))).count
            if let last = runs.last, last.block == block {
                runs[runs.count - 1].nodes = last.nodes.lowerBound..<index + 1
                runs[runs.count - 1].bytes += bytes
            } else {
                runs.append(Run(block: block, nodes: index..<index + 1, bytes: bytes))
            }
        }
        return runs
    }

    /// The nearest block round a text, and whether a link stands between the two.
    private static func above(_ node: Int, _ page: PageReading) -> (block: Int, isLinked: Bool) {
        var (at, isLinked) = (Int(page.nodes[node].parent), false)
        while at >= 0, !LicenceWords.blocks.contains(page.nodes[at].tag) {
            if page.nodes[at].tag == .a { isLinked = true }
            at = Int(page.nodes[at].parent)
        }
        return (at, isLinked)
    }
}
