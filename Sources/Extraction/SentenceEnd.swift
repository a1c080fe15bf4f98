internal import Markup

/// Whether text ends as a sentence does: by the marks of every script (Unicode property Sentence_Terminal, UAX 44), which
/// labels, menus and tags of no language have.
enum SentenceEnd {
    /// Whether the last characters of a block, but for what closes a quotation or a bracket, end a sentence.
    static func ends(_ block: TextBlock, _ page: PageReading, _ outline: PageOutline) -> Bool {
        for index in (Int(block.first)..<Int(block.last)).reversed() where page.nodes[index].kind == .text {
            if outline.traits[index].contains(.unseen) { continue }
            let range = page.trimmed(page.range(ofText: index))
            if !range.isEmpty { return ends(page.bytes(range)) }
        }
        return false
    }

    static func ends(_ text: ArraySlice<UInt8>) -> Bool {
        // A mark and what closes after it take a few bytes each.
        let tail = String(decoding: text.suffix(bytesOfAnEnd), as: UTF8.self)
        for scalar in tail.unicodeScalars.reversed() {
            if isEnd(scalar) { return true }
            switch scalar.properties.generalCategory {
            case .closePunctuation, .finalPunctuation, .initialPunctuation, .spaceSeparator: continue
            default: if !scalar.properties.isQuotationMark { return false }
            }
        }
        return false
    }

    /// An ellipsis ends sentences too, though it has not the property.
    static func isEnd(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isSentenceTerminal || scalar == "\u{2026}"
    }

    private static let bytesOfAnEnd = 16
}
