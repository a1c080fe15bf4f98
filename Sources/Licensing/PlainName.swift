/// Names as files give them to bases, mandates, works, parties and roles: letters, digits, `.`, `_` and `-`.
public enum PlainName {
    /// What is wrong with a name, in words for the file's author; nil if nothing is.
    public static func problem(_ text: String) -> String? {
        let fits = text.utf8.allSatisfy { byte in
            (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
                || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
        }
        return fits && !text.isEmpty ? nil : "\(text) is no name; letters, digits, . _ - are due here"
    }
}
