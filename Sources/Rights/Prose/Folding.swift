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
        case 0xC6, 0xC8: horned(first, second)
        case 0xCE, 0xCF: greek(first, second)
        case 0xD0 where second < 0xB0: cyrillic(second)
        case 0xD1 where second == 0x91: .letters(0xD0, 0xB5)
        case 0xCC: .nothing
        case 0xCD: second < 0xB0 ? .nothing : .same
        case 0xD6, 0xD7: hebrew(first, second)
        case 0xD8...0xDB: arabic(first, second)
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

    /// The letters with horns of Vietnamese, and those with commas of Romanian.
    private static func horned(_ first: UInt8, _ second: UInt8) -> Meaning {
        switch (first, second) {
        case (0xC6, 0xA0), (0xC6, 0xA1): .letters(UInt8(ascii: "o"), 0)
        case (0xC6, 0xAF), (0xC6, 0xB0): .letters(UInt8(ascii: "u"), 0)
        case (0xC8, 0x98), (0xC8, 0x99): .letters(UInt8(ascii: "s"), 0)
        case (0xC8, 0x9A), (0xC8, 0x9B): .letters(UInt8(ascii: "t"), 0)
        default: .same
        }
    }

    /// Greek capitals as small letters, all without accents, and the sigma that ends words as any other.
    private static func greek(_ first: UInt8, _ second: UInt8) -> Meaning {
        switch (first, second) {
        case (0xCE, 0x91...0x9F): .letters(0xCE, second + 0x20)
        case (0xCE, 0xA0...0xA9): .letters(0xCF, second - 0x20)
        case (0xCE, 0x86), (0xCE, 0xAC): .letters(0xCE, 0xB1)
        case (0xCE, 0x88), (0xCE, 0xAD): .letters(0xCE, 0xB5)
        case (0xCE, 0x89), (0xCE, 0xAE): .letters(0xCE, 0xB7)
        case (0xCE, 0x8A), (0xCE, 0xAF), (0xCE, 0xAA), (0xCE, 0x90), (0xCF, 0x8A): .letters(0xCE, 0xB9)
        case (0xCE, 0x8C), (0xCF, 0x8C): .letters(0xCE, 0xBF)
        case (0xCE, 0x8E), (0xCF, 0x8D), (0xCE, 0xAB), (0xCE, 0xB0), (0xCF, 0x8B): .letters(0xCF, 0x85)
        case (0xCE, 0x8F), (0xCF, 0x8E): .letters(0xCF, 0x89)
        case (0xCF, 0x82): .letters(0xCF, 0x83)
        default: .same
        }
    }

    /// Hebrew without vowels and accents.
    private static func hebrew(_ first: UInt8, _ second: UInt8) -> Meaning {
        switch (first, second) {
        case (0xD6, 0xBE): .space
        case (0xD6, 0x91...0xBF), (0xD7, 0x81), (0xD7, 0x82), (0xD7, 0x84), (0xD7, 0x85), (0xD7, 0x87): .nothing
        default: .same
        }
    }

    /// Arabic without vowels and stretches, with one alef, one yeh and one kaf.
    private static func arabic(_ first: UInt8, _ second: UInt8) -> Meaning {
        switch (first, second) {
        case (0xD8, 0xA2), (0xD8, 0xA3), (0xD8, 0xA5), (0xD9, 0xB1): .letters(0xD8, 0xA7)
        case (0xD9, 0x80), (0xD9, 0x8B...0x95), (0xD9, 0xB0): .nothing
        case (0xD9, 0x89), (0xDB, 0x8C): .letters(0xD9, 0x8A)
        case (0xDA, 0xA9): .letters(0xD9, 0x83)
        case (0xD8, 0x9F), (0xDB, 0x94): .stop
        default: .same
        }
    }

    /// General punctuation, the ideographic marks, the full-width forms, Latin letters with two accents and the stops of
    /// Devanagari.
    private static func three(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Meaning {
        switch (first, second) {
        case (0xE0, 0xA4) where third == 0xBC: .nothing
        case (0xE0, 0xA5) where third & 0xFE == 0xA4: .stop
        case (0xE1, 0xB8...0xBB): additional(Int(second - 0xB8) << 6 | Int(third & 0x3F))
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

    private static func additional(_ index: Int) -> Meaning {
        let base = additionalBases[index]
        return base == UInt8(ascii: ".") ? .same : .letters(base, 0)
    }

    /// U+1E00 to U+1EFF without their accents; a dot is no letter of theirs.
    private static let additionalBases = Array(
        ("aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmm"
            + "mmmmnnnnnnnnoooooooopppprrrrrrrrssssssssssttttttttuuuuuuuuuuvvvv"
            + "wwwwwwwwwwxxxxyyzzzzzzhtwy......aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeee"
            + "eeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy......").utf8)
}
