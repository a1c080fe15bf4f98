internal import CIDN2

/// Domain names to ASCII, by UTS 46 without transitional mappings.
///
/// A domain in ASCII is only lower-cased, as browsers do, also where it has `xn--` labels that decode to nothing.
/// In any other, the labels that begin with `xn--` or hold other characters go through libidn2, one by one: so a
/// label libidn2 would find too long or oddly hyphenated, but which the URL Standard allows, does not spoil its
/// neighbour. Symbols, which libidn2 refuses by IDNA2008 and UTS 46 allows, are seen to by ``SymbolLabel``.
///
/// Source: WHATWG URL Standard, section 3.3 "IDNA", read 2026-11-23; UTS 46, section 4.
enum InternationalDomain {
    static func toASCII(_ domain: [UInt8]) throws(WebURLError.Code) -> [UInt8] {
        guard !domain.allSatisfy({ $0 < 0x80 }) else { return domain.map(ASCII.lowercased) }
        var ascii: [UInt8] = []
        for (index, label) in splitLabels(domain).enumerated() {
            if index > 0 { ascii.append(UInt8(ascii: ".")) }
            if isPlain(label) {
                ascii += label.map(ASCII.lowercased)
            } else {
                ascii += try lookup(label)
            }
        }
        return ascii
    }

    private static func isPlain(_ label: ArraySlice<UInt8>) -> Bool {
        guard label.allSatisfy({ $0 < 0x80 }) else { return false }
        return !label.prefix(4).map(ASCII.lowercased).elementsEqual("xn--".utf8)
    }

    private static func lookup(_ label: ArraySlice<UInt8>) throws(WebURLError.Code) -> [UInt8] {
        guard !label.contains(0) else { throw .forbiddenHostCharacter }
        var result: UnsafeMutablePointer<UInt8>?
        let flags = CInt(IDN2_NONTRANSITIONAL.rawValue | IDN2_NFC_INPUT.rawValue)
        let code = Array(label + [0]).withUnsafeBufferPointer { idn2_lookup_u8($0.baseAddress, &result, flags) }
        defer { idn2_free(result) }
        if code == IDN2_DISALLOWED.rawValue, let ascii = SymbolLabel.toASCII(label) { return ascii }
        guard code == IDN2_OK.rawValue, let result else { throw .badInternationalHost }
        var ascii: [UInt8] = []
        var next = result
        while next.pointee != 0 {
            ascii.append(next.pointee)
            next += 1
        }
        return ascii
    }

    /// Splits at the full stop and at the three characters UTS 46 maps to it: U+3002, U+FF0E, U+FF61.
    private static func splitLabels(_ domain: [UInt8]) -> [ArraySlice<UInt8>] {
        var labels: [ArraySlice<UInt8>] = []
        var start = 0
        var index = 0
        while index < domain.count {
            let length = dotLength(domain[index...])
            if length > 0 {
                labels.append(domain[start..<index])
                start = index + length
            }
            index += max(length, 1)
        }
        labels.append(domain[start...])
        return labels
    }

    private static func dotLength(_ bytes: ArraySlice<UInt8>) -> Int {
        switch bytes.first {
        case 0x2E: 1
        case 0xE3 where bytes.starts(with: [0xE3, 0x80, 0x82]): 3
        case 0xEF where bytes.starts(with: [0xEF, 0xBC, 0x8E]) || bytes.starts(with: [0xEF, 0xBD, 0xA1]): 3
        default: 0
        }
    }
}
