/// The two filters of PDF that write bytes as text.
///
/// Source: ISO 32000-2, 7.4.2 and 7.4.3, read 2026-11-30. Each gives what could be read, and whether that was all: the one
/// ends with `>` and the other with `~>`, or here with the data, and neither holds anything but its digits and white space.
enum PDFText {
    /// Pairs of hexadecimal digits; a last one alone has a zero after it.
    static func hex(_ data: [UInt8], limit: Int) -> ([UInt8], Bool) {
        var (out, high): ([UInt8], UInt8?) = ([], nil)
        for byte in data {
            if isSpace(byte) { continue }
            if byte == UInt8(ascii: ">") { break }
            guard let digit = digit(byte), out.count < limit else { return (out, false) }
            if let first = high {
                out.append(first << 4 | digit)
                high = nil
            } else {
                high = digit
            }
        }
        if let high { out.append(high << 4) }
        return (out, out.count <= limit)
    }

    /// Groups of five digits of base 85 for four bytes; `z` for four zeros; of a last group, a byte less than its digits.
    static func base85(_ data: [UInt8], limit: Int) -> ([UInt8], Bool) {
        var (out, group): ([UInt8], [UInt32]) = ([], [])
        for byte in data {
            if isSpace(byte) { continue }
            if byte == UInt8(ascii: "~") { break }
            guard out.count < limit else { return (out, false) }
            if byte == UInt8(ascii: "z"), group.isEmpty {
                out += [0, 0, 0, 0]
                continue
            }
            guard (0x21...0x75).contains(byte) else { return (out, false) }
            group.append(UInt32(byte - 0x21))
            guard group.count == 5 else { continue }
            guard let bytes = bytes(of: group) else { return (out, false) }
            out += bytes
            group = []
        }
        guard group.count != 1 else { return (out, false) }
        if !group.isEmpty {
            let count = group.count - 1
            guard let bytes = bytes(of: group + [UInt32](repeating: 84, count: 4 - count)) else { return (out, false) }
            out += bytes.prefix(count)
        }
        return (out, true)
    }

    /// Four bytes; nil if the digits say more than they hold.
    private static func bytes(of group: [UInt32]) -> [UInt8]? {
        var sum: UInt64 = 0
        for digit in group { sum = sum * 85 + UInt64(digit) }
        guard sum <= UInt64(UInt32.max) else { return nil }
        return [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: sum >> UInt64($0)) }
    }

    private static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 0x30...0x39: byte - 0x30
        case 0x41...0x46: byte - 0x37
        case 0x61...0x66: byte - 0x57
        default: nil
        }
    }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == 0 || byte == 0x20 || (0x09...0x0D).contains(byte) }
}
