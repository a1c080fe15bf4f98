/// What the comments of a robots file say that bears on its records.
enum RobotsComments {
    /// Whether the comments call restrictions express reservations and name Directive 2019/790.
    ///
    /// The text may be broken over lines anywhere between words.
    /// Source: the Content Signals policy of 2025-09-24, read 2026-11-23.
    static func reserveExpressly(_ bytes: ArraySlice<UInt8>) -> Bool {
        guard ByteText.contains(bytes, "2019/790") else { return false }
        let comments = text(bytes)[...]
        return ByteText.contains(comments, "express reservation") && ByteText.contains(comments, "2019/790")
    }

    /// All comments as one text, each run of white space one space.
    private static func text(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        var (out, isComment): ([UInt8], Bool) = ([], false)
        for byte in bytes {
            if byte == 0x0A || byte == 0x0D { isComment = false }
            if byte == UInt8(ascii: "#") { isComment = true }
            let isText = isComment && byte != UInt8(ascii: "#") && !ByteText.isSpace(byte)
            if isText { out.append(byte) } else if out.last.map({ $0 != 0x20 }) ?? false { out.append(0x20) }
        }
        return out
    }
}
