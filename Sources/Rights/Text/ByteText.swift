internal import Markup

/// ASCII readings of byte slices, for text that comes in unknown encodings and must not be copied to be looked at.
enum ByteText {
    @inline(__always) static func lower(_ byte: UInt8) -> UInt8 { byte &- 0x41 < 26 ? byte | 0x20 : byte }
    @inline(__always) static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte &- 0x09 < 5 }
    @inline(__always) static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }
    @inline(__always) static func isLetter(_ byte: UInt8) -> Bool { lower(byte) &- 0x61 < 26 }

    /// RFC 3986, section 2.3: characters that mean the same escaped or not.
    @inline(__always) static func isUnreserved(_ byte: UInt8) -> Bool {
        isLetter(byte) || isDigit(byte) || byte == 0x2D || byte == 0x2E || byte == 0x5F || byte == 0x7E
    }

    /// Whether bytes are text in an encoding that keeps ASCII: no UTF-16, nothing compressed, no noise.
    static func isText(_ bytes: ArraySlice<UInt8>) -> Bool {
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { return false }
        return !bytes.contains(where: BinaryByte.isBinary)
    }

    /// Whether text is UTF-8 too; a file that is not may be noise, or say anything in an encoding nobody named.
    static func isUTF8(_ bytes: [UInt8]) -> Bool { String(validating: bytes, as: UTF8.self) != nil }

    static func hex(_ byte: UInt8) -> UInt8? {
        if isDigit(byte) { return byte &- 0x30 }
        let letter = lower(byte) &- 0x61
        return letter < 6 ? letter + 10 : nil
    }

    static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var (low, high) = (bytes.startIndex, bytes.endIndex)
        while low < high, isSpace(bytes[low]) { low += 1 }
        while low < high, isSpace(bytes[high - 1]) { high -= 1 }
        return bytes[low..<high]
    }

    /// Whether the bytes are `text`, which must be lower case, in any case of ASCII letters.
    static func equals(_ bytes: ArraySlice<UInt8>, _ text: String) -> Bool {
        bytes.count == text.utf8.count && zip(bytes, text.utf8).allSatisfy { lower($0) == $1 }
    }

    static func hasPrefix(_ bytes: ArraySlice<UInt8>, _ text: String) -> Bool {
        bytes.count >= text.utf8.count && equals(bytes.prefix(text.utf8.count), text)
    }

    /// Whether `text`, its ASCII letters in lower case, stands anywhere in the bytes, in any case of ASCII letters.
    static func contains(_ bytes: ArraySlice<UInt8>, _ text: String) -> Bool { place(of: text, in: bytes) != nil }

    /// Where `text`, its ASCII letters in lower case, stands first, in any case of ASCII letters.
    static func place(of text: String, in bytes: ArraySlice<UInt8>) -> Int? {
        var text = text
        let offset = text.withUTF8 { wanted in bytes.withUnsafeBufferPointer { place(of: wanted, in: $0) } }
        return offset.map { bytes.startIndex + $0 }
    }

    /// Whether some bytes stand among others, ASCII letters of the others in any case.
    static func holds(_ bytes: [UInt8], _ wanted: [UInt8]) -> Bool {
        wanted.withUnsafeBufferPointer { wanted in bytes.withUnsafeBufferPointer { place(of: wanted, in: $0) } } != nil
    }

    private static func place(of wanted: UnsafeBufferPointer<UInt8>, in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        guard let first = wanted.first else { return 0 }
        guard bytes.count >= wanted.count else { return nil }
        for at in 0...bytes.count - wanted.count where lower(bytes[at]) == first {
            var matched = 1
            while matched < wanted.count, lower(bytes[at + matched]) == wanted[matched] { matched += 1 }
            if matched == wanted.count { return at }
        }
        return nil
    }

    static func string(_ bytes: some Collection<UInt8>) -> String { String(decoding: bytes, as: UTF8.self) }

    /// The text with ASCII letters in lower case.
    static func lowercased(_ text: some StringProtocol) -> String {
        String(decoding: text.utf8.map(lower), as: UTF8.self)
    }

    static func trimmed(_ text: some StringProtocol) -> String { string(trimmed(Array(text.utf8)[...])) }
}
