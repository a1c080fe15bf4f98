internal import Markup

/// A run of text between two block boundaries: what a reader sees as one paragraph, list item, cell or heading.
struct TextBlock {
    /// First node and one past the last.
    var first: Int32
    var last: Int32
    /// The nearest block element around it.
    var owner: Int32
    /// Visible characters; one of a script written without spaces counts three.
    var weight: Int32 = 0
    /// The part of the weight that stands inside links.
    var linked: Int32 = 0
    var isKept = false
    /// The row of a table of data that it stands in; -1 if in none.
    var row: Int32 = -1
    /// The cell of that row.
    var cell: Int32 = -1

    var isMostlyLinks: Bool { linked * 2 > weight }
    /// The weight outside links if this reads like a paragraph, else 0.
    var runningWeight: Int32 {
        weight >= ExtractionThresholds.paragraph && linked * 5 < weight * 2 ? weight - linked : 0
    }
}

extension TextBlock {
    /// The label of the block: that of its first text, unless this is only a piece of a paragraph that has another, such
    /// as a link, a place name or a date at its head.
    func label(_ labels: [BlockLabel], _ nodes: [PageReading.Node]) -> BlockLabel {
        let head = labels[Int(first)]
        guard head != .main, owner >= 0, labels[Int(owner)] == .main else { return head }
        var rest: Int32 = 0
        for index in Int(first)..<Int(last) where nodes[index].kind == .text && labels[index] == .main {
            rest += nodes[index].count
        }
        return rest >= ExtractionThresholds.ownBlock ? .main : head
    }
}
