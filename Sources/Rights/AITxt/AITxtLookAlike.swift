extension AITxt.LookAlike {
    /// Tells what stands at `/ai.txt` where it is no file of Spawning's form.
    ///
    /// Source: aitxt.ing; draft-car-ai-txt-wellknown-00 of 2026-06-12; read 2026-11-23.
    init(_ bytes: [UInt8], from start: Int) {
        let body = ByteText.trimmed(bytes[start...])
        var (lines, pairs, refusal): (Int, Int, Refusal?) = (0, 0, nil)
        var at = start
        while at < bytes.count {
            let end = bytes[at...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.count
            let line = ByteText.trimmed(bytes[at..<end])
            if let first = line.first, first != UInt8(ascii: "#") {
                lines += 1
                if Self.isPair(line) { pairs += 1 }
                if refusal == nil, Self.refusesTraining(line) {
                    refusal = Refusal(line: Array(line), offset: line.startIndex)
                }
            }
            at = end + 1
        }
        if body.isEmpty {
            kind = .empty
        } else if body.first == UInt8(ascii: "<") {
            kind = .markup
        } else if body.starts(with: Array("---".utf8)) || body.starts(with: Array("# ".utf8)) && pairs == 0 {
            kind = .frontMatter
        } else {
            kind = lines > 0 && pairs * 2 > lines ? .keyValue : .prose
        }
        self.refusal = kind == .markup || kind == .frontMatter ? nil : refusal
    }

    /// `name: value` or `name=value`, the name one word.
    private static func isPair(_ line: ArraySlice<UInt8>) -> Bool {
        let name = line.prefix { $0 != UInt8(ascii: ":") && $0 != UInt8(ascii: "=") }
        guard name.count < line.count else { return false }
        let trimmed = ByteText.trimmed(name)
        return !trimmed.isEmpty && !trimmed.contains(where: ByteText.isSpace)
    }

    private static let objects: Set<String> = ["train", "training", "ai-training", "ai-train", "train-ai", "mining"]
    private static let refusals: Set<String> = [
        "no", "not", "never", "n", "false", "deny", "denied", "disallow", "disallowed", "forbidden", "prohibited",
        "prohibit", "reserved", "without", "opt-out", "none",
    ]

    /// A line that names training or mining and holds a word of refusal.
    private static func refusesTraining(_ line: ArraySlice<UInt8>) -> Bool {
        let words = line.prefix(1024).split { !ByteText.isLetter($0) && $0 != UInt8(ascii: "-") }
            .map { ByteText.string($0.map(ByteText.lower)) }
        return words.contains { objects.contains($0) } && words.contains { refusals.contains($0) }
    }
}
