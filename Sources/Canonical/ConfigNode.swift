internal import Yams

/// One node of a YAML file, with its place, for reading settings strictly.
///
/// Anchors, merge keys and several documents are refused: a settings file must say what it says where it says it.
/// Source: YAML 1.2.2, date read 2026-11-23.
public struct ConfigNode: Sendable {
    public enum Content: Sendable {
        case scalar(String)
        case list([ConfigNode])
        case map([(key: String, line: Int, value: ConfigNode)])
    }

    private let tree: ConfigTree
    /// Its row in the tree.
    private let place: Int

    public var file: String { tree.file }
    public var line: Int { Int(tree.entries[place].line) }
    /// The path of keys from the top of the file.
    public var path: String { tree.path(of: place) }
    /// A plain `null`, `~` or nothing at all.
    public var isNull: Bool { kind == .plain && Self.nulls.contains(tree.entries[place].text) }

    public var content: Content {
        switch kind {
        case .plain, .text: .scalar(tree.entries[place].text)
        case .list: .list(Array(below))
        case .map: .map(below.map { ($0.key, $0.keyLine, $0) })
        }
    }

    static let nulls = ["", "~", "null", "Null", "NULL"]

    private var kind: ConfigTree.Entry.Kind { tree.entries[place].kind }
    /// In quotes, a block, or tagged as text: a text whatever it spells.
    private var isText: Bool { kind == .text }
    private var key: String { tree.entries[place].key }
    private var keyLine: Int { Int(tree.entries[place].keyLine) }
    /// What a list or map holds, in order.
    private var below: Below { Below(tree: tree, at: place + 1, end: Int(tree.entries[place].end)) }

    private struct Below: Sequence, IteratorProtocol {
        let tree: ConfigTree
        var at: Int
        let end: Int

        mutating func next() -> ConfigNode? {
            guard at < end else { return nil }
            defer { at = Int(tree.entries[at].end) }
            return ConfigNode(tree: tree, place: at)
        }
    }

    private init(tree: ConfigTree, place: Int = 0) {
        self.tree = tree
        self.place = place
    }

    /// Reads a file's text.
    ///
    /// - Throws: ``ConfigError`` with the line, for broken YAML and for duplicate keys.
    public static func read(_ text: String, file: String) throws(ConfigError) -> ConfigNode {
        // Whatever is not surely plain, faults above all, is read by the whole of YAML.
        if let entries = PlainYAML.entries(of: text) {
            return ConfigNode(tree: ConfigTree(file: file, entries: entries))
        }
        do {
            return ConfigNode(tree: ConfigTree(file: file, entries: try ConfigTree.entries(yaml: text, file: file)))
        } catch let error as ConfigError {
            throw error
        } catch let error as YamlError {
            throw ConfigError(
                file: file, line: line(of: error, text), key: "", problem: "not valid YAML: \(words(of: error))")
        } catch {
            throw ConfigError(file: file, line: 0, key: "", problem: "not valid YAML: \(error)")
        }
    }

    /// On one line, without the text around it, which may be anything.
    private static func words(of error: YamlError) -> String {
        switch error {
        case .reader(let problem, _, _, _), .scanner(_, let problem, _, _), .parser(_, let problem, _, _),
            .composer(_, let problem, _, _):
            problem
        case .duplicatedKeysInMapping(let keys, _): "a key stands twice: \(keys.joined(separator: ", "))"
        default: String("\(error)".prefix { !$0.isNewline })
        }
    }

    private static func line(of error: YamlError, _ text: String) -> Int {
        switch error {
        case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _): mark.line
        case .duplicatedKeysInMapping(let keys, let context): second(of: keys, in: text) ?? context.mark.line
        default: 0
        }
    }

    /// The line where one of the keys stands for the second time, as far as plain keys on lines of their own tell.
    private static func second(of keys: [String], in text: String) -> Int? {
        var seen: Set<String> = []
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let bare = line.drop { $0 == " " || $0 == "-" }
            guard let key = keys.first(where: { bare.hasPrefix($0 + ":") }) else { continue }
            if !seen.insert(line.prefix(line.count - bare.count) + key).inserted { return index + 1 }
        }
        return nil
    }

    /// A node of what was kept as JSON: every scalar plain, as a file would have it without quotes.
    public init(json: JSONValue, file: String) {
        self.init(tree: ConfigTree(file: file, entries: ConfigTree.entries(json: json)))
    }

    /// Reads a file of JSON as ``read(_:file:)`` reads YAML: every scalar plain, as a file would have it without quotes.
    ///
    /// - Throws: ``ConfigError`` with the line, and the octet in words, for what is no JSON, and for duplicate keys.
    public static func read(json bytes: [UInt8], file: String) throws(ConfigError) -> ConfigNode {
        let value: JSONValue
        do throws(JSONError) { value = try JSONReader.read(bytes) } catch {
            throw ConfigError(
                file: file, line: JSONLines.line(at: error.offset, in: bytes), key: "",
                problem: "it is no JSON: \(error)")
        }
        let lines = JSONLines.values(in: bytes)
        return ConfigNode(tree: ConfigTree(file: file, entries: ConfigTree.entries(json: value, lines: lines)))
    }

    /// A map of lists whose items were read from lines of a file: every scalar plain, and each item named by its line.
    public init(sections: [(key: String, items: [(json: JSONValue, line: Int)])], file: String) {
        self.init(tree: ConfigTree(file: file, entries: ConfigTree.entries(sections: sections)))
    }

    /// An error at this node.
    public func fault(_ problem: String) -> ConfigError {
        ConfigError(file: file, line: line, key: path, problem: problem)
    }

    /// The members of a map, none but `known` being allowed.
    ///
    /// - Throws: ``ConfigError`` at the first unknown key, naming it and the known ones.
    public func map(_ known: [String]) throws(ConfigError) -> [String: ConfigNode] {
        guard kind == .map else { throw fault("a map of \(known.joined(separator: ", ")) is due here") }
        var found = [String: ConfigNode](minimumCapacity: known.count)
        for member in below {
            guard known.contains(member.key) else {
                throw ConfigError(
                    file: file, line: member.keyLine, key: member.path,
                    problem: "unknown key; known here: \(known.sorted().joined(separator: ", "))")
            }
            found[member.key] = member
        }
        return found
    }

    /// The members of a map whose keys are the user's own, in the order written.
    public func entries() throws(ConfigError) -> [(key: String, value: ConfigNode)] {
        guard kind == .map else { throw fault("a map is due here") }
        return below.map { ($0.key, $0) }
    }

    public func list() throws(ConfigError) -> [ConfigNode] {
        if isNull { return [] }
        guard kind == .list else { throw fault("a list is due here") }
        return Array(below)
    }

    public func string() throws(ConfigError) -> String {
        guard kind == .plain || kind == .text, !isNull else { throw fault("a text is due here") }
        return tree.entries[place].text
    }

    public func strings() throws(ConfigError) -> [String] {
        var out: [String] = []
        for item in try list() { out.append(try item.string()) }
        return out
    }

    /// `true` or `false`, not in quotes: a text is no answer to a question of yes or no.
    public func bool() throws(ConfigError) -> Bool {
        switch try string() {
        case let text where isText: throw fault("true or false is due here without quotes, not the text \"\(text)\"")
        case "true": return true
        case "false": return false
        case let other: throw fault("true or false is due here, not \(other)")
        }
    }

    /// A whole number within `range`; `_` may group digits.
    public func integer(in range: ClosedRange<Int>) throws(ConfigError) -> Int {
        let text = try string()
        guard !isText, let value = Int(text.filter { $0 != "_" }) else {
            throw fault("a whole number is due here, not \(isText ? "the text " : "")\(text)")
        }
        guard range.contains(value) else {
            throw fault("\(value) is outside \(range.lowerBound)...\(range.upperBound)")
        }
        return value
    }

    /// A length of time such as `500ms`, `30s`, `5m`, `24h`, `90d`, in milliseconds.
    public func milliseconds() throws(ConfigError) -> Int {
        let text = try string()
        guard let value = Self.milliseconds(text) else {
            throw fault("a length of time is due here (500ms, 30s, 5m, 24h, 90d), not \(text)")
        }
        return value
    }

    /// Reads a length of time as settings write it; nil for anything else.
    public static func milliseconds(_ text: String) -> Int? {
        let units: [(String, Int)] = [("ms", 1), ("s", 1000), ("m", 60_000), ("h", 3_600_000), ("d", 86_400_000)]
        for (unit, factor) in units where text.hasSuffix(unit) {
            guard let count = Int(text.dropLast(unit.count)), count >= 0 else { continue }
            let (product, overflow) = count.multipliedReportingOverflow(by: factor)
            return overflow ? nil : product
        }
        return nil
    }

    /// A number of bytes such as `512000`, `64KiB`, `10MiB`, `2GiB`.
    public func byteCount() throws(ConfigError) -> Int {
        let text = try string()
        let units: [(String, Int)] = [("KiB", 1 << 10), ("MiB", 1 << 20), ("GiB", 1 << 30), ("TiB", 1 << 40), ("", 1)]
        for (unit, factor) in units where text.hasSuffix(unit) {
            guard let count = Int(text.dropLast(unit.count).filter { $0 != "_" }) else { continue }
            let (product, overflow) = count.multipliedReportingOverflow(by: factor)
            guard count >= 0, !overflow else { break }
            return product
        }
        throw fault("a size is due here (512000, 64KiB, 10MiB, 2GiB), not \(text)")
    }

    /// One of `choices`.
    public func choice(_ choices: [String]) throws(ConfigError) -> String {
        let text = try string()
        guard choices.contains(text) else { throw fault("\(text) is none of \(choices.joined(separator: ", "))") }
        return text
    }
}
