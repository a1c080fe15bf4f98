extension AITxt.LookAlike {
    /// Tells what stands at `/ai.txt` where it is no file of Spawning's form.
    ///
    /// Source: aitxt.ing; draft-car-ai-txt-wellknown-00 of 2026-06-12; read 2026-11-23.
    init(_ bytes: [UInt8], from start: Int) {
        let body = ByteText.trimmed(bytes[start...])
        let isMarkdown = body.starts(with: Self.fence)
        var (lines, pairs, refusal): (Int, Int, Refusal?) = (0, 0, nil)
        // One that says nothing else, which counts in any text.
        var plain: Refusal?
        // What a list of YAML hangs on, and whether the line stands in the block at the head of a Markdown file.
        var (parent, isMatter): (ArraySlice<UInt8>, Bool) = ([], body.starts(with: Self.fence))
        var (at, isHead) = (start, isMatter)
        while at < bytes.count {
            let end = bytes[at...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.count
            let line = ByteText.trimmed(bytes[at..<end])
            if let first = line.first, first != UInt8(ascii: "#") {
                lines += 1
                if Self.isPair(line) { pairs += 1 }
                if plain == nil, Self.refusesPlainly(line) {
                    plain = Refusal(line: Array(line), offset: line.startIndex)
                }
                if isMatter, line.elementsEqual(Self.fence) {
                    if isHead { isHead = false } else { isMatter = false }
                }
                let isItem = first == UInt8(ascii: "-")
                if !isItem { parent = line.last == UInt8(ascii: ":") ? line : [] }
                let whole = isItem ? Array(parent + line)[...] : line
                if refusal == nil, isMatter || !isMarkdown, Self.refusesTraining(whole) {
                    refusal = Refusal(line: Array(line), offset: line.startIndex)
                }
            }
            at = end + 1
        }
        if body.isEmpty {
            kind = .empty
        } else if body.first == UInt8(ascii: "<") {
            kind = .markup
        } else if isMarkdown || body.starts(with: Array("# ".utf8)) && pairs == 0 {
            kind = .frontMatter
        } else {
            kind = lines > 0 && pairs * 2 > lines ? .keyValue : .prose
        }
        self.refusal = kind == .markup ? nil : kind == .frontMatter && !isMarkdown ? plain : refusal ?? plain
    }

    /// `name: value` or `name=value`, the name one word.
    private static func isPair(_ line: ArraySlice<UInt8>) -> Bool {
        let name = line.prefix { $0 != UInt8(ascii: ":") && $0 != UInt8(ascii: "=") }
        guard name.count < line.count else { return false }
        let trimmed = ByteText.trimmed(name)
        return !trimmed.isEmpty && !trimmed.contains(where: ByteText.isSpace)
    }

    /// `No AI`, `Policy: no-training`, `AI: no`: a line of which nothing but a refusal of training can be meant, in this file.
    private static func refusesPlainly(_ line: ArraySlice<UInt8>) -> Bool {
        guard line.count <= 128 else { return false }
        let text = ByteText.string(line.filter { $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "'") })
        if TrainingName.isRefusal(text) { return true }
        let pair = text.split(maxSplits: 1) { $0 == ":" || $0 == "=" }.map { ByteText.trimmed($0) }
        guard pair.count == 2 else { return false }
        let isDenied =
            general.contains(ByteText.lowercased(pair[0])) && RobotsDirective.isNo(ByteText.lowercased(pair[1]))
        return isDenied || TrainingName.isRefusal(pair[1]) || TrainingName.refuses(pair[0], pair[1])
            || TrainingName.refusesSwapped(pair[0], pair[1])
    }

    /// Names of settings that mean all that the file is about.
    private static let general: Set<String> = [
        "policy", "default", "access", "usage", "use", "permission", "permissions", "allow", "allowed", "crawling",
        "bots",
    ]

    private static let fence = Array("---".utf8)
    private static let refusals: Set<String> = [
        "no", "not", "never", "n", "false", "deny", "denied", "disallow", "disallowed", "forbidden", "prohibited",
        "prohibit", "reserved", "without", "opt-out", "none", "off",
    ]

    /// A line that names training or mining and holds a word of refusal, or a zero for a value.
    private static func refusesTraining(_ line: ArraySlice<UInt8>) -> Bool {
        let line = line.prefix(1024)
        let words = line.split { !ByteText.isLetter($0) && $0 != UInt8(ascii: "-") }
            .map { ByteText.string($0.map(ByteText.lower)) }
        guard words.contains(where: isObject) else { return false }
        return words.contains { refusals.contains($0) } || isZero(line)
    }

    /// `training`, `ai-train`, `allowTraining`; no `constraint`.
    private static func isObject(_ word: String) -> Bool {
        word.contains("training") || word.hasPrefix("train") || word.hasSuffix("-train") || word.hasSuffix("mining")
            || word == "allowtrain" || word == "aitrain"
    }

    private static func isZero(_ line: ArraySlice<UInt8>) -> Bool {
        guard let mark = line.lastIndex(where: { $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "=") }) else {
            return false
        }
        let value = ByteText.trimmed(
            line[(mark + 1)...].filter { $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "'") }[...])
        return value.elementsEqual([UInt8(ascii: "0")])
    }
}
