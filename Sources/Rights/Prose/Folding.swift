/// What one character outside ASCII becomes when text is made alike.
enum Folding {
    enum Meaning {
        case nothing, space, stop
        /// A mark between things that belong to no one sentence.
        case end
        /// A wide form of an ASCII character, which is read like it.
        case ascii(UInt8)
        /// One or two letters; the second is 0 if there is one.
        case letters(UInt8, UInt8)
        case same
    }

    /// - Parameter bytes: Up to four bytes, the first of them not ASCII. Broken UTF-8 is read byte by byte.
    static func fold(_ bytes: UnsafeBufferPointer<UInt8>) -> (meaning: Meaning, count: Int) {
        let first = bytes[0]
        if first < 0xC2 || bytes.count < 2 || bytes[1] & 0xC0 != 0x80 { return (.same, 1) }
        if first < 0xE0 { return (two(first, bytes[1]), 2) }
        guard bytes.count > 2, bytes[2] & 0xC0 == 0x80 else { return (.same, 1) }
        if first < 0xF0 { return (three(first, bytes[1], bytes[2]), 3) }
        guard bytes.count > 3, bytes[3] & 0xC0 == 0x80 else { return (.same, 1) }
        return (.same, 4)
    }

    private static func two(_ first: UInt8, _ second: UInt8) -> Meaning {
        switch first {
        case 0xC2:
            switch second {
            case 0xA0, 0xB7: .space
            case 0xAD: .nothing
            default: .same
            }
        case 0xC3...0xC5: letter(Int(first - 0xC3) << 6 | Int(second & 0x3F))
        case 0xD0 where second < 0xB0: cyrillic(second)
        case 0xD1 where second == 0x91: .letters(0xD0, 0xB5)
        case 0xCC: .nothing
        case 0xCD: second < 0xB0 ? .nothing : .same
        default: .same
        }
    }

    /// Cyrillic capitals as small letters, and ё as е.
    private static func cyrillic(_ second: UInt8) -> Meaning {
        switch second {
        case 0x81: .letters(0xD0, 0xB5)
        case 0x82...0x8F: .letters(0xD1, second + 0x10)
        case 0x90...0x9F: .letters(0xD0, second + 0x20)
        case 0xA0...0xAF: .letters(0xD1, second - 0x20)
        default: .same
        }
    }

    /// General punctuation, the ideographic marks, and the full-width forms.
    private static func three(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Meaning {
        switch (first, second) {
        case (0xE2, 0x80): punctuation(third)
        case (0xE2, 0x81): third == 0xA0 ? .nothing : .same
        case (0xE3, 0x80):
            switch third {
            case 0x80: .space
            case 0x82: .stop
            default: .same
            }
        case (0xEF, 0xBB): third == 0xBF ? .nothing : .same
        case (0xEF, 0xBC) where third > 0x80: wide(third - 0x60)
        case (0xEF, 0xBD) where third < 0x9F: wide(third - 0x20)
        default: .same
        }
    }

    private static func wide(_ byte: UInt8) -> Meaning {
        switch byte {
        case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"): .stop
        default: .ascii(byte)
        }
    }

    private static func punctuation(_ third: UInt8) -> Meaning {
        switch third {
        case 0x80...0x8A, 0xAF: .space
        case 0x8B...0x8F: .nothing
        case 0x90...0x95: .ascii(UInt8(ascii: "-"))
        case 0x98...0x9B: .ascii(UInt8(ascii: "'"))
        case 0x9C...0x9F: .ascii(UInt8(ascii: "\""))
        case 0xA2: .end
        default: .same
        }
    }

    private static func letter(_ index: Int) -> Meaning {
        let base = bases[index]
        if base == UInt8(ascii: ".") { return .same }
        switch base {
        case UInt8(ascii: "1"): return .letters(UInt8(ascii: "a"), UInt8(ascii: "e"))
        case UInt8(ascii: "2"): return .letters(UInt8(ascii: "o"), UInt8(ascii: "e"))
        case UInt8(ascii: "3"): return .letters(UInt8(ascii: "s"), UInt8(ascii: "s"))
        case UInt8(ascii: "4"): return .letters(UInt8(ascii: "t"), UInt8(ascii: "h"))
        case UInt8(ascii: "5"): return .letters(UInt8(ascii: "i"), UInt8(ascii: "j"))
        default: return .letters(base, 0)
        }
    }

    /// U+00C0 to U+017F without their accents; a digit is a pair of letters, a dot no letter.
    private static let bases = Array(
        ("aaaaaa1ceeeeiiiidnooooo.ouuuuy43aaaaaa1ceeeeiiiidnooooo.ouuuuy4y"
            + "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii55jjkkkllllllllll"
            + "nnnnnnnnnoooooo22rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs").utf8)
}
