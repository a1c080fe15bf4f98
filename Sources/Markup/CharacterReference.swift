internal import CLibXML2

/// Character references in text and attribute values (HTML Standard, "Character reference state").
///
/// The names are libxml2's (HTML 4) and the ASCII punctuation that HTML 5 added, which can hide a URL.
struct CharacterReference {
    /// UTF-8 of the character, and how many source bytes stand for it.
    var scalar: UInt32
    var length: Int

    /// Reads the reference that starts at `start` (an ampersand); nil if there is none, so the ampersand stands for itself.
    static func read(
        _ start: UnsafePointer<UInt8>, end: UnsafePointer<UInt8>, inAttribute: Bool, names: NameTable
    ) -> CharacterReference? {
        guard end - start > 2 else { return nil }
        if start[1] == UInt8(ascii: "#") { return readNumber(start, end: end) }
        var count = 0
        while count < 16, start + 1 + count < end, isAlphanumeric(start[1 + count]) { count += 1 }
        guard count > 1 else { return nil }
        let closed = start + 1 + count < end && start[1 + count] == UInt8(ascii: ";")
        if closed, let scalar = find(start + 1, count, names) {
            return CharacterReference(scalar: scalar, length: count + 2)
        }
        return readUnclosed(start, count: count, end: end, inAttribute: inAttribute, names: names)
    }

    /// The old names (Latin-1, `amp`, `lt`, `gt`, `quot`) work without a semicolon; in an attribute only if no letter,
    /// digit or `=` follows, so that `?a=1&copy=2` keeps its parameter.
    private static func readUnclosed(
        _ start: UnsafePointer<UInt8>, count: Int, end: UnsafePointer<UInt8>, inAttribute: Bool, names: NameTable
    ) -> CharacterReference? {
        for length in stride(from: min(count, 6), to: 1, by: -1) {
            guard let scalar = find(start + 1, length, names), isOldName(start + 1, scalar) else { continue }
            let after = start + 1 + length
            if inAttribute, after < end, isAlphanumeric(after[0]) || after[0] == UInt8(ascii: "=") { return nil }
            return CharacterReference(scalar: scalar, length: length + 1)
        }
        return nil
    }

    private static func isOldName(_ name: UnsafePointer<UInt8>, _ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x22: name[0] | 0x20 == UInt8(ascii: "q")
        case 0x26: name[0] | 0x20 == UInt8(ascii: "a")
        case 0x3C, 0x3E: name[1] | 0x20 == UInt8(ascii: "t")
        case 0xA0...0xFF: true
        default: false
        }
    }

    private static func find(_ name: UnsafePointer<UInt8>, _ count: Int, _ names: NameTable) -> UInt32? {
        let value = names.value(NameTable.Key(name, count: count, folding: false))
        return value == NameTable.missing ? nil : value
    }

    private static func readNumber(_ start: UnsafePointer<UInt8>, end: UnsafePointer<UInt8>) -> CharacterReference? {
        var at = start + 2
        let isHex = at < end && at[0] | 0x20 == UInt8(ascii: "x")
        if isHex { at += 1 }
        let digits = at
        var value: UInt32 = 0
        while at < end, let digit = digitValue(at[0], isHex: isHex) {
            value = min(value * (isHex ? 16 : 10) + digit, 0x110000)
            at += 1
        }
        guard at > digits else { return nil }
        if at < end, at[0] == UInt8(ascii: ";") { at += 1 }
        return CharacterReference(scalar: mapped(value), length: at - start)
    }

    @inline(__always)
    private static func digitValue(_ byte: UInt8, isHex: Bool) -> UInt32? {
        if byte &- 0x30 < 10 { return UInt32(byte &- 0x30) }
        let letter = (byte | 0x20) &- 0x61
        return isHex && letter < 6 ? UInt32(letter) + 10 : nil
    }

    /// "Numeric character reference end state": NUL, surrogates and numbers out of range become U+FFFD; C1 controls mean windows-1252.
    private static func mapped(_ value: UInt32) -> UInt32 {
        switch value {
        case 0, 0xD800...0xDFFF, 0x110000...: 0xFFFD
        case 0x80...0x9F: windows1252[Int(value - 0x80)]
        default: value
        }
    }

    private static let windows1252: [UInt32] = [
        0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D,
        0x017D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A,
        0x0153, 0x9D, 0x017E, 0x0178,
    ]

    private static func isAlphanumeric(_ byte: UInt8) -> Bool {
        byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26
    }
}

extension NameTable {
    /// Entity names, their case kept, to Unicode scalars.
    static let entities: NameTable = {
        // Where the scalars stand that HTML 4 names (section 24, read 2026-11-30): libxml2 tells names of single scalars
        // alone, and asking it for all below 10,000 is a thirtieth of what a program takes to start.
        let blocks: [ClosedRange<UInt32>] = [
            0x22...0x3E, 0xA0...0xFF, 0x152...0x192, 0x2C6...0x2DC, 0x391...0x3D6, 0x2002...0x2044, 0x20AC...0x20AC,
            0x2111...0x2135, 0x2190...0x21D4, 0x2200...0x22C5, 0x2308...0x232A, 0x25CA...0x25CA, 0x2660...0x2666,
        ]
        var names: [String: UInt32] = [:]
        for scalar in blocks.joined() {
            guard let entry = htmlEntityValueLookup(scalar), let name = entry.pointee.name else { continue }
            names[String(cString: name)] = scalar
        }
        let added: [(String, UInt32)] = [
            ("AMP", 0x26), ("LT", 0x3C), ("GT", 0x3E), ("QUOT", 0x22), ("COPY", 0xA9), ("REG", 0xAE), ("apos", 0x27),
            ("Tab", 9), ("NewLine", 10), ("excl", 0x21), ("num", 0x23), ("dollar", 0x24), ("percnt", 0x25),
            ("lpar", 0x28), ("rpar", 0x29), ("ast", 0x2A), ("plus", 0x2B), ("comma", 0x2C), ("period", 0x2E),
            ("sol", 0x2F), ("colon", 0x3A), ("semi", 0x3B), ("equals", 0x3D), ("quest", 0x3F), ("commat", 0x40),
            ("lsqb", 0x5B), ("lbrack", 0x5B), ("bsol", 0x5C), ("rsqb", 0x5D), ("rbrack", 0x5D), ("Hat", 0x5E),
            ("lowbar", 0x5F), ("grave", 0x60), ("lcub", 0x7B), ("lbrace", 0x7B), ("verbar", 0x7C), ("vert", 0x7C),
            ("rcub", 0x7D), ("rbrace", 0x7D), ("NonBreakingSpace", 0xA0), ("hyphen", 0x2010), ("dash", 0x2010),
            ("lang", 0x27E8), ("rang", 0x27E9), ("check", 0x2713), ("star", 0x2606), ("phone", 0x260E),
        ]
        for (name, scalar) in added { names[name] = scalar }
        return NameTable(names.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }, folding: false)
    }()
}
