/// The comments of a robots file, for what they say in words.
struct RobotsComments: Sendable {
    struct Line: Hashable, Sendable {
        /// From the mark to the end of the line.
        let place: Range<Int>
        /// It goes on from the comment of the line before.
        let continues: Bool
    }

    /// Bytes of comments that are read.
    static let limit = 64 * 1024

    private(set) var lines: [Line] = []
    /// Comments beyond the limit were not read.
    private(set) var isCut = false

    init(_ bytes: [UInt8], in range: Range<Int>) {
        var (start, left, wasComment) = (range.lowerBound, Self.limit, false)
        while start < range.upperBound {
            var (end, mark) = (start, -1)
            while end < range.upperBound, bytes[end] != 0x0A, bytes[end] != 0x0D {
                if mark < 0, bytes[end] == UInt8(ascii: "#") { mark = end }
                end += 1
            }
            let isWhole = mark >= 0 && ByteText.trimmed(bytes[start..<mark]).isEmpty
            if mark >= 0, end > mark + 1 {
                if end - mark > left {
                    isCut = true
                    return
                }
                left -= end - mark
                lines.append(Line(place: mark..<end, continues: wasComment && isWhole))
            }
            // The second half of CR LF is an empty line of its own, which ends no comment.
            if end > start || bytes[max(0, start - 1)] != 0x0D { wasComment = isWhole && end > mark + 1 }
            start = end + 1
        }
    }

    /// Whether the comments call restrictions express reservations and name Directive 2019/790.
    ///
    /// The text may be broken over lines anywhere between words.
    /// Source: the Content Signals policy of 2025-09-24, read 2026-11-23.
    func reserveExpressly(_ bytes: [UInt8]) -> Bool {
        guard lines.contains(where: { ByteText.contains(bytes[$0.place], "2019/790") }) else { return false }
        return ByteText.contains(text(bytes)[...], "express reservation")
    }

    /// All comments as one text, each run of white space one space.
    private func text(_ bytes: [UInt8]) -> [UInt8] {
        var out: [UInt8] = []
        for line in lines {
            for byte in bytes[line.place] {
                let isText = byte != UInt8(ascii: "#") && !ByteText.isSpace(byte)
                if isText { out.append(byte) } else if out.last.map({ $0 != 0x20 }) ?? false { out.append(0x20) }
            }
        }
        return out
    }
}
