internal import Canonical

/// Open licences and rights statements other than those of Creative Commons, by the URLs, SPDX ids and names that pages use.
///
/// Every look-up is one or a few in dictionaries; hosts are compared whole, so that no look-alike is taken. Format:
/// `config/signals/licences.yaml`, explained in `docs/formats/licences.md`.
public final class LicenceCatalogue: Sendable {
    static let fileName = "licences.yaml"

    public let entries: [LicenceEntry]
    private let byPath: [String: Int]
    /// Patterns for whole folders, by host.
    private let prefixes: [String: [(path: String, entry: Int)]]
    private let bySPDX: [String: Int]
    private let hostHashes: Set<UInt64>
    /// A bit for the end of each hash: most hosts are told apart by it alone.
    private let hostBits: [UInt64]
    let phrases: PhraseTable
    /// The words in which these licences are stated.
    let statements: StatementTable

    init(_ node: ConfigNode, statements: StatementTable) throws(ConfigError) {
        self.statements = statements
        let map = try node.map(["as_of", "source", "terms", "entries"])
        for key in ["as_of", "source", "terms", "entries"] where map[key] == nil {
            throw node.fault("\(key) is missing")
        }
        var terms: [String: LicenceTerms] = [:]
        for (name, value) in try map["terms"]?.entries() ?? [] { terms[name] = try LicenceTerms(value) }
        var draft = Draft()
        for item in try map["entries"]?.list() ?? [] {
            try draft.add(LicenceEntry(item, terms: terms, asOf: map["as_of"]?.string() ?? ""), item)
        }
        entries = draft.entries
        byPath = draft.byPath
        prefixes = draft.prefixes.mapValues { list in list.sorted { $0.path.utf8.count > $1.path.utf8.count } }
        bySPDX = draft.bySPDX
        hostHashes = Set(draft.hosts.map { name in Array(name.utf8).withUnsafeBufferPointer { Self.hash($0[...]) } })
        hostBits = hostHashes.reduce(into: [UInt64](repeating: 0, count: 64)) { bits, hash in
            bits[Int(hash >> 6 & 63)] |= 1 << (hash & 63)
        }
        phrases = PhraseTable(draft.entries)
    }

    /// The entry of its own name, whatever its case.
    public func entry(id: String) -> LicenceEntry? { entries.first { $0.id.lowercased() == id.lowercased() } }

    /// The entry that a URL names; nil for every other URL, also of the same host.
    public func entry(url: String) -> LicenceEntry? { LicenceURL(url).flatMap(entry) }

    func entry(_ url: LicenceURL) -> LicenceEntry? {
        for parts in url.spellings {
            let path = parts.joined(separator: "/")
            if let found = byPath[url.host + "/" + path] { return entries[found] }
        }
        let path = url.parts.joined(separator: "/")
        let found = prefixes[url.host]?.first { path == $0.path || path.hasPrefix($0.path + "/") }
        return found.map { entries[$0.entry] }
    }

    /// The entry of one SPDX id, in any case and with or without `+`, `-only` or `-or-later`.
    func entry(spdx id: String) -> LicenceEntry? {
        var id = ByteText.lowercased(id)
        if id.hasSuffix("+") { id.removeLast() }
        if let found = bySPDX[id] { return entries[found] }
        for ending in ["-only", "-or-later"] where id.hasSuffix(ending) {
            return bySPDX[String(id.dropLast(ending.count))].map { entries[$0] }
        }
        return nil
    }

    /// Whether the host at the beginning of some bytes, `www.` aside, may be one of the table: told from a hash, so that most
    /// links of a page cost nothing more.
    func mayKnow(hostIn bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        let hash = Self.hash(bytes)
        return hostBits[Int(hash >> 6 & 63)] & (1 << (hash & 63)) != 0 && hostHashes.contains(hash)
    }

    /// Up to the end of the host.
    private static func hash(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in bytes {
            switch byte {
            case UInt8(ascii: "/"), UInt8(ascii: ":"), UInt8(ascii: "?"), UInt8(ascii: "#"), UInt8(ascii: "\\"):
                return hash
            default: hash = (hash ^ UInt64(ByteText.lower(byte))) &* 0x0000_0100_0000_01B3
            }
        }
        return hash
    }

    private struct Draft {
        var entries: [LicenceEntry] = []
        var byPath: [String: Int] = [:]
        var prefixes: [String: [(path: String, entry: Int)]] = [:]
        var bySPDX: [String: Int] = [:]
        var hosts: Set<String> = ["spdx.org"]

        mutating func add(_ entry: LicenceEntry, _ node: ConfigNode) throws(ConfigError) {
            guard !entries.contains(where: { $0.id == entry.id }) else { throw node.fault("\(entry.id) stands twice") }
            let place = entries.count
            entries.append(entry)
            for text in entry.patterns {
                for pattern in try LicencePattern.read(text, node) {
                    hosts.insert(pattern.host)
                    try add(pattern, place, node)
                }
            }
            for id in entry.spdx {
                guard bySPDX.updateValue(place, forKey: ByteText.lowercased(id)) == nil else {
                    throw node.fault("the SPDX id \(id) stands twice")
                }
            }
        }

        private mutating func add(_ pattern: LicencePattern, _ place: Int, _ node: ConfigNode) throws(ConfigError) {
            if pattern.isPrefix {
                prefixes[pattern.host, default: []].append((pattern.path, place))
            } else if let other = byPath.updateValue(place, forKey: pattern.host + "/" + pattern.path), other != place {
                throw node.fault("\(pattern.host)/\(pattern.path) is a URL of \(entries[other].id) too")
            }
        }
    }
}
