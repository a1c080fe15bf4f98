/// The check digits of identifiers. Each takes digits alone, as their values, and gives the value of what is due.
enum CheckDigit {
    /// ISO/IEC 7064, MOD 11-2; 10 is written `X`. ISNI, ORCID.
    static func mod11Radix2(_ digits: some Sequence<Int>) -> Int {
        let rest = digits.reduce(0) { ($0 + $1) * 2 % 11 }
        return (12 - rest) % 11
    }

    /// Weights that fall to 2 at the last digit, modulo 11; 10 is written `X`. ISBN-10, ISSN.
    static func mod11Falling(_ digits: [Int]) -> Int {
        let sum = digits.enumerated().reduce(0) { $0 + (digits.count + 1 - $1.offset) * $1.element }
        return (11 - sum % 11) % 11
    }

    /// Weights 1 and 3 in turn, modulo 10. ISBN-13.
    static func mod10Alternating(_ digits: [Int]) -> Int {
        let sum = digits.enumerated().reduce(0) { $0 + ($1.offset % 2 == 0 ? 1 : 3) * $1.element }
        return (10 - sum % 10) % 10
    }

    /// One, and each digit by its place counted from 1, modulo 10 (ISO 15707, annex). ISWC.
    static func mod10Rising(_ digits: [Int]) -> Int {
        let sum = digits.enumerated().reduce(1) { $0 + ($1.offset + 1) * $1.element }
        return (10 - sum % 10) % 10
    }

    /// Weights 10 to 2, modulo 101, of which two digits are kept. IPI name numbers.
    static func mod101(_ digits: [Int]) -> Int {
        let sum = digits.enumerated().reduce(0) { $0 + (10 - $1.offset) * $1.element }
        return (101 - sum % 101) % 101 % 100
    }
}
