internal import Canonical

/// Marks of pages that stand in place of a text: challenges, logins, paywalls, as data.
///
/// Format: `config/signals/walls.yaml`, explained in `docs/formats/walls.md`.
public final class WallTable: Sendable {
    static let fileName = "walls.yaml"

    enum Kind: String, CaseIterable {
        case challenge, login, paywall
    }

    /// One vendor, or one kind of wall that many build.
    struct Wall: Sendable {
        let name: String
        let kind: Kind
    }

    let walls: [Wall]
    /// What to look for in which place; what they find is an index of ``walls``.
    let scripts: LiteralSearch
    let classes: LiteralSearch
    let raw: LiteralSearch
    let texts: PhraseMatcher
    private let titles: [(bytes: [UInt8], wall: Int)]
    /// Name and value of a header, both in lower case.
    private let headers: [(name: String, value: String, wall: Int)]
    /// Parts of a path, in lower case and without an extension.
    private let paths: [String: Int]

    private static let lists = ["headers", "paths", "scripts", "classes", "raw", "titles", "texts"]

    init(_ node: ConfigNode) throws(ConfigError) {
        let keys = try node.map(["as_of", "source", "walls"])
        for key in ["as_of", "source", "walls"] where keys[key] == nil { throw node.fault("\(key) is missing") }
        var (walls, phrases): ([Wall], [Phrase]) = ([], [])
        var found: [String: [(String, Int)]] = [:]
        for item in try keys["walls"]?.list() ?? [] {
            let keys = try item.map(["name", "kind"] + Self.lists)
            guard let name = try keys["name"]?.string(), let kind = Kind(rawValue: try keys["kind"]?.string() ?? "")
            else {
                throw item.fault("a wall has a name, and is a challenge, login or paywall")
            }
            for list in Self.lists {
                guard let texts = keys[list] else { throw item.fault("\(list) is missing; an empty list says none") }
                guard list != "texts" else {
                    for text in try texts.list() { phrases.append(try Phrase(text, kind: UInt8(walls.count))) }
                    continue
                }
                for text in try texts.strings() { found[list, default: []].append((text, walls.count)) }
            }
            walls.append(Wall(name: name, kind: kind))
            guard walls.count < 255 else { throw item.fault("more than 254 walls") }
        }
        guard let scripts = LiteralSearch(found["scripts"] ?? []), let raw = LiteralSearch(found["raw"] ?? []),
            let classes = LiteralSearch(found["classes"] ?? [], isWhole: true), let texts = PhraseMatcher(phrases)
        else { throw node.fault("an empty mark, or more than a search holds (\(PhraseAutomaton.mostStates) bytes)") }
        (self.walls, self.scripts, self.classes, self.raw, self.texts) = (walls, scripts, classes, raw, texts)
        titles = (found["titles"] ?? []).map { (FoldedText.phrase($0.0), $0.1) }
        headers = try Self.headers(found["headers"] ?? [], node)
        paths = Dictionary((found["paths"] ?? []).map { (ByteText.lowercased($0.0), $0.1) }) { first, _ in first }
    }

    private static func headers(
        _ texts: [(String, Int)], _ node: ConfigNode
    ) throws(ConfigError) -> [(name: String, value: String, wall: Int)] {
        var found: [(name: String, value: String, wall: Int)] = []
        for (text, wall) in texts {
            let parts = ByteText.lowercased(text).split(separator: ":", maxSplits: 1).map { ByteText.trimmed($0) }
            guard parts.count == 2, parts.allSatisfy({ !$0.isEmpty }) else {
                throw node.fault("\(text) is no header; \"name: value\" is")
            }
            found.append((parts[0], parts[1], wall))
        }
        return found
    }

    /// The wall that a header of a response tells of.
    func wall(headers fields: HeaderList) -> Wall? {
        headers.first { header in
            fields.all(header.name).contains { ByteText.lowercased(ByteText.trimmed($0)) == header.value }
        }.map { walls[$0.wall] }
    }

    /// The wall that a part of a URL's path names.
    ///
    /// - Parameter url: Absolute; query and fragment do not count.
    func wall(path url: String) -> Wall? {
        let path = url.prefix { $0 != "?" && $0 != "#" }
        return path.split(separator: "/").dropFirst(2).lazy.compactMap { [paths] part in
            paths[ByteText.lowercased(part.prefix { $0 != "." })]
        }.first.map { walls[$0] }
    }

    /// The wall whose title a page's title is, or begins with as whole words.
    func wall(title: String) -> Wall? {
        let bytes = FoldedText.phrase(title.prefix(200))
        let found = titles.first { title in
            guard bytes.starts(with: title.bytes) else { return false }
            // One word may begin anything: "Captcha: a history" is an article.
            let isPhrase = title.bytes.contains(0x20) || title.bytes.contains { $0 >= 0x80 }
            let next = bytes.dropFirst(title.bytes.count).first
            return next == nil || isPhrase && !PhraseMatcher.isWord(next ?? 0)
        }
        return found.map { walls[$0.wall] }
    }
}
