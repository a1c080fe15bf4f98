/// The words of RSL's lists and values.
enum RSLToken {
    static let users: Set<String> = ["commercial", "non-commercial", "education", "government", "personal"]
    static let warranties: Set<String> = ["ownership", "authority", "no-infringement", "privacy-consent", "no-malware"]
    static let disclaimers: Set<String> = ["as-is", "no-warranty", "no-liability", "no-indemnity"]

    /// The tokens of a list. The draft wrote commas between them.
    static func list(_ text: String, isDraft: Bool) -> [String] {
        text.utf8.split { byte in ByteText.isSpace(byte) || (isDraft && byte == UInt8(ascii: ",")) }
            .map { String($0) ?? "" }
    }

    /// `prefix:name`, a token of someone else's vocabulary.
    static func isExtension(_ token: String) -> Bool {
        let parts = token.utf8.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
        return parts.count == 2
            && parts.allSatisfy { part in
                guard let first = part.first else { return false }
                let startsName = ByteText.isLetter(first) || first == UInt8(ascii: "_") || first >= 0x80
                return startsName && part.allSatisfy { isNameByte($0) }
            }
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        ByteText.isUnreserved(byte) && byte != UInt8(ascii: "~") || byte >= 0x80
    }

    /// Two upper-case letters: a country or `EU`.
    static func isPlace(_ token: String) -> Bool { token.utf8.count == 2 && isUpper(token) }

    /// ISO 4217: three upper-case letters.
    static func isCurrency(_ text: String) -> Bool { text.utf8.count == 3 && isUpper(text) }

    private static func isUpper(_ text: String) -> Bool { text.utf8.allSatisfy { (0x41...0x5A).contains($0) } }

    /// Digits with at most one point, which has digits on both sides.
    static func isDecimal(_ text: String) -> Bool {
        let parts = text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        return (1...2).contains(parts.count) && parts.allSatisfy { !$0.isEmpty && $0.allSatisfy(ByteText.isDigit) }
    }

    /// A scheme and something after it (RFC 3986, section 4.3).
    static func isAbsoluteURI(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")), colon > 0, colon + 1 < bytes.count,
            ByteText.isLetter(bytes[0])
        else { return false }
        let isScheme = bytes[..<colon].allSatisfy { byte in
            ByteText.isLetter(byte) || ByteText.isDigit(byte) || "+-.".utf8.contains(byte)
        }
        return isScheme && !bytes.contains { $0 <= 0x20 || $0 == 0x7F }
    }

    static func isWebURL(_ text: String) -> Bool {
        let start = Array(text.utf8.prefix(8))[...]
        return ByteText.hasPrefix(start, "https://") || ByteText.hasPrefix(start, "http://")
    }
}
