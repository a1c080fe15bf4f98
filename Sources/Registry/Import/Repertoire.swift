public import Canonical

/// What stands on the list of a repertoire: the works and places that whoever holds a mandate for them objects to by one name.
public struct Repertoire: Sendable {
    public let name: String
    /// Of the list's file.
    public let digest: Digest
    let scopes: [ObjectionScope]

    /// Reads a list in a format of ``ImportFormat``; of its columns `scope_kind` and `value` count. Every row is taken or none.
    ///
    /// - Throws: ``RegistryError`` with the line of the first row that cannot be taken.
    public init(
        _ name: String, path: String, format: ImportFormat, publicSuffixList: [UInt8]
    ) throws(RegistryError) {
        let terms = ObjectionImport.Terms(standing: .documents, at: Timestamp(seconds: 0))
        var rows = try ObjectionImport(path: path, format: format, terms: terms, publicSuffixList: publicSuffixList)
        var scopes: [ObjectionScope] = []
        while let row = try rows.next() {
            switch row {
            case .success(let row) where row.scope.kind != .repertoire: scopes.append(row.scope)
            case .success:
                throw RegistryError(.badScope, file: path, reason: "a repertoire holds no other: name works and places")
            case .failure(let fault):
                throw RegistryError(.badScope, file: path, line: fault.line, reason: fault.refusal.description)
            }
        }
        (self.name, self.scopes) = (name, scopes)
        digest = try MappedFile.digest(path).digest
    }

    var json: JSONValue {
        .object([
            .init("name", .string(name)), .init("rows", .integer(Int64(scopes.count))),
            .init("sha256", .string(digest.hex)),
        ])
    }
}
