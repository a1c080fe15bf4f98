/// The languages the pages are written in.
enum Language: String, CaseIterable, Hashable, Sendable {
    case english = "en"
    case chinese = "zh"
    case german = "de"
    case french = "fr"
    case japanese = "ja"
    case spanish = "es"

    /// What it calls itself.
    var name: String {
        switch self {
        case .english: "English"
        case .chinese: "中文"
        case .german: "Deutsch"
        case .french: "Français"
        case .japanese: "日本語"
        case .spanish: "Español"
        }
    }

    /// As BCP 47 has it.
    var tag: String { self == .chinese ? "zh-Hans" : rawValue }

    /// The language a path begins with.
    init?(path: String) {
        guard let first = path.split(separator: "/").first else { return nil }
        self.init(rawValue: String(first))
    }

    /// The best for an `Accept-Language` field; English if none is asked for.
    ///
    /// Source: RFC 9110, section 12.5.4, read 2026-11-30.
    init(accepting field: String?) {
        var best: (language: Language, weight: Double) = (.english, 0)
        for item in (field ?? "").prefix(1000).split(separator: ",") {
            let parts = item.split(separator: ";").map(\.trimmed)
            guard let range = parts.first, let tag = range.split(separator: "-").first,
                let language = Language(rawValue: tag.lowercased())
            else { continue }
            let weight = parts.dropFirst().first { $0.hasPrefix("q=") }.flatMap { Double($0.dropFirst(2)) } ?? 1
            if weight > best.weight { best = (language, weight) }
        }
        self = best.language
    }
}
