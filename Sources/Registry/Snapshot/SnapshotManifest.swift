internal import Canonical

/// `manifest.json`: what a snapshot holds, each file by digest. The digest of its bytes is the snapshot's name.
struct SnapshotManifest: Hashable, Sendable {
    let compiledAt: Timestamp
    /// Entries by kind of scope, every kind named.
    var scopes: [ScopeKind: Int]
    /// Where the entries of a kind begin in `entries.bin`, every kind named.
    var starts: [ScopeKind: Int]
    var ids: Int
    var seed: UInt64
    var files: [SnapshotFile: FileFacts]
    /// The head of the log it was compiled from; nil if it was compiled from files.
    var log: LogHead?
    /// Public notices, as entries of a notices file (`docs/formats/grounds.md`); empty if there are none.
    var notices: [JSONValue] = []
    /// Name, digest and number of rows of each list that repertoires were compiled from; empty if there are none.
    var repertoires: [JSONValue] = []

    var entries: Int { scopes.values.reduce(0, +) }
    /// Entries whose keys are addresses that cover all that begins with them.
    var prefixes: Int { ScopeKind.prefixLike.reduce(0) { $0 + (scopes[$1] ?? 0) } }

    /// Its line, and a second one with the digest of the first.
    var bytes: [UInt8] { Self.sealed(json.canonicalBytes + [0x0A]) }

    private static func sealed(_ line: [UInt8]) -> [UInt8] {
        let seal = JSONValue.object([.init("sha256", .string(Digest(of: line).hex))])
        return line + seal.canonicalBytes + [0x0A]
    }

    private var json: JSONValue {
        let files = SnapshotFile.allCases.filter { !$0.isOptional || self.files[$0] != nil }.map { file in
            let facts = self.files[file] ?? FileFacts(bytes: 0, digest: Digest(of: []))
            let value = JSONValue.object([
                .init("bytes", .integer(Int64(facts.bytes))), .init("sha256", .string(facts.digest.hex)),
            ])
            return JSONValue.Member(file.rawValue, value)
        }
        let members: [JSONValue.Member] = [
            .init("compiled_at", .string(compiledAt.description)),
            .init("entries", .integer(Int64(entries))),
            .init("files", .object(files)),
            .init("format", .string(self.files[.filter] == nil ? Snapshot.formatWithoutFilter : Snapshot.format)),
            .init("ids", .integer(Int64(ids))),
            .init("scopes", Self.json(scopes)),
            .init("seed", .string(Hex.encode(withUnsafeBytes(of: seed.bigEndian) { Array($0) }))),
            .init("starts", Self.json(starts)),
        ]
        return .object(
            members + (log.map { [.init("log", $0.json)] } ?? [])
                + (notices.isEmpty ? [] : [.init("notices", .array(notices))])
                + (repertoires.isEmpty ? [] : [.init("repertoires", .array(repertoires))]))
    }

    private static func json(_ numbers: [ScopeKind: Int]) -> JSONValue {
        .object(ScopeKind.allCases.map { .init($0.rawValue, .integer(Int64(numbers[$0] ?? 0))) })
    }
}

extension SnapshotManifest {
    /// Reads the file, and accepts it only if it would be written again as it stands.
    ///
    /// - Throws: ``RegistryError`` with `unknownFormat` if it names another format, else `damagedSnapshot`.
    init(_ bytes: [UInt8]) throws(RegistryError) {
        let line = Array(bytes.prefix { $0 != 0x0A })
        guard Self.sealed(line + [0x0A]) == bytes else {
            throw Snapshot.damage("its manifest does not have the digest its last line names")
        }
        let value: JSONValue
        do throws(JSONError) { value = try JSONReader.read(line) } catch {
            throw Snapshot.damage("its manifest cannot be read: \(error)")
        }
        guard let format = value["format"]?.string else { throw Snapshot.damage("its manifest names no format") }
        guard [Snapshot.format, Snapshot.formatWithoutFilter].contains(format) else {
            let reason = "\"\(format.prefix(80))\" is not \(Snapshot.format); compile it again with this build"
            throw RegistryError(
                .unknownFormat, file: SnapshotFile.manifest, line: 1, key: "format", reason: reason)
        }
        guard let time = value["compiled_at"]?.string.flatMap({ Timestamp(rfc3339: $0) }),
            let scopes = Self.numbers(value["scopes"]), let starts = Self.numbers(value["starts"]),
            let ids = Self.count(value["ids"]), let seed = value["seed"]?.string.flatMap({ UInt64($0, radix: 16) }),
            let files = Self.files(value["files"])
        else { throw Snapshot.damage("its manifest is not whole") }
        self.init(compiledAt: time, scopes: scopes, starts: starts, ids: ids, seed: seed, files: files)
        log = value["log"].flatMap { LogHead($0) }
        notices = value["notices"]?.array ?? []
        repertoires = value["repertoires"]?.array ?? []
        guard self.bytes == bytes else { throw Snapshot.damage("its manifest is not as it was written") }
    }

    private static func count(_ value: JSONValue?) -> Int? {
        guard let number = value?.integer, (0...Int64(UInt32.max) * 64).contains(number) else { return nil }
        return Int(number)
    }

    private static func numbers(_ value: JSONValue?) -> [ScopeKind: Int]? {
        var numbers: [ScopeKind: Int] = [:]
        for kind in ScopeKind.allCases {
            guard let number = count(value?[kind.rawValue]) else { return nil }
            numbers[kind] = number
        }
        return numbers
    }

    private static func files(_ value: JSONValue?) -> [SnapshotFile: FileFacts]? {
        var files: [SnapshotFile: FileFacts] = [:]
        for file in SnapshotFile.allCases {
            if file.isOptional, value?[file.rawValue] == nil { continue }
            guard let facts = value?[file.rawValue], let bytes = count(facts["bytes"]),
                let digest = facts["sha256"]?.string.flatMap({ Digest($0) })
            else { return nil }
            files[file] = FileFacts(bytes: bytes, digest: digest)
        }
        return files
    }
}
