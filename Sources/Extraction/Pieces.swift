internal import Markup

/// What pieces too short to read like a paragraph count for: items, cells and lines of code that lead nowhere.
enum Pieces {
    /// The weight of a piece, or of running text; 0 for labels, menus, and cells of nothing but numbers.
    static func weight(_ block: TextBlock, _ page: PageReading, _ outline: PageOutline) -> Int32 {
        if block.runningWeight > 0 { return block.runningWeight }
        guard block.linked * 3 <= block.weight, block.owner >= 0 else { return 0 }
        let traits = outline.traits[Int(block.first)]
        let tag = page.nodes[Int(block.owner)].tag
        let isPiece =
            traits.contains(.preformatted)
            || (tag == .td || tag == .th) && has(block, page, outline) { $0.properties.isAlphabetic }
            || traits.contains(.item) && isSaying(block, page, outline)
        return isPiece ? block.weight - block.linked : 0
    }

    /// Whether an item says more than an entry of a menu: in some words, as a sentence, or how much of something.
    static func isSaying(_ block: TextBlock, _ page: PageReading, _ outline: PageOutline) -> Bool {
        block.weight >= ExtractionThresholds.ownBlock || SentenceEnd.ends(block, page, outline)
            || has(block, page, outline) { $0.properties.numericType != nil }
    }

    private static func has(
        _ block: TextBlock, _ page: PageReading, _ outline: PageOutline, _ isWanted: (Unicode.Scalar) -> Bool
    ) -> Bool {
        (Int(block.first)..<Int(block.last)).contains { index in
            page.nodes[index].kind == .text && !outline.traits[index].contains(.unseen)
                && page.string(page.range(ofText: index)).unicodeScalars.contains(where: isWanted)
        }
    }
}
