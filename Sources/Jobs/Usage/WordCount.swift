/// The words of texts, by the first rule: `muniment-words/1`.
///
/// A word is a run of scalars with no white space in it; a Han character or a kana is a word by itself, and punctuation of East Asian
/// scripts is none. No table of another library is asked: ranges are those written here. Format: `docs/formats/settlement.md`.
/// Source: Unicode 16.0, PropList.txt (White_Space) and Blocks.txt; read 2026-11-30.
enum WordCount {
    static func words(of text: some Sequence<UInt8>) -> Int {
        var (count, isInside) = (0, false)
        for scalar in String(decoding: Array(text), as: UTF8.self).unicodeScalars {
            let value = scalar.value
            if isBreak(value) {
                isInside = false
            } else if isWhole(value) {
                count += 1
                isInside = false
            } else if !isInside {
                count += 1
                isInside = true
            }
        }
        return count
    }

    private static func isBreak(_ value: UInt32) -> Bool {
        switch value {
        case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F: true
        // The ideographic space and the punctuation that follows it, and its wide forms.
        case 0x3000...0x3003, 0x3008...0x3020, 0x3030, 0xFF01...0xFF0F, 0xFF1A...0xFF20, 0xFF3B...0xFF40,
            0xFF5B...0xFF65:
            true
        default: false
        }
    }

    private static func isWhole(_ value: UInt32) -> Bool {
        switch value {
        case 0x3005...0x3007, 0x3041...0x3096, 0x309D...0x309F, 0x30A1...0x30FA, 0x30FC...0x30FF, 0x3400...0x4DBF,
            0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFD:
            true
        default: false
        }
    }
}
