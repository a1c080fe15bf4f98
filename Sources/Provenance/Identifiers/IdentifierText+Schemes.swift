internal import Canonical

/// What each registry gives out, and the one form it is kept in.
extension IdentifierText {
    /// Thirteen digits: of an ISBN of ten, the one of thirteen that names the same book.
    func isbn() throws(IdentifierError) -> String {
        let characters = try characters()
        if characters.count == 10 {
            let short = try values(of: characters[...], 10, mayEndInX: true)
            try check(short, CheckDigit.mod11Falling)
            let long = [9, 7, 8] + short.dropLast()
            return Self.string(long + [CheckDigit.mod10Alternating(long)])
        }
        let digits = try values(of: characters[...], 13)
        guard digits.starts(with: [9, 7, 8]) || digits.starts(with: [9, 7, 9]) else {
            throw fault(.form, "one of 13 digits begins with 978 or 979")
        }
        try check(digits, CheckDigit.mod10Alternating)
        return Self.string(digits)
    }

    /// With its hyphen, as ISO 3297 shows it.
    func issn() throws(IdentifierError) -> String {
        let digits = try digits(8, mayEndInX: true)
        try check(digits, CheckDigit.mod11Falling)
        return Self.string(digits[..<4]) + "-" + Self.string(digits[4...])
    }

    func isni() throws(IdentifierError) -> String {
        let digits = try digits(16, mayEndInX: true)
        try check(digits) { CheckDigit.mod11Radix2($0) }
        return Self.string(digits)
    }

    /// In groups of four, as ORCID shows it.
    func orcid() throws(IdentifierError) -> String {
        let digits = try digits(16, mayEndInX: true)
        try check(digits) { CheckDigit.mod11Radix2($0) }
        return stride(from: 0, to: 16, by: 4).map { Self.string(digits[$0..<$0 + 4]) }.joined(separator: "-")
    }

    func ipi() throws(IdentifierError) -> String {
        let digits = try digits(11)
        let due = CheckDigit.mod101(Array(digits[..<9]))
        guard digits[9] * 10 + digits[10] == due else {
            throw fault(.check, "its last two digits should be \(due < 10 ? "0" : "")\(due), or another is wrong")
        }
        return Self.string(digits)
    }

    /// A T and ten digits.
    func iswc() throws(IdentifierError) -> String {
        let characters = try characters(also: ".")
        guard characters.first == UInt8(ascii: "T") else { throw fault(.form, "it begins with a T") }
        let digits = try values(of: characters.dropFirst(), 10)
        try check(digits, CheckDigit.mod10Rising)
        return "T" + Self.string(digits)
    }

    /// Two letters, three letters or digits, the year in two digits, five digits; it has no check digit.
    func isrc() throws(IdentifierError) -> String {
        let characters = try characters()
        let letters = UInt8(ascii: "A")...UInt8(ascii: "Z")
        let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
        guard characters.count == 12, characters[..<2].allSatisfy(letters.contains),
            characters[5...].allSatisfy(digits.contains)
        else { throw fault(.form, "it has two letters, three letters or digits, and seven digits") }
        return String(decoding: characters, as: UTF8.self)
    }

    /// In small letters, which name the same (DOI Handbook, 2.4); a link's escapes undone.
    func doi() throws(IdentifierError) -> String {
        let given = isLink ? try Self.unescaped(bare.prefix { $0 != "?" && $0 != "#" }) : bare
        guard let given, let slash = given.firstIndex(of: "/") else {
            throw fault(.form, "a prefix such as 10.1000, a slash and a suffix are due")
        }
        let registrant = given[..<slash].dropFirst(3)
        guard given.hasPrefix("10."), !registrant.isEmpty,
            registrant.utf8.allSatisfy({ (0x30...0x39).contains($0) || $0 == UInt8(ascii: ".") }),
            !registrant.hasPrefix("."), !registrant.hasSuffix("."), !registrant.contains("..")
        else { throw fault(.form, "its prefix is 10. and the number of its registrant, such as 10.1000") }
        let suffix = given[slash...].dropFirst()
        guard !suffix.isEmpty,
            suffix.unicodeScalars.allSatisfy({ $0.value > 0x20 && $0.value != 0x7F && !$0.properties.isWhitespace })
        else { throw fault(.form, "its suffix is empty, or a space stands in it") }
        // Letters beyond ASCII keep their case: only those of ASCII are said to be alike.
        return String(decoding: given.utf8.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }, as: UTF8.self)
    }

    /// Nil for an escape that is none, or for octets that are no UTF-8.
    private static func unescaped(_ text: Substring) -> String? {
        var (octets, rest) = ([UInt8](), Array(text.utf8)[...])
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "%") else { octets.append(byte); continue }
            guard rest.count >= 2, let value = Hex.decode(Array(rest.prefix(2))) else { return nil }
            octets += value
            rest = rest.dropFirst(2)
        }
        return String(validating: octets, as: UTF8.self)
    }
}
