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

    public let file: String
    public let line: Int
    /// The path of keys from the top of the file.
    public let path: String
    public let content: Content
    /// A plain `null`, `~` or nothing at all.
    public let isNull: Bool
    /// In quotes, a block, or tagged as text: a text whatever it spells.
    private let isText: Bool

    /// Reads a file's text.
    ///
    /// - Throws: ``ConfigError`` with the line, for broken YAML and for duplicate keys.
    public static func read(_ text: String, file: String) throws(ConfigError) -> ConfigNode {
        do {
            // No tags are told from how a value is spelt: readers ask for what they want.
            let parser = try Parser(yaml: text, resolver: .basic)
            // Nodes know their anchors only as long as the parser lives.
            return try withExtendedLifetime(parser) {
                guard let node = try parser.singleRoot() else {
                    throw ConfigError(file: file, line: 0, key: "", problem: "the file is empty")
                }
                return try ConfigNode(node, file: file, path: "")
            }
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

    private init(_ node: Node, file: String, path: String) throws(ConfigError) {
        self.file = file
        self.path = path
        line = node.mark?.line ?? 0
        if let anchor = node.anchor {
            throw ConfigError(
                file: file, line: line, key: path,
                problem: "anchors (&\(anchor.rawValue)) are not read here; write the value where it is due")
        }
        var (isNull, isText) = (false, false)
        switch node {
        case .scalar(let scalar):
            content = .scalar(scalar.string)
            isText = scalar.style != .plain || scalar.tag == Tag(.str)
            isNull = !isText && ["", "~", "null", "Null", "NULL"].contains(scalar.string)
        case .sequence(let sequence):
            var items: [ConfigNode] = []
            for (index, item) in sequence.enumerated() {
                items.append(try ConfigNode(item, file: file, path: "\(path)[\(index)]"))
            }
            content = .list(items)
        case .mapping(let mapping):
            var members: [(key: String, line: Int, value: ConfigNode)] = []
            for (key, value) in mapping {
                guard case .scalar(let name) = key else {
                    throw ConfigError(
                        file: file, line: key.mark?.line ?? 0, key: path, problem: "a key must be plain text")
                }
                guard name.string != "<<" || name.style != .plain else {
                    throw ConfigError(
                        file: file, line: key.mark?.line ?? 0, key: path, problem: "merge keys (<<) are not read here")
                }
                let below = path.isEmpty ? name.string : "\(path).\(name.string)"
                members.append((name.string, key.mark?.line ?? 0, try ConfigNode(value, file: file, path: below)))
            }
            content = .map(members)
        case .alias(let alias):
            throw ConfigError(
                file: file, line: alias.mark?.line ?? 0, key: path,
                problem: "aliases (*\(alias.anchor)) are not read here; write the value out")
        }
        (self.isNull, self.isText) = (isNull, isText)
    }

    /// A node of what was kept as JSON: every scalar plain, as a file would have it without quotes.
    public init(json: JSONValue, file: String, path: String = "") {
        self.file = file
        self.path = path
        (line, isText) = (0, false)
        isNull = json == .null
        switch json {
        case .null: content = .scalar("")
        case .bool(let flag): content = .scalar(flag ? "true" : "false")
        case .integer(let number): content = .scalar(String(number))
        case .number(let text), .string(let text): content = .scalar(text)
        case .array(let items):
            content = .list(
                items.enumerated().map { ConfigNode(json: $1, file: file, path: "\(path)[\($0)]") })
        case .object(let members):
            content = .map(
                members.map { member in
                    let below = path.isEmpty ? member.key : "\(path).\(member.key)"
                    return (member.key, 0, ConfigNode(json: member.value, file: file, path: below))
                })
        }
    }

    /// An error at this node.
    public func fault(_ problem: String) -> ConfigError {
        ConfigError(file: file, line: line, key: path, problem: problem)
    }

    /// The members of a map, none but `known` being allowed.
    ///
    /// - Throws: ``ConfigError`` at the first unknown key, naming it and the known ones.
    public func map(_ known: [String]) throws(ConfigError) -> [String: ConfigNode] {
        guard case .map(let members) = content else {
            throw fault("a map of \(known.joined(separator: ", ")) is due here")
        }
        var found: [String: ConfigNode] = [:]
        for member in members {
            guard known.contains(member.key) else {
                let path = path.isEmpty ? member.key : "\(path).\(member.key)"
                throw ConfigError(
                    file: file, line: member.line, key: path,
                    problem: "unknown key; known here: \(known.sorted().joined(separator: ", "))")
            }
            found[member.key] = member.value
        }
        return found
    }

    /// The members of a map whose keys are the user's own, in the order written.
    public func entries() throws(ConfigError) -> [(key: String, value: ConfigNode)] {
        guard case .map(let members) = content else { throw fault("a map is due here") }
        return members.map { ($0.key, $0.value) }
    }

    public func list() throws(ConfigError) -> [ConfigNode] {
        if isNull { return [] }
        guard case .list(let items) = content else { throw fault("a list is due here") }
        return items
    }

    public func string() throws(ConfigError) -> String {
        guard case .scalar(let text) = content, !isNull else { throw fault("a text is due here") }
        return text
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
