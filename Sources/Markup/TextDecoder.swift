/// Brings bytes of a known encoding to UTF-8.
///
/// Malformed sequences become U+FFFD and are counted.
enum TextDecoder {
    static func decode(_ bytes: [UInt8], from encoding: TextEncoding) throws(MarkupError) -> (
        text: [UInt8], replacements: Int
    ) {
        if encoding == .replacement { throw MarkupError(code: .undecodable, detail: encoding.rawValue) }
        if encoding == .utf8 { return repair(bytes) }
        if encoding.isSingleByte { return try decodeSingleByte(bytes, encoding) }
        let converted = try Converter(encoding).convert(bytes)
        return replacingNUL(converted.text, converted.replacements)
    }

    /// Swift's decoding replaces each maximal malformed part by one U+FFFD, as the Encoding Standard does.
    private static func repair(_ bytes: [UInt8]) -> (text: [UInt8], replacements: Int) {
        let text = Array(String(decoding: bytes, as: UTF8.self).utf8)
        return replacingNUL(text, countReplacementCharacters(text) - countReplacementCharacters(bytes))
    }

    private static func countReplacementCharacters(_ bytes: [UInt8]) -> Int {
        guard bytes.count >= 3 else { return 0 }
        return (0..<bytes.count - 2).count { bytes[$0] == 0xEF && bytes[$0 + 1] == 0xBF && bytes[$0 + 2] == 0xBD }
    }

    private static func replacingNUL(_ text: [UInt8], _ replacements: Int) -> (text: [UInt8], replacements: Int) {
        let nulls = text.count { $0 == 0 }
        guard nulls > 0 else { return (text, replacements) }
        var clean: [UInt8] = []
        clean.reserveCapacity(text.count + nulls * 2)
        for byte in text {
            if byte == 0 { clean.append(contentsOf: replacement) } else { clean.append(byte) }
        }
        return (clean, replacements + nulls)
    }

    private static let replacement: [UInt8] = [0xEF, 0xBF, 0xBD]

    private static func decodeSingleByte(
        _ bytes: [UInt8], _ encoding: TextEncoding
    ) throws(MarkupError) -> (text: [UInt8], replacements: Int) {
        let table = try singleByteTable(encoding)
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count + bytes.count / 2)
        var replacements = 0
        for byte in bytes {
            if byte < 0x80, byte > 0 {
                text.append(byte)
            } else {
                let sequence = byte == 0 ? replacement : table[Int(byte) - 0x80]
                if sequence == replacement { replacements += 1 }
                text.append(contentsOf: sequence)
            }
        }
        return (text, replacements)
    }

    /// The 128 upper characters as UTF-8.
    ///
    /// What iconv leaves open between 0x80 and 0x9F is a control in the Encoding Standard.
    private static func singleByteTable(_ encoding: TextEncoding) throws(MarkupError) -> [[UInt8]] {
        if encoding == .userDefined {
            return (UInt32(0xF780)...0xF7FF).map { Array(String(Unicode.Scalar($0) ?? "\u{FFFD}").utf8) }
        }
        let converter = try Converter(encoding)
        return (UInt8(0x80)...0xFF).map { byte in
            let converted = converter.convert([byte])
            return converted.replacements > 0 && byte < 0xA0 ? [0xC2, byte] : converted.text
        }
    }
}
