/// Names that people give to a line, a field or a meta element by which they mean training, and that no specification has.
enum TrainingName {
    private static let words: Set<String> = [
        "ai", "aitraining", "aitrain", "ml", "llm", "llms", "gpt", "genai", "train", "training", "tdm", "mining",
        "datamining", "scraping",
    ]
    private static let denials: Set<String> = ["no", "not", "disallow", "deny", "block", "forbid", "prohibit"]
    private static let longest = 48

    /// Whether a name and its value plainly say no to training: `ai-training: no`, `no-ai: true`, `tdm_reservation: 1`.
    static func refuses(_ name: String, _ value: String) -> Bool {
        guard name.utf8.count <= longest else { return false }
        guard mayHoldWord(name) else { return false }
        let name = ByteText.lowercased(name)
        let value = ByteText.lowercased(value)
        let parts = name.split { !$0.isLetter }.map(String.init)
        if parts.joined() == "tdmreservation" { return value != "0" && !RobotsDirective.isNo(value) }
        let isDenied = parts.first.map(denials.contains) ?? false || joined(name) != nil
        let speaks = parts.contains { words.contains($0) } || joined(name).map(words.contains) ?? false
        return speaks && isDenied != RobotsDirective.isNo(value)
    }

    /// Whether among the letters of a name stand two or three that each of the words has; few names of meta elements do.
    private static func mayHoldWord(_ name: String) -> Bool {
        var last: UInt32 = 0
        for byte in name.utf8 {
            let letter = byte | 0x20
            guard letter &- 0x61 < 26 else { continue }
            last = last << 8 | UInt32(letter)
            switch last & 0xFFFF {
            case 0x6169, 0x6D6C, 0x6C6D: return true  // ai, ml, lm
            default: break
            }
            switch last & 0xFF_FFFF {
            case 0x67_7074, 0x74_646D, 0x6D_696E, 0x72_6170: return true  // gpt, tdm, mining, scraping
            default: break
            }
        }
        return false
    }

    /// What follows a denial that is written in one word with it: `noai`, `disallowaitraining`.
    private static func joined(_ name: String) -> String? {
        denials.lazy.filter(name.hasPrefix).map { String(name.dropFirst($0.count)) }.first { words.contains($0) }
    }
}
