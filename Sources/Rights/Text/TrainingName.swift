/// Names that people give to a line, a field or a meta element by which they mean training, and that no specification has.
enum TrainingName {
    private static let words: Set<String> = [
        "ai", "aitraining", "aitrain", "ml", "llm", "llms", "gpt", "genai", "train", "training", "tdm", "mining",
        "datamining", "scraping", "machinelearning", "deeplearning",
    ]
    private static let denials: Set<String> = [
        "no", "not", "disallow", "deny", "block", "forbid", "prohibit", "prohibits", "prohibited", "disallowed",
    ]
    /// Words of names that tell where a text comes from or what a page has, and not what may be done with it.
    private static let others: Set<String> = [
        "generated", "declaration", "disclosure", "disclaimer", "assisted", "created", "authored", "author", "written",
        "produced", "detection", "detected", "label", "provenance", "modified", "summary", "chat", "chatbot",
        "assistant", "model", "enabled",
    ]
    /// What else a value may say that names uses to be refused: `ai-all`, `AI models`.
    private static let beside: Set<String> = [
        "all", "use", "uses", "usage", "model", "models", "data", "for", "and", "of",
    ]
    /// Values that say no under any name that speaks of training.
    private static let reserving: Set<String> = [
        "opt-out", "optout", "opt out", "opted-out", "reserved", "not allowed", "not-allowed", "not permitted",
        "keep out",
        "stay out", "go away", "denied", "blocked", "excluded", "refused",
    ]
    private static let longest = 48

    /// Whether a name and its value plainly say no to training: `ai-training: no`, `no-ai: true`, `tdm_reservation: 1`,
    /// `ai-policy: no-training`.
    static func refuses(_ name: String, _ value: String) -> Bool {
        guard name.utf8.count <= longest, mayHoldWord(name.utf8) else { return false }
        let name = ByteText.lowercased(name)
        let value = ByteText.lowercased(value)
        let parts = paired(parts(name))
        if parts.joined() == "tdmreservation" { return value != "0" && !RobotsDirective.isNo(value) }
        let denied = joined(name)
        let speaks = parts.contains(where: words.contains) || denied.map(words.contains) ?? false
        guard speaks, !parts.contains(where: others.contains) else { return false }
        if isRefusal(value) || reserving.contains(value) { return true }
        let isDenied = denied != nil || parts.contains(where: denials.contains)
        return isDenied != (RobotsDirective.isNo(value) || RobotsDirective.shutOut.contains(value))
    }

    /// Whether a few words by themselves say no to training: `noai`, `no-training`, `disallow AI`.
    static func isRefusal(_ text: String) -> Bool {
        guard text.utf8.count <= longest else { return false }
        let parts = parts(ByteText.lowercased(text))
        guard let first = parts.first else { return false }
        let rest = parts.dropFirst()
        guard rest.allSatisfy({ words.contains($0) || beside.contains($0) }) else { return false }
        return joined(first) != nil || denials.contains(first) && rest.contains(where: words.contains)
    }

    /// Whether a name says no and its value names training: `Prohibits: ai-train`.
    static func refusesSwapped(_ name: String, _ value: String) -> Bool {
        guard denials.contains(ByteText.lowercased(name)), value.utf8.count <= longest else { return false }
        let parts = parts(ByteText.lowercased(value))
        return parts.contains(where: words.contains)
            && parts.allSatisfy { words.contains($0) || beside.contains($0) || $0 == "input" || $0 == "index" }
    }

    /// The parts with `machine learning` and `deep learning` as one.
    private static func paired(_ parts: [String]) -> [String] {
        guard let at = parts.firstIndex(of: "learning"), at > 0, words.contains(parts[at - 1] + "learning") else {
            return parts
        }
        return parts[..<(at - 1)] + [parts[at - 1] + "learning"] + parts[(at + 1)...]
    }

    private static func parts(_ text: String) -> [String] { text.split { !$0.isLetter }.map(String.init) }

    /// Whether among the letters of a name stand two or three that each of the words has; few names of meta elements do.
    static func mayHoldWord(_ name: some Sequence<UInt8>) -> Bool {
        var last: UInt32 = 0
        for byte in name {
            let letter = byte | 0x20
            guard letter &- 0x61 < 26 else { continue }
            last = last << 8 | UInt32(letter)
            switch last & 0xFFFF {
            case 0x6169, 0x6D6C, 0x6C6D: return true  // ai, ml, lm
            default: break
            }
            switch last & 0xFF_FFFF {
            // gpt, tdm, mining, scraping, learning
            case 0x67_7074, 0x74_646D, 0x6D_696E, 0x72_6170, 0x6C_6561: return true
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
