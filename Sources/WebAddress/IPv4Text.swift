/// Reading and writing IPv4 addresses: strictly, and with all the shapes a URL's host may have.
///
/// Source: WHATWG URL Standard, section 3.5 "Host parsing", IPv4 parser and number parser, read 2026-11-23.
enum IPv4Text {
    /// Four decimal numbers of 0 to 255 without leading zeros; nil for anything else.
    static func parseStrict(_ bytes: ArraySlice<UInt8>) -> UInt32? {
        guard (7...15).contains(bytes.count) else { return nil }
        let fields = bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard fields.count == 4 else { return nil }
        var address: UInt32 = 0
        for field in fields {
            guard (1...3).contains(field.count), field.count == 1 || field.first != UInt8(ascii: "0") else {
                return nil
            }
            guard let value = number(field, radix: 10), value < 256 else { return nil }
            address = address << 8 | UInt32(value)
        }
        return address
    }

    /// Whether a domain must be read as an IPv4 address because its last label is a number.
    static func endsInNumber(_ domain: ArraySlice<UInt8>) -> Bool {
        var domain = domain
        if domain.last == UInt8(ascii: ".") { domain.removeLast() }
        let start = domain.lastIndex(of: UInt8(ascii: ".")).map { $0 + 1 } ?? domain.startIndex
        let label = domain[start...]
        guard let first = label.first, ASCII.isDigit(first) else { return false }
        return label.allSatisfy(ASCII.isDigit) || anyRadixNumber(label) != nil
    }

    /// An address of one to four numbers, each decimal, octal or hexadecimal, the last filling what is left.
    static func parseLoose(_ domain: ArraySlice<UInt8>) -> UInt32? {
        var fields = domain.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        if fields.last?.isEmpty == true, fields.count > 1 { fields.removeLast() }
        guard fields.count <= 4 else { return nil }
        var numbers: [UInt64] = []
        for field in fields {
            guard let value = anyRadixNumber(field) else { return nil }
            numbers.append(value)
        }
        guard let last = numbers.popLast(), numbers.allSatisfy({ $0 < 256 }) else { return nil }
        guard last < UInt64(1) << UInt64(8 * (4 - numbers.count)) else { return nil }
        var address = last
        for (index, value) in numbers.enumerated() { address += value << UInt64(8 * (3 - index)) }
        return UInt32(truncatingIfNeeded: address)
    }

    static func format(_ address: UInt32) -> String {
        "\(address >> 24).\(address >> 16 & 255).\(address >> 8 & 255).\(address & 255)"
    }

    private static func anyRadixNumber(_ field: ArraySlice<UInt8>) -> UInt64? {
        guard let first = field.first else { return nil }
        guard first == UInt8(ascii: "0"), field.count > 1 else { return number(field, radix: 10) }
        let second = field[field.startIndex + 1] | 0x20
        return second == UInt8(ascii: "x") ? number(field.dropFirst(2), radix: 16) : number(field.dropFirst(), radix: 8)
    }

    /// Saturates far above any address, so that a long number is too large and never wraps round.
    private static func number(_ digits: ArraySlice<UInt8>, radix: UInt64) -> UInt64? {
        var value: UInt64 = 0
        for byte in digits {
            guard let digit = ASCII.hexValue(byte), UInt64(digit) < radix else { return nil }
            value = min(value * radix + UInt64(digit), 1 << 40)
        }
        return value
    }
}
