internal import Canonical

/// The first line of a snapshot.
struct SnapshotHeader {
    let compiledAt: Timestamp
    let entries: Int
    /// Entries by kind of scope, every kind named.
    let scopes: [ScopeKind: Int]
    let objections: Digest
    let publicSuffixList: Digest

    var json: JSONValue {
        let counts = ScopeKind.allCases.map { JSONValue.Member($0.rawValue, .integer(Int64(scopes[$0] ?? 0))) }
        return .object([
            .init("compiled_at", .string(compiledAt.description)),
            .init("entries", .integer(Int64(entries))),
            .init("format", .string(Snapshot.format)),
            .init("objections", .string(objections.description)),
            .init("public_suffix_list", .string(publicSuffixList.description)),
            .init("scopes", .object(counts)),
        ])
    }
}

extension SnapshotHeader {
    /// Reads the line, and accepts it only if it would be written again as it stands.
    ///
    /// - Throws: ``RegistryError`` with `unknownFormat` if it names another format, else `damagedSnapshot`.
    init(_ line: [UInt8]) throws(RegistryError) {
        let value: JSONValue
        do throws(JSONError) {
            value = try JSONReader.read(line)
        } catch {
            throw RegistryError(.damagedSnapshot, file: "snapshot", line: 1, reason: "\(error)")
        }
        guard let format = value["format"]?.string else {
            throw RegistryError(
                .damagedSnapshot, file: "snapshot", line: 1, key: "format", reason: "it names no format")
        }
        guard format == Snapshot.format else {
            let reason = "\"\(format.prefix(80))\" is not \(Snapshot.format); compile it again with this build"
            throw RegistryError(.unknownFormat, file: "snapshot", line: 1, key: "format", reason: reason)
        }
        guard let time = value["compiled_at"]?.string.flatMap({ Timestamp(rfc3339: $0) }),
            let entries = value["entries"]?.integer,
            let objections = value["objections"]?.string.flatMap({ Digest($0) }),
            let list = value["public_suffix_list"]?.string.flatMap({ Digest($0) })
        else { throw RegistryError(.damagedSnapshot, file: "snapshot", line: 1, reason: "its header is not whole") }
        var scopes: [ScopeKind: Int] = [:]
        for kind in ScopeKind.allCases { scopes[kind] = Int(value["scopes"]?[kind.rawValue]?.integer ?? -1) }
        self.init(
            compiledAt: time, entries: Int(entries), scopes: scopes, objections: objections, publicSuffixList: list)
        guard json.canonicalBytes == line else {
            throw RegistryError(
                .damagedSnapshot, file: "snapshot", line: 1, reason: "its header is not in canonical form")
        }
    }
}
