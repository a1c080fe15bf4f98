/// Characters that no name holds: nobody sees them, and by some of them one name looks like another.
///
/// Source: Unicode 15.1, general category Cc, the separators U+2028 and U+2029, and property Bidi_Control; read 2026-11-30.
public enum HiddenMarks {
    /// The first of them in a text, as people name it (`U+202E`); nil if there is none.
    ///
    /// - Parameter allowsLines: Whether tabs and the ends of lines may stand in it, as in a text of several lines.
    public static func first(in text: String, allowsLines: Bool = false) -> String? {
        // Nearly all names are of printable ASCII.
        guard text.utf8.contains(where: { $0 < 0x20 || $0 >= 0x7F }) else { return nil }
        let found = text.unicodeScalars.first { scalar in
            isHidden(scalar.value) && !(allowsLines && [0x09, 0x0A, 0x0D].contains(scalar.value))
        }
        return found.map { scalar in
            let digits = String(scalar.value, radix: 16, uppercase: true)
            return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
        }
    }

    private static func isHidden(_ value: UInt32) -> Bool {
        switch value {
        case 0..<0x20, 0x7F...0x9F, 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069: true
        default: false
        }
    }
}

extension ConfigNode {
    /// Refuses characters that nobody sees, in any key or text here or below.
    ///
    /// - Throws: ``ConfigError`` at the first of them.
    public func checkMarks() throws(ConfigError) {
        switch content {
        case .scalar(let text):
            if let mark = HiddenMarks.first(in: text, allowsLines: true) {
                throw fault("the text holds \(mark), a character that nobody sees; write it without")
            }
        case .list(let items):
            for item in items { try item.checkMarks() }
        case .map(let members):
            for member in members {
                // The key is not told: it would hide in the message, too.
                if let mark = HiddenMarks.first(in: member.key, allowsLines: true) {
                    throw ConfigError(
                        file: file, line: member.line, key: path,
                        problem: "a key holds \(mark), a character that nobody sees; write it without")
                }
                try member.value.checkMarks()
            }
        }
    }
}
