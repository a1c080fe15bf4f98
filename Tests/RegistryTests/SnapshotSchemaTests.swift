import Canonical
import Foundation
import Registry
import Testing

@Suite("The schema of a snapshot's manifest takes in every file that a snapshot has")
struct SnapshotSchemaTests {
    private static let schema =
        (#filePath as NSString).deletingLastPathComponent + "/../../docs/formats/snapshot.schema.json"

    @Test("a snapshot with a repertoire, and every key of its manifest")
    func files() throws {
        let bench = try StoreBench()
        try bench.file()
        let snapshot = try Snapshot.compile(
            store: bench.store, key: bench.key, publicSuffixList: suffixes, at: bench.day(1), into: Bench.folder(),
            mandates: Array("{\"mandates\":[]}\n".utf8))
        let schema = try JSONReader.read([UInt8](Data(contentsOf: URL(fileURLWithPath: Self.schema))))
        let files = try #require(schema["properties"]?["files"])
        let pattern = try Regex(try #require(files["patternProperties"]?.members?.first?.key))
        let line = snapshot.bytes(of: "manifest.json").split(separator: 0x0A).first.map(Array.init) ?? []
        let manifest = try JSONReader.read(line)
        let names = manifest["files"]?.members?.map(\.key) ?? []
        #expect(names.contains("repertoire.json"))
        for name in names { #expect(name.wholeMatch(of: pattern) != nil, "\(name)") }
        for name in files["required"]?.array?.compactMap(\.string) ?? [] { #expect(names.contains(name), "\(name)") }
        #expect("other.json".wholeMatch(of: pattern) == nil)
        for key in manifest.members?.map(\.key) ?? [] { #expect(schema["properties"]?[key] != nil, "\(key)") }
    }
}
