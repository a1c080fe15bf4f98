internal import Canonical

/// The scopes of an objection as they are kept: each in its one form.
enum ScopeBody {
    static func write(_ scopes: [ObjectionScope]) -> [UInt8] {
        JSONValue.array(
            scopes.map { .object([.init("key", .string($0.key)), .init("kind", .string($0.kind.rawValue))]) }
        ).canonicalBytes
    }

    /// Reads what was written. No list is asked again: a suffix that strangers may register under since then lifts nothing.
    ///
    /// - Throws: ``RegistryError`` with code `damagedLog`.
    static func read(_ bytes: [UInt8], _ path: String) throws(RegistryError) -> [ObjectionScope] {
        func damage() -> RegistryError {
            RegistryError(.damagedLog, file: path, reason: "scopes of an objection are not as they were written")
        }
        let value: JSONValue
        do throws(JSONError) { value = try JSONReader.read(bytes) } catch { throw damage() }
        guard let items = value.array, !items.isEmpty else { throw damage() }
        var scopes: [ObjectionScope] = []
        for item in items {
            guard let kind = item["kind"]?.string.flatMap({ ScopeKind(rawValue: $0) }), let key = item["key"]?.string
            else {
                throw damage()
            }
            scopes.append(ObjectionScope(kind, key: key))
        }
        guard write(scopes) == bytes else { throw damage() }
        return scopes
    }
}
