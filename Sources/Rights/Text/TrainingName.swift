/// Names that people give to a line, a field or a meta element by which they mean training, and that no specification has.
enum TrainingName {
    private static let words: Set<String> = [
        "ai", "aitraining", "aitrain", "ml", "llm", "llms", "gpt", "genai", "train", "training", "tdm", "mining",
        "datamining", "scraping",
    ]
    private static let denials: Set<String> = ["no", "not", "disallow", "deny", "block", "forbid", "prohibit"]
    private static let longest = 48
    /// Every word has one of these in it, and few names of meta elements do.
    private static let marks = ["ai", "ml", "lm", "gpt", "tdm", "mining", "scraping"]

    /// Whether a name and its value plainly say no to training: `ai-training: no`, `no-ai: true`, `tdm_reservation: 1`.
    static func refuses(_ name: String, _ value: String) -> Bool {
        guard name.utf8.count <= longest else { return false }
        let name = ByteText.lowercased(name)
        let letters = Array(name.utf8.filter { $0 &- 0x61 < 26 })[...]
        guard marks.contains(where: { ByteText.contains(letters, $0) }) else { return false }
        let value = ByteText.lowercased(value)
        let parts = name.split { !$0.isLetter }.map(String.init)
        if parts.joined() == "tdmreservation" { return value != "0" && !RobotsDirective.isNo(value) }
        let isDenied = parts.first.map(denials.contains) ?? false || joined(name) != nil
        let speaks = parts.contains { words.contains($0) } || joined(name).map(words.contains) ?? false
        return speaks && isDenied != RobotsDirective.isNo(value)
    }

    /// What follows a denial that is written in one word with it: `noai`, `disallowaitraining`.
    private static func joined(_ name: String) -> String? {
        denials.lazy.filter(name.hasPrefix).map { String(name.dropFirst($0.count)) }.first { words.contains($0) }
    }
}
