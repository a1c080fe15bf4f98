internal import Canonical
internal import Foundation
internal import Provenance
internal import Registry
internal import WebAddress

/// The spellings of addresses that a vector file holds, as objections: whatever spelling was filed, and by whatever spelling a page
/// is known, the registry's answer is the same.
struct AddressSpellings {
    private static let at = Timestamp(seconds: 1_700_000_000)

    private var texts: Set<String> = []
    /// By canonical host, the hosts that rows name, without their root dot.
    private var hosts: [String: Set<String>] = [:]

    /// Takes what a row spells out: what is to be parsed, and what came of it.
    mutating func add(_ row: JSONValue) {
        guard row.has("input", "failure") || row.has("kind", "input", "expected") else { return }
        let isRelative = row["base"].map { $0 != .null } ?? false
        for key in ["href", "expected"] + (isRelative ? [] : ["input"]) {
            if let text = row[key]?.string, Self.canonical(text) != nil { texts.insert(text) }
        }
        guard let url = row["href"]?.string.flatMap(Self.canonical), let host = row["hostname"]?.string else { return }
        hosts[url.host, default: []].insert(host.hasSuffix(".") ? String(host.dropLast()) : host)
    }

    /// What came of all of them together; nil if there are none.
    func check() throws(VectorFault) -> (outcome: VectorOutcome, note: String)? {
        guard !texts.isEmpty else { return nil }
        if let merged = hosts.first(where: { $0.value.count > 1 }) {
            let got = "one for \(merged.value.sorted().joined(separator: " and "))"
            return (.failed(expected: "a host each", got: got), "")
        }
        let spellings = texts.sorted()
        let (snapshot, ids) = try Self.file(spellings)
        var groups: [String: Set<String>] = [:]
        for (text, id) in ids { groups[Self.address(text), default: []].insert(id) }
        for text in spellings {
            guard let url = Self.canonical(text) else { continue }
            let found = Set(snapshot.match(url, at: Self.at).map(\.objection))
            guard found == groups[Self.address(text)] ?? [] else {
                let expected = "the \(groups[Self.address(text)]?.count ?? 0) objections to \(url)"
                return (.failed(expected: expected, got: "\(found.count) for \"\(text)\""), "")
            }
        }
        return (
            .passed,
            "registry: \(spellings.count) spellings of \(groups.count) addresses, \(ids.count) of them filed: same answers"
        )
    }

    /// Files each spelling that may be filed, and gives the objection made of it.
    private static func file(_ spellings: [String]) throws(VectorFault) -> (Snapshot, [String: String]) {
        let folder = NSTemporaryDirectory() + "muniment-spellings-\(getpid())-\(UUID().uuidString)"
        defer { remove(folder) }
        do {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            let lines = spellings.map { text in
                JSONValue.object([.init("scope_kind", .string("url")), .init("value", .string(text))]).canonicalBytes
            }
            let list = folder + "/list.jsonl"
            try Data(lines.joined(separator: [0x0A])).write(to: URL(fileURLWithPath: list))
            let suffixes = Array("com\n".utf8)
            var rows = try ObjectionImport(
                path: list, format: .jsonl, terms: .init(standing: .documents, at: at), publicSuffixList: suffixes)
            var taken: [Objection] = []
            // A row that is refused, for its user name or mixed scripts, stands in nobody's list.
            while let row = try rows.next() { if case .success(let objection) = row { taken.append(objection) } }
            var rest = taken[...]
            let snapshot = try Snapshot.compile(publicSuffixList: suffixes, at: at, into: folder + "/snapshot") {
                rest.popFirst()
            }
            let ids = taken.compactMap { objection in
                Int(objection.id.suffix(9)).map { (spellings[$0 - 1], objection.id) }
            }
            return (snapshot, Dictionary(uniqueKeysWithValues: ids))
        } catch {
            throw VectorFault("the spellings cannot be filed: \(error)")
        }
    }

    private static func remove(_ folder: String) {
        do { try FileManager.default.removeItem(atPath: folder) } catch {
            // In the folder for passing files: whoever cleans that up takes it too.
        }
    }

    private static func canonical(_ text: String) -> CanonicalURL? {
        do throws(WebURLError) { return try CanonicalURL(text) } catch { return nil }
    }

    /// What the registry knows an address by: its canonical form, of http and https alike.
    private static func address(_ text: String) -> String {
        canonical(text).map { String($0.text.drop { $0 != "/" }) } ?? ""
    }
}
