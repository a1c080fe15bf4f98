/// Text bodies, brought to the line form of document rows.
enum PlainText {
    /// CR LF and CR become LF; NUL is dropped; space at either end too.
    static func tidy(_ text: [UInt8]) -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(text.count)
        var previous: UInt8 = 0
        for byte in text {
            if byte == 0x0D {
                out.append(0x0A)
            } else if byte == 0x0A, previous == 0x0D {
                previous = byte
                continue
            } else if byte != 0 {
                out.append(byte)
            }
            previous = byte
        }
        while let last = out.last, last <= 0x20 { out.removeLast() }
        return Array(out.drop { $0 <= 0x20 })
    }
}
