import Canonical
import Foundation
import Provenance
import Registry
import WebAddress

/// A Public Suffix List of a few rules, in the shape of the real one.
let suffixes = Array(
    """
    // ===BEGIN ICANN DOMAINS===
    com
    org
    demo
    uk
    co.uk
    jp
    *.kobe.jp
    !city.kobe.jp
    рф
    // ===END ICANN DOMAINS===
    // ===BEGIN PRIVATE DOMAINS===
    github.io
    // ===END PRIVATE DOMAINS===

    """.utf8)

let compileTime = time("2026-11-23T12:00:00Z")

func time(_ text: String) -> Timestamp { Timestamp(rfc3339: text)! }

func url(_ text: String) -> CanonicalURL { try! CanonicalURL(text) }

/// One line of an objection file; a test changes the fields it is about.
struct Filing {
    var id = "O-1"
    var kind = "host"
    var value = "example.com"
    var state = "EFFECTIVE"
    var standing = "L2"
    var from = "2026-01-01T00:00:00Z"
    var to: String?
    var recorded = "2026-01-01T00:00:00Z"
    /// Members to add, as JSON, each with its comma before it.
    var more = ""

    var line: String {
        let scope = JSONValue.object([.init("kind", .string(kind)), .init("value", .string(value))])
        let end = to.map { ",\"effective_to\":\"\($0)\"" } ?? ""
        let members = [
            "\"id\":\"\(id)\"", "\"scope\":\(String(decoding: scope.canonicalBytes, as: UTF8.self))",
            "\"state\":\"\(state)\"", "\"standing\":\"\(standing)\"", "\"effective_from\":\"\(from)\"\(end)",
            "\"recorded_at\":\"\(recorded)\"\(more)",
        ]
        return "{\(members.joined(separator: ","))}"
    }
}

func compile(_ filings: [Filing]) throws(RegistryError) -> Snapshot {
    try compile(text: filings.map { $0.line + "\n" }.joined())
}

func compile(text: String) throws(RegistryError) -> Snapshot {
    try compile(files: [(file: "objections.jsonl", bytes: Array(text.utf8))])
}

func compile(
    files: [(file: String, bytes: [UInt8])], list: [UInt8] = suffixes, at: Timestamp = compileTime
) throws(RegistryError) -> Snapshot {
    try Snapshot.compile(objections: files, publicSuffixList: list, at: at, into: Bench.folder())
}

/// Folders that go when the tests end.
enum Bench {
    private static let root: String = {
        let path = NSTemporaryDirectory() + "registry-\(getpid())"
        try? FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        atexit { try? FileManager.default.removeItem(atPath: NSTemporaryDirectory() + "registry-\(getpid())") }
        return path
    }()

    /// A name nobody has.
    static func folder() -> String { root + "/" + UUID().uuidString }
}

func write(_ bytes: [UInt8], _ path: String) throws { try Data(bytes).write(to: URL(fileURLWithPath: path)) }

func write(_ text: String, _ path: String) throws { try write(Array(text.utf8), path) }

extension Snapshot {
    /// The bytes of one of its files.
    func bytes(of file: String) -> [UInt8] { Array(try! Data(contentsOf: URL(fileURLWithPath: folder + "/" + file))) }

    /// The bytes of all its files, the manifest first.
    var allBytes: [[UInt8]] { files.map { bytes(of: $0.name) } }
}

extension Snapshot {
    /// The ids of the objections that cover one URL.
    func covering(_ text: String) -> [String] {
        match(MatchKeys(hops: [url(text)]), at: compileTime).map(\.objection)
    }
}
