internal import Canonical

/// The words by which prose reserves text and data mining or grants it, as data.
///
/// Format: `config/signals/reservations.yaml`, explained in `docs/formats/reservations.md`.
public final class ReservationTable: Sendable {
    static let fileName = "reservations.yaml"

    /// What finding a phrase means.
    enum Kind: UInt8, CaseIterable {
        case reserve
        case weakReserve
        case ownRight
        case rightsReserved
        case includes
        case object
        case topic
        case express
        case grant
        case possessor
        case personal
        case work
        case negative
        /// Says no to an object or a topic where nothing else is said: ``BluntDenial``.
        case denial
        /// May stand beside a denial.
        case beside
        /// What others say.
        case reported
        /// Reserves where nothing else is said beside it.
        case alone

        /// Without one of these a sentence neither reserves nor grants.
        var isStating: Bool {
            self == .object || self == .topic || self == .express || self == .grant || self == .alone
        }

        /// As the table writes it.
        var name: String {
            // Each spelt out: asking the runtime for the name of a case takes longer than reading a list of the table.
            switch self {
            case .reserve: "reserve"
            case .weakReserve: "weak_reserve"
            case .ownRight: "own_right"
            case .rightsReserved: "rights_reserved"
            case .includes: "includes"
            case .object: "object"
            case .topic: "topic"
            case .express: "express"
            case .grant: "grant"
            case .possessor: "possessor"
            case .personal: "personal"
            case .work: "work"
            case .negative: "negative"
            case .denial: "denial"
            case .beside: "beside"
            case .reported: "reported"
            case .alone: "alone"
            }
        }
    }

    /// The languages of the table, in its order.
    public let languages: [String]
    let matcher: PhraseMatcher
    /// Stand wherever a sentence may reserve or grant anything.
    let triggers: PhraseTriggers
    let abbreviations: Set<[UInt8]>
    let metas: Set<String>
    /// Names of fields of a response that speak of rights in words, in lower case.
    let headers: Set<String>
    /// Stand in a sentence that says that a list follows.
    private let announcements: PhraseTriggers
    private let paths: Set<[UInt8]>
    private let titles: [[UInt8]]
    private let titleTriggers: PhraseTriggers

    init(_ node: ConfigNode) throws(ConfigError) {
        let known = [
            "as_of", "source", "abbreviations", "legal_paths", "legal_titles", "rights_metas", "rights_headers",
            "announcements",
            "languages",
        ]
        let keys = try node.map(known)
        for key in known where keys[key] == nil { throw node.fault("\(key) is missing") }
        abbreviations = Set(try keys["abbreviations"]?.strings().map { FoldedText.phrase($0) } ?? [])
        paths = Set(try keys["legal_paths"]?.strings().map { $0.utf8.map(ByteText.lower) } ?? [])
        titles = try keys["legal_titles"]?.strings().map { FoldedText.phrase($0) } ?? []
        metas = Set(try keys["rights_metas"]?.strings().map { ByteText.lowercased($0) } ?? [])
        headers = Set(try keys["rights_headers"]?.strings().map { ByteText.lowercased($0) } ?? [])
        let titlePhrases = try Phrase.list(keys["legal_titles"], kind: 0)
        let announcing = try Phrase.list(keys["announcements"], kind: 0)
        var (languages, phrases): ([String], [Phrase]) = ([], [])
        for item in try keys["languages"]?.list() ?? [] {
            let language = try Self.language(item, into: &phrases)
            guard !languages.contains(language) else { throw item.fault("\(language) stands twice") }
            languages.append(language)
        }
        let stating = phrases.filter { Kind(rawValue: $0.kind)?.isStating == true }
        guard let matcher = PhraseMatcher(phrases), let triggers = PhraseTriggers(stating),
            let titleTriggers = PhraseTriggers(titlePhrases), let announcements = PhraseTriggers(announcing)
        else { throw node.fault("more phrases than a matcher holds (\(PhraseAutomaton.mostStates) bytes)") }
        (self.languages, self.matcher) = (languages, matcher)
        (self.triggers, self.titleTriggers, self.announcements) = (triggers, titleTriggers, announcements)
    }

    private static func language(_ node: ConfigNode, into phrases: inout [Phrase]) throws(ConfigError) -> String {
        let keys = try node.map(["language"] + Kind.allCases.map(\.name))
        guard let language = try keys["language"]?.string() else { throw node.fault("language is missing") }
        for kind in Kind.allCases {
            guard let list = keys[kind.name] else {
                throw node.fault("\(kind.name) is missing; an empty list says none")
            }
            phrases += try Phrase.list(list, kind: kind.rawValue)
        }
        return language
    }

    /// Whether a part of a text says that a list follows: `the following uses`.
    func announces(_ bytes: [UInt8], _ range: Range<Int>) -> Bool { announcements.stand(in: bytes, range) }

    /// Text to be searched by this table.
    func folded() -> FoldedText { FoldedText(abbreviations: abbreviations) }

    /// Whether the last part of a path says that the page states terms.
    func isLegal(path bytes: ArraySlice<UInt8>) -> Bool {
        let slash = UInt8(ascii: "/")
        let end = bytes.lastIndex { $0 != slash }.map { $0 + 1 } ?? bytes.startIndex
        let start = bytes[..<end].lastIndex(of: slash).map { $0 + 1 } ?? bytes.startIndex
        let name = bytes[start..<end].prefix { $0 != UInt8(ascii: ".") && $0 != UInt8(ascii: ";") }
        return name.count <= Self.longestPath && paths.contains(name.map(ByteText.lower))
    }

    /// Bytes up to which the last part of a path is looked at.
    private static let longestPath = 64

    /// Whether a title, or the part of it before or after a dash or bar, names a page of terms.
    ///
    /// A name of several words may go on: `Terms of Use and Notices`; one word may not: `Copyright and AI` is an essay.
    func isLegal(title: String) -> Bool {
        let bytes = Array(title.utf8)
        guard titleTriggers.stand(in: bytes, bytes.indices) else { return false }
        var parts: [[UInt8]] = []
        for part in title.split(whereSeparator: { "|–—·•:»«".contains($0) }) {
            parts += [part[...]].flatMap { Self.split($0) }
        }
        return [parts.first, parts.last].compactMap { $0 }.contains { part in
            titles.contains { $0 == part || $0.contains(0x20) && part.starts(with: $0 + [0x20]) }
        }
    }

    /// Parts at a hyphen between spaces.
    private static func split(_ text: Substring) -> [[UInt8]] {
        var parts: [[Substring]] = [[]]
        for word in text.split(separator: " ") {
            if word == "-" { parts.append([]) } else { parts[parts.count - 1].append(word) }
        }
        return parts.map { FoldedText.phrase($0.joined(separator: " ")) }.filter { !$0.isEmpty }
    }
}
