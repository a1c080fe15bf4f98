internal import Markup

extension LicenceWords {
    private static let cells: Set<Tag> = [.td, .th, .dt, .dd]

    /// Nodes looked at on each side, however little text they hold.
    private static let nodes = 256

    static let blocks: Set<Tag> = [
        .p, .div, .li, .td, .th, .tr, .table, .section, .article, .footer, .header, .aside, .main, .body, .ul, .ol,
        .figure, .figcaption, .h1, .h2, .h3, .h4, .h5, .h6, .blockquote, .dd, .dt, .dl, .pre, .form, .nav, .center,
    ]

    /// The nearest block round a node; -1 if there is none.
    static func block(of node: Int, _ page: PageReading) -> Int {
        var at = Int(page.nodes[node].parent)
        while at >= 0, !blocks.contains(page.nodes[at].tag) { at = Int(page.nodes[at].parent) }
        return at
    }

    static func followsImage(_ node: Int, _ page: PageInput) -> Bool {
        var at = node - 1
        while at >= max(0, node - 24) {
            let other = page.page.nodes[at]
            if other.isElement {
                if other.tag == .img { return !Badge.isBadge(at, page) }
                if blocks.contains(other.tag) { return false }
            }
            at -= 1
        }
        return false
    }

    static func text(before node: Int, _ page: PageReading) -> [UInt8] {
        var pieces: [ArraySlice<UInt8>] = []
        var (at, count) = (node - 1, 0)
        let (last, own) = (max(0, node - nodes), block(of: node, page))
        while at >= last, count < reach {
            let other = page.nodes[at]
            if other.isElement {
                // A cell is read with those before it in its row.
                if blocks.contains(other.tag), !cells.contains(other.tag) { break }
                // A line of its own.
                if other.tag == .br { pieces.append([UInt8(ascii: "|")]) }
            } else if other.kind == .text {
                let bytes = page.bytes(page.range(ofText: at)).suffix(reach)
                // The end of a block that stands before it.
                if block(of: at, page) != own { pieces.append([UInt8(ascii: "|")]) }
                pieces.append(bytes)
                count += bytes.count
            }
            at -= 1
        }
        return Array(pieces.reversed().joined(separator: [0x20]))
    }

    static func text(after node: Int, _ page: PageReading) -> [UInt8] {
        var out: [UInt8] = []
        var at = max(Int(page.nodes[node].end), node + 1)
        let round = block(of: node, page)
        let end = min(round < 0 ? page.nodes.count : Int(page.nodes[round].end), at + nodes)
        while at < end, out.count < reach {
            let other = page.nodes[at]
            if other.isElement, blocks.contains(other.tag) { break }
            if other.tag == .br, other.isElement { out += [UInt8(ascii: "|"), 0x20] }
            if other.kind == .text {
                out += page.bytes(page.range(ofText: at)).prefix(reach)
                out.append(0x20)
            }
            at += 1
        }
        return out
    }
}
