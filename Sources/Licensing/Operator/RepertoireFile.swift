public import Canonical

/// A repertoire as files have it: parties, societies, tariffs, and mandates with works and shares, as YAML or JSON
/// (a map of lists), JSON lines (an entry each, its kind in `type`), or CSV (a share of a work each).
///
/// Entries that are wrong are told by file, line and reason, and the others are read all the same. Format:
/// `docs/formats/grounds.md`.
public struct RepertoireFile: Sendable {
    public struct Entry: Sendable {
        public let section: RepertoireSection
        public let id: String
        public let line: Int
        /// Every scalar as text.
        public let json: JSONValue
        /// As it stands in the file.
        public let node: ConfigNode
    }

    public private(set) var entries: [Entry] = []
    public private(set) var faults: [ConfigError] = []
    private var book = RepertoireBook()

    public init() {}

    /// Adds what a file says, checked in itself and beside what was added before.
    public mutating func add(_ text: String, file: String) { add([], files: [(text, file)]) }

    /// Adds entries that are at hand, such as those of a registry, and what files say, all of them as one: a mandate of any may
    /// name parties, societies and tariffs of any other.
    public mutating func add(_ nodes: [ConfigNode], files: [(text: String, file: String)] = []) {
        var all = nodes
        for file in files {
            let (node, faults) = Self.node(file.text, file: file.file)
            self.faults += faults
            if let node { all.append(node) }
        }
        let maps = all.compactMap { sections(of: $0) }
        for section in RepertoireSection.allCases {
            for map in maps { add(map[section.rawValue], section) }
        }
    }

    private mutating func sections(of node: ConfigNode) -> [String: ConfigNode]? {
        do throws(ConfigError) { return try node.map(RepertoireSection.allCases.map(\.rawValue)) } catch {
            faults.append(error)
            return nil
        }
    }

    private mutating func add(_ list: ConfigNode?, _ section: RepertoireSection) {
        do throws(ConfigError) {
            for item in try list?.list() ?? [] { add(item, section) }
        } catch { faults.append(error) }
    }

    private mutating func add(_ item: ConfigNode, _ section: RepertoireSection) {
        do throws(ConfigError) {
            let id = try book.add(item, to: section)
            entries.append(Entry(section: section, id: id, line: item.line, json: item.json, node: item))
        } catch { faults.append(error) }
    }

    /// A map of the sections as `ConfigNode` has a YAML file.
    ///
    /// - Throws: ``ConfigError`` for the first thing that is wrong in its form.
    public static func read(_ text: String, file: String) throws(ConfigError) -> ConfigNode {
        let (node, faults) = node(text, file: file)
        if let fault = faults.first { throw fault }
        guard let node else { throw ConfigError(file: file, line: 0, key: "", problem: "there is nothing in it") }
        return node
    }

    /// Gives the shares of all mandates of a file, checked as decisions check them.
    ///
    /// - Parameters:
    ///   - isStrict: Off for a file that something was settled by before more was asked of it.
    ///   - body: Gets the work, the society, party, role and millionths, and whether the work is marked as partial. It
    ///     returns what is wrong with it; nil if nothing is.
    /// - Returns: What else the file names.
    /// - Throws: ``ConfigError`` with file, line and key.
    @discardableResult
    public static func eachShare(
        _ text: String, file: String, isStrict: Bool = true,
        _ body: (_ work: String, _ share: RepertoireShare, _ isPartial: Bool) -> String?
    ) throws(ConfigError) -> RepertoireNames {
        var book = RepertoireBook(isStrict: isStrict)
        try book.add(read(text, file: file))
        for mandate in book.repertoire.mandates {
            for work in mandate.works {
                for share in work.shares {
                    let share = RepertoireShare(
                        society: mandate.society, party: share.party, role: share.role, ppm: share.ppm,
                        from: mandate.from, to: mandate.to, territories: Set(mandate.territories),
                        isForTraining: mandate.isForTraining)
                    if let problem = body(work.id, share, work.isPartial) { throw mandate.fault(problem) }
                }
            }
        }
        let tariffs = Set(book.repertoire.mandates.map(\.tariff)).union(book.tariffs)
        return RepertoireNames(parties: book.parties, tariffs: tariffs)
    }

    private static func node(_ text: String, file: String) -> (ConfigNode?, [ConfigError]) {
        let name = file.lowercased()
        if name.hasSuffix(".csv") { return RepertoireTable.node(text, file: file) }
        if name.hasSuffix(".jsonl") || name.hasSuffix(".ndjson") { return lines(text, file: file) }
        if name.hasSuffix(".json") { return json(text, file: file) }
        do throws(ConfigError) { return (try ConfigNode.read(text, file: file), []) } catch { return (nil, [error]) }
    }

    /// JSON, as registries compile it too: numbers may be texts there.
    private static func json(_ text: String, file: String) -> (ConfigNode?, [ConfigError]) {
        do throws(ConfigError) {
            return (try ConfigNode.read(json: Array(text.utf8), file: file), [])
        } catch { return (nil, [error]) }
    }

    private static func lines(_ text: String, file: String) -> (ConfigNode?, [ConfigError]) {
        var items: [RepertoireSection: [(json: JSONValue, line: Int)]] = [:]
        var faults: [ConfigError] = []
        for (index, line) in TextLines(text).enumerated() where !line.isEmpty {
            func fault(_ problem: String) {
                faults.append(ConfigError(file: file, line: index + 1, key: "", problem: problem))
            }
            do throws(JSONError) {
                let value = try JSONReader.read(Array(line.utf8))
                guard let section = value["type"]?.string.flatMap({ RepertoireSection(word: $0) }) else {
                    fault("type is missing, or none of party, society, tariff, mandate")
                    continue
                }
                let rest = value.members?.filter { $0.key != "type" } ?? []
                items[section, default: []].append((.object(rest), index + 1))
            } catch { fault("it is no JSON: \(error)") }
        }
        let sections = items.sorted { $0.key < $1.key }.map { (key: $0.key.rawValue, items: $0.value) }
        return (ConfigNode(sections: sections, file: file), faults)
    }
}

/// A party's part of a work, as a society has it to license.
public struct RepertoireShare: Hashable, Sendable {
    public let society: String
    public let party: String
    /// Empty if it is not told.
    public let role: String
    /// Millionths of the work.
    public let ppm: Int
    /// When and where the mandate holds.
    public let from: Timestamp
    /// Exclusive; nil for no end.
    public let to: Timestamp?
    public let territories: Set<String>
    /// Whether its rights take in training.
    public let isForTraining: Bool
}

/// What a file of mandates names besides works.
public struct RepertoireNames: Hashable, Sendable {
    /// Those that it lists, whether or not they have shares.
    public let parties: Set<String>
    /// Those that it lists, and those of its mandates.
    public let tariffs: Set<String>
}

/// The lines of a text, without a byte order mark and carriage returns.
struct TextLines: Sequence {
    private let text: String

    init(_ text: String) { self.text = text }

    func makeIterator() -> AnyIterator<Substring> {
        var rest = Array(text.utf8)[...]
        if rest.starts(with: [0xEF, 0xBB, 0xBF]) { rest = rest.dropFirst(3) }
        return AnyIterator {
            guard !rest.isEmpty else { return nil }
            let end = rest.firstIndex(of: 0x0A) ?? rest.endIndex
            var line = rest[..<end]
            rest = end < rest.endIndex ? rest[(end + 1)...] : []
            if line.last == 0x0D { line = line.dropLast() }
            return Substring(String(decoding: line, as: UTF8.self))
        }
    }
}
