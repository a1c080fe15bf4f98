internal import Markup

/// The blocks before and after the one that holds a licence: a heading over it, a paragraph that leads to it.
struct LicenceNeighbours {
    /// Of a neighbour that is read as a heading or a note.
    private static let longest = 160
    /// Nodes looked at on each side.
    private static let nodes = 64

    private static let parting: Set<Tag> = [.body, .main, .article, .section, .footer, .header, .aside, .nav]

    let before: [UInt8]
    let after: [UInt8]
    /// The beginning of what stands after it, however long that is.
    let following: [UInt8]
    /// What stands before it, if that is a heading under the page's own.
    private(set) var heading: [UInt8]?
    /// The heading over it, with little text between the two.
    private(set) var section: [UInt8]?

    /// - Parameter block: Which holds the licence.
    init(of block: Int, _ page: PageReading) {
        guard block >= 0, !Self.parting.contains(page.nodes[block].tag) else {
            (before, after, following) = ([], [], [])
            return
        }
        var isHeading = false
        before = Self.before(block, page, isHeading: &isHeading)
        following = Self.after(block, page)
        after = following.count > Self.longest ? [] : following
        if isHeading { heading = before }
        section = Self.section(over: block, page)
    }

    /// What leads to the licence: it ends with a colon.
    var lead: [UInt8]? {
        let end = before.last { !ByteText.isSpace($0) }
        return end == UInt8(ascii: ":") || before.suffix(3).elementsEqual("：".utf8) ? before : nil
    }

    /// Of a block after it that is too short to be one of the text.
    private static let short = 60

    /// What stands after it, if that is short.
    var remark: [UInt8] { following.count <= Self.short ? following : [] }

    /// Whether what stands after it goes on from the statement, or is a remark in brackets and no notice of copyright.
    var isRemark: Bool {
        if LicenceStatement.takesBack(remark) || LicenceStatement.goesOn(following, isShort: !remark.isEmpty) {
            return true
        }
        return following.first == UInt8(ascii: "(") && !ByteText.hasPrefix(following[...], "(c)")
            && !LicenceStatement.isPlain(following)
    }

    private static let headings: Set<Tag> = [.h2, .h3, .h4, .h5, .h6, .caption, .summary, .legend]

    private static func before(_ block: Int, _ page: PageReading, isHeading: inout Bool) -> [UInt8] {
        var pieces: [ArraySlice<UInt8>] = []
        var (at, count) = (block - 1, 0)
        while at >= max(0, block - nodes), count <= longest {
            let node = page.nodes[at]
            if node.isElement {
                let isAround = block < Int(node.end)
                if isAround, parting.contains(node.tag) { break }
                if count > 0, LicenceWords.blocks.contains(node.tag) { break }
            } else if node.kind == .text {
                let bytes = ByteText.trimmed(page.bytes(page.range(ofText: at)))
                if !bytes.isEmpty {
                    pieces.append(bytes)
                    isHeading = isHeading || stands(at, in: headings, page)
                }
                count += bytes.count
            }
            at -= 1
        }
        return count > longest ? [] : Array(pieces.reversed().joined(separator: [0x20]))
    }

    /// Whether the nearest block round a text, or what is no block, is one of some elements.
    private static func stands(_ text: Int, in tags: Set<Tag>, _ page: PageReading) -> Bool {
        var at = Int(page.nodes[text].parent)
        while at >= 0 {
            if tags.contains(page.nodes[at].tag) { return true }
            if LicenceWords.blocks.contains(page.nodes[at].tag) { return false }
            at = Int(page.nodes[at].parent)
        }
        return false
    }

    private static func after(_ block: Int, _ page: PageReading) -> [UInt8] {
        var out: [UInt8] = []
        var at = max(Int(page.nodes[block].end), block + 1)
        let end = min(page.nodes.count, at + nodes)
        while at < end, out.count <= longest {
            let node = page.nodes[at]
            if node.isElement {
                if parting.contains(node.tag) || !out.isEmpty && LicenceWords.blocks.contains(node.tag) { break }
            } else if node.kind == .text {
                let bytes = ByteText.trimmed(page.bytes(page.range(ofText: at)))
                if !bytes.isEmpty { out += bytes + [0x20] }
            }
            at += 1
        }
        return Array(out.prefix(longest + 1))
    }

    /// The nearest heading before a block, if no more text stands between than a caption has.
    private static func section(over block: Int, _ page: PageReading) -> [UInt8]? {
        var (at, count) = (block - 1, 0)
        while at >= max(0, block - nodes), count <= longest {
            let node = page.nodes[at]
            if node.isElement {
                if block < Int(node.end), parting.contains(node.tag) { return nil }
                if headings.contains(node.tag) { return text(of: at, page) }
            } else if node.kind == .text {
                count += ByteText.trimmed(page.bytes(page.range(ofText: at))).count
                if stands(at, in: headings, page) { count = 0 }
            }
            at -= 1
        }
        return nil
    }

    private static func text(of node: Int, _ page: PageReading) -> [UInt8] {
        var out: [UInt8] = []
        for index in node..<min(Int(page.nodes[node].end), node + nodes) where page.nodes[index].kind == .text {
            out += page.bytes(page.range(ofText: index)).prefix(longest) + [0x20]
        }
        return out
    }
}
