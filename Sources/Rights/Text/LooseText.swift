/// Text as people write it who mean ASCII: quotes, dashes and letters of word processors, characters nobody sees.
enum LooseText {
    /// Whether anything in a text is other than printable ASCII or is a quote: most texts are as they should be.
    static func isLoose(_ text: String) -> Bool {
        text.utf8.contains { $0 >= 0x80 || $0 < 0x20 || $0 == 0x22 || $0 == 0x27 || $0 == 0x60 }
    }

    /// The text with wide letters and marks as narrow ones, dashes as hyphens and odd spaces as spaces; without quotes
    /// and without what nobody sees.
    static func plain(_ text: String) -> String {
        guard isLoose(text) else { return text }
        var out = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x09, 0x0A, 0x0C, 0x0D, 0xA0, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: out.append(" ")
            case ..<0x20, 0x7F...0x9F, 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2064, 0xFEFF, 0xFFFD: continue
            case 0x22, 0x27, 0x60, 0xAB, 0xB4, 0xBB, 0x2018...0x201F, 0x2032...0x2037, 0x2039, 0x203A, 0x300C...0x300F:
                continue
            case 0x2010...0x2015, 0x2212, 0xFE58, 0xFE63: out.append("-")
            case 0x3001: out.append(",")
            case 0xFF02, 0xFF07: continue
            case 0xFF01...0xFF5E: out.append(Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar)
            default: out.append(scalar)
            }
        }
        return String(out)
    }
}
