/// What an `ai.txt` says in words.
enum AITxtProse {
    /// The first sentence that reserves text and data mining; nil if there is none.
    static func refusal(in bytes: [UInt8], _ table: ReservationTable) -> Range<Int>? {
        guard table.triggers.stand(in: bytes, bytes.indices) else { return nil }
        var (text, start) = (table.folded(), 0)
        while start < bytes.count {
            let end = bytes[start...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.count
            let line = ByteText.trimmed(bytes[start..<end])
            let isHeading = line.first == UInt8(ascii: "#")
            if line.isEmpty { text.endBlock() }
            // With the byte that ends the line, which is a space between words.
            let words = line.drop { $0 == UInt8(ascii: "#") }
            if !words.isEmpty { text.append(bytes, in: words.startIndex..<min(end + 1, bytes.count)) }
            if isHeading, line.count < 40 { text.endBlock() }
            start = end + 1
        }
        guard let found = ProseFinding.find(text, source: bytes, table: table, needsPossessor: false),
            case .reserves = found.answer
        else { return nil }
        return text.place(of: found.sentence, in: bytes)
    }
}
