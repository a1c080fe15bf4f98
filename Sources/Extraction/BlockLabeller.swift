internal import Markup

/// Gives every node its label, and finds the element that holds the main text.
struct BlockLabeller {
    let page: PageReading
    let outline: PageOutline
    private var labels: [BlockLabel]
    private let mostText: Int32
    private var isWary = false

    init(_ page: PageReading, _ outline: PageOutline) {
        self.page = page
        self.outline = outline
        labels = [BlockLabel](repeating: .main, count: page.nodes.count)
        mostText = (outline.running.first ?? 0) / 2
    }

    /// Labels that come from hints alone; what no hint speaks against stays `.main` for now.
    ///
    /// - Parameter isWary: Names of classes that templates also give to pieces of an article are not believed of
    ///   elements that hold a paragraph.
    mutating func applyHints(isWary: Bool = false) -> [BlockLabel] {
        self.isWary = isWary
        let page = page
        page.nodes.withUnsafeBufferPointer { nodes in
            page.buffer.withUnsafeBufferPointer { buffer in
                page.attributes.withUnsafeBufferPointer { attributes in
                    for index in nodes.indices {
                        let node = nodes[index]
                        let above = node.parent < 0 ? BlockLabel.main : labels[Int(node.parent)]
                        if above != .main || node.kind != .element {
                            labels[index] = above
                            continue
                        }
                        labels[index] = own(index, node, buffer, attributes) ?? .main
                    }
                }
            }
        }
        return labels
    }

    private func own(
        _ index: Int, _ node: PageReading.Node, _ buffer: UnsafeBufferPointer<UInt8>,
        _ attributes: UnsafeBufferPointer<PageReading.Attribute>
    ) -> BlockLabel? {
        if let hint = BlockHints.hint(of: node.tag), accepts(hint, index) {
            return node.tag == .button && !outline.traits[index].contains(.unseen) ? nil : hint.label
        }
        guard node.count > 0, node.tag != .body, node.tag != .html, node.tag != .main, node.tag != .article else {
            return nil
        }
        var best: BlockHints.Hint?
        for attribute in attributes[Int(node.start)..<Int(node.start) + Int(node.count)] {
            let value = UnsafeBufferPointer(rebasing: buffer[attribute.value])
            let found: BlockHints.Hint?
            switch attribute.name {
            case .class: found = HintTable.words.hint(in: value)
            case .id: found = HintTable.words.hint(in: value, most: ExtractionThresholds.wordsOfAnID)
            case .role: found = HintTable.roles.hint(in: value)
            case .hidden: found = BlockHints.Hint(label: .hidden, strength: .unlessMost)
            case .style: found = isHiding(value) ? BlockHints.Hint(label: .hidden, strength: .unlessMost) : nil
            case .itemprop: if Self.isBody(value) { return nil } else { found = nil }
            default: continue
            }
            if let found, accepts(found, index), !isDoubted(found, index), !isHeading(node.tag, found),
                best.map({ found.strength.rawValue < $0.strength.rawValue }) ?? true
            {
                best = found
            }
        }
        return best.flatMap { isLongSpan(index, node) ? nil : $0.label }
    }

    /// Whether an element inside a paragraph holds so much of it that no hint makes it something else; weights are kept
    /// by blocks and say nothing of it.
    private func isLongSpan(_ index: Int, _ node: PageReading.Node) -> Bool {
        guard !node.tag.isBlock, Int(node.end) > index else { return false }
        var bytes: Int32 = 0
        for place in index..<Int(node.end) where page.nodes[place].kind == .text {
            bytes += Int32(page.nodes[place].count)
            if bytes > ExtractionThresholds.smallElement { return true }
        }
        return false
    }

    private func accepts(_ hint: BlockHints.Hint, _ node: Int) -> Bool {
        switch hint.strength {
        case .always: true
        case .unlessMost: outline.running[node] <= mostText || isLargeAside(hint.label, node)
        case .ifSmall:
            outline.weights[node] < ExtractionThresholds.smallElement && outline.running[node] * 4 <= mostText
                && (hint.label != .related || leadsElsewhere(node))
        }
    }

    /// Whether a third of a small element's text stands in links; `list` and `next` name what leads nowhere as well.
    private func leadsElsewhere(_ node: Int) -> Bool {
        guard Int(page.nodes[node].end) - node <= ExtractionThresholds.nodesOfASmallElement else { return true }
        var (weight, linked): (Int32, Int32) = (0, 0)
        for place in node..<max(Int(page.nodes[node].end), node) where page.nodes[place].kind == .text {
            if outline.traits[place].contains(.unseen) { continue }
            let own = outline.weight(ofText: place, page)
            weight += own
            if outline.traits[place].contains(.link) { linked += own }
        }
        return linked * 3 >= weight
    }

    /// What readers wrote may be longer than the work, and a footer longer than a short page.
    private func isLargeAside(_ label: BlockLabel, _ node: Int) -> Bool {
        switch label {
        case .comment: outline.running[0] - outline.running[node] >= ExtractionThresholds.workBesideComments
        case .footer: Int(outline.weights[node]) * 3 <= Int(outline.weights[0])
        default: false
        }
    }

    private func isDoubted(_ hint: BlockHints.Hint, _ node: Int) -> Bool {
        guard isWary, outline.running[node] > 0 else { return false }
        switch hint.label {
        case .boilerplate, .aside, .header, .paywall, .figure: return hint.strength != .always
        case .main, .comment, .navigation, .footer, .related, .cookie, .form, .hidden, .metadata: return false
        }
    }

    /// A heading is a heading by its element; that its class says so too makes it no header of the page.
    private func isHeading(_ tag: Tag, _ hint: BlockHints.Hint) -> Bool {
        guard hint.label == .header else { return false }
        switch tag {
        case .h1, .h2, .h3, .h4, .h5, .h6: return true
        default: return false
        }
    }

    /// `display:none` or `visibility:hidden`.
    private func isHiding(_ style: UnsafeBufferPointer<UInt8>) -> Bool {
        let bare = style.lazy.filter { $0 > 0x20 }.map { $0 | 0x20 }
        guard style.count >= 12 else { return false }
        let packed = Array(bare)
        return Self.has(packed, Self.displayNone) || Self.has(packed, Self.visibilityHidden)
    }

    private static let displayNone = Array("display:none".utf8)
    private static let visibilityHidden = Array("visibility:hidden".utf8)
    private static let articleBody = Array("articlebody".utf8)

    private static func has(_ bytes: [UInt8], _ wanted: [UInt8]) -> Bool {
        guard bytes.count >= wanted.count else { return false }
        return (0...bytes.count - wanted.count).contains {
            bytes[$0] == wanted[0] && bytes[$0..<$0 + wanted.count].elementsEqual(wanted)
        }
    }

    static func isBody(_ value: UnsafeBufferPointer<UInt8>) -> Bool {
        value.count == articleBody.count && value.indices.allSatisfy { value[$0] | 0x20 == articleBody[$0] }
    }
}
